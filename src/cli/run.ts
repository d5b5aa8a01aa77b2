// The whole program on one screen: a request is read and performed, and whatever stops it becomes a message and an exit
// code. The only place that catches what others throw.

import { HeedBug, UsageError } from '../core/index.ts';
import { toFailedSarif } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { type Request, readArguments } from './arguments.ts';
import { check, styleFor } from './check.ts';
import { debug } from './debug.ts';
import { ExitCode } from './exit-code.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { helpText } from './help.ts';
import { inspect } from './inspect.ts';
import { listRules } from './list-rules.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export async function run(argv: readonly string[], terminal: Terminal, rules: readonly Rule[]): Promise<ExitCode> {
  let request: Request | undefined;
  try {
    request = readArguments(argv);
    return await perform(request, terminal, rules);
  } catch (error) {
    return fail(error, request, terminal);
  }
}

async function perform(request: Request, terminal: Terminal, rules: readonly Rule[]): Promise<ExitCode> {
  switch (request.kind) {
    case 'check':
    case 'report':
      return check(request, terminal, rules);
    case 'fix':
      return fix(request, terminal, rules);
    case 'inspect':
      return inspect(request, terminal, rules);
    case 'explain':
      terminal.print(
        await explain(request.subject, request.check, styleFor(request.colour, terminal), terminal, rules),
      );
      return ExitCode.clean;
    case 'rules':
      terminal.print(listRules(request, rules, styleFor(request.colour, terminal)));
      return ExitCode.clean;
    case 'debug':
      terminal.print(debug(request, terminal));
      return ExitCode.clean;
    case 'help':
      terminal.print(helpText);
      return ExitCode.clean;
    case 'version':
      terminal.print(`${version}\n`);
      return ExitCode.clean;
  }
}

function fail(error: unknown, request: Request | undefined, terminal: Terminal): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  writeFailedReports(message, request, terminal);
  if (error instanceof UsageError) {
    terminal.complain(`heed: ${message}\n`);
    return ExitCode.usage;
  }
  const what = error instanceof HeedBug ? message : error instanceof Error ? (error.stack ?? message) : message;
  terminal.complain(
    `heed: this is a bug in heed ${version}, not in your code. Please report it with the lines below.\n${what}\n`,
  );
  return ExitCode.bug;
}

/** Who asked for SARIF gets a log that says why there is nothing in it, instead of an old or an empty file. */
function writeFailedReports(message: string, request: Request | undefined, terminal: Terminal): void {
  if (request?.kind !== 'check' && request?.kind !== 'report') return;
  const text = toFailedSarif(version, message);
  if (request.check.format === 'sarif') terminal.print(text);
  for (const { path, format } of request.check.outputs) {
    if (format !== 'sarif') continue;
    try {
      terminal.writeFile(path, text);
    } catch {
      // The message on standard error says what went wrong first; this file is the lesser loss.
    }
  }
}
