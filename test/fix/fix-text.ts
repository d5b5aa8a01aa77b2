// Fixes the one file of a made-up project, with a few rules whose fixes are of every shape, or with those that are given.

import { type FixOutcome, fixProject } from '../../src/fix/index.ts';
import type { Rule, Target } from '../../src/rulekit/index.ts';
import lenientDecode from '../../src/rules/base64/lenient-decode.ts';
import digestCompared from '../../src/rules/hashlib/digest-compared.ts';
import messageFromInput from '../../src/rules/logging/message-from-input.ts';
import clientDefaultUnverified from '../../src/rules/ssl/client-default-unverified.ts';
import verificationOffEverywhere from '../../src/rules/ssl/verification-off-everywhere.ts';
import preexec from '../../src/rules/subprocess/preexec-with-threads.ts';
import shellCommand from '../../src/rules/subprocess/shell-command-from-input.ts';
import nameBeforeFile from '../../src/rules/tempfile/name-before-file.ts';
import { nodeMachine } from '../../src/scan/index.ts';
import { makeFolder } from '../cli/made-up-terminal.ts';
import { defaultTarget } from '../rules/fixture.ts';

const fewRules: readonly Rule[] = [
  lenientDecode,
  digestCompared,
  messageFromInput,
  clientDefaultUnverified,
  verificationOffEverywhere,
  shellCommand,
  preexec,
  nameBeforeFile,
];

export interface FixedText {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly outcome: FixOutcome;
  /** why findings with a fix still stand, in source order */
  readonly obstacles: readonly string[];
}

export async function fixText(
  source: string | Uint8Array,
  options: {
    readonly rules?: readonly Rule[];
    readonly target?: Target;
    readonly more?: Readonly<Record<string, string>>;
  } = {},
): Promise<FixedText> {
  const machine = nodeMachine(makeFolder({ 'app.py': source, ...options.more }));
  const outcome = await fixProject({
    scan: {
      paths: ['.'],
      exclude: [],
      root: machine.cwd,
      roles: [],
      threatModel: 'web',
      target: options.target ?? defaultTarget,
      suppressions: true,
      stdin: undefined,
      version: 'test',
    },
    rules: options.rules ?? fewRules,
    machine,
    isWanted: () => true,
  });
  const changed = outcome.files.find(({ path }) => path === 'app.py')?.after;
  const bytes = changed ?? (typeof source === 'string' ? new TextEncoder().encode(source) : source);
  return {
    bytes,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    outcome,
    obstacles: outcome.after.findings.flatMap(({ fix }) => fix?.obstacle ?? []),
  };
}
