// Rules of sudo: the command lines that users may run as somebody else, standing wherever they like, and the variables
// that are let through to them.

import type { Span } from '../core/index.ts';
import { Excerpt } from './excerpt.ts';
import { startPlace } from './place.ts';
import { isPython } from './python-command.ts';
import { readWords } from './script.ts';
import { linesOf } from './shell-file.ts';
import type { Draft } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import { literalWord, type Word } from './word.ts';

const tags = /^\s*(?:(?:NO)?(?:PASSWD|EXEC|SETENV|LOG_INPUT|LOG_OUTPUT|MAIL|FOLLOW|INTERCEPT)\s*:\s*)+/;

export function readSudoers(draft: Draft, source: Excerpt): void {
  for (const { text, span } of joinedLines(source)) {
    const line = text.text;
    if (/^\s*(?:#|@|$|(?:User|Runas|Host)_Alias\b)/.test(line)) continue;
    if (/^\s*Defaults\b/.test(line)) {
      readDefaults(draft, text, span);
      continue;
    }
    const alias = /^\s*(?:Cmnd|Cmd)_Alias\s+\w+\s*=/.exec(line);
    const equals = alias === null ? line.indexOf('=') : alias[0].length - 1;
    if (equals < 0) continue;
    let user = 'root';
    for (const piece of split(text.slice(equals + 1))) {
      const runAs = /^\s*\(([^)]*)\)/.exec(piece.text);
      if (runAs !== null)
        user = /^\s*(?:ALL|root)?\s*(?::|$)/.test(runAs[1] as string) ? 'root' : (runAs[1] as string).trim();
      const rest = piece.slice(runAs?.[0].length ?? 0);
      const tag = tags.exec(rest.text)?.[0] ?? '';
      const words = wordsOf(rest.slice(tag.length));
      if (words[0] === undefined || words[0].text?.startsWith('!') === true) continue;
      const circumstances = { starter: 'sudo-rule' as const, user, statement: span };
      readWords(draft, words, { directory: startPlace, environment: new Map() }, circumstances);
      if (/(?<!NO)SETENV/.test(tag) && isPython(words[0]))
        keep(draft, 'PYTHONPATH', rest.slice(0, tag.length), user, span);
    }
  }
}

/** `Defaults env_keep += "PYTHONPATH LANG"` */
function readDefaults(draft: Draft, text: Excerpt, span: Span): void {
  const kept = /\benv_keep\s*\+?=\s*(?:"([^"]*)"|(\S+))/.exec(text.text);
  if (kept === null) return;
  const list = kept[1] ?? kept[2] ?? '';
  const from = kept.index + kept[0].lastIndexOf(list);
  for (const { index, 0: name } of list.matchAll(/[^\s,]+/g)) {
    const wanted = name === '*' || name === 'PYTHON*' ? 'PYTHONPATH' : name;
    if (isPythonVariable(wanted))
      keep(draft, wanted, text.slice(from + index, from + index + name.length), 'root', span);
  }
}

function keep(draft: Draft, name: string, text: Excerpt, user: string, statement: Span): void {
  const value = literalWord(text.slice(0, 0));
  const span = text.spanOf(0, text.text.trimEnd().length);
  const starter = 'sudo-rule' as const;
  draft.settings.push({
    name,
    value,
    span,
    statement,
    starter,
    user,
    directory: startPlace,
    how: 'keep',
    isFirst: true,
  });
}

/** At commas that are not escaped. */
function split(text: Excerpt): readonly Excerpt[] {
  const pieces: Excerpt[] = [];
  let from = 0;
  for (let at = 0; at <= text.text.length; at++) {
    if (text.text[at] === '\\') at++;
    else if (at >= text.text.length || text.text[at] === ',') {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return pieces;
}

/** Words are separated by blanks; a backslash takes a character for itself. Wildcards stay as they are. */
function wordsOf(text: Excerpt): readonly Word[] {
  return [...text.text.matchAll(/(?:[^\s\\]|\\.)+/g)].map(({ index, 0: written }) => {
    const span = text.spanOf(index, index + written.length);
    const plain = written.replace(/\\(.)/g, '$1');
    return literalWord(
      plain === written ? text.slice(index, index + written.length) : Excerpt.instead(plain, span),
      span,
    );
  });
}

function joinedLines(source: Excerpt): readonly { readonly text: Excerpt; readonly span: Span }[] {
  const lines = linesOf(source.text);
  const joined: { text: Excerpt; span: Span }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (first === undefined) break;
    let last = first;
    const pieces = [source.slice(first.start, last.text.endsWith('\\') ? last.end - 1 : last.end)];
    while (last.text.endsWith('\\') && index + 1 < lines.length) {
      last = lines[++index] ?? last;
      pieces.push(source.slice(last.start, last.text.endsWith('\\') ? last.end - 1 : last.end));
    }
    joined.push({ text: Excerpt.join(pieces), span: source.spanOf(first.start, last.end) });
  }
  return joined;
}
