// What is read from a file that starts Python, in one shape for all kinds of files.

import type { Span } from '../core/index.ts';
import type { FileKind } from './file-kind.ts';
import type { Place } from './place.ts';
import type { OpenDirectory, PythonCommand, Starter } from './python-command.ts';
import type { Setting } from './shell.ts';
import type { Word } from './word.ts';

/** A variable that Python reads, where it is set. */
export interface VariableSetting extends Setting {
  readonly statement: Span;
  readonly starter: Starter;
  readonly user: string | undefined;
  readonly directory: Place;
  /** `keep`: a caller's own value is let through (sudoers), `value` is then empty */
  readonly how: 'set' | 'keep';
  /** the variable has no value before, as far as the file tells, so that `$NAME` in the value is empty */
  readonly isFirst: boolean;
}

/** A line of a file that Python or its `site` reads on every start. */
export interface StartLine {
  readonly span: Span;
  readonly text: Word;
  /**
   * `path`: a directory for `sys.path`; `code`: an import line, run as it is; `entry-point`: a function that is called;
   * `import-site`: of a `._pth`; `setting`: of a `pyvenv.cfg`
   */
  readonly kind: 'path' | 'code' | 'entry-point' | 'import-site' | 'setting';
  /** of a setting */
  readonly key: string;
}

/** Something in a deployment that bears on who may attach to its processes. */
export interface Hardening {
  readonly span: Span;
  /** `closes`: takes privileges away; `opens`: lets other processes trace these */
  readonly kind: 'closes' | 'opens';
  readonly text: string;
  /** of a file with several services or images, the part that it speaks about */
  readonly part: string;
}

export interface StartFile {
  readonly kind: FileKind;
  readonly commands: readonly PythonCommand[];
  readonly settings: readonly VariableSetting[];
  readonly open: readonly OpenDirectory[];
  readonly lines: readonly StartLine[];
  readonly hardening: readonly Hardening[];
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

/** What a reader fills in. */
export interface Draft {
  readonly commands: PythonCommand[];
  readonly settings: VariableSetting[];
  readonly open: OpenDirectory[];
  readonly lines: StartLine[];
  readonly hardening: Hardening[];
  readonly problems: { span: Span; message: string }[];
}

export const emptyDraft = (): Draft => ({
  commands: [],
  settings: [],
  open: [],
  lines: [],
  hardening: [],
  problems: [],
});
