// Inputs made to exhaust stack, memory or time. Bounds are on the size of what comes out, not on the clock; a parser
// that is not linear would meet the runner's time limit here.

import { describe, expect, it } from 'vitest';
import { createParser, Names, type Tree } from '../../src/python/syntax/index.ts';

const parser = createParser(new Names());
const encoder = new TextEncoder();
const parse = (text: string): Tree => parser.parse(encoder.encode(text));
const many = 100_000;

describe('chains have no limit', { timeout: 60_000 }, () => {
  const chains: Readonly<Record<string, string>> = {
    attributes: `a${'.b'.repeat(many)}`,
    calls: `a${'()'.repeat(many)}`,
    subscripts: `a${'[0]'.repeat(many)}`,
    sums: `a${' + a'.repeat(many)}`,
    comparisons: `a${' < a'.repeat(many)}`,
    disjunctions: `a${' or a'.repeat(many)}`,
    conditionals: `a${' if a else a'.repeat(many)}`,
    assignments: `${'a = '.repeat(many)}a`,
    elif: `if a: a\n${'elif a: a\n'.repeat(many)}`,
    strings: `a = ${"'b' ".repeat(many)}`,
    fields: `f'${'{a}b'.repeat(many)}'`,
    'f-strings': "f'a' ".repeat(many),
    decorators: `${'@a\n'.repeat(many)}def f(): pass`,
    statements: 'a;'.repeat(many),
    arguments: `f(${'a, '.repeat(many)})`,
    comments: '# a\n'.repeat(many),
    comprehensions: `[a ${'for a in a '.repeat(many)}]`,
    handlers: `try: a\n${'except a: a\n'.repeat(many)}`,
    cases: `match a:\n${' case a: a\n'.repeat(many)}`,
    continuations: `a = \\\n${'\\\n'.repeat(many)}a`,
  };
  for (const [name, text] of Object.entries(chains)) {
    it(name, () => {
      const tree = parse(`${text}\n`);
      expect(tree.problems).toEqual([]);
      expect(tree.nodeCount).toBeLessThan(text.length * 3 + 16);
    });
  }
});

describe('nesting beyond the budget is a problem', { timeout: 60_000 }, () => {
  const nests: Readonly<Record<string, string>> = {
    parentheses: `${'('.repeat(many)}${')'.repeat(many)}`,
    'parentheses that never close': '('.repeat(many),
    lists: `${'['.repeat(many)}${']'.repeat(many)}`,
    dictionaries: '{a: '.repeat(many),
    calls: 'f('.repeat(many),
    subscripts: 'a['.repeat(many),
    'with items': `with ${'('.repeat(many)}a${')'.repeat(many)}: pass`,
    signs: `${'-'.repeat(many)}a`,
    not: `${'not '.repeat(many)}a`,
    lambdas: `${'lambda: '.repeat(many)}a`,
    'lambda defaults': `${'lambda a='.repeat(many)}a`,
    powers: `a${' ** a'.repeat(many)}`,
    'conditions in tests': `${'a if '.repeat(many)}a`,
    await: `${'await '.repeat(many)}a`,
    'f-strings': "f'{".repeat(many),
    'format specs': `f'${'{a:'.repeat(many)}`,
    blocks: Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join(''),
    'unexpected blocks': Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a\n`).join(''),
    'blocks on one line': `${'if a: '.repeat(many)}a`,
    patterns: `match a:\n case ${'['.repeat(many)}: pass`,
    'pattern classes': `match a:\n case ${'A('.repeat(many)}: pass`,
    targets: `for ${'('.repeat(many)}a${')'.repeat(many)} in b: pass`,
    'tuple parameters': `def f(${'('.repeat(many)}a): pass`,
    backticks: '`a + '.repeat(many),
    yields: `${'(yield '.repeat(many)}`,
    'else if': 'else: if a\n '.repeat(1000),
  };
  for (const [name, text] of Object.entries(nests)) {
    it(name, () => {
      const tree = parse(`before = 1\n${text}\nafter = 2\n`);
      expect(tree.problems.length).toBeGreaterThan(0);
      expect(tree.nodeCount).toBeLessThan(text.length * 3 + 16);
    });
  }
});

describe('large inputs', { timeout: 60_000 }, () => {
  const size = 1 << 18;
  const inputs: Readonly<Record<string, string>> = {
    'one line': 'a + '.repeat(size / 4),
    'one name': 'a'.repeat(size),
    'one number': '1'.repeat(size),
    'one string': `'${'a'.repeat(size)}`,
    'NUL bytes': '\0'.repeat(size),
    quotes: '"'.repeat(size),
    'quotes of both kinds': '"\''.repeat(size / 2),
    backslashes: '\\'.repeat(size),
    'lone surrogates': `'${'\\ud800'.repeat(size / 6)}'`,
    'broken statements': '= a\n'.repeat(size / 4),
    'broken assignments': '1 = a\n'.repeat(size / 6),
    'broken handlers': `try: a\n${'except 1 2: a\n'.repeat(size / 16)}`,
    'broken clauses': 'if a: a\nelif 1 2: a\n'.repeat(size / 32),
    'indentation that goes up and down': 'if a:\n  b\n c\n'.repeat(size / 16),
    'carriage returns': 'a\r'.repeat(size / 2),
    'different names': Array.from({ length: size / 8 }, (_, index) => `n${index}`).join(' '),
    'empty fields': `f'${'{}'.repeat(size / 2)}'`,
    'braces in an f-string': `f'${'{'.repeat(size)}`,
    'match and soft keywords': 'match '.repeat(size / 6),
    'with brackets': 'with (a, b) + c: pass\n'.repeat(size / 32),
    'words that look like cookies': `# ${'coding'.repeat(size / 6)}\n`,
    'no-break spaces': 'a\u00a0=\u00a01\n'.repeat(size / 16),
  };
  for (const [name, text] of Object.entries(inputs)) {
    it(name, () => {
      const tree = parse(text);
      expect(tree.problems.length).toBeLessThanOrEqual(1001);
      expect(tree.nodeCount).toBeLessThan(text.length * 3 + 16);
    });
  }

  it('a file that is broken throughout is left, and says so', () => {
    const tree = parse('= a\n'.repeat(1000));
    expect(tree.problems.at(-1)?.message).toContain('too many');
  });
});
