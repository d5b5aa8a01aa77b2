// Long functions are run as far as their sites depend on it; what is left out must not be what decides.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { analyse } from '../../src/scan/analyse.ts';
import { defaultTarget } from '../rules/fixture.ts';

const unrelated = Array.from({ length: 60 }, (_, at) => `    log(${at}, name="step ${at}")\n`).join('');

/** Verdicts on the shell commands of a long function that consists of these statements, after the unrelated ones. */
function verdictsOf(...statements: readonly string[]): string[] {
  const body = statements.map((each) => `    ${each}\n`).join('');
  const helper = 'def fill(items):\n    items.append(request.args["q"])\n    return len(items)\n';
  const text = `import os\nfrom flask import request\nfrom log import log\n\n${helper}\ndef view():\n    items = ["ls", "-l"]\n${unrelated}${body}`;
  const rules = considerations.filter(({ id }) => id === 'subprocess/shell-command-from-input');
  const { findings } = analyse([{ path: 'main.py', bytes: new TextEncoder().encode(text), role: 'app' }], rules, {
    target: defaultTarget,
    threatModel: 'web',
  });
  return findings.map(({ verdict }) => verdict);
}

test('a call that fills what it is handed, and gives something else', () => {
  expect(verdictsOf('count = fill(items)', 'os.system(items[-1])')).toEqual(['fail']);
  expect(verdictsOf('if fill(items) > 1:', '    log("more")', 'os.system(items[-1])')).toEqual(['fail']);
  expect(verdictsOf('count = len(items)', 'os.system(items[-1])')).toEqual(['pass']);
});

test('what is taken out is gone', () => {
  expect(verdictsOf('items.append(request.args["q"])', 'last = items.pop()', 'os.system(items[-1])')).toEqual(['pass']);
  expect(verdictsOf('items.append(request.args["q"])', 'os.system(items[-1])')).toEqual(['fail']);
});
