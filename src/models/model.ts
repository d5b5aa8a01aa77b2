// The words that models are written in. A model says what a library's names mean, as data: where hostile values come
// from (source), which calls do something that a consideration speaks about (concept), what makes a value harmless for
// one kind of use (cleaner). Rules and semantics ask by canonical name and never list libraries themselves.
//
// Names are canonical dotted names: `pickle.loads`, `zipfile.ZipFile.extractall`; builtins belong
// to their module: `builtins.open`, `builtins.str.format`. A method is named by the class that defines it, or by the subclass that the row is about.
// A source may be a path: `()` is a call, `[]` an item, `["KEY"]` an item (or the result of `get`) by constant key:
// `flask.request.args[]`, `os.environ["QUERY_STRING"]`; a key that ends in `*` stands for all that start so. A source
// holds for everything read out of it: `flask.request` covers `flask.request.args["id"].strip()`, unless a longer row
// says otherwise (`harmless('flask.request.endpoint')`).

import type { CleanedUse, Concept } from './concepts.ts';

/**
 * Where a value comes from. `network`: a remote peer or end user; `file`, `environment`, `argument`: someone else may
 * write it; `stored`: the program put it away itself, in a database or cache, whatever it was then; `shipped`: a file of
 * the project itself; `constant`: in the code; `parameter`: handed in by callers that are not in view; `unknown`:
 * anything else.
 */
export type Provenance =
  | 'network'
  | 'file'
  | 'environment'
  | 'argument'
  | 'stored'
  | 'shipped'
  | 'constant'
  | 'parameter'
  | 'unknown';

export type Row =
  /** Reading this name, or calling it, gives a value of this provenance. */
  | { readonly kind: 'source'; readonly name: string; readonly provenance: Provenance; readonly text: string }
  /** Reading this name, though it belongs to a source, gives nothing that an outsider chose. */
  | { readonly kind: 'harmless'; readonly name: string }
  /**
   * A parameter that the library fills in with a value of this provenance: of a function that the name decorates or
   * registers (concept `handler-register`), or of a method that overrides the name. `parameter` is a name, a place
   * counted from 0 without `self` and `cls`, or `*` for every other one. With `className`, the value is an object of that
   * class, and what is read from it is what the rows of the class say.
   */
  | {
      readonly kind: 'handed';
      readonly name: string;
      readonly parameter: string;
      readonly provenance: Provenance;
      readonly text: string;
      readonly className: string | undefined;
    }
  /** Calling this name is an instance of the concept; `parameter` names the operand that the concept is about. */
  | {
      readonly kind: 'concept';
      readonly name: string;
      readonly concept: Concept;
      readonly parameter: string | undefined;
      readonly position: number | undefined;
    }
  /** The result of calling this name is harmless for the named kinds of use. */
  | { readonly kind: 'cleaner'; readonly name: string; readonly cleans: readonly CleanedUse[] }
  /** The result is not derived from the arguments' contents (e.g. `len`, `bool`, `isinstance`). */
  | { readonly kind: 'opaque'; readonly name: string }
  /** The result is made of the arguments and nothing else; comes from where they do. */
  | { readonly kind: 'passes'; readonly name: string }
  /** An object of this class holds what its constructor was given, and nothing else. */
  | { readonly kind: 'holder'; readonly name: string }
  /** Another spelling of the same thing: `_pickle.loads` is `pickle.loads`. A trailing `.*` maps a whole module. */
  | { readonly kind: 'twin'; readonly name: string; readonly of: string }
  /** Calling this name, or reading this attribute, gives an instance of the class. Wins over the generated table. */
  | { readonly kind: 'returns'; readonly name: string; readonly className: string }
  /** The same for the items of what the name gives: `multiprocessing.Pipe` gives two connections. */
  | { readonly kind: 'items'; readonly name: string; readonly className: string }
  /** A class of a library, with its bases. */
  | { readonly kind: 'class'; readonly name: string; readonly bases: readonly string[] }
  /** Parameters of a library's function, in the notation of a `def`: `url, /, *, verify=`. */
  | { readonly kind: 'signature'; readonly name: string; readonly parameters: string };

export const source = (name: string, provenance: Provenance, text: string = name): Row => ({
  kind: 'source',
  name,
  provenance,
  text,
});
export const handed = (
  name: string,
  parameter: string,
  provenance: Provenance,
  text: string = name,
  className?: string,
): Row => ({ kind: 'handed', name, parameter, provenance, text, className });
export const harmless = (name: string): Row => ({ kind: 'harmless', name });
export const concept = (name: string, of: Concept, parameter?: string, position?: number): Row => ({
  kind: 'concept',
  name,
  concept: of,
  parameter,
  position,
});
export const cleaner = (name: string, ...cleans: readonly CleanedUse[]): Row => ({ kind: 'cleaner', name, cleans });
export const opaque = (name: string): Row => ({ kind: 'opaque', name });
export const passes = (name: string): Row => ({ kind: 'passes', name });
export const holder = (name: string): Row => ({ kind: 'holder', name });
export const twin = (name: string, of: string): Row => ({ kind: 'twin', name, of });
export const returns = (name: string, className: string): Row => ({ kind: 'returns', name, className });
export const libraryClass = (name: string, ...bases: readonly string[]): Row => ({ kind: 'class', name, bases });
export const items = (name: string, className: string): Row => ({ kind: 'items', name, className });
export const signature = (name: string, parameters: string): Row => ({ kind: 'signature', name, parameters });

/** One concept row for each name, all with the operand at the same place. */
export const everyCall = (of: Concept, names: readonly string[], parameter?: string, position?: number): Row[] =>
  names.map((name) => concept(name, of, parameter, position));
/** One source row for each name. */
export const everySource = (provenance: Provenance, names: readonly string[], text?: string): Row[] =>
  names.map((name) => source(name, provenance, text));
/** Calls that have a function of the project called; `parameter` is the function, `gives` what its parameters are. */
export const registrars = (
  names: readonly string[],
  parameter: string | undefined,
  position: number | undefined,
  ...gives: readonly (readonly [parameter: string, provenance: Provenance, text: string, className?: string])[]
): Row[] =>
  names.flatMap((name) => [
    concept(name, 'handler-register', parameter, position),
    ...gives.map(([each, ...rest]) => handed(name, each, ...rest)),
  ]);
/** The members of a class or module as names: `under('zipfile.ZipFile', 'extract extractall')`. */
export const under = (owner: string, members: string): string[] =>
  members.split(/\s+/).map((member) => `${owner}.${member}`);
