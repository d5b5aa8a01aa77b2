// CPython 3.14, as the npm package `pyodide` carries it, running `cpython.py`.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';

/** What CPython says of a file, as `digest` in `cpython.py` words it. */
export type Judgement =
  | { readonly kind: 'ok'; readonly digest: string }
  | { readonly kind: 'rejected'; readonly line: number; readonly message: string }
  | { readonly kind: 'unable'; readonly why: string };

export interface CPython {
  digest(source: Uint8Array): string;
  canonical(source: Uint8Array): string;
}

const script = readFileSync(fileURLToPath(new URL('cpython.py', import.meta.url)), 'utf8');
const manifest = createRequire(import.meta.url).resolve('pyodide/package.json');
export const pyodideVersion = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;

/** Changes whenever a cached answer could differ from a new one. */
export const answersVersion = `${pyodideVersion}-${createHash('sha1').update(script).digest('hex').slice(0, 8)}`;

export function toJudgement(answer: string): Judgement {
  const [kind, ...rest] = answer.split(' ');
  if (kind === 'ok') return { kind, digest: rest.join(' ') };
  if (kind === 'rejected') return { kind, line: Number(rest[0]), message: rest.slice(1).join(' ') };
  return { kind: 'unable', why: rest.join(' ') };
}

export async function startCPython(): Promise<CPython> {
  const pyodide = await loadPyodide();
  pyodide.runPython(script);
  // Bytes go through the file system inside: conversions of typed arrays cost more and trip over empty ones.
  pyodide.runPython(`
def digest_of_file():
    with open("/source", "rb") as file:
        return digest(file.read())

def canonical_of_file():
    with open("/source", "rb") as file:
        return canonical(file.read())
`);
  const digest = pyodide.globals.get('digest_of_file') as () => string;
  const canonical = pyodide.globals.get('canonical_of_file') as () => string;
  const given = (run: () => string) => (source: Uint8Array) => {
    pyodide.FS.writeFile('/source', source);
    return run();
  };
  return { digest: given(digest), canonical: given(canonical) };
}

/** Writes the Python files of the standard library inside the package to `folder`, once per version. */
export async function unpackStandardLibrary(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const pyodide = await loadPyodide();
  const listing = pyodide.runPython(`
import zipfile
archive = zipfile.ZipFile(next(p for p in __import__("sys").path if p.endswith(".zip")))
"\\n".join(name for name in archive.namelist() if name.endswith(".py"))
`) as string;
  const part = `${folder}.part`;
  for (const name of listing.split('\n')) {
    pyodide.runPython(`open("/source", "wb").write(archive.read(${JSON.stringify(name)}))`);
    const target = path.join(part, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, pyodide.FS.readFile('/source') as Uint8Array);
  }
  renameSync(part, folder);
}
