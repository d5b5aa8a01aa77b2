// The end of a scan: findings and problems in their final order, what was covered, and the text of the files that the
// report will quote.

import type {
  Coverage,
  Finding,
  LineExplanation,
  Problem,
  Report,
  ReportedFile,
  SiteExplanation,
  ThreatModel,
  Use,
  ValueExplanation,
} from '../core/index.ts';
import type { Target } from '../rulekit/index.ts';
import type { CoveredData } from './analyse-data.ts';
import { mergeProblems } from './merge-problems.ts';
import { quotedText } from './quoted-text.ts';

/** A file as it was read. */
interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Collected {
  readonly files: readonly ReadFile[];
  /** data that is not among `files` */
  readonly data: readonly CoveredData[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly tooMuch: readonly string[];
  readonly target: Target;
  readonly threatModel: ThreatModel;
  readonly threatModelReason: string;
  readonly version: string;
  readonly explanation: LineExplanation | undefined;
  readonly imports?: ReadonlyMap<string, Use>;
  readonly starts?: Use | undefined;
}

export function collect(parts: Collected): Report {
  const findings = [...parts.findings].sort(byPlace);
  const problems = mergeProblems([...parts.problems].sort(byPlaceOfProblem));
  const imports = parts.imports ?? new Map<string, Use>();
  const quoted = new Set([
    ...findings.flatMap(({ path, evidence, trace }) => [path, ...[...evidence, ...trace].map((step) => step.path)]),
    ...problems.map(({ path }) => path),
    ...[...imports.values(), ...(parts.starts === undefined ? [] : [parts.starts])].map(({ first }) => first.path),
    ...(parts.explanation === undefined
      ? []
      : [parts.explanation.path, ...parts.explanation.sites.flatMap(pathsOfSite)]),
  ]);
  const files = new Map<string, ReportedFile>();
  for (const file of parts.files) {
    if (quoted.has(file.path)) files.set(file.path, { path: file.path, bytes: quotedText(file.bytes) });
  }
  for (const { path, text } of parts.data) if (text !== undefined) files.set(path, { path, bytes: text });
  const covered = [...parts.files.map(({ path, bytes }) => ({ path, size: bytes.length })), ...parts.data];
  return {
    version: parts.version,
    findings,
    problems,
    coverage: coverageOf(covered, problems, parts.tooMuch.length),
    files,
    target: describeTarget(parts.target),
    threatModel: parts.threatModel,
    threatModelReason: parts.threatModelReason,
    imports,
    starts: parts.starts,
    ...(parts.explanation === undefined ? {} : { explanation: parts.explanation }),
  };
}

function pathsOfSite({ path, values, calledFrom }: SiteExplanation): readonly string[] {
  return [path, ...calledFrom.map((call) => call.path), ...values.flatMap(pathsOfValue)];
}

function pathsOfValue({ path, origin, checks, parts }: ValueExplanation): readonly string[] {
  const own = [path, ...checks.map((check) => check.path), ...parts.flatMap(pathsOfValue)];
  return origin?.path === undefined ? own : [...own, origin.path];
}

/** A file that could not be read was not analysed; one with any other problem that hides code was analysed in part. */
function coverageOf(
  files: readonly Pick<CoveredData, 'path' | 'size'>[],
  problems: readonly Problem[],
  cutShort: number,
): Coverage {
  // A problem of configuration is about no file.
  const hiding = problems.filter(({ hidesCode, kind }) => hidesCode && kind !== 'configuration');
  const readPaths = new Set(files.map(({ path }) => path));
  const partly = new Set(hiding.map(({ path }) => path).filter((path) => readPaths.has(path)));
  const notAnalysed = new Set(hiding.map(({ path }) => path).filter((path) => !readPaths.has(path)));
  return {
    files: files.length + notAnalysed.size,
    analysed: files.length - partly.size,
    partly: partly.size,
    notAnalysed: notAnalysed.size,
    cutShort,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** For people: `Python 3.9 to 3.15 (default)`, `Python 3.11 (Dockerfile), Expat 2.6.0`. */
function describeTarget(target: Target): string {
  const patch = target.patch === undefined ? '' : `.${target.patch}`;
  const [oldest, newest] = [target.minimum.join('.'), target.maximum.join('.')];
  const source = target.source === 'configuration' ? 'configured' : target.source;
  const isOne = target.isExact === true || (oldest === newest && patch === '');
  const range = isOne ? `${oldest}${patch}` : `${oldest}${patch} to ${newest}`;
  const others = [
    target.deployed &&
      target.deployed.source !== target.source &&
      `${target.deployed.source}: ${target.deployed.release.join('.')}`,
    target.expat && `Expat ${target.expat.join('.')}`,
    target.openssl && `OpenSSL ${target.openssl.join('.')}`,
  ].filter((each) => typeof each === 'string');
  return [`Python ${range} (${source})`, ...others].join(', ');
}

function byPlace(one: Finding, other: Finding): number {
  return (
    compareText(one.path, other.path) ||
    one.span.start - other.span.start ||
    one.span.end - other.span.end ||
    compareText(one.ruleId, other.ruleId)
  );
}

function byPlaceOfProblem(one: Problem, other: Problem): number {
  return (
    compareText(one.path, other.path) ||
    (one.span?.start ?? -1) - (other.span?.start ?? -1) ||
    compareText(one.kind, other.kind) ||
    compareText(one.message, other.message)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
