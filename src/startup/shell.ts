// What a shell script runs: simple commands in the order of the text, each with the directory, the variables and the
// input that the script gives it. Every branch counts as taken; what only some branches do leaves things unknown.

import type { Span } from '../core/index.ts';
import type { Excerpt } from './excerpt.ts';
import { type Place, placeOfWord, unknownPlace } from './place.ts';
import { readTokens, type ShellToken } from './shell-words.ts';
import { isPythonVariable } from './variables.ts';
import { filledIn, type Word, wordFrom } from './word.ts';

/** A variable that is set, by an assignment or a line of configuration. */
export interface Setting {
  readonly name: string;
  readonly value: Word;
  /** name and value */
  readonly span: Span;
}

export type Environment = ReadonlyMap<string, Setting>;

export interface ShellCommand {
  readonly words: readonly Word[];
  readonly span: Span;
  readonly directory: Place;
  /** what is exported to it, the assignments before it included */
  readonly environment: Environment;
  /** the assignments before it, which hold for it alone */
  readonly assignments: readonly Setting[];
  readonly input: 'pipe' | 'here-document' | 'file' | undefined;
  /** the name of the variable that its output goes to */
  readonly output: string | undefined;
}

export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  /** variables that are exported from some place on */
  readonly exported: readonly Setting[];
}

export interface ShellStart {
  readonly directory: Place;
  readonly environment: Environment;
  /** variables that are known without being set in the script */
  readonly variables?: ReadonlyMap<string, Word>;
}

interface State {
  directory: Place;
  /** of the variables that Python reads; never changed, but replaced */
  environment: Environment;
  variables: Map<string, Word>;
  /** another state has the same variables */
  isShared: boolean;
}

/** Variables that are remembered; blocks copy them. */
const mostVariables = 400;

const opening = new Set(['if', 'while', 'until', 'for', 'case', 'select', '{']);
const closing = new Set(['fi', 'done', 'esac', '}']);
const between = new Set(['then', 'else', 'elif', 'do', '!', 'time', 'coproc']);
const assignment = /^([A-Za-z_]\w*)(\+?=)/;

/** Texts inside texts: `$(… $(…) …)`. */
const deepestText = 6;
/** Of one file; a script with more is generated. */
const mostCommands = 20_000;

export function readShell(source: Excerpt, start: ShellStart): ShellScript {
  const commands: ShellCommand[] = [];
  const exported: Setting[] = [];
  const queue: { text: Excerpt; state: State; depth: number; output: string | undefined }[] = [];
  const first: State = {
    directory: start.directory,
    environment: start.environment,
    variables: new Map(start.variables),
    isShared: false,
  };
  queue.push({ text: source, state: first, depth: 0, output: undefined });
  for (let next = queue.shift(); next !== undefined && commands.length < mostCommands; next = queue.shift()) {
    const { state, depth, output } = next;
    runTokens(readTokens(next.text), state, {
      add: (command) => commands.push({ ...command, output }),
      exports: (setting) => exported.push(setting),
      substitution(text, inner, name) {
        if (depth < deepestText) queue.push({ text, state: copyOf(inner), depth: depth + 1, output: name });
      },
    });
  }
  return { commands: commands.sort((one, other) => one.span.start - other.span.start), exported };
}

/** Variables are copied by whoever changes theirs first: most blocks set nothing. */
function copyOf(state: State): State {
  state.isShared = true;
  return { ...state };
}

function own(state: State): State {
  if (!state.isShared) return state;
  state.variables = new Map(state.variables);
  state.isShared = false;
  return state;
}

interface Sink {
  add(command: Omit<ShellCommand, 'output'>): void;
  exports(setting: Setting): void;
  substitution(text: Excerpt, state: State, output: string | undefined): void;
}

/** What a bracket or a compound command began, and what was known there. */
interface Block {
  readonly word: string;
  readonly state: State;
  /** of `case`: patterns stand here */
  inPatterns: boolean;
}

function runTokens(tokens: readonly ShellToken[], initial: State, sink: Sink): void {
  let state = initial;
  const blocks: Block[] = [];
  let words: Word[] = [];
  let assignments: Setting[] = [];
  let input: ShellCommand['input'];
  let isPiped = false;
  /** words of `for x in …` and `case … in` */
  let skipsTo: 'in' | 'end' | undefined;

  const finish = (isPipe: boolean) => {
    if (words.length > 0) {
      run(state, words, assignments, input ?? (isPiped ? 'pipe' : undefined), sink);
      // What runs in a pipe runs in a shell of its own, but `cd` there is too rare to be told apart.
    } else {
      for (const { name, value } of assignments) assign(state, name, value);
      for (const each of assignments) {
        if (!state.environment.has(each.name)) continue;
        state.environment = new Map(state.environment).set(each.name, each);
        sink.exports(each);
      }
    }
    words = [];
    assignments = [];
    input = undefined;
    isPiped = isPipe;
  };
  const close = (isShell: boolean) => {
    const block = blocks.pop();
    if (block === undefined) return;
    // `( … )` has changed nothing out here; an `if` may have.
    state = isShell ? block.state : merged(block.state, state);
  };

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as ShellToken;
    const block = blocks.at(-1);
    if (token.kind === 'operator') {
      if (block?.inPatterns === true) {
        if (token.text === ')') block.inPatterns = false;
        continue;
      }
      skipsTo = undefined;
      if (token.text === '(') {
        // name ( ) { … }: a function, whose body is read where it stands
        const next = tokens[index + 1];
        if (words.length === 1 && next?.kind === 'operator' && next.text === ')') {
          words = [];
          index++;
          continue;
        }
        finish(false);
        blocks.push({ word: '(', state: copyOf(state), inPatterns: false });
      } else if (token.text === ')') {
        finish(false);
        close(true);
      } else {
        finish(token.text === '|' || token.text === '|&');
        if (token.text === ';;' && block?.word === 'case') block.inPatterns = true;
      }
      continue;
    }
    if (token.kind === 'redirection') {
      if (token.text === '<<' || token.text === '<<-') {
        input = 'here-document';
      } else if (token.text === '<<<') input = 'here-document';
      else if (token.text === '<') input = 'file';
      continue;
    }
    const { word } = token;
    const output = assignment.exec(word.excerpt.text)?.[1];
    for (const text of token.substitutions) sink.substitution(text, state, output);
    if (block?.inPatterns === true) {
      if (word.text === 'esac') close(false);
      continue;
    }
    if (skipsTo !== undefined) {
      if (skipsTo === 'in' && word.text === 'in') {
        skipsTo = block?.word === 'case' ? undefined : 'end';
        if (block?.word === 'case') block.inPatterns = true;
      }
      continue;
    }
    const isFirst = words.length === 0 && assignments.length === 0;
    if (isFirst && !word.isQuoted && word.text !== undefined) {
      if (opening.has(word.text)) {
        blocks.push({ word: word.text, state: copyOf(state), inPatterns: false });
        if (word.text === 'for' || word.text === 'case' || word.text === 'select') skipsTo = 'in';
        continue;
      }
      if (closing.has(word.text)) {
        close(false);
        continue;
      }
      if (between.has(word.text)) continue;
      if (word.text === 'function') {
        // function name { … }
        skipsTo = undefined;
        const name = tokens[index + 1];
        if (name?.kind === 'word') index++;
        continue;
      }
    }
    const name = words.length === 0 ? assignment.exec(word.excerpt.text) : null;
    if (name !== null && !startsQuoted(word, name[0].length)) {
      const value = filledIn(wordFrom(word, name[0].length), (each) => state.variables.get(each));
      assignments.push({
        name: name[1] as string,
        value: name[2] === '=' ? value : unknownValue(value),
        span: word.span,
      });
    } else words.push(word);
  }
  finish(false);
}

/** `"a=b"` is a word, `a="b"` an assignment. */
function startsQuoted(word: Word, length: number): boolean {
  return word.isQuoted && word.excerpt.placeOf(length - 1) - word.span.start >= length;
}

function unknownValue(value: Word): Word {
  return { ...value, text: undefined, parts: [{ kind: 'variable', text: '', operator: '', operand: '' }] };
}

function assign(state: State, name: string, value: Word): void {
  if (state.variables.size < mostVariables || state.variables.has(name)) own(state).variables.set(name, value);
}

/** What is known behind a block that may not have been run. */
function merged(before: State, after: State): State {
  const isSame = JSON.stringify(before.directory) === JSON.stringify(after.directory);
  const state = { ...after, directory: isSame ? after.directory : unknownPlace };
  if (before.variables === after.variables) return state;
  for (const [name, value] of after.variables) {
    const known = before.variables.get(name);
    if (known !== value && (known === undefined || known.text !== value.text || value.text === undefined)) {
      own(state).variables.set(name, unknownValue(value));
    }
  }
  return state;
}

function run(
  state: State,
  written: readonly Word[],
  assignments: readonly Setting[],
  input: ShellCommand['input'],
  sink: Sink,
): void {
  const words = written.map((word) => filledIn(word, (name) => state.variables.get(name)));
  const first = words[0] as Word;
  const span = { start: (assignments[0]?.span ?? first.span).start, end: (words.at(-1) as Word).span.end };
  switch (first.text) {
    case 'cd':
    case 'pushd': {
      const target = words.slice(1).find(({ text }) => !/^-[LPe@]*$/.test(text ?? '') || text === '-');
      if (target === undefined) state.directory = { kind: 'home' };
      else state.directory = target.text === '-' ? unknownPlace : placeOfWord(target, state.directory);
      return;
    }
    case 'popd':
      state.directory = unknownPlace;
      return;
    case 'export':
    case 'declare':
    case 'typeset':
    case 'readonly':
    case 'local': {
      const exports = first.text === 'export' || words.some(({ text }) => /^-\w*x/.test(text ?? ''));
      for (const word of words.slice(1)) {
        const name = assignment.exec(word.excerpt.text);
        const bare = name === null ? word.text : (name[1] as string);
        if (bare === undefined || bare.startsWith('-')) continue;
        const value = name === null ? state.variables.get(bare) : wordFrom(word, name[0].length);
        if (value === undefined) continue;
        assign(state, bare, value);
        if (!exports || !isPythonVariable(bare)) continue;
        const setting = { name: bare, value, span: word.span };
        state.environment = new Map(state.environment).set(bare, setting);
        sink.exports(setting);
      }
      return;
    }
    case 'unset':
      for (const { text } of words.slice(1)) {
        if (text === undefined) continue;
        if (state.environment.has(text)) {
          state.environment = new Map([...state.environment].filter(([name]) => name !== text));
        }
        state.variables.delete(text);
      }
      return;
  }
  let { environment } = state;
  for (const each of assignments) {
    if (isPythonVariable(each.name)) environment = new Map(environment).set(each.name, each);
  }
  sink.add({ words, span, directory: state.directory, environment, assignments, input });
}
