// The package's public face for programs: check paths, get a report, turn it into a format. Documented for users: do
// not change what is exported here. A composition root: it hands the rules to the layers below.

import { version } from './cli/index.ts';
import { type CheckRequest, resolveOptions } from './config/index.ts';
import type { Report } from './core/index.ts';
import { type ReportView, toHtml, toJson, toMarkdown, toSarif } from './report/index.ts';
import { considerations, pageModules } from './rules/index.ts';
import { nodeMachine, scan } from './scan/index.ts';

export type {
  Coverage,
  Evidence,
  Finding,
  Problem,
  Report,
  Severity,
  Suppression,
  Use,
  VerdictKind,
} from './core/index.ts';
export { version };

export interface CheckOptions {
  /** what relative paths start from; default: the current folder */
  readonly cwd?: string;
  /** a configuration file, instead of the nearest */
  readonly config?: string;
  readonly threatModel?: NonNullable<CheckRequest['threatModel']>;
  /** `3.12`, `>=3.9` */
  readonly python?: string;
  /** false: comments that suppress findings count for nothing */
  readonly suppressions?: boolean;
}

/** Checks files and folders, with the configuration that the command line would use. Throws for wrong paths or options. */
export async function check(paths: readonly string[], options: CheckOptions = {}): Promise<Report> {
  const machine = nodeMachine(options.cwd ?? process.cwd());
  const resolved = resolveOptions(
    {
      paths,
      hasStdin: false,
      show: undefined,
      minSeverity: undefined,
      gate: undefined,
      format: undefined,
      outputs: [],
      config: options.config,
      threatModel: options.threatModel,
      python: options.python,
      suppressions: options.suppressions ?? true,
      stdinFilename: undefined,
    },
    { machine, version, stdin: undefined },
  );
  return scan({ ...resolved.scan, modules: pageModules }, considerations, machine);
}

/** The report as `--format` prints it, with every verdict. */
export function format(
  report: Report,
  as: 'json' | 'sarif' | 'markdown' | 'html',
  cwd: string = process.cwd(),
): string {
  const view: ReportView = {
    report,
    rules: considerations,
    show: new Set(['fail', 'open', 'pass']),
    minSeverity: 'low',
    root: nodeMachine(cwd).cwd,
  };
  return { json: toJson, sarif: toSarif, markdown: toMarkdown, html: toHtml }[as](view);
}
