// What is told of files by a glance, before any of them is read: the first bytes decide for most, and words are searched for
// as bytes. Nothing that a loader would take may be passed over on the way, and no file takes long.

import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { memorySource, readers } from '../../src/artifacts/index.ts';

function claimsOn(text: string | Uint8Array, name: string): readonly string[] {
  const source = memorySource(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  return readers.flatMap(({ format, sniff }) => (sniff(source, name) === undefined ? [] : [format]));
}

describe('configurations of logging are found however their version is written', () => {
  const handlers = 'handlers: {h: {class: logging.StreamHandler}}\n';
  const yaml: readonly string[] = [
    'version: 1',
    '"version" : 1',
    "'version': '1'",
    'version: 0x01',
    'version: 1.00',
    'version: !!int 1',
    'version:   # of the format\n  1',
    'version: |-\n  1',
    'version: &one 1',
    'one: &one 1\nversion: *one',
    'name: &name version\n*name : 1',
    'name: &a:b version\n*a:b : 1',
    '? version\n: 1',
    '? version # a key\n: 1',
    '"\\u0076ersion": 1',
    '"\\x76ersi\\U0000006fn": "\\x31"',
    '"ver\\\n  sion": 1',
    'version: "\\\n  1"',
  ];
  test.each(yaml)('%j', (version) => {
    expect(claimsOn(`${version}\n${handlers}`, 'log.yaml')).toContain('logging-dict');
  });

  const toml: readonly string[] = [
    'version = 1',
    '"version"=1',
    'version = 1e0',
    'version = """\n1"""',
    'version = +1',
    'version = "cfg://one"',
  ];
  test.each(toml)('%j', (version) => {
    const text = `${version}\n[handlers.h]\nclass = "logging.StreamHandler"\n`;
    expect(claimsOn(text, 'log.toml')).toContain('logging-dict');
  });

  const json: readonly string[] = ['"version" : 1', '"version":\n1', '"\\u0076er\\u0073ion":1', '"version":"\\u0031"'];
  test.each(json)('%j', (version) => {
    expect(claimsOn(`{"handlers": {"h": {}}, ${version}}`, 'log.json')).toContain('logging-dict');
  });

  test.each(['version: 2', 'version: 1.5', 'the version is 1', 'version: "10"'])('not %j', (version) => {
    expect(claimsOn(`${version}\n${handlers}`, 'log.yaml')).toEqual([]);
  });
});

test('words are found across the ends of what is read at once', () => {
  const before = 256 * 1024;
  for (let at = before - 14; at <= before + 1; at++) {
    const text = `${';'.repeat(at - 1)}\n[formatters]\nkeys=a\n`;
    expect(claimsOn(text, 'log.ini'), `at ${at}`).toContain('logging-ini');
  }
});

test('key logs are told behind comments and blanks alone', () => {
  const secret = `CLIENT_RANDOM ${'ab'.repeat(32)} ${'cd'.repeat(48)}\n`;
  expect(claimsOn(`# made by NSS\n \t\r\n\n${secret}`, 'keys')).toContain('key-log');
  expect(claimsOn(`# made by NSS\nCLIENT\n${secret}`, 'keys')).not.toContain('key-log');
  expect(claimsOn(` ${secret}`, 'keys')).not.toContain('key-log');
});

/** `<?xml version="1.0"?><r/>` in code page 037 */
const ebcdic = Buffer.from('4c6fa7949340a58599a28996957e7ff14bf07f6f6e4c99616e', 'hex').toString('latin1');

test.each(['<r/>  ', ' \r\n\t<r/>', '\u00ef\u00bb\u00bf<r/>', '<\0r\0/\0>\0', '\0<\0r\0/\0>', ebcdic])(
  'the start of a document: %j',
  (start) => {
    expect(claimsOn(start, 'a.xml')).toContain('xml');
  },
);

test('a text of numbers, each of which may begin a pickle in hexadecimal digits, is told in time', () => {
  const numbers = Array.from({ length: 30_000 }, (_, at) => at).join('\\n');
  const source = memorySource(Buffer.from(`'${numbers}'`));
  const started = process.cpuUsage();
  for (const { sniff } of readers) sniff(source, 'numbers.arff');
  const { user, system } = process.cpuUsage(started);
  // a minute and more when each of them is read to the end
  expect((user + system) / 1e6).toBeLessThan(10);
});
