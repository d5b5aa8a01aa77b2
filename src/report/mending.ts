// What can be done about a finding, for people: who does it, and the lines that it changes, before and after.

import type { Finding, Fix } from '../core/index.ts';
import type { Places } from './view.ts';
import { visible } from './visible.ts';

/** A stretch of lines that a fix replaces by others. */
export interface MendedLines {
  /** of the first, from 1 */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Longer ones are cut. */
const mostColumns = 200;
/** What changes more than that is better looked at with `heed fix --diff`. */
const mostLines = 40;

/** `Pass validate=True (heed fix --unsafe)` */
export function fixText({ title, class: kind, edits, obstacle }: Fix): string {
  if (obstacle !== undefined) return `${title} (not done by heed: ${visible(obstacle)})`;
  if (kind === 'advice' || edits.length === 0) return title;
  return `${title} (${fixCommand(kind)})`;
}

/** How the fix is applied; `undefined`: by hand. */
export function fixCommand(kind: Fix['class']): string | undefined {
  return kind === 'advice' ? undefined : kind === 'safe' ? 'heed fix' : 'heed fix --unsafe';
}

/** Empty when there is nothing to edit, or too much to show. */
export function mendedLines({ path, fix }: Finding, places: Places): readonly MendedLines[] {
  const index = places.linesOf(path);
  if (index === undefined || fix === undefined || fix.edits.length === 0) return [];
  const hunks: { first: number; last: number; edits: (typeof fix.edits)[number][] }[] = [];
  for (const edit of fix.edits) {
    const [first, last] = [index.lineOf(edit.start), index.lineOf(edit.end)];
    const hunk = hunks.at(-1);
    if (hunk !== undefined && first <= hunk.last + 1) {
      hunk.last = Math.max(hunk.last, last);
      hunk.edits.push(edit);
    } else hunks.push({ first, last, edits: [edit] });
  }
  if (hunks.reduce((sum, { first, last }) => sum + last - first + 1, 0) > mostLines) return [];
  return hunks.map(({ first, last, edits }) => {
    const [start, end] = [index.startOf(first), index.endOf(last)];
    let after = '';
    let at = start;
    for (const edit of edits) {
      after += places.textOf(path, { start: at, end: edit.start }) + edit.text;
      at = edit.end;
    }
    after += places.textOf(path, { start: at, end: Math.max(at, end) });
    return changed(first, linesOf(places.textOf(path, { start, end })), linesOf(after));
  });
}

/** Without the lines that stay as they are at both ends. */
function changed(line: number, before: readonly string[], after: readonly string[]): MendedLines {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const shown = (lines: readonly string[]): readonly string[] =>
    lines.slice(head, lines.length - tail).map((text) => {
      const safe = visible(text.slice(0, mostColumns));
      return text.length > mostColumns ? `${safe}…` : safe;
    });
  return { line: line + head, before: shown(before), after: shown(after) };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
