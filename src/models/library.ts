// What libraries mean, asked by canonical name. Put together from the hand-written models and the table generated from
// typeshed; built once per process and never changed.

import type { Concept, Provenance } from './model.ts';

export interface LibraryParameter {
  readonly name: string;
  readonly role: 'positional-only' | 'ordinary' | 'variadic' | 'keyword-only' | 'keyword-variadic';
  readonly hasDefault: boolean;
}

export interface LibrarySource {
  readonly provenance: Provenance;
  readonly text: string;
}

export interface LibraryConcept {
  readonly concept: Concept;
  readonly parameter: string | undefined;
  readonly position: number | undefined;
}

export interface Library {
  /** The canonical spelling: `_pickle.loads`, `cPickle.loads` → `pickle.loads`; `posixpath.join` → `os.path.join`. */
  canonicalName(name: string): string;
  isModule(name: string): boolean;
  isClass(name: string): boolean;
  /** Bases of a library class, canonical; undefined when the class is not known. */
  basesOf(className: string): readonly string[] | undefined;
  /** Canonical name of a member as the class that defines it has it: `pickle.Unpickler` + `load`. */
  memberOf(className: string, member: string): string | undefined;
  /** Class of what a call of this function or method gives, or of an attribute's value, when the library says. */
  typeOf(name: string): string | undefined;
  /** Parameters, `self` left out. */
  parametersOf(callable: string): readonly LibraryParameter[] | undefined;
  /** The source row for a canonical path (`flask.request.args[]` falls back to `flask.request.args`, `flask.request`). */
  sourceOf(path: string): LibrarySource | undefined;
  conceptsOf(name: string): readonly LibraryConcept[];
  /** Every canonical name that carries a concept. */
  namesOf(concept: Concept): readonly string[];
  cleansOf(name: string): readonly string[];
  isOpaque(name: string): boolean;
}
