// Shell scripts, and lines of shell in files of other kinds: Procfile, Makefile, tox.ini, tasks of pyproject.toml.

import { Excerpt } from './excerpt.ts';
import { type Place, startPlace } from './place.ts';
import type { Circumstances } from './python-command.ts';
import { addSetting, readScript } from './script.ts';
import type { ShellStart } from './shell.ts';
import type { Draft } from './start-file.ts';
import { literalWord, type Word, wordFrom } from './word.ts';

const nothingSet: ShellStart = { directory: startPlace, environment: new Map() };

export function readShellFile(draft: Draft, source: Excerpt, circumstances: Circumstances): void {
  readScript(draft, source, nothingSet, circumstances);
}

export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Lines without their ends. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === '\r' && next > start ? next - 1 : next;
    lines.push({ text: text.slice(start, end), start, end });
    start = next + 1;
    if (newline < 0) break;
  }
  return lines;
}

/** `web: gunicorn app:app` */
export function readProcfile(draft: Draft, source: Excerpt): void {
  for (const { text, start, end } of linesOf(source.text)) {
    const name = /^[A-Za-z0-9_-]+:\s*/.exec(text)?.[0];
    if (name === undefined) continue;
    readScript(draft, source.slice(start + name.length, end), nothingSet, {
      starter: 'service',
      user: undefined,
      statement: { start, end },
    });
  }
}

const makeVariable = /^(?:export\s+|override\s+)*([\w.-]+)\s*(\?=|:{0,3}=|\+=)\s*(.*)$/;

/** Recipes are handed to a shell line by line, after make has filled in its variables. */
export function readMakefile(draft: Draft, source: Excerpt): void {
  const variables = new Map<string, Excerpt | undefined>();
  const lines = linesOf(source.text);
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index] as Line;
    let last = first;
    while (last.text.endsWith('\\') && index + 1 < lines.length) last = lines[++index] as Line;
    const whole = source.slice(first.start, last.end);
    if (!first.text.startsWith('\t')) {
      const [, name, operator, value] = makeVariable.exec(first.text) ?? [];
      if (name === undefined || value === undefined) continue;
      const from = first.text.length - value.length;
      // set twice, or added to: not one value
      const isKnown = !variables.has(name) && operator !== '+=' && first === last;
      variables.set(name, isKnown ? whole.slice(from).slice(0, value.replace(/\s*#.*$/, '').length) : undefined);
      if (/^export\b/.test(first.text)) {
        const word = literalWord(whole.slice(from));
        const setting = { name, value: word, span: whole.spanOf(0, whole.text.length) };
        addSetting(draft, setting, nothingSet, { starter: 'build-tool', user: undefined });
      }
      continue;
    }
    const recipe = filledRecipe(whole, variables);
    readScript(draft, recipe, nothingSet, { starter: 'build-tool', user: undefined });
  }
}

/** `$$` is the shell's `$`, `$(NAME)` and `${NAME}` are make's. */
function filledRecipe(recipe: Excerpt, variables: ReadonlyMap<string, Excerpt | undefined>): Excerpt {
  const { text } = recipe;
  const pieces: Excerpt[] = [];
  const prefix = /^\t[@+-]*\s*/.exec(text)?.[0].length ?? 0;
  let plain = prefix;
  for (let at = prefix; at < text.length - 1; at++) {
    if (text[at] !== '$') continue;
    if (text[at + 1] === '$') {
      pieces.push(recipe.slice(plain, at + 1));
      plain = at + 2;
      at++;
      continue;
    }
    const name = /^\$[({]([\w.-]{1,60})[)}]/.exec(text.slice(at, at + 64));
    if (name === null) continue;
    const value = variables.get(name[1] as string);
    const span = recipe.spanOf(at, at + name[0].length);
    pieces.push(recipe.slice(plain, at));
    // A value that names other variables is one that the shell reader need not know.
    const isPlain = value !== undefined && !value.text.includes('$');
    pieces.push(Excerpt.instead(isPlain ? value.text : `\${${(name[1] as string).replace(/\W/g, '_')}}`, span));
    at += name[0].length - 1;
    plain = at + 1;
  }
  pieces.push(recipe.slice(plain, text.length));
  return Excerpt.join(pieces);
}

const toxCommandKeys = /^(?:commands(?:_pre|_post)?|allowlist_commands)$/;

/** `tox.ini`, and the same sections in `setup.cfg`. */
export function readToxFile(draft: Draft, source: Excerpt): void {
  let section = '';
  let key = '';
  let directory: Place = startPlace;
  const circumstances: Circumstances = { starter: 'build-tool', user: undefined };
  const lines = linesOf(source.text);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const heading = /^\[([^\]]*)\]/.exec(line.text)?.[1];
    if (heading !== undefined) {
      [section, key, directory] = [heading, '', startPlace];
      continue;
    }
    if (!/^(?:tox:)?testenv/.test(section) || /^\s*[#;]/.test(line.text)) continue;
    const [whole = '', name] = /^([\w.-]+)\s*[=:]\s*/.exec(line.text) ?? [];
    if (name !== undefined) key = name;
    else if (!/^\s+\S/.test(line.text)) continue;
    let last = line;
    while (last.text.endsWith('\\') && index + 1 < lines.length) last = lines[++index] as Line;
    const from = line.start + (name === undefined ? line.text.search(/\S/) : whole.length);
    const value = source.slice(from, last.end);
    if (key === 'changedir' || key === 'change_dir') {
      directory = value.text.startsWith('{') ? { kind: 'unknown' } : startPlace;
    } else if (toxCommandKeys.test(key)) {
      // `- pytest`: a failure is ignored
      const ignored = /^-\s+/.exec(value.text)?.[0].length ?? 0;
      readScript(draft, value.slice(ignored), { directory, environment: new Map() }, circumstances);
    } else if (key === 'setenv' || key === 'set_env') {
      const [assigned, variable] = /^(?:[\w,!-]+:\s*)?(\w+)\s*=\s*/.exec(value.text) ?? [];
      if (assigned === undefined || variable === undefined) continue;
      const word: Word = wordFrom(literalWord(value), assigned.length);
      addSetting(
        draft,
        { name: variable, value: word, span: value.spanOf(0, value.text.length) },
        nothingSet,
        circumstances,
      );
    }
  }
}

const taskTable =
  /^tool\.(?:pdm\.scripts|poe\.tasks|taskipy\.tasks|rye\.scripts|pixi\.tasks|hatch\.envs\.[^.]+\.scripts)(?:\..+)?$/;

/** Tasks that project tools run, in `pyproject.toml`. Strings of one line are read, which is how they are written. */
export function readProjectTasks(draft: Draft, source: Excerpt): void {
  let isTasks = false;
  for (const { text, start } of linesOf(source.text)) {
    const heading = /^\s*\[{1,2}([^\][]+)\]/.exec(text)?.[1]?.trim();
    if (heading !== undefined && !text.includes('=')) {
      isTasks = taskTable.test(heading.replaceAll('"', ''));
      continue;
    }
    if (!isTasks || /^\s*#/.test(text)) continue;
    for (const { index, 0: literal } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g)) {
      const isKey = /^\s*[=.]/.test(text.slice(index + literal.length));
      if (isKey || literal.includes('\\')) continue;
      const command = source.slice(start + index + 1, start + index + literal.length - 1);
      readScript(draft, command, nothingSet, { starter: 'build-tool', user: undefined });
    }
  }
}
