// The words of listings give the bytes that `pickletools` calls by these names.

import { expect, test } from 'vitest';
import { opcodeByCode, opcodes } from '../../../src/artifacts/pickle/opcodes.ts';
import { build } from '../builders/index.ts';
import { readCases } from '../listing.ts';

function bytesOf(...lines: readonly string[]): string {
  const listing = ['== a pickle', 'nothing', 'file a.pkl', ...lines.map((line) => `  ${line}`)].join('\n');
  return Buffer.from(build(readCases(listing)[0]?.files[0]?.nodes ?? [])).toString('latin1');
}

test('there are 68 opcodes, each with a byte of its own', () => {
  expect(opcodes).toHaveLength(68);
  expect(opcodeByCode.filter((each) => each !== undefined)).toHaveLength(68);
});

test.each([
  [['GLOBAL os system'], 'cos\nsystem\n'],
  [['GLOBAL "a b" "c"'], 'ca b\nc\n'],
  [['INT 0x1f', 'INT "1\\u0000z"'], 'I0x1f\nI1\0z\n'],
  [["STRING 'abc'", 'STRING "\'é\'"'], "S'abc'\nS'\xe9'\n"],
  [['BINUNICODE "é"'], 'X\x02\0\0\0\xc3\xa9'],
  [['BINUNICODE 99 "x"'], 'X\x63\0\0\0x'],
  [['BINBYTES', '  hex 00 ff'], 'B\x02\0\0\0\0\xff'],
  [['LONG1 255', 'LONG1 -128', 'LONG1 0'], '\x8a\x02\xff\0\x8a\x01\x80\x8a\0'],
  [['PROTO 4', 'FRAME', '  NONE', '  STOP'], '\x80\x04\x95\x02\0\0\0\0\0\0\0N.'],
  [['FRAME 12'], '\x95\x0c\0\0\0\0\0\0\0'],
  [['BINFLOAT 1.5', 'BININT -1', 'BININT2 258'], 'G?\xf8\0\0\0\0\0\0J\xff\xff\xff\xffM\x02\x01'],
])('%j', (lines, bytes) => {
  expect(bytesOf(...lines)).toBe(bytes);
});
