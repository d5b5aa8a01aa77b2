// The example application shows every topic with all three verdicts: what the README promises.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
  let out = '';
  const code = await run(
    ['examples', '--format', 'json', '--show', 'fail,open,pass'],
    {
      machine: nodeMachine(root),
      environment: {},
      columns: undefined,
      showsProgress: false,
      print: (text) => {
        out += text;
      },
      complain: () => {},
      readStdin: () => new Uint8Array(),
      writeFile: () => {},
      whyUnwritable: () => undefined,
      now: () => 0,
    },
    considerations,
  );
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
