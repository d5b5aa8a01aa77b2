// What heed's exit code means. Documented for users: do not change.

import type { Gate } from '../config/index.ts';
import type { Report } from '../core/index.ts';
import { isAtLeast } from '../report/index.ts';

export type ExitCode = 0 | 1 | 2 | 3 | 4;

export const ExitCode = {
  /** nothing to report */
  clean: 0,
  /** failures at or above the gate */
  findings: 1,
  /** wrong usage or configuration */
  usage: 2,
  /** something was not analysed, and no failure met the gate */
  incomplete: 3,
  /** a bug in heed */
  bug: 4,
} as const;

export function exitCodeFor(report: Report, gate: Gate): ExitCode {
  const isGated =
    gate !== 'never' &&
    report.findings.some(
      ({ verdict, severity, suppression }) =>
        verdict === 'fail' && suppression === undefined && isAtLeast(severity, gate),
    );
  if (isGated) return ExitCode.findings;
  return report.problems.some(({ hidesCode }) => hidesCode) ? ExitCode.incomplete : ExitCode.clean;
}
