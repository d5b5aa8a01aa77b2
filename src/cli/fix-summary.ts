// What `heed fix` says at its end: what was fixed, by file, and what is left and why.

import type { Finding, FixClass } from '../core/index.ts';
import { type Fixed, type FixOutcome, isAbout } from '../fix/index.ts';
import { amount, placesOf, type Style, visible } from '../report/index.ts';

interface Mode {
  readonly unsafe: boolean;
  readonly diff: boolean;
}

export function describeFixes(
  { after, fixed, dropped, files }: FixOutcome,
  left: readonly Finding[],
  mode: Mode,
  style: Style,
): string {
  const lines: string[] = [];
  const paths = [...new Set(fixed.map(({ finding }) => finding.path))].sort();
  for (const path of paths) {
    lines.push(style.strong(visible(path)));
    const own = fixed.filter(({ finding }) => finding.path === path).sort((one, other) => one.line - other.line);
    for (const { finding, line, title } of own) {
      lines.push(`  ${String(line).padStart(5)}  ${finding.ruleId}  ${title}${style.faint(unsafeMark(finding))}`);
    }
    lines.push('');
  }
  const places = placesOf(after);
  // What has no fix is what heed check is for; it is counted here, and not listed.
  const rows = left.flatMap((finding) => {
    const why = dropped.some((each) => isAbout(each, finding)) ? undefined : whyLeft(finding, mode);
    const line = places.startOf(finding.path, finding.span)?.line ?? 1;
    return why === undefined ? [] : [`  ${visible(finding.path)}:${line}  ${finding.ruleId}  ${visible(why)}`];
  });
  if (rows.length > 0) lines.push(style.strong('Left as it is'), ...rows, '');
  if (dropped.length > 0) {
    const tried = dropped.map(
      ({ path, line, ruleId, title, why }) => `  ${visible(path)}:${line}  ${ruleId}  ${title}: ${visible(why)}`,
    );
    lines.push(style.strong('Not applied'), ...tried, '');
  }
  const unknown = left.filter(({ fix }) => fix === undefined).length;
  lines.push(style.strong(countLine(fixed, files.length, mode)), leftLine(left.length, unknown));
  return `${lines.filter((line, at) => line !== '' || at < lines.length - 1).join('\n')}\n`;
}

const unsafeMark = ({ fix }: Finding): string => (fix?.class === 'unsafe' ? ' (unsafe)' : '');

/** undefined: nothing is known that could be done. */
function whyLeft({ fix }: Finding, { unsafe }: Mode): string | undefined {
  if (fix === undefined) return undefined;
  if (fix.obstacle !== undefined) return `${fix.title}: not by itself, ${fix.obstacle}`;
  if (fix.class === 'advice') return `advice: ${fix.title}`;
  return fix.class === 'unsafe' && !unsafe ? `${fix.title}: with --unsafe` : undefined;
}

function countLine(fixed: readonly Fixed[], files: number, { diff }: Mode): string {
  const verb = diff ? 'Would fix' : 'Fixed';
  if (fixed.length === 0) return diff ? 'Nothing would change.' : 'Nothing to fix.';
  const countOf = (kind: FixClass) => fixed.filter(({ finding }) => finding.fix?.class === kind).length;
  const [safe, unsafe] = [countOf('safe'), countOf('unsafe')];
  const split = safe > 0 && unsafe > 0 ? ` (${safe} safe, ${unsafe} unsafe)` : '';
  return `${verb} ${amount(fixed.length, 'finding')}${split} in ${amount(files, 'file')}.`;
}

function leftLine(left: number, unknown: number): string {
  if (left === 0) return 'Nothing is left.';
  const hint = unknown === 0 ? '' : `, ${unknown} of them without a known fix`;
  return `${amount(left, 'finding')} left${hint}; heed check shows ${left === 1 ? 'it' : 'them'}.`;
}
