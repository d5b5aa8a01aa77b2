// PEM in files that are mostly something else: a limit is told only where what lies behind it is PEM.

import { expect, test } from 'vitest';
import { inspect, memorySource, readers } from '../../../src/artifacts/index.ts';

const block = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const LONG = 17 * 1024 * 1024;

const look = (text: string, name: string) =>
  inspect(memorySource(Buffer.from(text, 'latin1')), name, readers, { now: () => 0 });

test('a long log that quotes a certificate is no collection of certificates', () => {
  const { artifacts, problems } = look(`started\n${block}${'all is well\n'.repeat(LONG / 12)}`, 'server.log');
  expect(artifacts.map(({ format }) => format)).toContain('pem');
  expect(problems).toEqual([]);
});

test('more certificates than are read are told', () => {
  const { problems } = look(`-----BEGIN CERTIFICATE-----\n${'AAAA'.repeat(LONG / 4)}`, 'ca.pem');
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('is longer than any collection of certificates'),
  ]);
});

test('a tar archive with certificates is looked into by its members alone', () => {
  const header = Buffer.alloc(512);
  header.write('ca.pem');
  header.write('0000644\0', 100);
  header.write(`${block.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        0', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const text = `${header.toString('latin1')}${block.padEnd(512, '\0')}${'\0'.repeat(1024)}`;
  const { artifacts } = look(text, 'certificates.tar');
  expect(artifacts.map(({ format }) => format)).toEqual(['tar']);
  expect(artifacts[0]?.parts.map(({ format }) => format)).toEqual(['pem']);
});
