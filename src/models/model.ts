// The words that models are written in. A model says what a library's names mean, as data: where hostile values come
// from (source), which calls do something that a consideration speaks about (concept), what makes a value harmless for
// one kind of use (cleaner). Rules and semantics ask by canonical name and never list libraries themselves.

/**
 * Where a value comes from. `network`: a remote peer or end user; `file`, `environment`, `argument`: someone else may
 * write it; `shipped`: a file of the project itself; `constant`: in the code; `parameter`: handed in by callers that are
 * not in view; `unknown`: anything else.
 */
export type Provenance =
  | 'network'
  | 'file'
  | 'environment'
  | 'argument'
  | 'shipped'
  | 'constant'
  | 'parameter'
  | 'unknown';

/** The kind of thing that a call does, e.g. `deserialize`, `os-command`, `start-process`, `weak-hash`. */
export type Concept = string;

export type Row =
  /** Reading this name, or calling it, gives a value of this provenance. */
  | { readonly kind: 'source'; readonly name: string; readonly provenance: Provenance; readonly text: string }
  /** Calling this name is an instance of the concept; `parameter` names the operand that the concept is about. */
  | {
      readonly kind: 'concept';
      readonly name: string;
      readonly concept: Concept;
      readonly parameter: string | undefined;
      readonly position: number | undefined;
    }
  /** The result of calling this name is harmless for the named kinds of use. */
  | { readonly kind: 'cleaner'; readonly name: string; readonly cleans: readonly string[] }
  /** The result is not derived from the arguments' contents (e.g. `len`, `bool`, `isinstance`). */
  | { readonly kind: 'opaque'; readonly name: string }
  /** Another spelling of the same thing: `_pickle.loads` is `pickle.loads`. A trailing `.*` maps a whole module. */
  | { readonly kind: 'twin'; readonly name: string; readonly of: string }
  /** Calling this name gives an instance of the class (libraries without generated signatures). */
  | { readonly kind: 'returns'; readonly name: string; readonly className: string }
  /** A class of a library, with its bases. */
  | { readonly kind: 'class'; readonly name: string; readonly bases: readonly string[] };

export const source = (name: string, provenance: Provenance, text: string = name): Row => ({
  kind: 'source',
  name,
  provenance,
  text,
});
export const concept = (name: string, of: Concept, parameter?: string, position?: number): Row => ({
  kind: 'concept',
  name,
  concept: of,
  parameter,
  position,
});
export const cleaner = (name: string, ...cleans: readonly string[]): Row => ({ kind: 'cleaner', name, cleans });
export const opaque = (name: string): Row => ({ kind: 'opaque', name });
export const twin = (name: string, of: string): Row => ({ kind: 'twin', name, of });
export const returns = (name: string, className: string): Row => ({ kind: 'returns', name, className });
export const libraryClass = (name: string, ...bases: readonly string[]): Row => ({ kind: 'class', name, bases });
