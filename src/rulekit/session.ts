// What the views of one analysis share: the project, the library, the circumstances, and the factory by which views
// make one another. Views ask for each other through the factory, so that their files do not import each other in
// circles.

import type { FileRole, Span, ThreatModel } from '../core/index.ts';
import type { Library } from '../models/index.ts';
import type { Fact, ModuleSemantics, Place, Project, Value } from '../python/semantics/index.ts';
import type { NodeId } from '../python/syntax/index.ts';
import type { ArgumentList } from './argument-list.ts';
import type { FoundOrigin } from './found-origin.ts';
import type { RegisteringCalls, Registrations } from './registrations.ts';
import type {
  CallSite,
  ClassSite,
  CompareSite,
  FunctionView,
  GuardKind,
  GuardView,
  ReferenceSite,
  StoreSite,
  ValueView,
} from './site.ts';
import type { Target } from './target.ts';

/** What an analysis is done under. */
export interface Circumstances {
  readonly project: Project;
  readonly library: Library;
  readonly target: Target;
  readonly threatModel: ThreatModel;
  roleOf(path: string): FileRole;
  /** shared by the sessions of one analysis, which ask the same trees */
  readonly registeringCalls?: RegisteringCalls;
}

/** A step of a proof that came up while a rule looked at a site. */
export interface Note {
  readonly module: ModuleSemantics;
  readonly span: Span;
  readonly text: string;
}

/** A rule has asked for a guard of a kind. */
export interface GuardQuestion {
  readonly kind: GuardKind;
  readonly guard: GuardView | undefined;
}

export interface Session extends Circumstances {
  readonly views: ViewFactory;
  /** Guards that the rule has met at the site it is judging; emptied before each site. */
  readonly notes: Note[];
  /** Guards that the rule has asked for at that site, found or not; emptied with them. */
  readonly asked: GuardQuestion[];
  /** Answers that are asked again and again, by module. */
  readonly memory: Memory;
}

/** Caches of one analysis. Legal because trees and semantics never change while an analysis runs. */
export interface Memory {
  readonly importsByModule: Map<ModuleSemantics, readonly string[]>;
  readonly nodesByFunction: Map<ModuleSemantics, Map<NodeId, readonly NodeId[]>>;
  readonly ancestorsByName: Map<string, readonly string[]>;
  /** calls in the whole project, by the names that were asked for, with spaces between them */
  readonly callsByNames: Map<string, readonly Place[]>;
  /** where facts come from, as far as the search for it was not cut short */
  readonly originByFact: WeakMap<Fact, FoundOrigin>;
  /** functions that were given to a library; found when somebody first asks */
  registrations?: Registrations;
}

export interface ViewFactory {
  value(place: Place): ValueView;
  /** A value that has no expression of its own; `subject` says what to point at. */
  computed(value: Value, subject: Place): ValueView;
  /** An argument that is not there, or may come in `*args` or `**kwargs`; messages point at the call. */
  missing(presence: 'absent' | 'unknown', subject: Place): ValueView;
  call(place: Place, match?: CallMatch): CallSite;
  reference(place: Place, name: string): ReferenceSite;
  store(place: Place, store: StoreParts): StoreSite;
  classSite(place: Place): ClassSite;
  functionView(place: Place): FunctionView;
  comparison(place: Place): CompareSite;
}

/** How a call came to be one of the calls that a rule asked for. */
export interface CallMatch {
  readonly name: string;
  readonly names: readonly string[];
  readonly isUncertain: boolean;
  /** where arguments do not stand in the call itself: `map(f, xs)`, `Thread(target=f, args=(x,))` */
  readonly arguments: ArgumentList | undefined;
  /** concepts that the trigger asked for */
  readonly concepts?: readonly string[];
}

export interface StoreParts {
  readonly name: string;
  readonly value: Place;
  readonly receiver: Place | undefined;
  readonly key: Place | undefined;
  readonly operator: string | undefined;
}
