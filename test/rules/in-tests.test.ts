// What rules say of tests: nothing, or only what is shown to fail.

import { expect, test } from 'vitest';
import type { FileRole } from '../../src/core/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';
import shellCommand from '../../src/rules/subprocess/shell-command-from-input.ts';
import codeFromSharedDirectory from '../../src/rules/tempfile/code-from-shared-directory.ts';
import nameBeforeFile from '../../src/rules/tempfile/name-before-file.ts';
import { analyse } from '../../src/scan/analyse.ts';

function verdictsOf(rule: unknown, code: string, role: FileRole): readonly string[] {
  const { findings } = analyse([{ path: 'test_app.py', bytes: new TextEncoder().encode(code), role }], [rule as Rule], {
    target: { minimum: [3, 10], maximum: [3, 15], source: 'default' },
    threatModel: 'web',
  });
  return findings.map(({ verdict }) => verdict);
}

const temporary = 'import tempfile\nname = tempfile.mktemp()\n';
const commands = 'import flask, os\ndef f(x):\n    os.system("ls " + x)\n    os.system(flask.request.args["x"])\n';

test('quiet rules say nothing of tests', () => {
  expect(verdictsOf(nameBeforeFile, temporary, 'app')).toEqual(['fail']);
  expect(verdictsOf(nameBeforeFile, temporary, 'test')).toEqual([]);
});

test('others say what fails', () => {
  expect(verdictsOf(shellCommand, commands, 'app')).toEqual(['open', 'fail']);
  expect(verdictsOf(shellCommand, commands, 'test')).toEqual(['fail']);
});

test('a search path that a test takes back is no way for code of others', () => {
  const added = 'import sys\ndef test_path():\n    sys.path.insert(0, "/tmp/nothing")\n';
  expect(verdictsOf(codeFromSharedDirectory, added, 'test')).toEqual(['fail']);
  const taken = `${added}    sys.path.remove("/tmp/nothing")\n`;
  expect(verdictsOf(codeFromSharedDirectory, taken, 'test')).toEqual([]);
  expect(verdictsOf(codeFromSharedDirectory, taken, 'app')).toEqual(['fail']);
});
