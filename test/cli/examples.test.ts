// The example application shows every topic with all three verdicts: what the README promises.

import { expect, test } from 'vitest';
import { heedHere } from './made-up-terminal.ts';

const topics = [
  'base64',
  'cgi',
  'hashlib',
  'http-server',
  'logging',
  'multiprocessing',
  'pickle',
  'random',
  'shelve',
  'ssl',
  'subprocess',
  'tempfile',
  'xml',
  'zipfile',
];

test('every topic fails, is open and passes somewhere in examples/', async () => {
  const { out, code } = await heedHere(['examples', '--format', 'json', '--show', 'fail,open,pass']);
  const report = JSON.parse(out);
  expect(code).toBe(1);
  expect(report.problems).toEqual([]);
  const shown = report.summary.topics.map(({ topic, fail, open, pass }: Record<string, unknown>) => ({
    topic,
    fail: Number(fail) > 0,
    open: Number(open) > 0,
    pass: Number(pass) > 0,
  }));
  expect(shown).toEqual(topics.map((topic) => ({ topic, fail: true, open: true, pass: true })));
});
