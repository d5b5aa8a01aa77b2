// What is said of text of which only stretches are known holds whatever the rest is: methods on parts against the same
// methods on whole texts.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  contains,
  endsWith,
  equals,
  findText,
  type Part,
  type Parts,
  partitionParts,
  replaceParts,
  rsplitParts,
  sliceParts,
  splitParts,
  splitWords,
  startsWith,
  stripLeft,
  stripRight,
  type Value,
} from '../../src/python/semantics/index.ts';

const unknownPiece: Value = { facts: [], complete: false, why: 'a piece' };
const piece = () => unknownPiece;
const always = () => true;

/** Values that stand for a text, which the test knows and the parts do not. */
const hidden = new Map<Value, string>();
function hole(text: string): Value {
  const value: Value = { facts: [], complete: false, why: text };
  hidden.set(value, text);
  return value;
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ':', ' ', '/'), maxLength: 6 });
const texts: fc.Arbitrary<{ readonly parts: Parts; readonly whole: string }> = fc
  .array(fc.record({ text: letters, isHidden: fc.boolean() }), { maxLength: 5 })
  .map((stretches) => {
    const parts: Part[] = [];
    for (const { text, isHidden } of stretches) {
      const last = parts.at(-1);
      if (isHidden) parts.push(hole(text));
      else if (text !== '' && typeof last === 'string') parts[parts.length - 1] = last + text;
      else if (text !== '') parts.push(text);
    }
    return { parts, whole: stretches.map(({ text }) => text).join('') };
  });
const separators = fc.constantFrom(':', '/', 'ab', 'aa', ': ');

/** Whether parts can be this text: all of it where nothing is a piece, otherwise what stands at the ends. */
function fits(parts: Parts, text: string): boolean {
  const known = parts.map((part) => (typeof part === 'string' ? part : hidden.get(part)));
  if (known.every((part) => part !== undefined)) return known.join('') === text;
  const first = known[0];
  const last = known.at(-1);
  return (first === undefined || text.startsWith(first)) && (last === undefined || text.endsWith(last));
}

function split(text: string, separator: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (limit < 0 || found.length < limit) {
    const at = rest.indexOf(separator);
    if (at < 0) break;
    found.push(rest.slice(0, at));
    rest = rest.slice(at + separator.length);
  }
  return [...found, rest];
}

function rsplit(text: string, separator: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (found.length < limit) {
    const at = rest.lastIndexOf(separator);
    if (at < 0) break;
    found.unshift(rest.slice(at + separator.length));
    rest = rest.slice(0, at);
  }
  return [rest, ...found];
}

function checkPieces(
  { items, rest, tail }: { items: readonly Parts[]; rest: Value | undefined; tail: readonly Parts[] },
  actual: readonly string[],
): void {
  if (rest === undefined) expect(actual.length).toBe(items.length);
  expect(actual.length).toBeGreaterThanOrEqual(items.length);
  items.forEach((item, at) => {
    expect(fits(item, actual[at] as string), `${actual[at]} at ${at}`).toBe(true);
  });
  tail.forEach((item, at) => {
    const place = actual.length - tail.length + at;
    expect(fits(item, actual[place] as string), `${actual[place]} at ${place} of ${actual.length}`).toBe(true);
  });
}

const runs = { numRuns: 3000 };

test('split and rsplit', () => {
  fc.assert(
    fc.property(texts, separators, fc.integer({ min: -1, max: 3 }), ({ parts, whole }, separator, limit) => {
      const most = limit < 0 ? undefined : limit;
      checkPieces(
        splitParts(parts, separator, findText(separator), most, piece, always),
        split(whole, separator, limit),
      );
      if (limit >= 0) checkPieces(rsplitParts(parts, separator, limit, piece, always), rsplit(whole, separator, limit));
    }),
    runs,
  );
});

test('words', () => {
  fc.assert(
    fc.property(texts, ({ parts, whole }) => {
      const words = whole.split(' ').filter((word) => word !== '');
      checkPieces(splitWords(parts, undefined, piece), words);
    }),
    runs,
  );
});

test('partition', () => {
  fc.assert(
    fc.property(texts, separators, fc.boolean(), ({ parts, whole }, separator, fromRight) => {
      const at = fromRight ? whole.lastIndexOf(separator) : whole.indexOf(separator);
      const { before, isFound, after } = partitionParts(parts, separator, fromRight, piece, always);
      const none = fromRight ? ['', whole] : [whole, ''];
      const [left, right] = at < 0 ? none : [whole.slice(0, at), whole.slice(at + separator.length)];
      if (isFound !== undefined) expect(at >= 0).toBe(isFound);
      expect(fits(before, left as string)).toBe(true);
      expect(fits(after, right as string)).toBe(true);
    }),
    runs,
  );
});

test('slices', () => {
  const bounds = fc.option(fc.integer({ min: -8, max: 8 }));
  fc.assert(
    fc.property(texts, bounds, bounds, ({ parts, whole }, lower, upper) => {
      const found = sliceParts(parts, lower, upper, piece);
      if (found !== undefined) expect(fits(found, whole.slice(lower ?? 0, upper ?? whole.length))).toBe(true);
    }),
    runs,
  );
});

test('strip', () => {
  fc.assert(
    fc.property(texts, ({ parts, whole }) => {
      expect(
        fits(
          stripLeft(parts, (text) => text.replace(/^[ a]+/, ''), piece),
          whole.replace(/^[ a]+/, ''),
        ),
      ).toBe(true);
      expect(
        fits(
          stripRight(parts, (text) => text.replace(/[ a]+$/, ''), piece),
          whole.replace(/[ a]+$/, ''),
        ),
      ).toBe(true);
    }),
    runs,
  );
});

test('replace', () => {
  fc.assert(
    fc.property(texts, separators, ({ parts, whole }, old) => {
      const found = replaceParts(
        parts,
        old,
        ['X'],
        (value) => hole((hidden.get(value) as string).replaceAll(old, 'X')),
        always,
      );
      if (found !== undefined) expect(fits(found, whole.replaceAll(old, 'X'))).toBe(true);
    }),
    runs,
  );
});

test('comparisons', () => {
  fc.assert(
    fc.property(texts, letters, ({ parts, whole }, other) => {
      const agrees = (said: boolean | undefined, is: boolean) => expect(said === undefined || said === is).toBe(true);
      agrees(startsWith(parts, other), whole.startsWith(other));
      agrees(endsWith(parts, other), whole.endsWith(other));
      agrees(equals(parts, other), whole === other);
      agrees(contains(parts, other), whole.includes(other));
    }),
    runs,
  );
});
