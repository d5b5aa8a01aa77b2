// What libraries mean, asked by canonical name. Put together from the hand-written models and the table generated from
// typeshed; built once per process and never changed. Builtins belong to their module: `builtins.open`.

import type { CleanedUse, Concept } from './concepts.ts';
import type { Provenance } from './model.ts';

export interface LibraryParameter {
  readonly name: string;
  readonly role: 'positional-only' | 'ordinary' | 'variadic' | 'keyword-only' | 'keyword-variadic';
  readonly hasDefault: boolean;
}

export interface LibrarySource {
  readonly provenance: Provenance;
  readonly text: string;
}

/** A source that a library hands to a parameter; `className` when it is an object of a class that the library knows. */
export interface HandedSource extends LibrarySource {
  readonly className: string | undefined;
}

export interface LibraryConcept {
  readonly concept: Concept;
  readonly parameter: string | undefined;
  readonly position: number | undefined;
}

export type LibraryKind = 'module' | 'class' | 'function' | 'attribute';

export interface Library {
  /**
   * The canonical spelling: `_pickle.loads`, `cPickle.loads` → `pickle.loads`; `posixpath.join` → `os.path.join`;
   * `open` → `builtins.open`. Names that are not known come back as they are.
   */
  canonicalName(name: string): string;
  /** What a name is, when the library knows it; methods are functions. */
  kindOf(name: string): LibraryKind | undefined;
  isModule(name: string): boolean;
  isClass(name: string): boolean;
  /** Public names of a module: what `from module import *` binds. */
  exportsOf(module: string): readonly string[] | undefined;
  /** Bases of a library class, canonical; undefined when the class is not known. */
  basesOf(className: string): readonly string[] | undefined;
  /** Canonical name of a member as the class that defines it has it: `pickle.Unpickler` + `load`. */
  memberOf(className: string, member: string): string | undefined;
  /** Class of what a call of this function or method gives, or of an attribute's value, when the library says. */
  typeOf(name: string): string | undefined;
  /** All classes that it can be, the one of {@link typeOf} first: unions and overloads. */
  typesOf(name: string): readonly string[];
  /**
   * Class of the items of what {@link typeOf} describes: `multiprocessing.Pipe` → `multiprocessing.connection.Connection`,
   * `zipfile.ZipFile.infolist` → `zipfile.ZipInfo`; for mappings, of their values. `position` counts in a tuple from 0.
   */
  itemTypeOf(name: string, position?: number): string | undefined;
  /** True when a method gives the object it is called on (or one of its class): `zipfile.ZipFile.__enter__`. */
  returnsReceiver(name: string): boolean;
  /** True for calls that do not come back: `sys.exit`. */
  neverReturns(name: string): boolean;
  /** Parameters, `self` left out; for a class, those of its constructor. */
  parametersOf(callable: string): readonly LibraryParameter[] | undefined;
  /** The source row for a canonical path (`flask.request.args[]` falls back to `flask.request.args`, `flask.request`). */
  sourceOf(path: string): LibrarySource | undefined;
  /** Whether the package of a module has rows of what comes over the network. */
  hasRemoteSources(module: string): boolean;
  /**
   * Whether reading this path, though it belongs to a source, gives nothing that an outsider chose:
   * `flask.request.endpoint`, `django.http.HttpRequest.user.name`.
   */
  isHarmless(path: string): boolean;
  /**
   * Where a parameter of the project's function comes from, when the library calls it: `name` is the decorator
   * (`flask.Flask.route`), what registers the function (`django.urls.path`) or the method that it overrides
   * (`asyncio.Protocol.data_received`). `position` counts from 0, `self` and `cls` left out.
   */
  handedSourceOf(name: string, parameter: string, position?: number): HandedSource | undefined;
  conceptsOf(name: string): readonly LibraryConcept[];
  /** Every canonical name that carries a concept, sorted. */
  namesOf(concept: Concept): readonly string[];
  cleansOf(name: string): readonly CleanedUse[];
  isOpaque(name: string): boolean;
  /** True for calls whose result is made of their arguments and nothing else. */
  passesOn(name: string): boolean;
  /** True for classes whose objects hold what their constructor was given. */
  isHolder(className: string): boolean;
}
