// Hands documents to the parsers of the Python that is installed here. Only documents that are small when they are expanded,
// or that are refused, may be given to them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Expat of the Python here; undefined without one. */
export const expatHere: string | undefined = (() => {
  try {
    const code = 'import pyexpat; print(pyexpat.EXPAT_VERSION)';
    return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
})();

const script = fileURLToPath(new URL('./parsers.py', import.meta.url));

export function askPython<Answer>(
  kind: 'sizes' | 'etree' | 'outcomes',
  documents: readonly Uint8Array[],
): readonly Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'heed-xml-'));
  try {
    const lines = documents.map((document, at) => {
      const path = join(folder, `${at}.xml`);
      writeFileSync(path, document);
      return `${kind} ${path}\n`;
    });
    const answers = execFileSync('python3', [script], {
      input: lines.join(''),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 120_000,
    });
    return answers
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
