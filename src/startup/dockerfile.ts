// Dockerfiles: instructions in stages, in shell and exec form. What runs while the image is built runs alone; what the
// image runs later is what matters.

import type { Span } from '../core/index.ts';
import { Excerpt } from './excerpt.ts';
import { type Place, placeNamed, unknownPlace } from './place.ts';
import type { Circumstances, Starter } from './python-command.ts';
import { addSetting, letsEveryoneWrite, readScript, readWords } from './script.ts';
import type { Environment, Setting } from './shell.ts';
import { linesOf } from './shell-file.ts';
import { readTokens } from './shell-words.ts';
import type { Draft } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import { filledIn, literalWord, type Word, wordFrom } from './word.ts';

interface Instruction {
  readonly name: string;
  /** what follows the name, continuation lines joined */
  readonly rest: Excerpt;
  readonly span: Span;
}

interface Stage {
  readonly name: string;
  directory: Place;
  user: string | undefined;
  environment: Environment;
  variables: ReadonlyMap<string, Word>;
  entryPoint: readonly Word[] | undefined;
}

export function readDockerfile(draft: Draft, source: Excerpt): void {
  const stages = new Map<string, Stage>();
  let stage = emptyStage('');
  const end = () => {
    // An image keeps the last ENTRYPOINT; without CMD it runs by itself.
    if (stage.entryPoint !== undefined) runForm(draft, stage, stage.entryPoint, 'image', spanOf(stage.entryPoint));
  };
  for (const { name, rest, span } of readInstructions(source)) {
    switch (name) {
      case 'FROM': {
        end();
        const words = wordsOf(rest).filter(({ text }) => !text?.startsWith('--'));
        const from = words[0]?.text ?? '';
        const alias = words[1]?.text?.toUpperCase() === 'AS' ? words[2]?.text : undefined;
        const base = stages.get(from.toLowerCase());
        stage = base === undefined ? emptyStage(alias ?? '') : { ...base, name: alias ?? '', entryPoint: undefined };
        if (alias !== undefined) stages.set(alias.toLowerCase(), stage);
        break;
      }
      case 'ARG':
        for (const word of wordsOf(rest)) setVariable(stage, word);
        break;
      case 'ENV':
        readEnvironment(draft, stage, rest, span);
        break;
      case 'WORKDIR': {
        const [word] = wordsOf(rest);
        const known = word === undefined ? undefined : filled(stage, word).text;
        stage.directory = known === undefined ? unknownPlace : placeNamed(known, stage.directory);
        break;
      }
      case 'USER': {
        const [word] = wordsOf(rest);
        const user = word === undefined ? undefined : filled(stage, word).text?.split(':')[0];
        stage.user = user === '0' ? 'root' : user;
        break;
      }
      case 'VOLUME':
        for (const word of execForm(rest) ?? wordsOf(rest)) {
          const path = filled(stage, word).text;
          if (path === undefined) continue;
          draft.open.push({ place: placeNamed(path, stage.directory), isTree: true, to: 'mounted', span });
        }
        break;
      case 'COPY':
      case 'ADD':
        readCopy(draft, stage, rest, span);
        break;
      case 'RUN':
        readRun(draft, stage, rest, span);
        break;
      case 'HEALTHCHECK': {
        const at = /(?:^|\s)CMD\s/.exec(rest.text);
        if (at !== null) runText(draft, stage, rest.slice(at.index + at[0].length), 'image', span);
        break;
      }
      case 'ENTRYPOINT':
        stage.entryPoint = execForm(rest);
        if (stage.entryPoint === undefined) runText(draft, stage, rest, 'image', span);
        break;
      case 'CMD': {
        const words = execForm(rest);
        if (words !== undefined && stage.entryPoint !== undefined) {
          const before = draft.commands.length;
          runForm(draft, stage, [...stage.entryPoint, ...words], 'image', span);
          stage.entryPoint = undefined;
          // ENTRYPOINT ["/entrypoint.sh"], CMD ["python", "app.py"]: the script runs what it is handed
          if (draft.commands.length === before) runForm(draft, stage, words, 'image', span);
        } else if (stage.entryPoint === undefined) runText(draft, stage, rest, 'image', span);
        break;
      }
    }
  }
  end();
}

function emptyStage(name: string): Stage {
  return {
    name,
    directory: { kind: 'path', path: '/' },
    user: undefined,
    environment: new Map(),
    variables: new Map(),
    entryPoint: undefined,
  };
}

const spanOf = (words: readonly Word[]): Span => ({
  start: (words[0] as Word).span.start,
  end: (words.at(-1) as Word).span.end,
});

function circumstancesOf(stage: Stage, starter: Starter, statement: Span): Circumstances {
  return { starter, user: stage.user, statement };
}

const startOf = (stage: Stage) => ({
  directory: stage.directory,
  environment: stage.environment,
  variables: stage.variables,
});

function runForm(draft: Draft, stage: Stage, words: readonly Word[], starter: Starter, statement: Span): void {
  if (words.length > 0) readWords(draft, words, startOf(stage), circumstancesOf(stage, starter, statement));
}

function runText(draft: Draft, stage: Stage, rest: Excerpt, starter: Starter, statement: Span): void {
  const words = execForm(rest);
  if (words !== undefined) runForm(draft, stage, words, starter, statement);
  else readScript(draft, rest, startOf(stage), circumstancesOf(stage, starter, statement));
}

function readRun(draft: Draft, stage: Stage, rest: Excerpt, span: Span): void {
  const flags = /^\s*(?:--[a-z][a-z-]*(?:=\S*)?\s+)+/.exec(rest.text)?.[0].length ?? 0;
  // RUN <<EOF: the document is the script
  const document = /^<<-?(["']?)\w+\1\s*\n/.exec(rest.text.slice(flags));
  const body = document === null ? rest.slice(flags) : rest.slice(flags + document[0].length);
  runText(draft, stage, body, 'image-build', span);
}

/** `COPY --chmod=777 . /app` */
function readCopy(draft: Draft, stage: Stage, rest: Excerpt, span: Span): void {
  const words = wordsOf(rest);
  const mode = words.map(({ text }) => /^--chmod=(.*)$/.exec(text ?? '')?.[1]).find((each) => each !== undefined);
  const target = words.at(-1);
  if (mode === undefined || target?.text === undefined || !letsEveryoneWrite(mode)) return;
  draft.open.push({ place: placeNamed(target.text, stage.directory), isTree: true, to: 'everyone', span });
}

/** `ENV A=1 B=2`, and the older `ENV A 1`. */
function readEnvironment(draft: Draft, stage: Stage, rest: Excerpt, statement: Span): void {
  const words = wordsOf(rest);
  const [first, second] = words;
  if (first === undefined) return;
  if (!first.excerpt.text.includes('=')) {
    if (second === undefined || first.text === undefined) return;
    const end = (words.at(-1) as Word).span.end;
    // Everything behind the name is the value; one word of it is nearly always all of it.
    const value = words.length === 2 ? second : { ...second, text: undefined };
    set(
      draft,
      stage,
      { name: first.text, value: filled(stage, value), span: { start: first.span.start, end } },
      statement,
    );
    return;
  }
  for (const word of words) {
    const name = /^([A-Za-z_]\w*)=/.exec(word.excerpt.text);
    if (name === null) continue;
    const value = filled(stage, wordFrom(word, name[0].length));
    set(draft, stage, { name: name[1] as string, value, span: word.span }, statement);
  }
}

function set(draft: Draft, stage: Stage, setting: Setting, statement: Span): void {
  addSetting(draft, setting, startOf(stage), circumstancesOf(stage, 'image', statement));
  if (isPythonVariable(setting.name)) stage.environment = new Map(stage.environment).set(setting.name, setting);
  remember(stage, setting.name, setting.value);
}

function setVariable(stage: Stage, word: Word): void {
  const name = /^([A-Za-z_]\w*)=/.exec(word.excerpt.text);
  if (name !== null) remember(stage, name[1] as string, filled(stage, wordFrom(word, name[0].length)));
}

const mostVariables = 200;

function remember(stage: Stage, name: string, value: Word): void {
  if (stage.variables.size < mostVariables) stage.variables = new Map(stage.variables).set(name, value);
}

const filled = (stage: Stage, word: Word): Word => filledIn(word, (name) => stage.variables.get(name));

function wordsOf(rest: Excerpt): readonly Word[] {
  return readTokens(rest).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
}

/** `["python", "app.py"]`: JSON; anything else is handed to a shell. */
function execForm(rest: Excerpt): readonly Word[] | undefined {
  const start = rest.text.search(/\S/);
  if (start < 0 || rest.text[start] !== '[') return undefined;
  const end = rest.text.trimEnd().length;
  let items: unknown;
  try {
    items = JSON.parse(rest.text.slice(start, end));
  } catch {
    // Docker then takes it for the shell form; so does a mistake in the brackets.
    return undefined;
  }
  if (!Array.isArray(items) || !items.every((item) => typeof item === 'string')) return undefined;
  const literals = [...rest.text.slice(start, end).matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return items.map((item: string, index) => {
    const literal = literals[index];
    const from = start + (literal?.index ?? 0);
    const span = rest.spanOf(from, from + (literal?.[0].length ?? 0));
    const isPlain = literal?.[0].slice(1, -1) === item;
    return literalWord(isPlain ? rest.slice(from + 1, from + 1 + item.length) : Excerpt.instead(item, span), span);
  });
}

function readInstructions(source: Excerpt): readonly Instruction[] {
  const lines = linesOf(source.text);
  const continuation = escapeOf(source.text);
  const instructions: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (first === undefined || /^\s*(?:#|$)/.test(first.text)) continue;
    const head = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+/i.exec(first.text);
    if (head === null) continue;
    const pieces: Excerpt[] = [];
    let from = first.start + head[0].length;
    let end = first.end;
    for (let line = first; ; ) {
      const isComment = line !== first && /^\s*#/.test(line.text);
      const trimmed = line.text.trimEnd();
      const goesOn = trimmed.endsWith(continuation) || (line !== first && (isComment || trimmed === ''));
      if (!isComment) {
        const stop = line.start + (goesOn && trimmed.endsWith(continuation) ? trimmed.length - 1 : line.text.length);
        pieces.push(source.slice(Math.min(from, stop), stop));
        if (trimmed !== '') end = line.end;
      }
      const next = lines[index + 1];
      if (!goesOn || next === undefined) break;
      index++;
      line = next;
      from = next.start;
    }
    // RUN <<EOF … EOF
    const rest = Excerpt.join(pieces);
    const markers = [...rest.text.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)].map(([, , word]) => word as string);
    for (const marker of /^(?:RUN|COPY|ADD)$/i.test(head[1] as string) ? markers : []) {
      while (index + 1 < lines.length) {
        const line = lines[++index];
        if (line === undefined) break;
        pieces.push(source.slice(line.start - 1, line.end));
        end = line.end;
        if (line.text.replace(/^\t+/, '') === marker) break;
      }
    }
    const span = { start: source.placeOf(first.start), end: source.placeOf(end) };
    instructions.push({ name: (head[1] as string).toUpperCase(), rest: Excerpt.join(pieces), span });
  }
  return instructions;
}

/** `# escape=\`` in the first lines: for paths of Windows. */
function escapeOf(text: string): string {
  const directive = /^(?:#\s*\w+=.*\n)*?#\s*escape=(.)/i.exec(text.slice(0, 400))?.[1];
  return directive === '`' ? '`' : '\\';
}
