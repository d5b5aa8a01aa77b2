// What pickles may name without being asked about: a table by full name, as Python 3 looks names up. Each row says what may
// be done with the name and with which arguments.

import type { Name } from '../facts.ts';
import type { Entry } from './entry.ts';
import { joblib } from './joblib.ts';
import { learning } from './learning.ts';
import { numpy } from './numpy.ts';
import { pandas } from './pandas.ts';
import { partialOf } from './partial.ts';
import { standard } from './standard.ts';
import { torch } from './torch.ts';

export type { Entry } from './entry.ts';
export { storageNames } from './torch.ts';

const listed = [...standard, ...numpy, ...joblib, ...pandas, ...learning, ...torch];

const entryByName: ReadonlyMap<string, Entry> = new Map(
  [...listed, ...partialOf(listed)].map((entry) => [entry.name, entry]),
);

/** Modules that go by two names. */
const renamed: readonly (readonly [from: string, to: string])[] = [['numpy.core.', 'numpy._core.']];

export function entryNamed(full: string): Entry | undefined {
  const found = entryByName.get(full);
  if (found !== undefined) return found;
  for (const [from, to] of renamed) {
    if (full.startsWith(from)) return entryByName.get(to + full.slice(from.length));
  }
  return undefined;
}

/** The row for a name; members of enumerations have that of their class. */
export function entryOf(name: Name): Entry | undefined {
  const found = entryNamed(name.full);
  if (found !== undefined) return found;
  const member = name.path.at(-1);
  if (name.path.length < 2 || member === undefined || !/^[A-Za-z][A-Za-z0-9_]*$/.test(member)) return undefined;
  const owner = entryNamed(name.full.slice(0, -member.length - 1));
  return owner?.isEnumeration ? { name: name.full, isValue: true, isHashable: true, isEnumeration: false } : undefined;
}

export const allEntries = (): Iterable<Entry> => entryByName.values();
