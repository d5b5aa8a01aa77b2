// `heed inspect FILE`: one data file opened up, whatever it is called.

import type { CheckRequest } from '../config/index.ts';
import { type OpenedFile, UsageError } from '../core/index.ts';
import { toJsonOpened, toTerminalOpened } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { openFile } from '../scan/index.ts';
import type { Colour } from './arguments.ts';
import { defaultColumns, optionsFor, styleFor } from './check.ts';
import { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export interface InspectCommand {
  readonly kind: 'inspect';
  readonly path: string;
  readonly format: 'terminal' | 'json';
  readonly check: CheckRequest;
  readonly colour: Colour;
}

export async function inspect(
  { path, format, check, colour }: InspectCommand,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<ExitCode> {
  if (terminal.machine.kindOf(path) !== 'file') throw new UsageError(`no such file: ${path}; heed inspect takes one`);
  const options = optionsFor(check, terminal);
  const opened = await openFile(path, options.scan, rules, terminal.machine);
  const layout = {
    style: styleFor(colour, terminal),
    columns: terminal.columns ?? defaultColumns,
    expandsTraces: false,
  };
  terminal.print(format === 'json' ? toJsonOpened(opened, version) : toTerminalOpened(opened, layout));
  return exitCodeOf(opened);
}

/** As for `heed check`: what nobody reads is not shown to be safe either. */
function exitCodeOf({ artifacts, findings, problems }: OpenedFile): ExitCode {
  if (findings.some(({ verdict }) => verdict === 'fail')) return ExitCode.findings;
  const isSafe = artifacts.length > 0 && problems.length === 0 && findings.every(({ verdict }) => verdict === 'pass');
  return isSafe ? ExitCode.clean : ExitCode.incomplete;
}
