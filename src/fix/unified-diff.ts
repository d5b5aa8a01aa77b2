// The difference of two texts as `diff -u` and `git apply` write it.

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;
/** Differing lines that are compared one by one; beyond that, everything between the first and the last is replaced. */
const MAX_DISTANCE = 1000;

interface Change {
  /** lines of the old text, from 0, end not included */
  readonly from: number;
  readonly to: number;
  /** lines of the new text */
  readonly newFrom: number;
  readonly newTo: number;
}

/** Empty when the texts are equal. Paths are written as they are given, behind `a/` and `b/`. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changes = changesBetween(old, now);
  if (changes.length === 0) return '';
  const out = [`--- a/${path}\n`, `+++ b/${path}\n`];
  for (const hunk of hunksOf(changes)) {
    const [first, last] = [hunk[0] as Change, hunk.at(-1) as Change];
    const from = Math.max(0, first.from - CONTEXT);
    const to = Math.min(old.length, last.to + CONTEXT);
    const newFrom = first.newFrom - (first.from - from);
    const newTo = last.newTo + (to - last.to);
    out.push(`@@ -${rangeOf(from, to)} +${rangeOf(newFrom, newTo)} @@\n`);
    let at = from;
    for (const change of hunk) {
      while (at < change.from) out.push(marked(' ', old[at++] as string));
      while (at < change.to) out.push(marked('-', old[at++] as string));
      for (let line = change.newFrom; line < change.newTo; line++) out.push(marked('+', now[line] as string));
    }
    while (at < to) out.push(marked(' ', old[at++] as string));
  }
  return out.join('');
}

/** Lines with their ends; only `\n` ends one, as in diff. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** `start,length`; of an empty range, the line before it. */
function rangeOf(from: number, to: number): string {
  if (to - from === 1) return String(from + 1);
  return `${to === from ? from : from + 1},${to - from}`;
}

function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.from - last.to <= 2 * CONTEXT) (hunks.at(-1) as Change[]).push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** Eugene Myers, An O(ND) Difference Algorithm (1986), on what is left between the common ends. */
function changesBetween(old: readonly string[], now: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [rows, columns] = [old.length - head - tail, now.length - head - tail];
  if (rows === 0 && columns === 0) return [];
  const trail = shortestTrail(rows, columns, (row, column) => old[head + row] === now[head + column]);
  const steps =
    trail === undefined ? [{ from: 0, to: rows, newFrom: 0, newTo: columns }] : stepsOf(trail, rows, columns);
  return steps.map(({ from, to, newFrom, newTo }) => ({
    from: from + head,
    to: to + head,
    newFrom: newFrom + head,
    newTo: newTo + head,
  }));
}

/** Furthest rows by diagonal, for each number of differing lines; undefined: too many. */
function shortestTrail(
  rows: number,
  columns: number,
  isEqual: (row: number, column: number) => boolean,
): readonly ReadonlyMap<number, number>[] | undefined {
  const trail: ReadonlyMap<number, number>[] = [];
  let reached: ReadonlyMap<number, number> = new Map([[1, 0]]);
  for (let distance = 0; distance <= Math.min(rows + columns, MAX_DISTANCE); distance++) {
    const next = new Map<number, number>();
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let row = firstRow(reached, diagonal, distance);
      while (row < rows && row - diagonal < columns && isEqual(row, row - diagonal)) row++;
      next.set(diagonal, row);
      if (row >= rows && row - diagonal >= columns) return [...trail, reached];
    }
    trail.push(reached);
    reached = next;
  }
  return undefined;
}

function firstRow(reached: ReadonlyMap<number, number>, diagonal: number, distance: number): number {
  const below = reached.get(diagonal - 1) ?? -1;
  const above = reached.get(diagonal + 1) ?? -1;
  return diagonal === -distance || (diagonal !== distance && below < above) ? above : below + 1;
}

function stepsOf(trail: readonly ReadonlyMap<number, number>[], rows: number, columns: number): readonly Change[] {
  const changes: Change[] = [];
  let [row, column] = [rows, columns];
  for (let distance = trail.length - 1; distance > 0; distance--) {
    const reached = trail[distance] as ReadonlyMap<number, number>;
    const diagonal = row - column;
    const below = reached.get(diagonal - 1) ?? -1;
    const above = reached.get(diagonal + 1) ?? -1;
    const isInsertion = diagonal === -distance || (diagonal !== distance && below < above);
    const from = isInsertion ? above : below;
    const newFrom = from - (isInsertion ? diagonal + 1 : diagonal - 1);
    const change = { from, to: isInsertion ? from : from + 1, newFrom, newTo: isInsertion ? newFrom + 1 : newFrom };
    const last = changes.at(-1);
    if (last !== undefined && change.to === last.from && change.newTo === last.newFrom) {
      changes[changes.length - 1] = { from: change.from, to: last.to, newFrom: change.newFrom, newTo: last.newTo };
    } else {
      changes.push(change);
    }
    [row, column] = [from, newFrom];
  }
  return changes.reverse();
}
