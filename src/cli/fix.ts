// `heed fix`: fixes made in memory, shown or written, and what is left told with the reason.

import { type Report, UsageError } from '../core/index.ts';
import { type ChangedFile, type FixOutcome, fixProject, unifiedDiff } from '../fix/index.ts';
import { isAtLeast } from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import type { FixCommand } from './arguments.ts';
import { optionsFor, styleFor } from './check.ts';
import { type ExitCode, exitCodeFor } from './exit-code.ts';
import { describeFixes } from './fix-summary.ts';
import { progressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';

export async function fix(request: FixCommand, terminal: Terminal, rules: readonly Rule[]): Promise<ExitCode> {
  const options = optionsFor(request.check, terminal);
  const { show } = request.check;
  const isShown = (verdict: 'fail' | 'open' | 'pass', byDefault: boolean) => show?.includes(verdict) ?? byDefault;
  const progress = progressLine(terminal);
  const outcome = await fixProject({
    scan: options.scan,
    rules,
    machine: terminal.machine,
    progress,
    isWanted({ fix: known, verdict, severity }) {
      if (!isAtLeast(severity, options.minSeverity)) return false;
      // What does the same as before can be done whatever the verdict.
      return known?.class === 'safe' ? isShown(verdict, true) : request.unsafe && isShown(verdict, verdict === 'fail');
    },
  });
  const style = styleFor(request.colour, terminal);
  const isStdin = (path: string) => path === options.scan.stdin?.path;
  const isLeft = (report: Report) =>
    report.findings.filter(
      ({ verdict, severity, suppression }) =>
        suppression === undefined && isShown(verdict, verdict === 'fail') && isAtLeast(severity, options.minSeverity),
    );
  const summary = describeFixes(outcome, isLeft(outcome.after), { unsafe: request.unsafe, diff: request.diff }, style);
  if (request.diff) {
    terminal.print(outcome.files.map(diffOf).join(''));
    terminal.complain(summary);
    return exitCodeFor(outcome.before, options.gate, options.minSeverity);
  }
  writeFiles(outcome, isStdin, terminal);
  // Text from standard input goes to standard output, changed or not, and nothing else does.
  const { stdin } = options.scan;
  if (stdin === undefined) terminal.print(summary);
  else {
    const bytes = outcome.files.find(({ path }) => isStdin(path))?.after ?? stdin.bytes;
    terminal.print(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    terminal.complain(summary);
  }
  return exitCodeFor(outcome.after, options.gate, options.minSeverity);
}

function diffOf({ path, before, after }: ChangedFile): string {
  const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return unifiedDiff(path, decode(before), decode(after));
}

/** Nothing is written over what somebody else has changed meanwhile. */
function writeFiles({ files }: FixOutcome, isStdin: (path: string) => boolean, terminal: Terminal): void {
  const written = files.filter(({ path }) => !isStdin(path));
  for (const { path, before } of written) {
    const now = terminal.machine.readFile(path);
    const isSame = now.length === before.length && now.every((byte, at) => byte === before[at]);
    if (!isSame) throw new UsageError(`${path} has changed while heed was at work; nothing was written`);
    const why = terminal.whyUnwritable(path);
    if (why !== undefined) throw new UsageError(`${path} cannot be written: ${why}; nothing was written`);
  }
  for (const { path, after } of written) terminal.writeFile(path, after);
}
