// What the judge knows of the values of a program: the names that they go by, the classes that they are of, what was done to
// them. Filled in from the event log, in order, so that nothing here ever has to follow a chain of calls.

import type { Budget } from '../budget.ts';
import type { CallValue, GlobalValue, Program, Value } from './program.ts';
import { toPython3 } from './python2-names.ts';

/** What an import, and attributes of what it gave, are called. */
export interface Name {
  readonly module: string;
  readonly path: readonly string[];
  /** `collections.OrderedDict` */
  readonly full: string;
}

/** Attributes in a name that are followed; nothing honest has more. */
const MAX_PATH = 12;

export class Facts {
  readonly program: Program;
  readonly budget: Budget;
  /** calls that only say a name: `getattr(Class, 'method')`, `type(None)` */
  readonly #folded = new Map<Value, Name>();
  /** full names of the classes of what calls gave, where these are on the allow-list */
  readonly #classes = new Map<Value, string>();
  readonly #states = new Map<Value, Value[]>();
  readonly #written = new Set<Value>();
  readonly #storages = new Set<Value>();
  readonly #opened = new Set<Value>();
  readonly #names = new Map<Value, Name>();
  /** functions and classes made of bytecode in the pickle */
  readonly madeOfCode = new Set<Value>();
  readonly #textOf: (value: Value) => string | undefined;

  /** `textOf` gives what a text says that is too long to be kept. */
  constructor(program: Program, budget: Budget, textOf: (value: Value) => string | undefined) {
    this.program = program;
    this.budget = budget;
    this.#textOf = textOf;
  }

  /** The name that Python 3 looks up; undefined for what is no name. */
  nameOf(value: Value): Name | undefined {
    if (value.kind === 'call') return this.#folded.get(value);
    if (value.kind !== 'global') return undefined;
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const name = mappedName(value);
    if (name !== undefined) this.#names.set(value, name);
    return name;
  }

  fold(call: CallValue, name: Name): void {
    if (name.path.length <= MAX_PATH) this.#folded.set(call, name);
  }

  classOf(value: Value): string | undefined {
    return this.#classes.get(value);
  }

  setClass(value: Value, name: string): void {
    this.#classes.set(value, name);
  }

  /** What `BUILD` gave an object, in order. */
  statesOf(value: Value): readonly Value[] {
    return this.#states.get(value) ?? [];
  }

  addState(value: Value, state: Value): void {
    const states = this.#states.get(value);
    if (states === undefined) this.#states.set(value, [state]);
    else states.push(state);
  }

  /** Whether something was put into an object, now or later. */
  isWritten(value: Value): boolean {
    return this.#written.has(value);
  }

  setWritten(value: Value): void {
    this.#written.add(value);
  }

  /** What a persistent id stands for is a storage in the same file. */
  isStorage(value: Value): boolean {
    return this.#storages.has(value);
  }

  setStorage(value: Value): void {
    this.#storages.add(value);
  }

  /** Whether something was found in a constant, which is judged by itself. */
  isOpened(value: Value): boolean {
    return this.#opened.has(value);
  }

  setOpened(value: Value): void {
    this.#opened.add(value);
  }

  /** What a text says; 8-bit strings count where they are ASCII. */
  textOf(value: Value): string | undefined {
    if (value.kind === 'text') return value.text ?? this.#textOf(value);
    if (value.kind === 'eight-bit' && value.isAscii) return value.latin1 ?? this.#textOf(value);
    return undefined;
  }
}

/** As it stands in the stream, which is what Python 2 and loaders with `fix_imports=False` look up. */
export function rawName(global: GlobalValue): Name | undefined {
  const { module, path } = global;
  if (module === undefined || global.name === undefined) return undefined;
  return toName(module, path);
}

/** As Python 3 looks it up. */
export function mappedName(global: GlobalValue): Name | undefined {
  const { module, name, path, protocol } = global;
  if (module === undefined || name === undefined) return undefined;
  if (protocol >= 3) return toName(module, path);
  const [newModule, newName] = toPython3(module, name);
  return toName(newModule, newName === name ? path : newName.split('.'));
}

export function toName(module: string, path: readonly string[]): Name {
  return { module, path, full: path.length === 0 ? module : `${module}.${path.join('.')}` };
}
