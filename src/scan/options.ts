// What a scan is asked to do. `config` fills this from flags and files; nothing in `scan` reads either.

import type { FileRole, ThreatModel } from '../core/index.ts';
import type { Sanitizer } from '../models/index.ts';
import type { Target } from '../rulekit/index.ts';
import type { AcknowledgedFindings } from './acknowledge.ts';
import type { LineInQuestion } from './explain.ts';

export interface ScanOptions {
  /** files and folders, as the user wrote them */
  readonly paths: readonly string[];
  /** gitignore-style patterns, relative to `root` */
  readonly exclude: readonly string[];
  /** the folder that `exclude` and `roles` are relative to; absolute */
  readonly root: string;
  /** gitignore-style pattern → role; the last one that matches decides */
  readonly roles: readonly (readonly [pattern: string, role: FileRole])[];
  /** undefined: guessed from the code */
  readonly threatModel: ThreatModel | undefined;
  /** functions of the project whose results are harmless */
  readonly sanitizers?: readonly Sanitizer[];
  readonly target: Target;
  /** false: comments that suppress findings are not obeyed */
  readonly suppressions: boolean;
  /** text that stands in for a file, as an editor or a pipe hands it over */
  readonly stdin: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Explains a line of this file, and judges nothing else; the project around it is read for what it defines. */
  readonly explain?: LineInQuestion;
  /** findings that the configuration acknowledges */
  readonly acknowledged?: readonly AcknowledgedFindings[];
  /** names in pickles that the project trusts */
  readonly trustedNames?: readonly string[];
  /** the configuration file, for problems with it */
  readonly configuredBy?: string;
  /** true: data is not looked for; code alone is judged */
  readonly isWithoutData?: boolean;
  /** modules whose imports are to be counted */
  readonly modules?: readonly string[];
  /** version of heed, for the report */
  readonly version: string;
}
