// The bundled command as its users start it: exit codes, streams, closed pipes.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { version } from '../../src/cli/index.ts';
import { makeFolder } from './made-up-terminal.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'heed-bundle-'));
const command = join(folder, 'heed.mjs');

beforeAll(async () => {
  await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['src/main.ts'],
    outfile: command,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // As in scripts/build.mjs, which says why.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heed = (cwd: string, ...argv: string[]) =>
  spawnSync(process.execPath, [command, ...argv], { cwd, encoding: 'utf8', input: 'import pickle\n' });

test('answers on standard output, complaints on standard error', () => {
  const cwd = makeFolder({ 'a.py': 'print(1)\n' });
  expect(heed(cwd, '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(heed(cwd)).toMatchObject({ status: 0, stderr: '' });
  expect(heed(cwd, 'b.py')).toMatchObject({ status: 2, stdout: '' });
  expect(heed(cwd, '-')).toMatchObject({ status: 0 });
  expect(heed(cwd, '--format', 'json').stdout).toContain('"format": "heed-report/1"');
});

test('the real rules are on board', () => {
  const cwd = makeFolder({
    'a.py': 'import ssl\nssl._create_default_https_context = ssl._create_unverified_context\n',
  });
  const { status, stdout } = heed(cwd);
  expect(status).toBe(1);
  expect(stdout).toContain('ssl/verification-off-everywhere');
});

test('a reader that has seen enough is no error', async () => {
  const cwd = makeFolder({ 'a.py': 'import random\n'.repeat(20_000) });
  const child = spawn(process.execPath, [command, 'debug', 'tree', 'a.py'], { cwd });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
});
