// What heed computes against what CPython's parsers do: how much documents grow, where Expat stops, and who reads what.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Budget, defaultLimits } from '../../../src/artifacts/budget.ts';
import { memorySource } from '../../../src/artifacts/index.ts';
import { readDocument } from '../../../src/artifacts/xml/document.ts';
import { loadingsOf } from '../../../src/artifacts/xml/loaders.ts';
import { build } from '../builders/index.ts';
import { type Node, readCases } from '../listing.ts';
import { askPython, expatHere } from './python-parsers.ts';

const read = (bytes: Uint8Array) => readDocument(memorySource(bytes), new Budget(defaultLimits, () => 0));
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** All text of such a document comes from entities, so that what a parser gives is what they give. */
function randomDocument(seed: number): string {
  const random = randomNumbers(seed);
  const pieces = ['x', 'é', 'text ', '€uro', '&#65;', '&#x20ac;', '&lt;', '&amp;', '𝄞', '&#38;#66;'];
  const names = ['a', 'b', 'ü', 'd.e', 'f_1'];
  const declarations: string[] = [];
  for (const [at, name] of names.entries()) {
    const parts = Array.from({ length: 1 + random(4) }, () => {
      if (at > 0 && random(2) === 0) return `&${names[random(at)]};`;
      return random(6) === 0 ? '<t/>' : (pieces[random(pieces.length)] as string);
    });
    declarations.push(`<!ENTITY ${name} "${parts.join('')}">`);
  }
  const plain = 'xy'.repeat(random(5));
  declarations.splice(random(3), 0, `<!ENTITY plain "${plain}z">`);
  const isDefaulted = random(2) === 0;
  if (isDefaulted) declarations.push(`<!ATTLIST t v CDATA "de&plain;fault" w CDATA #IMPLIED u CDATA 'ü'>`);
  declarations.push(`<!ENTITY a "the first declaration counts">`);
  const content = Array.from({ length: 1 + random(6) }, () => `&${names[random(names.length)]};`).join('');
  const own = Array.from({ length: random(3) }, () => '<t></t>').join('');
  return `<!DOCTYPE r [${declarations.join(random(2) === 0 ? '\n' : ' ')}]><r k="&plain;">${content}${own}</r>`;
}

describe.skipIf(expatHere === undefined)('as CPython does', () => {
  test('documents grow by what was computed', () => {
    const documents = Array.from({ length: 400 }, (_, seed) => randomDocument(seed));
    interface Sizes {
      readonly text: number;
      readonly given: number;
      readonly all: number;
      readonly elements: Readonly<Record<string, number>>;
    }
    const answers = askPython<Sizes>('sizes', documents.map(bytesOf));
    let largest = 0;
    documents.forEach((document, at) => {
      const { text, given, all, elements } = answers[at] as Sizes;
      const own = document.split('<t></t>').length - 1;
      const brought = (elements.t ?? 0) - own;
      const { growth } = read(bytesOf(document));
      const escaped = brought * '<t/>'.length;
      // a parser gives "<" for "&lt;", which takes three bytes more where it stands
      const kept = document.includes('&lt;') || document.includes('&amp;') || document.includes('#66;');
      if (!kept) expect([document, growth.entities]).toEqual([document, BigInt(text + given + escaped)]);
      else expect(growth.entities).toBeGreaterThanOrEqual(BigInt(text + given + escaped));
      expect([document, growth.defaults]).toEqual([document, BigInt(all - given)]);
      largest = Math.max(largest, text);
    });
    expect(largest).toBeGreaterThan(100);
  });

  test('Expat stops where it was computed to stop', () => {
    const documents: string[] = [];
    for (const size of [1_000, 60_000, 120_000]) {
      for (const times of [99, 100, 101, 139, 140, 141, 180]) {
        for (const padding of [0, 40_000]) {
          const declarations = `<!ENTITY a "${'x'.repeat(size)}"><!ENTITY b "&a;&a;">`;
          documents.push(
            `<!DOCTYPE r [${declarations}]><r><!--${'-x'.repeat(padding / 2)}-->${'&b;'.repeat(times / 2)}</r>`,
          );
        }
      }
    }
    const answers = askPython<string>('etree', documents.map(bytesOf));
    const said = documents.map((document) => read(bytesOf(document)).growth.isRefusedByExpat);
    const did = answers.map((answer) => answer.includes('amplification'));
    expect(said).toEqual(did);
    expect(new Set(said).size).toBe(2);
  }, 60_000);
});

const isLarge = (nodes: readonly Node[]): boolean =>
  nodes.some(({ word, rest }) => word === 'repeat' && Number(rest) > 50_000);

const fixtures = ['document-expands', 'document-reaches-out', 'document-misleads-readers'].flatMap((name) => {
  const path = new URL(`../../../src/rules/xml/${name}.fixture.txt`, import.meta.url);
  return readCases(readFileSync(path, 'utf8')).flatMap(({ title, expected, files }) => {
    const [file] = files;
    if (file === undefined || expected.includes('nothing') || isLarge(file.nodes)) return [];
    return [{ title, bytes: build(file.nodes) }];
  });
});

describe.skipIf(expatHere === undefined)('who reads a document', () => {
  const safe = fixtures.filter(({ title, bytes }) => {
    if (bytes.length > 4_000_000) return false;
    const { growth, content, chain } = read(bytes);
    const added = growth.entities + growth.defaults;
    const isSmall = added < 3_000_000n || (growth.isRefusedByExpat && added < 20_000_000n);
    // minidom and older Expats recurse, and take the process down with them
    // others that are refused take Expat seconds
    const isBomb = title === 'Laughs in the value of an attribute';
    return (isSmall || isBomb) && content.depth < 500 && chain.depth < 1000;
  });
  const answers =
    expatHere === undefined
      ? []
      : askPython<Record<string, string>>(
          'outcomes',
          safe.map(({ bytes }) => bytes),
        );

  test.each(safe.map(({ title, bytes }, at) => [title, bytes, at] as const))('%s', (_, bytes, at) => {
    const loadings = loadingsOf(read(bytes)).filter(({ loader }) => Object.hasOwn(answers[at] as object, loader));
    const said = Object.fromEntries(loadings.map(({ loader, outcome }) => [loader, outcome]));
    const did = Object.fromEntries(
      Object.entries(answers[at] as Record<string, string>).map(([loader, answer]) => {
        const outcome = answer.startsWith('refuses') ? 'refuses' : answer;
        // of external entities, none of them says that it leaves them out
        return [loader, outcome === 'reads' && said[loader] === 'leaves out' ? 'leaves out' : outcome];
      }),
    );
    expect(said).toEqual(did);
  });

  test('there are some that are read, some that are refused and some of which something is left out', () => {
    const outcomes = new Set(
      answers.flatMap((answer) => Object.values(answer).map((each) => each.replace(/:.*/s, ''))),
    );
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['leaves out', 'reads', 'refuses']));
    expect(safe.length).toBeGreaterThan(90);
  });
});
