// Bombs of full size: judged as what they are, without unpacking more than the budget has.

import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Artifact, inspect, memorySource, readers } from '../../src/artifacts/index.ts';
import { deflatedZeros, nestedArchives, overlappingMembers, tenGigabytes, zipOf } from './bombs.ts';

function dangersOf(bytes: Uint8Array): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ concerns, parts }: Artifact) => {
    for (const { kind, weight } of concerns) if (weight === 'dangerous') found.add(kind);
    parts.forEach(visit);
  };
  inspect(memorySource(bytes), 'bomb.zip', readers, { now: () => 0 }).artifacts.forEach(visit);
  return found;
}

test('ten gigabytes in ten megabytes', () => {
  expect([...dangersOf(tenGigabytes())]).toEqual(['zip:bomb']);
});

test('4.5 petabytes in archives of archives', () => {
  expect([...dangersOf(nestedArchives(false))]).toContain('zip:bomb');
});

test('… of which no two are the same', () => {
  expect([...dangersOf(nestedArchives(true))]).toContain('zip:bomb');
});

test('members that overlap, each a quote of the next', () => {
  const found = dangersOf(overlappingMembers(250, 20));
  expect(found).toContain('zip:overlap');
  expect(found).toContain('zip:bomb');
});

test('the overlapping bomb is what a reader unpacks: the first member of two quotes the header of the second', () => {
  const bytes = overlappingMembers(2, 1);
  const { artifacts } = inspect(memorySource(bytes), 'bomb.zip', readers, { now: () => 0 });
  const kinds = artifacts[0]?.concerns.map(({ kind }) => kind) ?? [];
  expect(kinds).toContain('zip:overlap');
  expect(kinds).not.toContain('zip:damaged');
  expect(kinds).not.toContain('zip:size-lies');
});

test('sixty-four megabytes of zeros are asked about, and do not fail', () => {
  const size = 60 * 1024 ** 2;
  const member = {
    name: 'zeros',
    packed: deflatedZeros(60),
    method: 8 as const,
    size,
    checksum: crc32(Buffer.alloc(size)),
  };
  const { artifacts } = inspect(memorySource(zipOf([member])), 'zeros.zip', readers, { now: () => 0 });
  expect(artifacts[0]?.concerns.map(({ kind, weight }) => [kind, weight])).toEqual([['zip:ratio', 'unknown']]);
});

test('archives of one gigabyte each, in one that is as small as none of them', () => {
  const packed = deflatedZeros(1024);
  const inner = (name: string) => {
    const zeros = { name: `${name}.npy`, packed, method: 8 as const, size: 1024 ** 3, checksum: 0 };
    const bytes = zipOf([zeros]);
    const checksum = crc32(bytes);
    return { name: `${name}.zip`, packed: deflateRawSync(bytes), method: 8 as const, size: bytes.length, checksum };
  };
  const kindsOf = (names: string) => {
    const bytes = zipOf(Array.from(names, inner));
    const limits = { memberBytes: 4 * 1024 ** 2 };
    const { artifacts } = inspect(memorySource(bytes), 'arrays.zip', readers, { now: () => 0, limits });
    const parts = artifacts.flatMap((artifact) => [artifact, ...artifact.parts]);
    return parts.flatMap(({ concerns }) =>
      concerns.filter(({ weight }) => weight === 'dangerous').map(({ kind }) => kind),
    );
  };
  expect(kindsOf('abc')).toEqual([]);
  expect(kindsOf('abcde')).toContain('zip:bomb');
});
