// Files that Python itself reads when it starts: `.pth` and `.start` files of a site directory, `python3XX._pth` beside an
// embedded interpreter, `pyvenv.cfg` of an environment.

import type { Excerpt } from './excerpt.ts';
import { linesOf } from './shell-file.ts';
import type { Draft, StartLine } from './start-file.ts';
import { literalWord, wordFrom } from './word.ts';

type Line = Pick<StartLine, 'kind' | 'key'> & { readonly from: number };

/** `kind`: what a line of the file is, from which column on; undefined: nothing */
function readLines(draft: Draft, source: Excerpt, lineOf: (text: string) => Line | undefined): void {
  for (const { text, start, end } of linesOf(source.text)) {
    const line = /^\s*(?:#|$)/.test(text) ? undefined : lineOf(text);
    if (line === undefined) continue;
    const whole = source.slice(start, start + text.trimEnd().length);
    if (whole.text === '') continue;
    const span = source.spanOf(start, Math.max(start, Math.min(end, start + text.trimEnd().length)));
    draft.lines.push({ span, text: wordFrom(literalWord(whole), line.from), kind: line.kind, key: line.key });
  }
}

/** site.addpackage: a line that begins with `import` and a blank is run, any other is a directory. */
export function readPathFile(draft: Draft, source: Excerpt): void {
  readLines(draft, source, (text) => ({ kind: /^import[ \t]/.test(text) ? 'code' : 'path', key: '', from: 0 }));
}

/** `package.module:function`, from Python 3.15 on. */
export function readStartFile(draft: Draft, source: Excerpt): void {
  readLines(draft, source, () => ({ kind: 'entry-point', key: '', from: 0 }));
}

export function readInterpreterPathFile(draft: Draft, source: Excerpt): void {
  readLines(draft, source, (text) => ({
    kind: /^import\s+site\s*$/.test(text) ? 'import-site' : 'path',
    key: '',
    from: 0,
  }));
}

export function readEnvironmentFile(draft: Draft, source: Excerpt): void {
  readLines(draft, source, (text) => {
    const key = /^\s*([\w-]+)\s*=\s*/.exec(text);
    return key === null ? undefined : { kind: 'setting', key: (key[1] as string).toLowerCase(), from: key[0].length };
  });
}
