// `heed check` and `heed report`: options, scan, reports, exit code.

import { resolve } from 'node:path';
import { type CheckRequest, type Format, type Options, type Output, resolveOptions } from '../config/index.ts';
import { type Report, UsageError } from '../core/index.ts';
import {
  colourStyle,
  type Layout,
  plainStyle,
  type ReportView,
  type Style,
  toHtml,
  toJson,
  toMarkdown,
  toPageJson,
  toSarif,
  toTerminal,
  toTerminalPage,
} from '../report/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { pageModules } from '../rules/index.ts';
import { nearestTo, scan } from '../scan/index.ts';
import { type CheckCommand, type Colour, commands } from './arguments.ts';
import { type ExitCode, exitCodeFor } from './exit-code.ts';
import { describeTimings, progressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export async function check(request: CheckCommand, terminal: Terminal, rules: readonly Rule[]): Promise<ExitCode> {
  refuseMistypedCommand(request.check.paths, terminal);
  refuseUnwritable(request.check.outputs, terminal);
  const options = optionsFor(request.check, terminal);
  const progress = progressLine(terminal);
  const report = await scan({ ...options.scan, modules: pageModules }, rules, terminal.machine, progress);
  progress.startReport();
  const style = styleFor(request.colour, terminal);
  const columns = terminal.columns ?? defaultColumns;
  const layout = { style, columns, expandsTraces: request.trace };
  writeReports(report, options, rules, layout, request.kind === 'report' ? pageWriters : listWriters, terminal);
  progress.finishReport();
  if (request.timing) terminal.complain(describeTimings(progress.timings));
  return exitCodeFor(report, options.gate, options.minSeverity);
}

export function optionsFor(request: CheckRequest, terminal: Terminal): Options {
  const stdin = request.hasStdin ? terminal.readStdin() : undefined;
  return resolveOptions(request, { machine: terminal.machine, version, stdin });
}

/** Colour only for a terminal, unless the user says otherwise; see https://no-color.org. */
export function styleFor(colour: Colour, terminal: Terminal): Style {
  if (colour !== 'auto') return colour === 'always' ? colourStyle : plainStyle;
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return plainStyle;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR === '0' ? plainStyle : colourStyle;
  return terminal.columns !== undefined && TERM !== 'dumb' ? colourStyle : plainStyle;
}

/** Text that is not shown on a terminal is cut at this width. */
export const defaultColumns = 120;

type Writers = Readonly<Record<Format, (view: ReportView, layout: Layout) => string>>;

const listWriters: Writers = {
  terminal: toTerminal,
  json: toJson,
  sarif: toSarif,
  markdown: toMarkdown,
  html: toHtml,
};

/** The page of security considerations; the formats for other programs' lists stay what they are. */
const pageWriters: Writers = { ...listWriters, terminal: toTerminalPage, json: toPageJson };

/** Standard output first: a file that cannot be written costs nothing else. */
function writeReports(
  report: Report,
  options: Options,
  rules: readonly Rule[],
  layout: Layout,
  writers: Writers,
  terminal: Terminal,
): void {
  const { show, minSeverity } = options;
  const { machine } = terminal;
  const [path, ...others] = options.scan.paths;
  const isFolder = path !== undefined && others.length === 0 && machine.kindOf(path) === 'directory';
  const folder = isFolder ? resolve(machine.cwd, path) : undefined;
  const view: ReportView = { report, rules, show, minSeverity, root: machine.cwd, folder };
  terminal.print(writers[options.format](view, layout));
  for (const { path, format } of options.outputs) {
    try {
      terminal.writeFile(path, writers[format](view, { ...layout, style: plainStyle, columns: defaultColumns }));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(`the report could not be written to ${path}: ${why}`);
    }
  }
}

/** Found before the work, not after it. */
function refuseUnwritable(outputs: readonly Output[], terminal: Terminal): void {
  for (const { path } of outputs) {
    const why = terminal.whyUnwritable(path);
    if (why !== undefined) throw new UsageError(`--output ${path} cannot be written: ${why}`);
  }
}

/** `heed explian PKL-01`: better answered than looked for as a file. */
function refuseMistypedCommand(paths: readonly string[], terminal: Terminal): void {
  const [first, second] = paths;
  if (first === undefined || second === undefined || terminal.machine.kindOf(first) !== 'missing') return;
  const near = nearestTo(first, commands);
  if (near !== undefined) throw new UsageError(`no such file or command: ${first}; did you mean heed ${near}?`);
}
