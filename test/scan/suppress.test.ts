// Suppression comments on real trees: where they may stand, what they hide, and what is said about them.

import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/index.ts';
import { createParser, Names } from '../../src/python/syntax/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';
import { suppress } from '../../src/scan/suppress.ts';

const rule = (id: string, code: string, aliases: readonly string[]): Rule => ({
  id,
  code,
  title: '',
  anchor: '',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'none' },
  cwe: [],
  aliases,
  advice: '',
  docs: { why: '', fails: '', passes: '', evidence: [], limits: '' },
  messages: {},
  on: [],
});

const rules = [rule('pickle/load', 'PKL-01', ['B301', 'S301']), rule('random/weak', 'RND-01', ['B311', 'S311'])];

/** Findings on every `load(...)` and `weak(...)` call and every `class Bad`, in source order. */
function judge(text: string, verdict: Finding['verdict'] = 'fail'): { hidden: string[]; problems: string[] } {
  const tree = createParser(new Names()).parse(new TextEncoder().encode(text));
  const sites = [...text.matchAll(/\b(load|weak)\((?:[^()]|\([^()]*\))*\)|class Bad(?:.|\n)*/g)];
  const findings = sites.map(({ index, 0: site, 1: call }): Finding => {
    const span = { start: index, end: index + site.trimEnd().length };
    const isRandom = call === 'weak';
    return {
      ruleId: isRandom ? 'random/weak' : 'pickle/load',
      code: isRandom ? 'RND-01' : 'PKL-01',
      topic: '',
      verdict,
      severity: 'high',
      path: 'a.py',
      span,
      site: span,
      message: '',
      messageId: undefined,
      evidence: [],
      trace: [],
      role: 'app',
      also: [],
      suppression: undefined,
    };
  });
  const result = suppress(tree, 'a.py', findings, rules);
  return {
    hidden: result.findings.map(({ suppression }) =>
      suppression === undefined
        ? '-'
        : `${suppression.dialect}${suppression.reason === undefined ? '' : `: ${suppression.reason}`}`,
    ),
    problems: result.problems.map(({ kind, message }) => `${kind}: ${message}`),
  };
}

const hidden = (text: string): string[] => judge(text).hidden;

test('behind the statement, with its reason', () => {
  expect(judge('x = load(d)  # heed: ignore[pickle/load] -- written by us\n')).toEqual({
    hidden: ['heed: written by us'],
    problems: [],
  });
});

test('alone on the line above, reasons in between', () => {
  expect(hidden('# heed: ignore[pickle/load]\nx = load(d)\n')).toEqual(['heed']);
  expect(hidden('if x:\n    # heed: ignore[pickle/load]\n    # the cache is ours\n    x = load(d)\n')).toEqual([
    'heed',
  ]);
  expect(hidden('# heed: ignore[pickle/load]\n\nx = load(d)\n')).toEqual(['-']);
  expect(hidden('y = 1  # heed: ignore[pickle/load]\nx = load(d)\n')).toEqual(['-']);
});

test('on any line of a statement of many', () => {
  const call = (first: string, second: string, last: string): string =>
    `x = load(${first}\n    d,${second}\n)${last}\n`;
  const comment = '  # heed: ignore[pickle/load]';
  expect(hidden(call(comment, '', ''))).toEqual(['heed']);
  expect(hidden(call('', comment, ''))).toEqual(['heed']);
  expect(hidden(call('', `\n    # heed: ignore[pickle/load]`, ''))).toEqual(['heed']);
  expect(hidden(call('', '', comment))).toEqual(['heed']);
});

test('behind the quotes of a long string', () => {
  expect(hidden('x = load(d), """\nlong\n"""  # heed: ignore[pickle/load]\n')).toEqual(['heed']);
});

test('a header covers itself, not its body', () => {
  const body = '    y = load(e)\n';
  expect(hidden(`with load(d) as x:  # heed: ignore[pickle/load]\n${body}`)).toEqual(['heed', '-']);
  expect(hidden(`with load(\n    d\n) as x:  # heed: ignore[pickle/load]\n${body}`)).toEqual(['heed', '-']);
  expect(hidden(`if load(d):\n    # heed: ignore[pickle/load]\n${body}`)).toEqual(['-', 'heed']);
  expect(hidden(`# heed: ignore[pickle/load]\ndef f(x=load(d)):\n${body}`)).toEqual(['heed', '-']);
});

test('a class by its header or its decorators', () => {
  expect(hidden('class Bad(Unpickler):  # heed: ignore[pickle/load]\n    def f(self):\n        pass\n')).toEqual([
    'heed',
  ]);
  expect(hidden('# heed: ignore[pickle/load]\n@final\nclass Bad(Unpickler):\n    pass\n')).toEqual(['heed']);
  expect(hidden('class Bad(Unpickler):\n    x = 1  # heed: ignore[pickle/load]\n    y = 2\n')).toEqual(['-']);
});

test('only what it names', () => {
  const both = 'x = load(weak(d))';
  expect(hidden(`${both}  # heed: ignore[pickle/load]\n`)).toEqual(['heed']);
  const two = 'x = load(d), weak(e)';
  expect(hidden(`${two}  # heed: ignore[random/weak]\n`)).toEqual(['-', 'heed']);
  expect(hidden(`${two}  # heed: ignore[RND-01, pickle/load]\n`)).toEqual(['heed', 'heed']);
  expect(hidden(`${two}  # nosec B311\n`)).toEqual(['-', 'nosec']);
  expect(hidden(`${two}  # noqa: S301\n`)).toEqual(['noqa', '-']);
});

test('bare forms of other tools hide all of the statement, as they do there', () => {
  expect(hidden('x = load(d), weak(e)  # nosec\n')).toEqual(['nosec', 'nosec']);
  expect(hidden('x = load(d)  # noqa\n')).toEqual(['noqa']);
  expect(hidden('# nosec\nx = load(d)\n')).toEqual(['-']);
});

test('foreign ids that mean nothing here hide nothing and are nobody’s business', () => {
  expect(judge('x = load(d)  # nosec B101\ny = load(d)  # noqa: E501\nz = load(d)  # nosec assert_used\n')).toEqual({
    hidden: ['-', '-', '-'],
    problems: [],
  });
});

test('a comment without a rule, or with an unknown one, is reported and hides nothing', () => {
  expect(judge('x = load(d)  # heed: ignore\n')).toEqual({
    hidden: ['-'],
    problems: [expect.stringMatching(/^suppression: the comment names no rule/)],
  });
  expect(judge('x = load(d)  # heed: ignore[pickle/laod]\n')).toEqual({
    hidden: ['-'],
    problems: ['suppression: there is no rule pickle/laod; did you mean pickle/load?'],
  });
});

test('what is no id is explained: codes of other tools, topics, misspellings', () => {
  const problemOf = (word: string, code = 'load(d)'): string[] =>
    judge(`x = ${code}  # heed: ignore[${word}]\n`).problems.map((each) => each.replace('suppression: ', ''));
  expect(problemOf('S301')).toEqual(['S301 is a code of another tool; name the rule: pickle/load']);
  expect(problemOf('s301', '1')).toEqual(['s301 is a code of another tool; name the rule: pickle/load']);
  expect(problemOf('pickle')).toEqual(['pickle is a topic; name one of its rules: pickle/load']);
  expect(problemOf('Pickle', '1')).toEqual(['Pickle is a topic; name one of its rules']);
  expect(problemOf('PKL-1')).toEqual(['there is no rule PKL-1; did you mean PKL-01?']);
  expect(problemOf('zzzzzzzzzzz')).toEqual(['there is no rule zzzzzzzzzzz; see heed rules']);
});

test('a code that several rules carry: those that report something for the statement are named', () => {
  const shared = [
    ...rules,
    rule('shelve/open', 'SHV-01', ['S301']),
    rule('a/b', 'AB-01', ['S3']),
    rule('a/c', 'AC-01', ['S3']),
  ];
  const problemOf = (text: string): string | undefined =>
    suppress(createParser(new Names()).parse(new TextEncoder().encode(text)), 'a.py', [], shared).problems[0]?.message;
  expect(problemOf('x = 1  # heed: ignore[S301]\n')).toBe(
    'S301 is a code of another tool; name the rule: pickle/load or shelve/open',
  );
  expect(problemOf('x = 1  # heed: ignore[S3]\n')).toBe('S3 is a code of another tool; name the rule: a/b or a/c');
});

test('one that hides nothing is reported', () => {
  const unused = ['unused-suppression: nothing to suppress: heed reports no pickle/load for this statement'];
  expect(judge('x = 1  # heed: ignore[pickle/load]\n').problems).toEqual(unused);
  expect(judge('x = load(d)  # heed: ignore[pickle/load]\n', 'pass').problems).toEqual(unused);
  expect(judge('x = weak(d)  # heed: ignore[pickle/load, random/weak]\n')).toEqual({
    hidden: ['heed'],
    problems: unused,
  });
});

test('text in strings is no comment', () => {
  expect(hidden('x = load("# heed: ignore[pickle/load]")\n')).toEqual(['-']);
});

test('text before the comment may be of any width', () => {
  const text = 'x = "日本語", load(d)  # ü # heed: ignore[pickle/load] -- ä\n';
  const tree = createParser(new Names()).parse(new TextEncoder().encode(text));
  const { problems } = suppress(tree, 'a.py', [], rules);
  const { start, end } = problems[0]?.span ?? { start: 0, end: 0 };
  expect(new TextDecoder().decode(tree.bytes.subarray(start, end))).toBe('# heed: ignore[pickle/load] -- ä');
});
