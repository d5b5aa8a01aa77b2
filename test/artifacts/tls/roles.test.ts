// What a private key is worth by where it lies: among tests nothing, among examples a question.

import { expect, test } from 'vitest';
import { inspect, memorySource, readers } from '../../../src/artifacts/index.ts';
import type { FileRole } from '../../../src/core/index.ts';
import keyRule from '../../../src/rules/ssl/private-key-in-file.ts';
import { judgeData } from '../../../src/scan/judge-data.ts';
import { readTarget } from '../../rules/fixture.ts';
import { build } from '../builders/index.ts';
import { readCases } from '../listing.ts';

const [key] = readCases(`== key\nnothing\n${keyRule.docs.fails}`);
const target = readTarget('3.9');
if (key === undefined || target === undefined) throw new Error('the rule has no example');

test.each<[FileRole, readonly string[]]>([
  ['app', ['fail high']],
  ['vendored', ['fail high']],
  ['example', ['open medium']],
  ['test', []],
])('among files that are %s', (role, expected) => {
  const bytes = build(key.files[0]?.nodes ?? []);
  const { artifacts } = inspect(memorySource(bytes), 'server.key', readers, { now: () => 0 });
  const findings = judgeData({ path: 'server.key', role, target }, artifacts, [keyRule], []);
  expect(findings.map(({ verdict, severity }) => `${verdict} ${severity}`)).toEqual(expected);
});
