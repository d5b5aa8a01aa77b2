// The code that an HTML report shows: of each file only the lines that something points at and a few around them, each
// once, with its colours. Long lines and long spans are cut, so that a report stays small whatever was scanned.

import type { Span } from '../../core/index.ts';
import { createParser, Names, type TokenClass } from '../../python/syntax/index.ts';
import type { Places } from '../view.ts';
import { type Cluster, clusters, visible } from '../visible.ts';
import { type CodeFile, type CodeLine, type CodePlace, tokenClasses } from './data.ts';

const linesAround = 3;
/** Of longer spans the first lines are shown. */
const mostLines = 12;
/** Of longer lines the beginning is shown; no more than `mostBytes` of one is ever looked at. */
const mostUnits = 1000;
const mostBytes = 4 * mostUnits;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly is: TokenClass;
}

/** One file as it is quoted so far. */
interface Quoted {
  readonly path: string;
  readonly index: number;
  readonly lines: Map<number, CodeLine>;
  readonly tokens: readonly Token[];
}

export interface Excerpts {
  placeOf(path: string, span: Span | undefined): CodePlace;
  files(): readonly CodeFile[];
}

export function createExcerpts(places: Places, bytesOf: (path: string) => Uint8Array | undefined): Excerpts {
  const parser = createParser(new Names());
  const quotedByPath = new Map<string, Quoted>();
  const quotedOf = (path: string): Quoted => {
    const known = quotedByPath.get(path);
    if (known !== undefined) return known;
    const bytes = bytesOf(path);
    const tokens = bytes !== undefined && isPython(path, bytes) ? parser.classified(bytes) : [];
    const quoted = { path, index: quotedByPath.size, lines: new Map(), tokens };
    quotedByPath.set(path, quoted);
    return quoted;
  };
  const unitIn = (path: string, line: number, offset: number): number =>
    Math.min(mostUnits, readLine(path, line, places).unitAt(offset));
  return {
    placeOf(path, span) {
      const quoted = quotedOf(path);
      const index = places.linesOf(path);
      if (index === undefined || span === undefined) return [quoted.index, 0, 0, 0, 0, 0];
      const line = index.lineOf(span.start);
      const endLine = index.lineOf(Math.max(span.start, span.end - 1));
      const last = Math.min(endLine, line + mostLines - 1);
      for (let at = Math.max(1, line - linesAround); at <= Math.min(index.lineCount, last + linesAround); at++) {
        if (!quoted.lines.has(at)) quoted.lines.set(at, quoteLine(quoted, at, places));
      }
      const column = places.startOf(path, span)?.column ?? 1;
      return [quoted.index, line, column, endLine, unitIn(path, line, span.start), unitIn(path, endLine, span.end)];
    },
    files: () =>
      [...quotedByPath.values()].map(({ path, lines }) => ({
        path: visible(path),
        lines: Object.fromEntries([...lines].sort(([one], [other]) => one - other)),
      })),
  };
}

/** Other files, such as a Dockerfile, have no colours here. */
function isPython(path: string, bytes: Uint8Array): boolean {
  if (/\.pyw?$|\.pyi$/i.test(path) || path === '<stdin>') return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.includes('.') && /^#!.*python/.test(new TextDecoder().decode(bytes.subarray(0, 100)));
}

function quoteLine({ path, tokens }: Quoted, line: number, places: Places): CodeLine {
  const { start, end, text, unitAt } = readLine(path, line, places);
  const runs: number[] = [];
  for (let at = firstEndingAfter(tokens, start); at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const from = unitAt(token.start);
    if (token.start >= end || from >= mostUnits) break;
    const to = Math.min(unitAt(token.end), mostUnits);
    if (to > from) runs.push(from, to - from, tokenClasses.indexOf(token.is));
  }
  return [text.length > mostUnits ? `${text.slice(0, mostUnits)}…` : text, ...runs];
}

interface ShownLine {
  readonly start: number;
  readonly end: number;
  /** its beginning, as it is shown */
  readonly text: string;
  /** units of `text` before an offset */
  unitAt(offset: number): number;
}

function readLine(path: string, line: number, places: Places): ShownLine {
  const index = places.linesOf(path);
  const start = index?.startOf(line) ?? 0;
  const end = Math.min(index?.endOf(line) ?? 0, start + mostBytes);
  const text = places.textOf(path, { start, end });
  const within = (offset: number): number => Math.max(start, Math.min(offset, end));
  // Most lines are shown as they are, a unit for each byte.
  if (/^[ -~]*$/.test(text)) return { start, end, text, unitAt: (offset) => within(offset) - start };
  const shown = clusters(text);
  return {
    start,
    end,
    text: shown.map((cluster) => cluster.shown).join(''),
    unitAt: (offset) => shownUnits(shown, places.textOf(path, { start, end: within(offset) }).length),
  };
}

/** How many units of the shown text stand for the first `units` of the original. */
function shownUnits(line: readonly Cluster[], units: number): number {
  let original = 0;
  let shown = 0;
  for (const cluster of line) {
    if (original >= units) break;
    original += cluster.length;
    shown += cluster.shown.length;
  }
  return shown;
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
