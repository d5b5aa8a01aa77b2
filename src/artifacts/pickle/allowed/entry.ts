// One row of the allow-list: a name, what pickles may do with it, and with what arguments. What a row does not say is not
// allowed.

import type { Contract } from '../contracts.ts';

export interface Entry {
  /** as Python 3 looks it up; see `nameOf` of the facts */
  readonly name: string;
  /** `name(*args)`: `REDUCE`, `OBJ` and `INST`; the contract is about the tuple of arguments */
  readonly call?: Contract;
  /** `name.__new__(name, *args)`: `NEWOBJ` */
  readonly make?: Contract;
  /** keywords of `NEWOBJ_EX`, a dictionary */
  readonly keywords?: Contract;
  /** the state that `BUILD` gives an object of the class */
  readonly state?: Contract;
  /** why no state is known to be harmless, for classes whose honest objects have one */
  readonly stateWhy?: string;
  /** what a state does harm by, shown, and what it does then */
  readonly misuse?: readonly [state: Contract, does: string];
  /** an item that `APPEND`, `APPENDS` or `ADDITEMS` puts in */
  readonly item?: Contract;
  /** `object[key] = value` */
  readonly entries?: readonly [key: Contract, value: Contract];
  /** the class of what a call gives; a number: it is that argument. Left out: the name is a class, and gives its own. */
  readonly gives?: string | number;
  /** may be handed on as a value; classes may unless this says no, functions may not unless it says yes */
  readonly isValue: boolean;
  /** `hash` and `==` of its objects run no code that can be planted */
  readonly isHashable: boolean;
  /** a function that does no harm whatever it is handed, or a constant */
  readonly isFree?: boolean;
  /** members: `name.MEMBER`, `name(constant)` */
  readonly isEnumeration: boolean;
}

type Given = Partial<Omit<Entry, 'name'>>;

/** A class. Without more, it may only be mentioned. */
export const aClass = (names: string, given: Given = {}): readonly Entry[] =>
  each(names, { isValue: true, isHashable: false, isEnumeration: false, ...given });

/** A function that may be called as the contract says; `gives` is the class of what it returns. */
export const aFunction = (names: string, given: Given): readonly Entry[] =>
  each(names, { isValue: false, isHashable: false, isEnumeration: false, ...given });

/** Functions and constants that may be mentioned, and never called. */
export const mentioned = (names: string): readonly Entry[] =>
  each(names, { isValue: true, isHashable: true, isEnumeration: false, isFree: true });

/** `module: Name Other.Name`, a module on each line; or full names without a colon. */
function each(text: string, given: Omit<Entry, 'name'>): readonly Entry[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', names] = line.trim().split(/: +/);
      const full = names === undefined ? first.split(/ +/) : names.split(/ +/).map((name) => `${first}.${name}`);
      return full.map((name) => ({ name, ...given }));
    });
}
