// Findings that the project's configuration acknowledges: by file and rule, for files that have no room for a comment.
// Each entry has its reason, and one that acknowledges nothing is told of, as comments are.

import type { Finding, Problem } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { type IgnoreRules, isIgnored, noIgnoreRules, withPatterns } from './ignore-rules.ts';
import type { Machine } from './machine.ts';
import { nearestTo } from './nearest.ts';
import type { ScanOptions } from './options.ts';

/** An entry of the configuration. */
export interface AcknowledgedFindings {
  /** in the pattern language of .gitignore, relative to the options' `root` */
  readonly path: string;
  /** id or code */
  readonly rule: string;
  readonly reason: string;
}

interface Entry extends AcknowledgedFindings {
  readonly patterns: IgnoreRules;
  isUsed: boolean;
}

interface Acknowledged {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** `paths`: of all files that were looked at, without which nobody can say that an entry is of no use. */
export function acknowledge(
  findings: readonly Finding[],
  paths: readonly string[],
  rules: readonly Rule[],
  options: Pick<ScanOptions, 'acknowledged' | 'root' | 'configuredBy'>,
  machine: Machine,
): Acknowledged {
  const { acknowledged = [], root, configuredBy = 'heed.toml' } = options;
  if (acknowledged.length === 0) return { findings, problems: [] };
  const entries = acknowledged.map(
    (entry): Entry => ({ ...entry, patterns: withPatterns(noIgnoreRules, root, [entry.path]), isUsed: false }),
  );
  const isFor = ({ patterns }: Entry, path: string) => isIgnored(patterns, machine.absolute(path), false);
  const judged = findings.map((finding): Finding => {
    if (finding.verdict === 'pass') return finding;
    const entry = entries.find((each) => isAbout(each, finding) && isFor(each, finding.path));
    if (entry === undefined) return finding;
    entry.isUsed = true;
    if (finding.suppression !== undefined) return finding;
    return { ...finding, suppression: { span: undefined, reason: entry.reason, dialect: 'configuration' } };
  });
  const problem = (kind: Problem['kind'], message: string): Problem => ({
    kind,
    path: configuredBy,
    span: undefined,
    message,
    hidesCode: false,
  });
  const names = rules.flatMap(({ id, code, alsoCodes = [] }) => [id, code, ...alsoCodes]);
  const problems = entries.flatMap((entry) => {
    if (!names.some((name) => isSame(name, entry.rule))) {
      const near = nearestTo(entry.rule, names);
      const hint = near === undefined ? 'see heed rules' : `did you mean ${near}?`;
      return [problem('suppression', `ignore names a rule that there is not: ${entry.rule}; ${hint}`)];
    }
    if (entry.isUsed || !paths.some((path) => isFor(entry, path))) return [];
    return [problem('unused-suppression', `nothing to ignore: heed reports no ${entry.rule} in ${entry.path}`)];
  });
  return { findings: judged, problems };
}

function isAbout({ rule }: AcknowledgedFindings, { ruleId, code }: Finding): boolean {
  return isSame(rule, ruleId) || isSame(rule, code);
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
