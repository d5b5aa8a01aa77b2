// What acknowledges findings about data: comments where there is room for them, and the configuration.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine, type ScanOptions, scan } from '../../src/scan/index.ts';
import { makeFolder } from '../cli/made-up-terminal.ts';

const options: ScanOptions = {
  paths: ['.'],
  exclude: [],
  root: '/',
  roles: [],
  threatModel: 'web',
  target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
  suppressions: true,
  stdin: undefined,
  version: '0',
};

const archive = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);

const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`).join('');
const laughs = (comment: string) =>
  `<?xml version="1.0"?>\n${comment}\n<!DOCTYPE r [<!ENTITY e0 "x">${entities}]><r>&e30;</r>\n`;

async function scanned(files: Readonly<Record<string, string | Uint8Array>>, more: Partial<ScanOptions> = {}) {
  const folder = makeFolder(files);
  const report = await scan({ ...options, root: folder, ...more }, considerations, nodeMachine(folder));
  return {
    said: report.findings
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ path, ruleId, suppression }) => `${path} ${ruleId} ${suppression?.dialect} ${suppression?.reason}`),
    problems: report.problems.map(({ path, kind, message }) => `${path} ${kind}: ${message}`),
  };
}

test('a comment of XML above what is reported', async () => {
  const { said, problems } = await scanned({
    'a.xml': laughs('<!-- heed: ignore[xml/document-expands]: a test of the parser -->'),
  });
  expect(said).toEqual(['a.xml xml/document-expands heed a test of the parser']);
  expect(problems).toEqual([]);
});

test('a comment that is of no use', async () => {
  const { said, problems } = await scanned({
    'a.xml': laughs('<!-- heed: ignore[xml/document-reaches-out]: it does not -->'),
    'b.xml': '<!-- heed: ignore[xml/document-expands]: nothing does -->\n<r/>\n',
  });
  expect(said).toEqual(['a.xml xml/document-expands undefined undefined']);
  expect(problems).toEqual([
    'a.xml unused-suppression: nothing to suppress: heed reports no xml/document-reaches-out for this statement',
    'b.xml unused-suppression: nothing to suppress: heed reports no xml/document-expands for this statement',
  ]);
});

test('the configuration, by file and rule, with its reason', async () => {
  const files = { 'tests/a.bin': archive, 'b.bin': archive };
  const entry = { path: 'tests/*.bin', rule: 'zipfile/members-unread', reason: 'made by the tests' };
  const { said, problems } = await scanned(files, { acknowledged: [entry] });
  expect(said).toEqual([
    'b.bin zipfile/members-unread undefined undefined',
    'tests/a.bin zipfile/members-unread configuration made by the tests',
  ]);
  expect(problems).toEqual([]);
  expect((await scanned(files, { acknowledged: [entry], suppressions: false })).said).toEqual([
    'b.bin zipfile/members-unread undefined undefined',
    'tests/a.bin zipfile/members-unread undefined undefined',
  ]);
});

test('entries of the configuration that are of no use, where their files were looked at', async () => {
  const files = { 'tests/a.bin': archive, 'b.py': '' };
  const entry = (path: string, rule: string) => ({ path, rule, reason: 'looked at' });
  const acknowledged = [
    entry('tests/', 'ZIP-55'),
    entry('tests/', 'zipfile/member-unread'),
    entry('b.py', 'pickle/untrusted-load'),
    entry('elsewhere/', 'pickle/untrusted-load'),
  ];
  const { said, problems } = await scanned(files, { acknowledged, configuredBy: 'pyproject.toml' });
  expect(said).toEqual(['tests/a.bin zipfile/members-unread configuration looked at']);
  expect(problems).toEqual([
    'pyproject.toml suppression: ignore names a rule that there is not: zipfile/member-unread; did you mean zipfile/members-unread?',
    'pyproject.toml unused-suppression: nothing to ignore: heed reports no pickle/untrusted-load in b.py',
  ]);
});

test('comments in a file that is code and data speak of both', async () => {
  const workflow = `# heed: ignore[logging/yaml-makes-objects] -- read by our own tool
on: push
jobs: {}
`;
  const { problems } = await scanned({ '.github/workflows/ci.yml': workflow });
  expect(problems).toEqual([
    '.github/workflows/ci.yml unused-suppression: nothing to suppress: heed reports no logging/yaml-makes-objects for this statement',
  ]);
});
