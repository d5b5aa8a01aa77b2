// `heed inspect` from arguments to exit code.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { heed } from './made-up-terminal.ts';

/** A 7z archive, which heed does not open. */
const archive = Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
const page = '<?xml version="1.0"?>\n<page><title>Hello</title></page>\n';
const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
const laughs = `<!DOCTYPE r [<!ENTITY e0 "0123456789">${entities}]><r>&e30;</r>`;
const files = { 'model.bin': archive, 'page.txt': page, 'laughs.jpeg': laughs, 'letter.7z': 'Dear all\n' };

const inspect = (...argv: string[]) => heed(files, ['inspect', ...argv], { rules: considerations });

test('a file is opened by what it holds, and the exit code says how it stands', async () => {
  const undecided = await inspect('model.bin');
  expect(undecided.code).toBe(3);
  expect(undecided.out).toMatch(/^model\.bin {2}7z {2}@0x0, 8 bytes\n/);
  expect(undecided.out).toContain('zipfile/members-unread ZIP-55: heed does not open 7z archives');
  expect(undecided.out).toMatch(/\nnothing fails, 1 undecided: not shown to be safe\n$/);

  const fine = await inspect('page.txt');
  expect(fine.code).toBe(0);
  expect(fine.out).toMatch(/^page\.txt {2}xml {2}@0x0, 56 bytes\n/);

  const hostile = await inspect('laughs.jpeg');
  expect(hostile.code).toBe(1);
  expect(hostile.out).toContain('xml/document-expands XML-51');

  const unknown = await inspect('letter.7z');
  expect(unknown.code).toBe(3);
  expect(unknown.out).toContain('no reader of heed claims this file');
  expect(unknown.out).toMatch(/tried {2}.*\b7z\b.*\bxml\b/);
});

test('json has everything', async () => {
  const { out, code } = await inspect('model.bin', '--format', 'json');
  expect(code).toBe(3);
  const document = JSON.parse(out);
  expect(document).toMatchObject({ format: 'heed-inspection/1', path: 'model.bin', size: 8, names: [], problems: [] });
  expect(document.artifacts).toMatchObject([
    {
      format: '7z',
      offset: 0,
      concerns: [{ kind: '7z:members-unread', weight: 'unknown', offset: 0, length: 8 }],
      verdicts: [{ verdict: 'open', ruleId: 'zipfile/members-unread', messageId: 'members-unread' }],
      parts: [],
    },
  ]);
});

test('what cannot be inspected is refused', async () => {
  expect(await inspect()).toMatchObject({ code: 2, err: 'heed: heed inspect takes one file, such as model.pt\n' });
  expect((await inspect('gone.pt')).err).toBe('heed: no such file: gone.pt; heed inspect takes one\n');
  expect((await inspect('.')).code).toBe(2);
  expect((await inspect('model.bin', '--format', 'sarif')).err).toContain('--format sarif: it takes terminal or json');
  expect((await inspect('model.bin', '--gate', 'high')).err).toContain('heed inspect has no option --gate');
});
