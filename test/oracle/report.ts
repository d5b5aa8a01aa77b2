// Turns verdicts into what people read: counts by collection, causes by frequency, and small examples.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome, Verdict } from './judge.ts';
import { reduceOne } from './pool.ts';

export interface Compared extends Verdict {
  readonly collection: string;
  /** collection/path */
  readonly name: string;
  readonly file: string;
  readonly size: number;
}

/**
 * A difference that is meant: CPython rejects, heed reads on. `message` is CPython's whole message, `file` a part of
 * the file's name; at least one is given, and both must fit.
 */
interface Allowance {
  readonly message?: string;
  readonly file?: string;
  readonly reason: string;
}

const allowances = JSON.parse(
  readFileSync(fileURLToPath(new URL('differences.json', import.meta.url)), 'utf8'),
) as readonly Allowance[];

export function isAllowed(each: Compared): boolean {
  return allowances.some(
    (allowance) =>
      (allowance.message === undefined || allowance.message === each.category) &&
      (allowance.file === undefined || each.name.includes(allowance.file)),
  );
}

type Counts = Record<Outcome | 'files' | 'bytes' | 'allowed', number>;

function count(compared: readonly Compared[]): Counts {
  const counts: Counts = {
    files: 0, bytes: 0, equal: 0, unequal: 0, alike: 0, elsewhere: 0, accepted: 0, unable: 0, allowed: 0,
  }; // biome-ignore format: one row
  for (const each of compared) {
    counts.files++;
    counts.bytes += each.size;
    if ((each.outcome === 'accepted' || each.outcome === 'elsewhere') && isAllowed(each)) counts.allowed++;
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
    'elsewhere = on other lines, accepted = heed sees none, allowed = one of these two, with a reason in differences.json.',
    'unable: CPython ran out of stack.',
    '',
  );
  for (const outcome of ['unequal', 'elsewhere', 'accepted', 'unable'] as const) {
    const causes = causesOf(compared, outcome);
    if (causes.length === 0) continue;
    lines.push(`${outcome}:`);
    for (const { category, members } of causes.slice(0, 25)) {
      lines.push(`  ${String(members.length).padStart(6)}  ${category}   e.g. ${at(members)}`);
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

function causesOf(compared: readonly Compared[], outcome: Outcome): { category: string; members: Compared[] }[] {
  const members = compared.filter((each) => each.outcome === outcome && (outcome === 'unequal' || !isAllowed(each)));
  return [...groupBy(members, (each) => each.category)]
    .map(([category, group]) => ({ category, members: group.sort((a, b) => a.size - b.size) }))
    .sort((a, b) => b.members.length - a.members.length);
}

function at(members: readonly Compared[]): string {
  const smallest = members[0] as Compared;
  return `${smallest.name}:${smallest.line}`;
}

export function toJson(compared: readonly Compared[], version: string, seconds: number): string {
  const collections = Object.fromEntries([...byCollection(compared)].map(([name, group]) => [name, count(group)]));
  const others = compared
    .filter((each) => each.outcome !== 'equal')
    .map(({ name, outcome, category, line, detail }) => ({ name, outcome, category, line, detail }));
  return `${JSON.stringify({ pyodide: version, seconds, total: count(compared), collections, others }, null, 1)}\n`;
}

/** Causes that are worth an example made small: this many of each outcome. */
const reduced = 40;

export async function writeMarkdown(compared: readonly Compared[], file: string): Promise<void> {
  const lines = ['# Where heed and CPython 3.14 part', '', '```', summarise(compared, '', 0), '```'];
  for (const outcome of ['unequal', 'accepted', 'elsewhere', 'unable'] as const) {
    const causes = causesOf(compared, outcome);
    if (causes.length > 0) lines.push('', `## ${outcome}`);
    for (const [index, { category, members }] of causes.entries()) {
      const smallest = members[0] as Compared;
      lines.push('', `### ${members.length} × ${category}`, '', `${at(members)}`, '');
      if (smallest.detail !== '') lines.push('```', smallest.detail, '```');
      const canReduce = index < reduced && (outcome === 'unequal' || outcome === 'accepted');
      const example = canReduce ? await reduceOne(smallest.file, category) : '';
      if (example !== '')
        lines.push('', 'Smallest source found:', '', '```python', example, '```', JSON.stringify(example));
      writeFileSync(file, `${lines.join('\n')}\n`);
    }
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}
