// Turns verdicts into what people read: counts by collection, causes by frequency, and small examples.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Difference } from './difference.ts';
import type { Outcome, Verdict } from './judge.ts';
import { reduceAll } from './pool.ts';

export interface Compared extends Verdict {
  readonly collection: string;
  /** collection/path */
  readonly name: string;
  readonly file: string;
  readonly size: number;
}

/**
 * A difference that is meant. `outcome` is its outcome, `message` its whole category, `source` a regular expression for
 * the line it is at, `file` a part of the file's name; all that are given must fit.
 */
interface Allowance {
  readonly outcome?: Outcome;
  readonly message?: string;
  readonly source?: string;
  readonly file?: string;
  readonly reason: string;
}

const allowances = JSON.parse(
  readFileSync(fileURLToPath(new URL('differences.json', import.meta.url)), 'utf8'),
) as readonly Allowance[];

export function isAllowed({ name, outcome, differences }: Compared): boolean {
  const [difference] = differences;
  return allowances.some(
    ({ outcome: only, message, source, file }) =>
      (only === undefined || only === outcome) &&
      (message === undefined || message === difference?.category) &&
      (source === undefined || new RegExp(source).test(difference?.sourceLine ?? '')) &&
      (file === undefined || name.includes(file)),
  );
}

export function isMismatch(outcome: Outcome): boolean {
  return outcome === 'unequal' || outcome === 'elsewhere' || outcome === 'accepted';
}

type Counts = Record<Outcome | 'files' | 'bytes' | 'allowed', number>;

function count(compared: readonly Compared[]): Counts {
  const counts: Counts = {
    files: 0, bytes: 0, equal: 0, unequal: 0, alike: 0, elsewhere: 0, accepted: 0, unable: 0, allowed: 0,
  }; // biome-ignore format: one row
  for (const each of compared) {
    counts.files++;
    counts.bytes += each.size;
    if (isMismatch(each.outcome) && isAllowed(each)) counts.allowed++;
    else counts[each.outcome]++;
  }
  return counts;
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy(compared: readonly Compared[], key: (each: Compared) => string): Map<string, Compared[]> {
  const groups = new Map<string, Compared[]>();
  for (const each of compared) {
    const group = groups.get(key(each));
    if (group === undefined) groups.set(key(each), [each]);
    else group.push(each);
  }
  return groups;
}

const byCollection = (compared: readonly Compared[]) => groupBy(compared, (each) => each.collection);

export function summarise(compared: readonly Compared[], version: string, seconds: number): string {
  const groups = byCollection(compared);
  const width = Math.max(10, ...[...groups.keys()].map((name) => name.length));
  const heading = ['files', 'MB', 'equal', 'unequal', 'alike', 'elsewhere', 'accepted', 'allowed', 'unable'];
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(width)} ${cells.map((cell) => String(cell).padStart(9)).join(' ')}`;
  const cells = (counts: Counts) => [
    counts.files, (counts.bytes / 1e6).toFixed(1), counts.equal, counts.unequal, counts.alike, counts.elsewhere,
    counts.accepted, counts.allowed, counts.unable,
  ]; // biome-ignore format: as in the heading
  const total = count(compared);
  const lines = [row('', heading), ...[...groups].map(([name, group]) => row(name, cells(count(group))))];
  if (groups.size > 1) lines.push(row('total', cells(total)));
  lines.push(
    '',
    'equal, unequal: CPython accepts, and so on. Rejected by CPython: alike = heed sees a problem on the same line,',
    'elsewhere = on other lines, accepted = heed sees none. allowed: a difference with a reason in differences.json.',
    'unable: CPython ran out of stack.',
    '',
  );
  for (const outcome of ['unequal', 'elsewhere', 'accepted', 'unable'] as const) {
    const causes = causesOf(compared, outcome);
    if (causes.length === 0) continue;
    lines.push(`${outcome}:`);
    for (const { category, count, example, difference } of causes.slice(0, 25)) {
      lines.push(`  ${String(count).padStart(6)}  ${category}   e.g. ${example.name}:${difference.line}`);
    }
    lines.push('');
  }
  lines.push(`CPython 3.14 in pyodide ${version}; ${seconds.toFixed(1)} s`);
  lines.push(
    `oracle: ${total.equal} equal, ${total.unequal} unequal, ${total.alike} rejected alike, ` +
      `${total.elsewhere + total.accepted} rejected otherwise, ${total.allowed} allowed, ${total.unable} unable`,
  );
  return lines.join('\n');
}

interface Cause {
  readonly category: string;
  readonly count: number;
  /** The smallest file that shows it. */
  readonly example: Compared;
  readonly difference: Difference;
}

/** A file with several differences counts for each of them. */
function causesOf(compared: readonly Compared[], outcome: Outcome): Cause[] {
  const causes = new Map<string, Cause>();
  for (const example of compared) {
    if (example.outcome !== outcome || isAllowed(example)) continue;
    for (const difference of example.differences) {
      const { category } = difference;
      const other = causes.get(category);
      const isSmaller = other === undefined || example.size < other.example.size;
      const smallest = isSmaller ? { example, difference } : other;
      causes.set(category, { ...smallest, category, count: (other?.count ?? 0) + 1 });
    }
  }
  return [...causes.values()].sort((a, b) => b.count - a.count);
}

export function toJson(compared: readonly Compared[], version: string, seconds: number): string {
  const collections = Object.fromEntries([...byCollection(compared)].map(([name, group]) => [name, count(group)]));
  const others = compared
    .filter((each) => each.outcome !== 'equal')
    .map(({ name, outcome, differences }) => ({ name, outcome, differences }));
  return `${JSON.stringify({ pyodide: version, seconds, total: count(compared), collections, others }, null, 1)}\n`;
}

/** So many causes of each outcome get an example made small. */
const reduced = 40;

export async function writeMarkdown(compared: readonly Compared[], file: string): Promise<void> {
  const lines = ['# Where heed and CPython 3.14 part', ''];
  for (const outcome of ['unequal', 'accepted', 'elsewhere', 'unable'] as const) {
    const causes = causesOf(compared, outcome);
    if (causes.length > 0) lines.push(`## ${outcome}`, '');
    const worthwhile = outcome === 'unequal' || outcome === 'accepted' ? causes.slice(0, reduced) : [];
    const smallest = await reduceAll(worthwhile.map(({ category, example }) => ({ category, file: example.file })));
    for (const [index, { category, count, example, difference }] of causes.entries()) {
      lines.push(`### ${count} × ${category}`, '', `${example.name}:${difference.line}`, '');
      if (difference.detail !== '') lines.push('```', difference.detail, '```', '');
      if (smallest[index]) lines.push(`smallest source found: \`${JSON.stringify(smallest[index])}\``, '');
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
}
