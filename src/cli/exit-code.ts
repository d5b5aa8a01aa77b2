// What heed's exit code means. Documented for users: do not change.

import type { Gate } from '../config/index.ts';
import type { Report, Severity } from '../core/index.ts';
import { isAtLeast, undecidedData } from '../report/index.ts';

export type ExitCode = 0 | 1 | 2 | 3 | 4;

export const ExitCode = {
  /** nothing to report */
  clean: 0,
  /** failures at or above the gate */
  findings: 1,
  /** wrong usage or configuration */
  usage: 2,
  /** something was not analysed, or data is not shown to be safe, and no failure met the gate */
  incomplete: 3,
  /** a bug in heed */
  bug: 4,
} as const;

/** `least`: what is below is not reported, and does not count. */
export function exitCodeFor(report: Report, gate: Gate, least: Severity): ExitCode {
  const isGated =
    gate !== 'never' &&
    report.findings.some(
      ({ verdict, severity, suppression }) =>
        verdict === 'fail' && suppression === undefined && isAtLeast(severity, gate),
    );
  if (isGated) return ExitCode.findings;
  const isIncomplete = report.problems.some(({ hidesCode }) => hidesCode) || undecidedData(report, least).length > 0;
  return isIncomplete ? ExitCode.incomplete : ExitCode.clean;
}
