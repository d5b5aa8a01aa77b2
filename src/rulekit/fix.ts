// What rules say about mending what they find: a recipe for each kind of edit, written in the words of an editor that
// turns sites and values into edits of their text. A rule never sees the text itself.

import type { FixClass } from '../core/index.ts';
import type { CallSite, Subject, ValueView } from './site.ts';

/** One way to mend what a trigger finds. */
export interface Recipe<Site = never> {
  readonly class: FixClass;
  /** what it does, as an order, for every site: `Pass validate=True` */
  readonly title: string;
  /** message ids, or evidence of a pass, that it is for; left out: everything that fails or is open */
  readonly for?: readonly string[];
  /** Writes the edits. Left out: nothing but the advice of the title. */
  make?(site: Site, edit: Editor): void;
}

/**
 * Collects the edits of one fix. What is not plain enough to be edited is refused; from then on nothing is collected, so
 * that recipes need not ask. Every method that takes a call refuses one whose arguments are not all written out.
 */
export interface Editor {
  /** No fix here, and why: a clause, `the file may not be there yet`. */
  refuse(why: string): undefined;
  /** Not a fix for this site, which says nothing against another one. */
  pass(): undefined;
  /** Refuses where the project may run on an older Python. */
  needsPython(major: number, minor: number): undefined;
  /** How a name of the library is written here, `hmac.compare_digest` or an alias of it; imports what is missing. */
  name(canonical: string): string;
  /** A string literal as the file writes them. */
  quoted(text: string): string;
  /** The string literal that a value is written as: what it is in every run. Undefined for anything else. */
  literal(value: Subject | undefined): string | undefined;
  /** Text as it is written in an expression, literals and the values between them; undefined: it is made in another way. */
  writtenParts(value: Subject): readonly (string | WrittenValue)[] | undefined;
  /** The source text of an expression. */
  textOf(value: Subject): string;
  /** The same, in brackets where an operator beside it would tear it apart. */
  operandOf(value: Subject): string;
  /** The expression passed for a parameter, if one is; the position counts from 0. */
  argument(call: CallSite, name: string | undefined, position?: number): ValueView | undefined;
  /** Passes a value for a parameter: in place of the one that is passed, or as a keyword. */
  setArgument(call: CallSite, name: string, position: number | undefined, text: string): undefined;
  /** Passes another argument, `start_new_session=True`, in the place of one that is passed. */
  replaceArgument(call: CallSite, name: string, text: string): undefined;
  /** Takes an argument away, if it is passed. */
  removeArgument(call: CallSite, name: string, position?: number): undefined;
  /** Puts other text in the place of what is called: `hmac.compare_digest`. */
  replaceCallee(call: CallSite, text: string): undefined;
  /** Calls another method of the same object. */
  renameMethod(call: CallSite, name: string): undefined;
  /** What the call's result is assigned to, and nothing else; refuses where that is not a plain name or attribute. */
  targetOf(call: CallSite): string;
  /** Assigns the call's result to something else: `handle, path`. */
  setTarget(call: CallSite, text: string): undefined;
  /** A name that nothing around the site has: `fd`, `fd2` … */
  freshName(name: string): string;
  /** Puts another expression in the place of a site or value; in brackets where it needs them. */
  replace(subject: Subject, text: string): undefined;
  /** Takes away the statement that the site is. Refuses where the site is part of a larger one. */
  removeStatement(site: Subject): undefined;
  /** Adds lines behind the statement that the site is part of. */
  insertAfter(site: Subject, ...lines: readonly string[]): undefined;
}

/** A value in text that is put together. */
export interface WrittenValue {
  readonly value: ValueView;
  /** it is a string, or Python would fail; otherwise whatever it is was made one */
  readonly isText: boolean;
  /** by `str` or by `repr` */
  readonly conversion: 's' | 'r';
}
