// The lines of code that a finding is about, with its exact span underlined. Long lines are cut around the span, spans
// of many lines show their first and last.

import type { Span } from '../core/index.ts';
import type { Style } from './style.ts';
import type { Places } from './view.ts';
import { type Cluster, clusters } from './visible.ts';

/** Spans of more lines are cut in the middle. */
const fullLines = 3;

/**
 * `caption` stands behind the last underline, or on its own line when it would not fit. Empty when the report does not
 * hold the file's text.
 */
export function frame(
  place: { readonly path: string; readonly span: Span; readonly caption: string },
  places: Places,
  style: Style,
  columns: number,
): readonly string[] {
  const index = places.linesOf(place.path);
  if (index === undefined) return [];
  const { start, end } = place.span;
  const firstLine = index.lineOf(start);
  const lastLine = index.lineOf(Math.max(start, end - 1));
  const numberWidth = String(lastLine).length;
  const gutter = (text: string): string => style.faint(`${text.padStart(numberWidth)} │`);
  const room = Math.max(40, columns - numberWidth - 8);
  const output: string[] = [];
  for (const line of framedLines(firstLine, lastLine)) {
    if (line === 'cut') {
      output.push(style.faint(`${'⋮'.padStart(numberWidth)} │ (${lastLine - firstLine - 1} more lines)`));
      continue;
    }
    const text = places.textOfLine(place.path, line);
    const lineStart = index.startOf(line);
    // Of a line that the span covers from its beginning, the indentation is not underlined.
    const from =
      line === firstLine ? unitsIn(places, place.path, lineStart, start) : text.length - text.trimStart().length;
    const to = line === lastLine ? unitsIn(places, place.path, lineStart, end) : text.trimEnd().length;
    const shown = clip(clusters(text), from, Math.max(to, from), room);
    const underline = ' '.repeat(shown.before) + '^'.repeat(Math.max(1, shown.marked));
    output.push(`${gutter(String(line))} ${shown.text}`);
    if (line !== lastLine) output.push(`${gutter('')} ${style.mark(underline)}`);
    else if (shown.before + shown.marked + place.caption.length + 1 <= room)
      output.push(`${gutter('')} ${style.mark(`${underline} ${place.caption}`.trimEnd())}`);
    else {
      output.push(`${gutter('')} ${style.mark(underline)}`);
      if (place.caption !== '') output.push(`${gutter('')} ${style.mark(place.caption)}`);
    }
  }
  return output;
}

function framedLines(first: number, last: number): readonly (number | 'cut')[] {
  if (last - first < fullLines) return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  return [first, 'cut', last];
}

/** UTF-16 units between a line's start and an offset. */
function unitsIn(places: Places, path: string, start: number, end: number): number {
  return places.textOf(path, { start, end: Math.max(start, end) }).length;
}

interface Clipped {
  readonly text: string;
  /** columns before the marked stretch, and in it */
  readonly before: number;
  readonly marked: number;
}

/** The part of a line that fits into `room` columns, with as much of the stretch from `from` to `to` as possible. */
function clip(line: readonly Cluster[], from: number, to: number, room: number): Clipped {
  const total = line.reduce((sum, { width }) => sum + width, 0);
  const start = total <= room ? 0 : columnAt(line, from) <= room / 2 ? 0 : columnAt(line, from) - Math.floor(room / 3);
  let text = start > 0 ? '…' : '';
  let column = 0;
  let unit = 0;
  let used = start > 0 ? 1 : 0;
  let before = used;
  let marked = 0;
  for (const { shown, width, length } of line) {
    const isInside = unit >= from && unit < to;
    unit += length;
    column += width;
    if (column <= start) continue;
    if (used + width > room) {
      text += '…';
      break;
    }
    text += shown;
    used += width;
    if (isInside) marked += width;
    else if (unit <= from) before += width;
  }
  return { text, before, marked };
}

function columnAt(line: readonly Cluster[], unit: number): number {
  let column = 0;
  let at = 0;
  for (const { width, length } of line) {
    if (at >= unit) break;
    column += width;
    at += length;
  }
  return column;
}
