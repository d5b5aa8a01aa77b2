// Every rule's fixes on its own fixture, as NAME.fixes.diff beside it shows them. After a change, look at what
// `npx vitest run test/fix/fixtures.test.ts -u` makes of these files.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Recipe, Trigger } from '../../src/rulekit/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { root } from '../house/source-files.ts';
import { tryFixes } from './fixture-fixes.ts';

const withFixes = considerations.filter(({ on }) =>
  ([on].flat() as Trigger[]).some(({ fixes }) => fixes !== undefined),
);

describe('fixes of rules on their fixtures', () => {
  test.each(withFixes.map((rule) => [rule.id, rule] as const))('%s', { timeout: 120_000 }, async (id, rule) => {
    const path = join(root, `src/rules/${id}`);
    const { text, made, dropped } = tryFixes(rule, readFileSync(`${path}.fixture.py`, 'utf8'), considerations);
    if (text === undefined) expect(existsSync(`${path}.fixes.diff`)).toBe(false);
    else await expect(text).toMatchFileSnapshot(`${path}.fixes.diff`);
    // What is dropped is no harm, but a recipe whose edits mostly are knows too little.
    expect(dropped).toBeLessThanOrEqual(made);
  });

  test('a recipe is for messages and evidence that its rule has', () => {
    const wrong = withFixes.flatMap(({ id, on, messages, docs }) => {
      const known = new Set([...Object.keys(messages), ...docs.evidence]);
      const recipes = ([on].flat() as Trigger[]).flatMap(({ fixes = [] }) => fixes as readonly Recipe[]);
      return recipes
        .flatMap((recipe) => recipe.for ?? [])
        .filter((word) => !known.has(word))
        .map((word) => `${id}: ${word}`);
    });
    expect(wrong).toEqual([]);
  });
});
