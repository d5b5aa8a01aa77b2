// Documents are read by pages, and hostile ones to their end: where pages end makes no difference, and no bytes throw.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Budget, defaultLimits, type Limits } from '../../../src/artifacts/budget.ts';
import { type ByteSource, inspect, memorySource, readers } from '../../../src/artifacts/index.ts';
import { type Document, readDocument } from '../../../src/artifacts/xml/document.ts';
import { loadingsOf } from '../../../src/artifacts/xml/loaders.ts';
import { build } from '../builders/index.ts';
import { readCases } from '../listing.ts';

const xmlReader = readers.find(({ format }) => format === 'xml');

const names = ['xml/document-expands', 'xml/document-reaches-out', 'xml/document-misleads-readers'];
const materials = [
  'ssl/private-key-in-file',
  'ssl/weak-certificate',
  'ssl/key-log-in-file',
  'ssl/weak-openssl-settings',
];

function filesOf(
  ids: readonly string[],
  most: number,
): readonly (readonly [title: string, name: string, bytes: Uint8Array])[] {
  return ids.flatMap((id) => {
    const path = new URL(`../../../src/rules/${id}.fixture.txt`, import.meta.url);
    return readCases(readFileSync(path, 'utf8')).flatMap(({ title, files }) => {
      const [file] = files;
      const isLarge = file?.nodes.some(({ word, rest }) => word === 'repeat' && Number(rest) > 10_000);
      if (file === undefined || isLarge === true) return [];
      const bytes = build(file.nodes);
      return bytes.length > most ? [] : [[`${id}: ${title}`, file.name, bytes] as const];
    });
  });
}

/** Gives pages of a few bytes, in one buffer that is written anew each time. */
function stingySource(bytes: Uint8Array, pageSize: number): ByteSource {
  const page = new Uint8Array(pageSize);
  return {
    size: bytes.length,
    pageAt(offset) {
      const start = offset - (offset % pageSize);
      const shown = bytes.subarray(start, start + pageSize);
      page.fill(0x21);
      page.set(shown);
      return { start, bytes: page.subarray(0, shown.length) };
    },
    read(start, end) {
      page.fill(0x21);
      return Uint8Array.from(bytes.subarray(Math.max(start, 0), Math.max(end, start, 0)));
    },
  };
}

const read = (source: ByteSource, limits: Partial<Limits> = {}) =>
  readDocument(source, new Budget({ ...defaultLimits, ...limits }, () => 0));

function factsOf(document: Document): string {
  const { toByte, limit, references, doctype, ...facts } = document;
  const shown = { ...facts, references: [...references], doctype: doctype && [...doctype.entities.keys()] };
  const loadings = loadingsOf(document);
  const end = toByte(document.content.end);
  return JSON.stringify({ shown, loadings, end, limit: limit?.message }, (_, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 9) % below;
  };
}

function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomNumbers(seed);
  const changed = Buffer.from(bytes);
  const markup = '<>&;"\'%![]?/=-#: \0\xff\xc3E';
  for (let count = 0; count <= random(4); count++) {
    const at = random(Math.max(changed.length, 1));
    if (random(3) === 0) changed.copyWithin(at, random(changed.length), Math.min(changed.length, at + random(40)));
    else changed[at] = markup.charCodeAt(random(markup.length));
  }
  return random(4) === 0 ? changed.subarray(0, random(changed.length)) : changed;
}

describe('pages', () => {
  const documents = filesOf(names, 20_000);
  test('there are documents', () => expect(documents.length).toBeGreaterThan(100));

  test.each(documents)('%s', (_, __, bytes) => {
    const whole = factsOf(read(memorySource(bytes)));
    for (const pageSize of [1, 2, 3, 5, 64, 1021]) {
      expect([pageSize, factsOf(read(stingySource(bytes, pageSize)))]).toEqual([pageSize, whole]);
    }
  });

  test('and documents that are broken', () => {
    documents.forEach(([title, , bytes], at) => {
      for (let seed = 0; seed < 8; seed++) {
        const broken = mutated(bytes, at * 100 + seed);
        const whole = factsOf(read(memorySource(broken)));
        expect([title, seed, factsOf(read(stingySource(broken, 7)))]).toEqual([title, seed, whole]);
      }
    });
  });

  test('what was found before a limit stays found', () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">]><r>&a;${'<b/>'.repeat(1000)}</r>`;
    const document = read(memorySource(Buffer.from(laughs)), { steps: 100 });
    expect(document.limit?.limit).toBe('steps');
    expect(document.growth.entities).toBe(1000n);
  });
});

describe('what is made to use up the machine', () => {
  const timed = (source: ByteSource) => {
    const start = process.cpuUsage();
    const { artifacts } = inspect(source, 'x.xml', readers, { now: () => performance.now() });
    const { user, system } = process.cpuUsage(start);
    return { artifacts, seconds: (user + system) / 1e6 };
  };
  const kindsOf = ({ artifacts }: ReturnType<typeof timed>) =>
    artifacts.flatMap(({ concerns }) => concerns.map(({ kind }) => kind));

  test('a number that doubles at each of many levels', () => {
    const levels = Array.from({ length: 50_000 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
    const done = timed(memorySource(Buffer.from(`<!DOCTYPE r [<!ENTITY e0 "x">${levels}]><r>&e50000;</r>`)));
    expect(kindsOf(done)).toContain('xml:bomb');
    expect(done.seconds).toBeLessThan(10);
  });

  test('references to a million names', () => {
    const names = Array.from({ length: 1_000_000 }, (_, at) => `&n${at};`).join('');
    const done = timed(memorySource(Buffer.from(`<r>${names}</r>`)));
    expect(kindsOf(done)).toContain('data:limit');
    expect(done.seconds).toBeLessThan(10);
  });

  test('namespaces that are long to find out, in every element', () => {
    const value = '&b;'.repeat(300);
    const declarations = `<!ENTITY a "${'&amp;'.repeat(400)}"><!ENTITY b "&a;&a;&a;&a;">`;
    const tags = `<t ${Array.from({ length: 20 }, (_, at) => `xmlns:p${at}="${value}"`).join(' ')}/>`.repeat(300);
    const done = timed(memorySource(Buffer.from(`<!DOCTYPE r [${declarations}]><r>${tags}</r>`)));
    expect(kindsOf(done).length).toBeGreaterThan(0);
    expect(done.seconds).toBeLessThan(20);
  }, 60_000);

  test('nothing but blanks, without end', () => {
    const blanks = new Uint8Array(64 * 1024).fill(0x20);
    let pages = 0;
    const endless: ByteSource = {
      size: 1e12,
      pageAt: (offset) => {
        pages++;
        return { start: offset - (offset % blanks.length), bytes: blanks };
      },
      read: (start, end) => new Uint8Array(Math.min(end - start, 1e6)).fill(0x20),
    };
    expect(xmlReader?.sniff(endless, 'x.xml')).toBe('certain');
    expect(pages).toBeLessThan(1000);
    expect(xmlReader?.sniff(endless, 'x')).toBe('perhaps');
  });
});

describe('bytes of any kind', () => {
  const files = [...filesOf(names, 5_000), ...filesOf(materials, 5_000)];
  test('throw nothing', () => {
    const formats = new Set<string>();
    files.forEach(([, name, bytes], at) => {
      for (let seed = 0; seed < 12; seed++) {
        const { artifacts } = inspect(memorySource(mutated(bytes, at * 50 + seed)), name, readers, { now: () => 0 });
        for (const { format } of artifacts) formats.add(format);
      }
    });
    expect([...formats]).toEqual(expect.arrayContaining(['xml', 'pem', 'der', 'key-log', 'openssl-settings']));
  });
});
