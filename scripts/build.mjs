// Bundles what the package ships: the command line, the threads that help it with large scans and look into data, the
// library, and the library's types. Everything that is needed at run time is inside the bundles, so that installing heed installs nothing
// else.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** @type {import('esbuild').BuildOptions} */
const bundle = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  legalComments: 'none',
  // The package's build for Node is CommonJS, which asks for Node's modules in a way that a bundle cannot serve.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  logLevel: 'warning',
  metafile: true,
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const [command, thread, inspector, library] = await Promise.all([
  build({
    ...bundle,
    entryPoints: { heed: 'src/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
    minifyWhitespace: true,
  }),
  build({ ...bundle, entryPoints: { worker: 'src/worker.ts' }, minifySyntax: true, minifyWhitespace: true }),
  build({ ...bundle, entryPoints: { inspector: 'src/inspector.ts' }, minifySyntax: true, minifyWhitespace: true }),
  build({ ...bundle, entryPoints: { api: 'src/api.ts' } }),
]);
chmodSync(join(dist, 'heed.js'), 0o755);
writeLicences([command, thread, inspector, library]);
writeTypes();

/** The licences of what was bundled, as those licences ask. */
function writeLicences(results) {
  const packages = new Set();
  for (const { metafile } of results) {
    for (const input of Object.keys(metafile.inputs)) {
      const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.split(sep).join('/'));
      if (found) packages.add(found[1]);
    }
  }
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE-MIT', 'LICENCE', 'license'].find((each) =>
      existsSync(join(root, folder, each)),
    );
    if (file === undefined) throw new Error(`${name} has no licence file to ship`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(dist, 'third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Declarations name the files that they stand for in the package: `./x.js`, not the source's `./x.ts`. */
function writeTypes() {
  const compiler = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'tsc.cmd' : 'tsc');
  const { status } = spawnSync(compiler, ['-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  for (const path of readdirSync(join(dist, 'types'), { recursive: true })) {
    if (!path.endsWith('.d.ts')) continue;
    const file = join(dist, 'types', path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
  }
}
