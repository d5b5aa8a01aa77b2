// A frame of code: numbered lines in their colours, with the stretch that is spoken of marked.

import { type CodeFile, type CodeLine, type CodePlace, type Row, tokenClasses } from '../data.ts';
import { amount, element } from './element.ts';

const linesAround = 3;
/** Of longer stretches the first lines are there. */
const mostLines = 12;

/** `src/app.py:12:5`; without its text a file has no lines. */
export function placeText(files: readonly CodeFile[], [file, line, column]: CodePlace): string {
  const path = files[file]?.path ?? '';
  return line === 0 ? path : `${path}:${line}:${column}`;
}

/** The same of a row, and where in a data file it is. */
export function rowPlace({ at, inData }: Row, files: readonly CodeFile[]): string {
  return `${placeText(files, at)}${inData === undefined ? '' : ` ${inData}`}`;
}

export function codeFrame(files: readonly CodeFile[], at: CodePlace, label: string): HTMLElement {
  const [file, first, , last, from, to] = at;
  const lines = files[file]?.lines ?? {};
  const shown = Math.min(last, first + mostLines - 1);
  const rows: HTMLElement[] = [];
  const isBlank = (line: number): boolean => (lines[line]?.[0] ?? '').trim() === '';
  let [top, bottom] = [Math.max(1, first - linesAround), shown + linesAround];
  while (top < first && isBlank(top)) top++;
  while (bottom > shown && isBlank(bottom)) bottom--;
  for (let line = top; line <= bottom; line++) {
    const code = lines[line];
    if (code === undefined) continue;
    const isMarked = line >= first && line <= shown;
    const begin = line === first ? from : indentOf(code);
    const end = line === last ? to : code[0].length;
    rows.push(
      element(
        'div',
        { class: isMarked ? 'line marked' : 'line' },
        element('span', { class: 'gutter', 'aria-hidden': 'true' }, String(line)),
        element(
          'code',
          {},
          ...(isMarked ? stretches(code, begin, Math.max(end, begin + 1)) : stretches(code, 0, 0)),
          '\n',
        ),
      ),
    );
    if (line === shown && last > shown)
      rows.push(element('div', { class: 'line cut' }, `… ${amount(last - shown, 'more line')}`));
  }
  if (rows.length === 0) return element('p', { class: 'soft' }, 'The report does not hold this code.');
  return element('div', { class: 'code', role: 'group', 'aria-label': label, tabindex: 0 }, ...rows);
}

/** A stretch of code on one line, in its colours. */
export function inlineCode(
  files: readonly CodeFile[],
  [file, line, , last, from, to]: CodePlace,
): HTMLElement | undefined {
  const code = files[file]?.lines[line];
  if (code === undefined) return undefined;
  const end = line === last ? to : code[0].length;
  return element('code', { class: 'inline' }, ...pieces(code, from, end), ...(line === last ? [] : [' …']));
}

function indentOf([text]: CodeLine): number {
  return text.length - text.trimStart().length;
}

function stretches(code: CodeLine, from: number, to: number): readonly Node[] {
  const marked = element('mark', {}, ...pieces(code, from, to));
  return [...pieces(code, 0, from), ...(to > from ? [marked] : []), ...pieces(code, to, code[0].length)];
}

/** The part of a line between two units, coloured. */
function pieces([text, ...runs]: CodeLine, from: number, to: number): readonly Node[] {
  const result: Node[] = [];
  const plain = (start: number, end: number): void => {
    if (end > start) result.push(document.createTextNode(text.slice(start, end)));
  };
  let at = from;
  for (let run = 0; run < runs.length; run += 3) {
    const start = Math.max(from, runs[run] as number);
    const end = Math.min(to, (runs[run] as number) + (runs[run + 1] as number));
    if (end <= start) continue;
    plain(at, start);
    result.push(element('span', { class: tokenClasses[runs[run + 2] as number] }, text.slice(start, end)));
    at = end;
  }
  plain(at, to);
  return result;
}
