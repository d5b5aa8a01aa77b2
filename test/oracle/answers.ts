// CPython's answers by content, kept in `.cache/oracle/` so that a second run asks only about new files. An answer may be
// reused when the content, the version of pyodide and `cpython.py` are the same: all three are in its key.

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answersVersion } from './cpython.ts';
import { cacheFolder } from './files.ts';

export class Answers {
  readonly #file = path.join(cacheFolder, 'oracle', `answers-${answersVersion}.txt`);
  readonly #answerByHash = new Map<string, string>();

  constructor() {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const space = line.indexOf(' ');
      if (space > 0) this.#answerByHash.set(line.slice(0, space), line.slice(space + 1));
    }
  }

  get(hash: string): string | undefined {
    return this.#answerByHash.get(hash);
  }

  add(hash: string, answer: string): void {
    if (this.#answerByHash.has(hash)) return;
    const line = answer.replaceAll('\n', ' ');
    this.#answerByHash.set(hash, line);
    appendFileSync(this.#file, `${hash} ${line}\n`);
  }
}
