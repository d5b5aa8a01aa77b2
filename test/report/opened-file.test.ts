// What `heed inspect` prints of a file: golden files beside this test. `npx vitest -u` writes them anew.

import { expect, test } from 'vitest';
import type { Finding, OpenedFile } from '../../src/core/index.ts';
import { plainStyle, toJsonOpened, toTerminalOpened } from '../../src/report/index.ts';

const layout = { style: plainStyle, columns: 100, expandsTraces: false };

const finding = (more: Partial<Finding>): Finding => ({
  ruleId: 'pickle/model-runs-code',
  code: 'PKL-51',
  topic: 'pickle',
  verdict: 'fail',
  severity: 'critical',
  path: 'models/\x1b[2Jmodel.pt',
  span: { start: 64, end: 80 },
  site: { start: 64, end: 80 },
  format: 'pickle',
  message: 'loading it calls os.system \u202e',
  messageId: 'calls',
  evidence: [{ path: 'models/model.pt', span: { start: 70, end: 71 }, offset: 6, text: 'imported here' }],
  trace: [],
  role: 'app',
  also: [],
  suppression: undefined,
  ...more,
});

const calls = finding({ inside: ['archive/data.pkl'], offset: 0 });
const heeded = finding({
  verdict: 'pass',
  format: 'zip',
  message: 'it is in proportion',
  messageId: undefined,
  evidence: [],
});

const file: OpenedFile = {
  path: 'models/\x1b[2Jmodel.pt',
  size: 4096,
  tried: ['pickle', 'zip'],
  problems: [
    {
      kind: 'limit',
      path: 'models/model.pt',
      span: undefined,
      message: 'it unpacks to more than 1 GiB',
      hidesCode: true,
    },
  ],
  findings: [calls, heeded],
  artifacts: [
    {
      format: 'zip',
      name: 'model.pt',
      offset: 0,
      size: 4096,
      details: [['members', '2']],
      names: [],
      concerns: [{ kind: 'zip:note', weight: 'note', offset: 1, length: 1, parameters: { count: 3 }, text: undefined }],
      findings: [heeded],
      listing: ['0  archive/data.pkl', '1  \x07bell'],
      parts: [
        {
          format: 'pickle',
          name: 'archive/data.pkl',
          offset: 64,
          size: 16,
          details: [['protocol', '2']],
          names: ['collections.OrderedDict', 'os.system'],
          concerns: [
            {
              kind: 'pickle:calls',
              weight: 'dangerous',
              offset: 0,
              length: 16,
              parameters: { name: 'os.system' },
              text: 'loading it calls os.system',
            },
          ],
          findings: [calls],
          listing: ['from os import system', "system('true')"],
          parts: [],
        },
        {
          format: 'pickle',
          name: 'second',
          offset: undefined,
          size: 2,
          details: [],
          names: ['os.system'],
          concerns: [],
          findings: [],
          listing: [],
          parts: [],
        },
      ],
    },
  ],
};

test('terminal', async () => {
  const text = toTerminalOpened(file, layout);
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  await expect(text).toMatchFileSnapshot('golden/opened.txt');
});

test('json', async () => {
  await expect(toJsonOpened(file, '0.1.0')).toMatchFileSnapshot('golden/opened.json');
});

test('a file that nobody reads says what was tried', () => {
  const text = toTerminalOpened({ ...file, artifacts: [], findings: [], problems: [] }, layout);
  expect(text).toBe(
    'models/\\x1b[2Jmodel.pt  4,096 bytes\n  no reader of heed claims this file: nothing is known of it\n  tried  pickle, zip\n',
  );
});
