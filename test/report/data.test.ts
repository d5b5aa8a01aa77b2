// Findings about data in every format: offsets where there are no lines, and what leads to what lies in a file.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Finding, Report } from '../../src/core/index.ts';
import { toReportPage } from '../../src/report/html/report-page.ts';
import {
  plainStyle,
  type ReportView,
  toJson,
  toMarkdown,
  toSarif,
  toTerminal,
  toTerminalPage,
} from '../../src/report/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { report as madeReport } from './hand-made.ts';

const layout = { style: plainStyle, columns: 100, expandsTraces: false };

const base: Finding = {
  ruleId: 'zipfile/members-unread',
  code: 'ZIP-55',
  topic: 'zipfile',
  verdict: 'fail',
  severity: 'high',
  path: 'model.pt',
  span: { start: 0x1c3, end: 0x1c6 },
  site: { start: 0x1c3, end: 0x1c6 },
  format: 'zip',
  message: 'nothing is known of it',
  messageId: 'members-unread',
  evidence: [],
  trace: [],
  role: 'app',
  also: [],
  suppression: undefined,
};
const nested: Finding = {
  ...base,
  format: 'pickle',
  inside: ['archive/data.pkl', 'second \x1b[31m pickle'],
  offset: 0x2a,
  evidence: [{ path: 'model.pt', span: { start: 0x1c3, end: 0x1c6 }, offset: 0x10, text: 'imported here' }],
};
const inText: Finding = {
  ...base,
  path: 'feed.xml',
  format: 'xml',
  span: { start: 6, end: 10 },
  site: { start: 6, end: 10 },
  verdict: 'open',
};
const whole: Finding = { ...base, verdict: 'pass', message: 'every member was looked into', messageId: undefined };

const report: Report = {
  ...madeReport,
  findings: [inText, base, nested, whole],
  problems: [],
  files: new Map([['feed.xml', { path: 'feed.xml', bytes: new TextEncoder().encode('<a>\n  <b/>\n</a>\n') }]]),
};
const view: ReportView = {
  report,
  rules: considerations,
  show: new Set(['fail', 'open', 'pass']),
  minSeverity: 'low',
  root: '/home/me/project',
};

test('terminal: a line and a frame where there is text, an offset where there is none', () => {
  const text = toTerminal(view, layout);
  expect(text).toContain('  2:3  open  zipfile/members-unread ZIP-55\n');
  expect(text).toContain('    2 │   <b/>\n      │   ^^^^ nothing is known of it\n');
  expect(text).toContain('  @0x1c3  high  zipfile/members-unread ZIP-55\n');
  expect(text).toContain('  → archive/data.pkl → second \\x1b[31m pickle @0x2a  high  zipfile/members-unread ZIP-55\n');
  expect(text).toContain('    proof   @0x10: imported here\n');
  expect(text).toContain('  pass  zipfile/members-unread ZIP-55\n');
  expect(text).toContain('1 undecided, 1 of them about data that is not shown to be safe');
  expect(text).not.toMatch(/[^\P{C}\n]/u);
});

test('the page names the same places', () => {
  const text = toTerminalPage(view, layout);
  expect(text).toContain('model.pt → archive/data.pkl → second \\x1b[31m pickle @0x2a  high');
  expect(text).toContain('feed.xml:2');
  expect(text).toContain('2 data files, 4 sites');
  const markdown = toMarkdown(view);
  expect(markdown).toContain('`model.pt → archive/data.pkl → second \\x1b[31m pickle @0x2a`');
  expect(markdown).toContain('`model.pt @0x1c3`');
  const [row] = toReportPage(view).topics.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.filter(({ proof }) => proof !== undefined)),
  );
  expect(row?.inData).toBe('→ archive/data.pkl → second \\x1b[31m pickle @0x2a');
  expect(row?.proof?.[0]?.text).toBe('@0x10 imported here');
});

test('json: offsets of the file and of what lies in it', () => {
  const { findings } = JSON.parse(toJson(view));
  expect(findings[0]).toMatchObject({ start: { line: 2, column: 3 }, data: { format: 'xml', offset: 6, inside: [] } });
  expect(findings[2]).toMatchObject({
    start: null,
    data: {
      format: 'pickle',
      offset: 0x1c3,
      length: 3,
      inside: ['archive/data.pkl', 'second \x1b[31m pickle'],
      insideOffset: 0x2a,
    },
  });
});

test('sarif: byte regions and logical locations, valid by its schema', () => {
  const sarif = JSON.parse(toSarif(view));
  const [, , result] = sarif.runs[0].results;
  expect(result.locations[0]).toEqual({
    physicalLocation: { artifactLocation: { uri: 'model.pt' }, region: { byteOffset: 0x1c3, byteLength: 3 } },
    logicalLocations: [
      { name: 'second \x1b[31m pickle', fullyQualifiedName: 'archive/data.pkl → second \x1b[31m pickle' },
    ],
  });
  const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
  expect(validate(sarif) ? [] : validate.errors).toEqual([]);
});

test('fingerprints go by what leads to a place, not by offsets', () => {
  const prints = (findings: readonly Finding[]) =>
    JSON.parse(toJson({ ...view, report: { ...report, findings } })).findings.map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );
  const moved = [base, nested].map((each) => ({ ...each, span: { start: 9, end: 10 }, site: { start: 9, end: 10 } }));
  expect(prints(moved)).toEqual(prints([base, nested]));
  expect(new Set(prints([base, nested])).size).toBe(2);
});
