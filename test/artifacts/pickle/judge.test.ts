// What pickles are taken for: names that were misused before, known names that are misused by their arguments, and honest
// pickles of the standard library, which Python writes for the occasion.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Artifact, inspect, memorySource, readers } from '../../../src/artifacts/index.ts';
import { toPython3 } from '../../../src/artifacts/pickle/python2-names.ts';
import { build } from '../builders/index.ts';
import { readCases } from '../listing.ts';
import { honestNames, misusedArguments, misusedNames } from './misused.ts';

type Verdict = 'fail' | 'open' | 'pass';

function inspected(bytes: Uint8Array, trusted: readonly string[] = []): readonly Artifact[] {
  const options = { now: () => 0, trusted: new Set(trusted), hasListing: true };
  return inspect(memorySource(bytes), 'data.pkl', readers, options).artifacts;
}

function verdictOn(artifacts: readonly Artifact[]): Verdict {
  const concerns = artifacts.flatMap(function all({ concerns: own, parts }): readonly string[] {
    return [...own.map(({ weight }) => weight), ...parts.flatMap(all)];
  });
  return concerns.includes('dangerous') ? 'fail' : concerns.includes('unknown') ? 'open' : 'pass';
}

/** A listing of opcodes, one a line. */
function bytesOf(opcodes: string): Uint8Array {
  const [first] = readCases(`== a case\nnothing\nfile data.pkl\n  ${opcodes.trim().replaceAll(/\n\s*/g, '\n  ')}`);
  return build(first?.files[0]?.nodes ?? []);
}

const kindsOf = (artifacts: readonly Artifact[]) =>
  artifacts.flatMap(({ concerns }) => concerns.map(({ kind }) => kind)).sort();

describe('names that pickles misused', () => {
  test.each(misusedNames)('%s', (name) => {
    const [module, attribute] = name.split(' ') as [string, string];
    const call = (protocol: number, how: string) => `PROTO ${protocol}\n${how}\nEMPTY_TUPLE\nREDUCE\nSTOP`;
    const verdicts = [
      verdictOn(inspected(bytesOf(call(4, `GLOBAL ${module} ${attribute}`)))),
      verdictOn(inspected(bytesOf(call(4, `BINUNICODE "${module}"\nBINUNICODE "${attribute}"\nSTACK_GLOBAL`)))),
    ];
    expect(verdicts).toEqual(['fail', 'fail']);
  });
});

describe('known names, and arguments that make them harmful', () => {
  test.each(misusedArguments)('%s', (_, opcodes) => {
    expect(verdictOn(inspected(bytesOf(opcodes)))).not.toBe('pass');
  });
});

describe('names that honest pickles bear, though their modules do harm', () => {
  test.each(honestNames)('%s', (name) => {
    const made = `PROTO 4\nGLOBAL ${name}\nEMPTY_TUPLE\nNEWOBJ\nSTOP`;
    expect(verdictOn(inspected(bytesOf(made)))).not.toBe('fail');
  });
});

test('names that the project trusts are harmless, with what hangs on them', () => {
  const user = 'PROTO 2\nGLOBAL app User\nEMPTY_TUPLE\nNEWOBJ\nEMPTY_DICT\nBINUNICODE "a"\nNONE\nSETITEM\nBUILD\nSTOP';
  expect(verdictOn(inspected(bytesOf(user)))).toBe('open');
  expect(verdictOn(inspected(bytesOf(user), ['app.User']))).toBe('pass');
  expect(verdictOn(inspected(bytesOf(user), ['app.Users']))).toBe('open');
});

test('a name is told once, and a call of it where it happens', () => {
  const twice = 'PROTO 2\nGLOBAL app f\nBINPUT 0\nEMPTY_TUPLE\nREDUCE\nPOP\nBINGET 0\nEMPTY_TUPLE\nREDUCE\nSTOP';
  expect(kindsOf(inspected(bytesOf(twice)))).toEqual(['pickle:unlisted-name']);
});

test('names of Python 2 are mapped as CPython maps them', () => {
  const script =
    'import json, _compat_pickle as c; print(json.dumps([[list(k), list(v)] for k, v in c.NAME_MAPPING.items()] + [[[k, "x"], [v, "x"]] for k, v in c.IMPORT_MAPPING.items()]))';
  const pairs = JSON.parse(execFileSync('python3', ['-c', script], { encoding: 'utf8' })) as [string[], string[]][];
  expect(pairs.length).toBeGreaterThan(140);
  for (const [[module, name], expected] of pairs) {
    expect([module, name, toPython3(module as string, name as string)]).toEqual([module, name, expected]);
  }
});

test('a listing of shared containers is no longer than what it is about', () => {
  const laughs = `PROTO 2\nEMPTY_TUPLE\n${'DUP\nDUP\nTUPLE3\n'.repeat(60)}STOP`;
  const [artifact] = inspected(bytesOf(laughs));
  expect(artifact?.listing.join('\n').length).toBeLessThan(10_000);
  expect(kindsOf(artifact === undefined ? [] : [artifact])).toEqual(['pickle:expands']);
});

test('a listing reads like Python', () => {
  const [artifact] = inspected(
    bytesOf(
      'PROTO 4\nGLOBAL collections OrderedDict\nEMPTY_TUPLE\nREDUCE\nMEMOIZE\nBINUNICODE "key"\nGLOBAL os getpid\nEMPTY_TUPLE\nREDUCE\nSETITEM\nSTOP',
    ),
  );
  expect(artifact?.listing).toEqual([
    'from collections import OrderedDict  # @0x2 GLOBAL, protocol 4',
    '_v0 = collections.OrderedDict()  # @0x1c REDUCE',
    'from os import getpid  # @0x26 GLOBAL, protocol 4',
    '_v1 = os.getpid()  # @0x32 REDUCE',
    "_v0['key'] = _v1  # @0x33",
    'result = _v0',
  ]);
});

test('honest pickles of the standard library pass, at all protocols', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-pickles-'));
  try {
    const script = fileURLToPath(new URL('../benign/make-standard.py', import.meta.url));
    execFileSync('python3', [script, folder]);
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(150);
    const wrong = files.filter((name) => verdictOn(inspected(readFileSync(join(folder, name)))) !== 'pass');
    expect(wrong).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
