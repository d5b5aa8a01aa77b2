// A terminal that remembers what was written, over a real folder that is gone after the test, and two small rules.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { run, type Terminal } from '../../src/cli/index.ts';
import { defineRule, type Rule } from '../../src/rulekit/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** what was written to files */
  readonly files: ReadonlyMap<string, string>;
}

/** Files by path below a new folder. */
export function makeFolder(texts: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The real command on this repository: all rules, from its root. */
export async function heedHere(argv: readonly string[]): Promise<Outcome> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return heed({}, argv, { machine: nodeMachine(root), rules: considerations });
}

export async function heed(
  texts: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  more: Partial<Terminal> & { readonly stdin?: string; readonly rules?: readonly Rule[] } = {},
): Promise<Outcome> {
  const files = new Map<string, string>();
  let out = '';
  let err = '';
  const terminal: Terminal = {
    machine: nodeMachine(makeFolder(texts)),
    environment: {},
    columns: undefined,
    showsProgress: false,
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    readStdin: () => new TextEncoder().encode(more.stdin ?? ''),
    writeFile: (path, content) => void files.set(path, typeof content === 'string' ? content : decoder.decode(content)),
    whyUnwritable: () => undefined,
    now: () => 0,
    ...more,
  };
  const code = await run(argv, terminal, more.rules ?? rules);
  return { code, out, err, files };
}

const loads = defineRule({
  id: 'pickle/any-load',
  code: 'PKL-91',
  title: 'Loading a pickle runs what it says',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: ['B301', 'S301'],
  advice: 'use json',
  question: 'Who wrote these bytes?',
  docs: {
    why: 'A pickle is a program.',
    fails: 'import pickle\npickle.loads(data)',
    passes: 'import json\njson.loads(data)',
    evidence: ['the bytes are a constant'],
    limits: 'None.',
  },
  messages: { load: 'the pickle {text} is loaded' },
  on: {
    kind: 'call',
    to: ['pickle.loads'],
    judge(call, verdict) {
      const bytes = call.argument('data', 0);
      if (bytes.constant() !== undefined) return verdict.pass(bytes, 'the bytes are a constant');
      return verdict.fail(bytes, 'load', { text: bytes.text }, { severity: 'high' });
    },
  },
});

const choice = defineRule({
  id: 'random/any-choice',
  code: 'RND-91',
  title: 'A choice that others can foresee',
  anchor: 'library/random.html',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [330],
  aliases: ['B311', 'S311'],
  advice: 'use secrets',
  docs: { why: 'It is computed.', fails: 'x', passes: 'y', evidence: [], limits: 'None.' },
  messages: { unknown: 'what the choice is for is not known' },
  on: { kind: 'call', to: ['random.choice'], judge: (call, verdict) => verdict.open(call, 'unknown') },
});

export const rules: readonly Rule[] = [loads, choice];

export const failing = 'import pickle\n\ndef f(d):\n    return pickle.loads(d)\n';
export const undecided = 'import random\nrandom.choice([1, 2])\n';
export const heeding = 'import pickle\npickle.loads(b"N.")\n';
export const clean = 'print(1)\n';
