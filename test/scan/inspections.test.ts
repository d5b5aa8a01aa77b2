// The thread that looks into data: what kills it costs the file that did, and nothing else.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeMachine } from '../../src/scan/index.ts';
import { type InspectionThread, startInspections } from '../../src/scan/inspections.ts';
import { makeFolder } from '../cli/made-up-terminal.ts';

/** A reader that does to its thread what the file's first letter says. */
const entry = `
import { serveInspections } from './src/scan/index.ts';
serveInspections([{
  format: '7z',
  sniff: () => 'certain',
  read(source, draft) {
    const letter = String.fromCharCode(source.read(0, 1)[0]);
    draft.concern('7z:members-unread', 'unknown', { start: 0, end: 1 });
    if (letter === 'h') for (;;);
    if (letter === 'x') process.exit(3);
    if (letter === 't') throw new TypeError('out of its depth');
    if (letter === 'm') for (const hog = []; ; ) hog.push({ hog: [hog.length] });
  },
}]);
`;

let folder = '';
let thread: InspectionThread;

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'inspections-'));
  const outfile = join(folder, 'thread.js');
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    // As the package is bundled.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    logLevel: 'error',
  });
  thread = { bundle: pathToFileURL(outfile), grace: 4000, memory: 32 };
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inspected(files: Readonly<Record<string, string>>) {
  const made = makeFolder(files);
  const list = Object.keys(files).map((path) => ({ path, role: 'app' as const }));
  const { found } = startInspections(list, { limits: { time: 300 } }, nodeMachine(made), thread);
  return (await found).map(
    ({ artifacts, problems }) => `${artifacts.length}${problems.map(({ kind, message }) => ` ${kind}: ${message}`)}`,
  );
}

test('a file that takes too long, one that takes too much memory, and one that ends the thread', async () => {
  const found = await inspected({ a: 'ok', b: 'hang', c: 'ok', d: 'memory', e: 'x', f: 'throws', g: 'ok' });
  expect(found).toEqual([
    '1',
    '0 limit: it took more than 4 seconds; it was not looked at',
    '1',
    '0 limit: it took more than 32 MiB of memory; it was not looked at',
    '0 limit: heed stumbled over it; it was not looked at',
    '1 reader-crashed: f could not be read as 7z, by a mistake of heed; the rest of it was not looked at',
    '1',
  ]);
}, 60_000);

test('a thread that cannot be had leaves the work to this one', async () => {
  const broken = { ...thread, bundle: new URL(import.meta.url) };
  const made = makeFolder({ 'm.bin': Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]) });
  const { found } = startInspections([{ path: 'm.bin', role: 'app' }], {}, nodeMachine(made), broken);
  expect((await found)[0]?.artifacts.map(({ format }) => format)).toEqual(['7z']);
}, 60_000);

test('what is stopped ends', async () => {
  const made = makeFolder({ h: 'hang' });
  const { found, stop } = startInspections(
    [{ path: 'h', role: 'app' }],
    { limits: { time: 1e9 } },
    nodeMachine(made),
    thread,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  stop();
  expect(await found).toMatchObject([{ artifacts: [] }]);
}, 60_000);
