// The arithmetic of fair comparison on a machine that drifts: contestants take turns inside each round, ratios are taken
// within a round, and medians are reported with their spread.

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return { median, least: sorted[0] as number, most: sorted.at(-1) as number };
}

/** One result of each contestant a round, in turns: A B C, A B C, … The order shifts so that nobody is always first. */
export async function interleave<Contestant extends { readonly name: string }, Result>(
  contestants: readonly Contestant[],
  rounds: number,
  take: (contestant: Contestant, round: number) => Promise<Result>,
): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const contestant = contestants[(turn + round) % contestants.length] as Contestant;
      results.get(contestant.name)?.push(await take(contestant, round));
    }
  }
  return results;
}

/** How many times faster than `other` the values of `one` (both times) were, round by round. */
export function timesFaster(one: readonly number[], other: readonly number[]): Spread {
  return spreadOf(one.map((value, round) => (other[round] as number) / value));
}

export function formatSpread({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** Rows of cells as aligned columns; the first is set left, the others right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
