// One data file as `heed inspect` shows it: what lies in it and in that, with what was found and what rules say of it.

import type { Finding, Problem } from './verdict.ts';

export interface OpenedFile {
  readonly path: string;
  /** in bytes; undefined: it could not be opened */
  readonly size: number | undefined;
  /** one for each format that it was read as; empty: nobody reads it */
  readonly artifacts: readonly OpenedArtifact[];
  /** formats that it was tried for */
  readonly tried: readonly string[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export interface OpenedArtifact {
  readonly format: string;
  /** what it is called in what it lies in */
  readonly name: string;
  /** in the file; undefined: it was made from other bytes, by inflating or decoding */
  readonly offset: number | undefined;
  /** in bytes */
  readonly size: number;
  /** facts for people: `protocol` `4` */
  readonly details: readonly (readonly [label: string, text: string])[];
  /** names that reading it looks up */
  readonly names: readonly string[];
  readonly concerns: readonly OpenedConcern[];
  readonly findings: readonly Finding[];
  readonly listing: readonly string[];
  readonly parts: readonly OpenedArtifact[];
}

export interface OpenedConcern {
  /** `zip:duplicate-name` */
  readonly kind: string;
  readonly weight: 'dangerous' | 'unknown' | 'note';
  /** in the artifact's own bytes */
  readonly offset: number;
  readonly length: number;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** as the rule that speaks for it says it; undefined: none does */
  readonly text: string | undefined;
}
