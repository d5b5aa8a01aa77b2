// Readers of text on text that was mutated: they neither throw nor find a place outside the file. `SEED=7 ROUNDS=200` tries
// others.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Artifact, inspect, memorySource, type Reader } from '../../src/artifacts/index.ts';
import { loggingDict } from '../../src/artifacts/logging/dict-reader.ts';
import { loggingIni } from '../../src/artifacts/logging/ini-reader.ts';
import { text } from '../../src/artifacts/text/reader.ts';
import { pythonYaml } from '../../src/artifacts/yaml/reader.ts';
import { build } from './builders/index.ts';
import { readCases } from './listing.ts';

const seed = Number(process.env.SEED ?? 1);
const rounds = Number(process.env.ROUNDS ?? 12);

const readers: readonly Reader[] = [loggingIni, loggingDict, pythonYaml, text];
const rules = [
  'logging/configuration-runs-code',
  'logging/configuration-reaches-out',
  'logging/yaml-makes-objects',
  'base64/text-hides-payload',
  'base64/text-not-canonical',
];

const files = rules.flatMap((id) => {
  const path = fileURLToPath(new URL(`../../src/rules/${id}.fixture.txt`, import.meta.url));
  return readCases(readFileSync(path, 'utf8')).flatMap((each) =>
    each.files.map(({ name, nodes }) => ({ name, bytes: build(nodes) })),
  );
});

const pieces = [
  '\0',
  '"',
  "'",
  '\\',
  '\\u00',
  '\n',
  '\r',
  '  ',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '%',
  '%(',
  '%(x)s',
  '=',
  ':',
  '&a ',
  '*a',
  '<<: ',
  '!!python/',
  '!',
  '%TAG ! %',
  '? ',
  '- ',
  '|',
  '#',
  'cfg://',
  'ext://',
  '"()"',
  '\xff',
  'gASV',
  '-----BEGIN X-----',
  ';base64,',
];

function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let changed = Buffer.from(bytes.subarray(0, 8192));
  for (let count = random(4) + 1; count > 0; count--) {
    const at = random(changed.length + 1);
    const piece = Buffer.from(pieces[random(pieces.length)] as string, 'latin1');
    changed = Buffer.concat([changed.subarray(0, at), piece, changed.subarray(at + random(4))]);
  }
  return changed;
}

test(`${files.length} files, each mutated ${rounds} times`, { timeout: 300_000 }, () => {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  let artifacts = 0;
  for (const { name, bytes } of files) {
    for (let round = 0; round < rounds; round++) {
      const file = mutated(bytes, random);
      const found = inspect(memorySource(file), name, readers, { now: () => 0, hasListing: true });
      expect(found.problems).toEqual([]);
      const visit = (artifact: Artifact): void => {
        artifacts++;
        for (const { span } of artifact.concerns) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(artifact.size);
        }
        artifact.parts.forEach(visit);
      };
      found.artifacts.forEach(visit);
    }
  }
  expect(artifacts).toBeGreaterThan(files.length);
});
