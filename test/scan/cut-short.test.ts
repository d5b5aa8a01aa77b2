// What a budget cuts is undecided, says so, and is counted: it is never taken for all that there is.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { analyse, type InputFile, prepare, together } from '../../src/scan/analyse.ts';
import { defaultTarget } from '../rules/fixture.ts';

const rules = considerations.filter(({ id }) => id === 'subprocess/shell-command-from-input');
const options = { target: defaultTarget, threatModel: 'web', bytesOfSession: 1_000 } as const;

/** More statements than one run may take, and what comes behind them depends on each. */
const long = (indent: string, name: string) => `${indent}${name} = ${name}[1:]\n`.repeat(4_000);

function file(path: string, text: string): InputFile {
  return { path, bytes: new TextEncoder().encode(text), role: 'app' };
}

function judged(text: string) {
  const { findings, tooMuch } = analyse([file('main.py', text)], rules, options);
  return { verdicts: findings.map(({ verdict, evidence }) => [verdict, evidence.at(-1)?.text]), tooMuch };
}

test('a function that is too much to run is judged by its text', () => {
  const text = `import os\n\ndef work(command):\n${long('    ', 'command')}    os.system(command)\n`;
  expect(judged(text)).toEqual({
    verdicts: [['open', 'this takes too many steps to be run whole: judged by its text']],
    tooMuch: ['main.py 11'],
  });
});

const helper = 'import os\n\ndef run(command):\n    os.system(command)\n\ndef few():\n    run("ls")\n';

test('a caller that was not run to its end may call with anything', () => {
  expect(judged(helper).verdicts.filter(([verdict]) => verdict === 'open')).toEqual([]);
  const { verdicts, tooMuch } = judged(`${helper}\ndef many(name):\n${long('    ', 'name')}    run("ls " + name)\n`);
  expect(verdicts).toEqual([['open', 'not all that call this were run to their end']]);
  expect(tooMuch).toHaveLength(1);
});

test('more callers than are run may call with anything', () => {
  const callers = (count: number) =>
    Array.from({ length: count }, (_, at) => `\ndef call_${at}():\n    run("ls")\n`).join('');
  expect(judged(helper + callers(3)).verdicts.filter(([verdict]) => verdict === 'open')).toEqual([]);
  expect(judged(helper + callers(30)).verdicts).toEqual([['open', 'not all that call this were run to their end']]);
});

test('what half a function gives is not all that it gives', () => {
  const picks = `def pick(name):\n    if name == "a":\n        return "ls"\n${long('    ', 'name')}    return name\n`;
  const text = `import os\nimport flask\n\n${picks}\ndef view():\n    os.system(pick(flask.request.args["q"]))\n`;
  expect(judged(text).verdicts.map(([verdict]) => verdict)).not.toContain('pass');
  expect(judged(text).verdicts).toHaveLength(1);
});

test('what half a call leaves behind in a list or an object is not all that is in it', () => {
  const fill = `def fill(items, text):\n${long('    ', 'text')}    items[0] = text\n`;
  const put = `class Job:\n    def __init__(self):\n        self.command = "ls"\n    def put(self, text):\n${long('        ', 'text')}        self.command = text\n`;
  const inList = 'items = ["ls"]\n    fill(items, flask.request.args["q"])\n    os.system(items[0])';
  const inObject = 'job = Job()\n    job.put(flask.request.args["q"])\n    os.system(job.command)';
  for (const body of [inList, inObject]) {
    const { verdicts } = judged(`import os\nimport flask\n\n${fill}\n${put}\ndef view():\n    ${body}\n`);
    expect(verdicts.map(([verdict]) => verdict)).toEqual(['open']);
  }
});

test('what half a module leaves behind is not what others find in it', () => {
  const settings = `import flask\nCOMMAND = ["ls"]\n${long('', 'COMMAND')}COMMAND = [flask.request.args["q"]]\n`;
  const main = 'import os\nimport settings\n\ndef view():\n    os.system(settings.COMMAND[0])\n';
  const { findings } = analyse([file('settings.py', settings), file('main.py', main)], rules, options);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['fail']);
});

test('counted once, however many parts it is run in', () => {
  const padding = `${'#'.repeat(99)}\n`.repeat(22);
  const shared = `def shared(name):\n${long('    ', 'name')}    one(name)\n    two(name)\n`;
  const user = (name: string) => `import os\n\ndef ${name}(command):\n    os.system(command)\n`;
  const files = [
    file('shared.py', `from first import one\nfrom second import two\n${shared}`),
    file('first.py', user('one') + padding),
    file('second.py', user('two') + padding),
  ];
  const prepared = prepare(files, rules, options);
  const parts = Array.from({ length: prepared.partCount }, (_, part) => prepared.judge(prepared.partCount - 1 - part));
  const counted = parts.map(({ tooMuch }) => tooMuch.includes('shared.py 45'));
  expect(counted.filter((isCounted) => isCounted).length).toBeGreaterThan(1);
  const analysis = together(prepared, parts.reverse());
  expect(analysis).toEqual(analyse(files, rules, options));
  expect(analysis.tooMuch.filter((name) => name === 'shared.py 45')).toHaveLength(1);
});
