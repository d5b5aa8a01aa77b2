// The page about a line: a golden file of a hand-made one, and that no width and no hostile text breaks it.

import { expect, test } from 'vitest';
import type { LineExplanation, SiteExplanation, Span, ValueExplanation } from '../../src/core/index.ts';
import { plainStyle, toLineExplanation } from '../../src/report/index.ts';
import { columnsOf } from '../../src/report/visible.ts';
import { report, rules, spanOf } from './hand-made.ts';

const path = 'app/naïve 文.py';
const layout = { style: plainStyle, columns: 80, expandsTraces: true };

function value(name: string, span: Span, rest: Partial<ValueExplanation>): ValueExplanation {
  return {
    name,
    path,
    span,
    presence: 'given',
    text: name,
    known: undefined,
    classes: [],
    lost: undefined,
    origin: undefined,
    cleanedFor: [],
    checks: [],
    parts: [],
    ...rest,
  };
}

function site(needle: string, rest: Partial<SiteExplanation>): SiteExplanation {
  return {
    kind: 'call',
    path,
    span: spanOf(path, needle),
    text: needle,
    names: [],
    nameLost: undefined,
    isReachable: true,
    calledFrom: [],
    values: [],
    answers: [],
    ...rest,
  };
}

const nameSpan = spanOf(path, 'name = ');
const check = { path, span: nameSpan, outcome: true, against: undefined, weakness: undefined, countsFor: [] };

const explanation: LineExplanation = {
  path,
  line: 1,
  sites: [
    site('random.choice(name)', {
      names: ['random.choice', 'app.choice'],
      nameLost: 'it can be any of these',
      calledFrom: [
        { path, span: nameSpan },
        { path: 'app/cart.py', span: spanOf('app/cart.py', 'def restore') },
      ],
      values: [
        value('seq', nameSpan, {
          text: 'f"{name}\x1b[31m"',
          known: 'f"{name}\x1b[31m"',
          parts: [
            value('name\u202e', nameSpan, {
              classes: ['str'],
              lost: 'a caller is not known',
              origin: {
                provenance: 'network',
                text: 'flask.request',
                path: 'app/cart.py',
                span: spanOf('app/cart.py', 'request.cookies'),
                isHostile: true,
              },
              cleanedFor: ['markup'],
              checks: [
                { ...check, text: 'name in ALLOWED', kind: 'membership', against: '"a", "b"', countsFor: ['random/x'] },
                { ...check, text: 'name.startswith("a")', outcome: false, kind: 'prefix', against: '"a"' },
                { ...check, text: 'ok(name)', kind: undefined, weakness: 'no check that heed knows' },
              ],
            }),
          ],
        }),
        value('shell', nameSpan, { text: 'True', known: 'True' }),
        value('flag', nameSpan, { text: 'FLAG', known: '4' }),
        value('key', nameSpan, {
          text: 'key()',
          lost: 'the name is not known',
          origin: {
            provenance: 'unknown',
            text: 'an unknown value',
            path: undefined,
            span: undefined,
            isHostile: false,
          },
        }),
        value('**', nameSpan, { presence: 'unknown', lost: 'arguments that are not known may come here' }),
      ],
      answers: [
        {
          ruleId: 'random/predictable-secret',
          code: 'RND-01',
          verdict: 'fail',
          message: 'token \x1b]0;owned\x07 is made by random.choice',
          missed: ['membership', 'full-match', 'future-kind'],
        },
        { ruleId: 'random/x', code: 'RND-02', verdict: 'pass', message: 'it is one of a set', missed: ['size'] },
        { ruleId: 'random/y', code: 'RND-03', verdict: 'nothing', message: undefined, missed: [] },
        { ruleId: 'random/z', code: 'RND-04', verdict: 'nothing', message: undefined, missed: [] },
      ],
    }),
    site('token = random', { text: 'helper(\x1b[2J)', names: ['app.helper'] }),
    site('token', { text: 'x.y()', nameLost: 'x, the parameter x of f()' }),
  ],
};

test('a page', async () => {
  await expect(toLineExplanation(report, explanation, rules, layout)).toMatchFileSnapshot('golden/explanation.txt');
});

test.each([50, 80, 200])('rows keep to %i columns, and nothing reaches the terminal unescaped', (columns) => {
  const text = toLineExplanation(report, explanation, rules, { ...layout, columns });
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  const rows = text
    .slice(text.indexOf('  call  '))
    .split('\n')
    .filter((line) => line.startsWith('    '));
  for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(Math.max(columns, 52));
});

const silent = (sites: readonly SiteExplanation[], line = 1): string =>
  toLineExplanation({ ...report, findings: [], problems: [] }, { path, line, sites }, rules, layout);

test('why there is nothing', () => {
  const nothing = { ruleId: 'random/x', code: 'RND-02', verdict: 'nothing' as const, message: undefined, missed: [] };
  expect(silent([])).toContain('nothing about this line: no rule speaks about what stands here.');
  expect(silent([site('token', { answers: [nothing] })])).toContain(
    'rules looked at it, and none has anything to say.',
  );
  expect(silent([site('token', { answers: [nothing], isReachable: false })])).toContain('it cannot run under');
});

test('problems of the line and of the whole file are told, those of other files are not', () => {
  const told = (problemPath: string): string =>
    toLineExplanation(
      { ...report, findings: [], problems: report.problems.map((each) => ({ ...each, path: problemPath })) },
      { path, line: 3, sites: [] },
      rules,
      layout,
    );
  expect(told(path)).toContain('not analysed: the file could not be read');
  expect(told(path)).not.toContain('there is no rule random/x');
  expect(told('app/other.py')).not.toContain('not analysed');
});
