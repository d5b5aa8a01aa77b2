// What rules see of an artifact: its concerns that they speak for, and what the project runs on.

import type { Artifact, Concern, Format, Weight } from '../artifacts/index.ts';
import type { FileRole, Span } from '../core/index.ts';
import type { Subject } from './site.ts';
import type { Target } from './target.ts';

/** An artifact that is judged: a file, or something in it. */
export class DataSite implements Subject {
  readonly kind = 'data';
  readonly path: string;
  /** in the file; of what was made from other bytes, where these lie */
  readonly span: Span;
  /** names of what it lies in, and its own: `archive/data.pkl`, `second pickle`; empty for the file itself */
  readonly inside: readonly string[];
  readonly role: FileRole;
  readonly target: Target;
  /** those that the rule listens to */
  readonly concerns: readonly Concern[];
  readonly #artifact: Artifact;
  readonly #concernBySubject = new Map<Subject, Concern>();

  constructor(
    place: Pick<DataSite, 'path' | 'span' | 'inside' | 'role' | 'target'>,
    artifact: Artifact,
    concerns: readonly Concern[],
  ) {
    this.path = place.path;
    this.span = place.span;
    this.inside = place.inside;
    this.role = place.role;
    this.target = place.target;
    this.#artifact = artifact;
    this.concerns = concerns;
  }

  get format(): Format {
    return this.#artifact.format;
  }

  get text(): string {
    return this.inside.at(-1) ?? this.path;
  }

  ofWeight(weight: Weight): readonly Concern[] {
    return this.concerns.filter((concern) => concern.weight === weight);
  }

  /** Points at a concern. */
  at(concern: Concern): Subject {
    const subject = { path: this.path, span: this.inFile(concern.span), text: this.text };
    this.#concernBySubject.set(subject, concern);
    return subject;
  }

  /** The concern that was pointed at. */
  concernOf(subject: Subject): Concern | undefined {
    return this.#concernBySubject.get(subject);
  }

  /** Where a stretch of the artifact lies in the file; of what was made from other bytes, where these lie. */
  inFile({ start, end }: Span): Span {
    const isStored = this.#artifact.place !== undefined;
    return isStored ? { start: this.span.start + start, end: this.span.start + end } : this.span;
  }
}
