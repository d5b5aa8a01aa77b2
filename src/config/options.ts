// One frozen set of options out of what the command line asks, what the configuration file says, and defaults, in this
// order. Nothing below this layer reads a flag or a file of settings.

import { type Severity, type ThreatModel, UsageError, type VerdictKind } from '../core/index.ts';
import type { Target } from '../rulekit/index.ts';
import { type Machine, projectRootOf, type ScanOptions } from '../scan/index.ts';
import type { Gate } from './configuration.ts';
import { type ConfigurationFile, findConfiguration, readNamedConfiguration } from './configuration-file.ts';
import { readVersionRange } from './python-versions.ts';
import { findRequirements } from './requirements.ts';
import { findTarget } from './target.ts';

export type Format = 'terminal' | 'json' | 'sarif' | 'markdown' | 'html';

/** What the command line asks of a check; `undefined`: not said. */
export interface CheckRequest {
  readonly paths: readonly string[];
  /** text comes from standard input too */
  readonly hasStdin: boolean;
  readonly show: readonly VerdictKind[] | undefined;
  readonly minSeverity: Severity | undefined;
  readonly gate: Gate | undefined;
  readonly format: Format | undefined;
  readonly outputs: readonly Output[];
  readonly config: string | undefined;
  readonly threatModel: ThreatModel | undefined;
  readonly python: string | undefined;
  readonly suppressions: boolean;
  /** the path that text from standard input stands for */
  readonly stdinFilename: string | undefined;
}

/** A report written to a file; the file's extension names the format. */
export interface Output {
  readonly path: string;
  readonly format: Format;
}

export interface Options {
  readonly scan: ScanOptions;
  readonly show: ReadonlySet<VerdictKind>;
  readonly minSeverity: Severity;
  readonly gate: Gate;
  readonly format: Format;
  readonly outputs: readonly Output[];
  /** the configuration file in force */
  readonly configuredBy: string | undefined;
}

export function resolveOptions(
  request: CheckRequest,
  surroundings: { readonly machine: Machine; readonly version: string; readonly stdin: Uint8Array | undefined },
): Options {
  const { machine, version, stdin } = surroundings;
  const start = request.paths[0] ?? request.stdinFilename ?? '.';
  const file =
    request.config === undefined ? findConfiguration(start, machine) : readNamedConfiguration(request.config, machine);
  const configuration = file?.configuration ?? {};
  const minSeverity = request.minSeverity ?? configuration['min-severity'] ?? 'low';
  const scan: ScanOptions = {
    paths: request.paths,
    exclude: configuration.exclude ?? [],
    root: file?.folder ?? machine.cwd,
    roles: configuration.roles ?? [],
    threatModel: request.threatModel ?? configuration['threat-model'],
    sanitizers: configuration.sanitizers ?? [],
    target: {
      ...targetOf(request, file, start, machine),
      ...(configuration.expat === undefined ? {} : { expat: configuration.expat }),
      ...(configuration.openssl === undefined ? {} : { openssl: configuration.openssl }),
    },
    suppressions: request.suppressions,
    acknowledged: configuration.ignore ?? [],
    trustedNames: configuration.pickle?.['trusted-names'] ?? [],
    ...(file === undefined ? {} : { configuredBy: file.path }),
    stdin: stdin === undefined ? undefined : { path: request.stdinFilename ?? '<stdin>', bytes: stdin },
    version,
  };
  return Object.freeze({
    scan: Object.freeze(scan),
    show: new Set(request.show ?? configuration.show ?? (['fail'] as const)),
    minSeverity,
    // What a report leaves out should not break a build unasked.
    gate: request.gate ?? configuration.gate ?? minSeverity,
    format: request.format ?? 'terminal',
    outputs: request.outputs,
    configuredBy: file?.path,
  });
}

function targetOf(request: CheckRequest, file: ConfigurationFile | undefined, start: string, machine: Machine): Target {
  const requirements = findRequirements(projectRootOf(start, machine), machine);
  const target = pythonOf(request, file, start, machine);
  return requirements === undefined ? target : { ...target, requirements };
}

function pythonOf(request: CheckRequest, file: ConfigurationFile | undefined, start: string, machine: Machine): Target {
  if (request.python !== undefined) {
    const range = readVersionRange(request.python);
    if (range === undefined) {
      throw new UsageError(`--python ${request.python} admits no version that heed knows; write 3.12 or ">=3.9"`);
    }
    return { ...range, source: 'configuration' };
  }
  const configured = file?.configuration.python;
  if (configured !== undefined) return { ...configured, source: 'configuration' };
  return findTarget(projectRootOf(start, machine), machine);
}
