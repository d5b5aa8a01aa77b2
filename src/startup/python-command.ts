// Which command lines start Python, and how: the interpreter found behind `sudo`, `env`, `timeout` and their like, its
// options as CPython's own `getopt` takes them, and what it is told to run.

import type { Span } from '../core/index.ts';
import type { Place } from './place.ts';
import type { Environment, ShellCommand } from './shell.ts';
import { isPythonVariable } from './variables.ts';
import { type Word, wordFrom } from './word.ts';

/** What starts a command: decides who chooses the directory, and what is at stake. */
export type Starter =
  | 'service' // systemd, an init script
  | 'schedule' // cron
  | 'sudo-rule' // a line of sudoers: users who may run this as another
  | 'package-script' // of a package manager, as root
  | 'image' // what a container runs
  | 'image-build'
  | 'pipeline' // CI
  | 'build-tool' // make, tox
  | 'shell'; // a script that a person runs

export type Program =
  | { readonly kind: 'module'; readonly name: string | undefined; readonly word: Word }
  | { readonly kind: 'code'; readonly word: Word }
  | { readonly kind: 'script'; readonly word: Word }
  | { readonly kind: 'standard-input'; readonly from: ShellCommand['input'] }
  | { readonly kind: 'none' };

export interface PythonOptions {
  /** -I */
  readonly isolated: boolean;
  /** -P */
  readonly safePath: boolean;
  /** -E */
  readonly ignoresEnvironment: boolean;
  /** of -X, each */
  readonly features: readonly Word[];
}

export interface PythonCommand {
  /** from the interpreter to the last word */
  readonly span: Span;
  /** what a comment speaks about: the instruction or line around it */
  readonly statement: Span;
  readonly starter: Starter;
  /** who it runs as, as far as the text says */
  readonly user: string | undefined;
  /** started through `sudo` by whoever runs the script */
  readonly isSudo: boolean;
  readonly directory: Place;
  readonly environment: Environment;
  readonly interpreter: Word;
  readonly options: PythonOptions;
  readonly program: Program;
  readonly arguments: readonly Word[];
  /** the variable that its output goes to */
  readonly output: string | undefined;
  /** directories that are open to others where it runs, beside those of the whole file */
  readonly open: readonly OpenDirectory[];
  /** of a file with several services, the name of one */
  readonly part: string;
}

/** A directory that the file itself opens to others. */
export interface OpenDirectory {
  readonly place: Place;
  /** what lies below it is open too */
  readonly isTree: boolean;
  /** `everyone`: a mode; `mounted`: filled from outside the container; `pull-request`: somebody's change, not yet merged */
  readonly to: 'everyone' | 'mounted' | 'pull-request';
  readonly span: Span;
}

/** What is known of a command before its words are looked at. */
export interface Circumstances {
  readonly starter: Starter;
  readonly user: string | undefined;
  readonly statement?: Span;
  /** of a file with several services, the name of one */
  readonly part?: string;
}

/** A command as it is found behind the programs that start it. */
export interface Unwrapped {
  readonly words: readonly Word[];
  readonly user: string | undefined;
  readonly isSudo: boolean;
  readonly environment: Environment;
  /** `sh -c TEXT`: text to read as a script of its own */
  readonly script: Word | undefined;
}

interface Wrapper {
  /** letters of options that take the next word */
  readonly withValue: string;
  /** long options that do */
  readonly longWithValue?: readonly string[];
  /** words before the command */
  readonly operands?: number;
  /** option, or operand from 0, that names the user */
  readonly user?: string | number;
  readonly isUserRoot?: boolean;
  readonly takesAssignments?: boolean;
}

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  [
    'sudo',
    {
      withValue: 'aCcDghpRrTtUu',
      longWithValue: ['user', 'group', 'host', 'prompt', 'chdir', 'role', 'type', 'close-from'],
      user: 'u',
      isUserRoot: true,
      takesAssignments: true,
    },
  ],
  ['doas', { withValue: 'aCu', user: 'u', isUserRoot: true }],
  ['env', { withValue: 'uCS', longWithValue: ['unset', 'chdir'], takesAssignments: true }],
  ['exec', { withValue: 'a' }],
  ['command', { withValue: '' }],
  ['builtin', { withValue: '' }],
  ['nohup', { withValue: '' }],
  ['setsid', { withValue: '' }],
  ['time', { withValue: 'fo' }],
  ['nice', { withValue: 'n', longWithValue: ['adjustment'] }],
  ['ionice', { withValue: 'cnp', longWithValue: ['class', 'classdata'] }],
  ['chrt', { withValue: '', operands: 1 }],
  ['taskset', { withValue: 'c', operands: 1 }],
  ['stdbuf', { withValue: 'ioe' }],
  ['timeout', { withValue: 'ks', longWithValue: ['signal', 'kill-after'], operands: 1 }],
  ['flock', { withValue: 'wE', longWithValue: ['timeout', 'conflict-exit-code'], operands: 1 }],
  ['chronic', { withValue: '' }],
  ['tini', { withValue: 'pe' }],
  ['dumb-init', { withValue: 'r' }],
  ['catchsegv', { withValue: '' }],
  ['xvfb-run', { withValue: 'efnpsw', longWithValue: ['server-args', 'server-num'] }],
  ['gosu', { withValue: '', operands: 1, user: 0 }],
  ['su-exec', { withValue: '', operands: 1, user: 0 }],
  ['setpriv', { withValue: '', longWithValue: ['reuid', 'regid', 'groups', 'inh-caps'], user: 'reuid' }],
  ['runuser', { withValue: 'ugG', longWithValue: ['user', 'group'], user: 'u' }],
  ['systemd-cat', { withValue: 'tp', longWithValue: ['identifier', 'priority'] }],
  ['xargs', { withValue: 'nIPdLsaE', longWithValue: ['max-args', 'max-procs', 'delimiter', 'arg-file'] }],
  ['strace', { withValue: 'eopsuEaIO' }],
]);

/** `uv run`, `poetry run`: a word behind the program that says that a command follows. */
const runners: ReadonlyMap<string, { readonly longWithValue: readonly string[]; readonly withValue: string }> = new Map(
  [
    [
      'uv',
      {
        withValue: 'p',
        longWithValue: ['python', 'with', 'extra', 'group', 'project', 'directory', 'with-requirements', 'env-file'],
      },
    ],
    ['poetry', { withValue: 'CP', longWithValue: ['directory', 'project'] }],
    ['pipenv', { withValue: '', longWithValue: [] }],
    ['pdm', { withValue: 'p', longWithValue: ['project'] }],
    ['hatch', { withValue: 'ep', longWithValue: ['env'] }],
    ['rye', { withValue: '', longWithValue: [] }],
    ['pixi', { withValue: 'e', longWithValue: ['environment', 'manifest-path'] }],
    ['conda', { withValue: 'np', longWithValue: ['name', 'prefix', 'cwd'] }],
    ['mamba', { withValue: 'np', longWithValue: ['name', 'prefix'] }],
  ],
);

const shells = /^(?:ba|da|z|k|a)?sh$/;
const pythonName = /^(?:python|pypy)w?[23]?(?:\.\d+){0,2}[dmut]{0,2}(?:-dbg)?(?:\.exe)?$/i;
/** `$PYTHON`, `$(PYTHON3)`, `${PYTHON_BIN}`, `{envpython}` */
const pythonVariable = /^(?:py|python|pypy)[23]?(?:_?(?:bin|exe|executable|cmd|command|interpreter|path))?$/i;

export function isPythonName(path: string): boolean {
  return pythonName.test(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}

export function isPython(word: Word): boolean {
  if (word.text !== undefined) {
    if (word.text === '{envpython}' || word.text === '{env_python}') return true;
    return isPythonName(word.text);
  }
  const last = word.parts.at(-1);
  // $VIRTUAL_ENV/bin/python
  if (typeof last === 'string') return last.includes('/') && isPythonName(last);
  return word.parts.length === 1 && last?.kind === 'variable' && pythonVariable.test(last.text);
}

/** Programs in programs; a chain that is longer is no command line. */
const mostWrappers = 12;

export function unwrap(command: ShellCommand, circumstances: Circumstances): Unwrapped {
  let { words } = command;
  let { user } = circumstances;
  let isSudo = false;
  let environment = command.environment;
  for (let round = 0; round < mostWrappers; round++) {
    const name = baseName(words[0]);
    const wrapper = name === undefined ? undefined : wrappers.get(name);
    if (name === 'su') {
      // su USER -c TEXT
      const at = words.findIndex(({ text }) => text === '-c' || text === '--command');
      const target = words.slice(1).find(({ text }, index) => !text?.startsWith('-') && index + 1 !== at + 1);
      const script = at < 0 ? undefined : words[at + 1];
      return { words: [], user: target?.text ?? 'root', isSudo, environment, script };
    }
    if (name !== undefined && shells.test(name)) {
      const at = words.findIndex(({ text }, index) => index > 0 && /^-[a-z]*c$/.test(text ?? ''));
      const script = at > 0 ? words[at + 1] : undefined;
      return { words: [], user, isSudo, environment, script };
    }
    if (name === 'start-stop-daemon') {
      const at = words.findIndex(
        ({ text }) => text === '--exec' || text === '-x' || text === '--startas' || text === '-a',
      );
      const rest = words.findIndex(({ text }) => text === '--');
      const program = at < 0 ? undefined : words[at + 1];
      if (program === undefined) break;
      words = [program, ...(rest < 0 ? [] : words.slice(rest + 1))];
      continue;
    }
    const runner = name === undefined ? undefined : runners.get(name);
    if (runner !== undefined) {
      const at = words.findIndex(({ text }, index) => index > 0 && text === 'run');
      if (at < 0) break;
      words = words.slice(at + 1);
      words = words.slice(skipOptions(words, { withValue: runner.withValue, longWithValue: runner.longWithValue }).at);
      continue;
    }
    if (wrapper === undefined) break;
    const rest = words.slice(1);
    const skipped = skipOptions(rest, wrapper);
    if (name === 'sudo' || name === 'doas') {
      isSudo = true;
      user = 'root';
      // sudo does not hand over the caller's environment unless it is told to.
      if (!skipped.options.some(({ letter }) => letter === 'E' || letter.startsWith('preserve-env'))) {
        environment = new Map();
      }
    }
    if (name === 'env' && skipped.options.some(({ letter }) => letter === 'i' || letter === 'ignore-environment')) {
      environment = new Map();
    }
    for (const { letter, value } of skipped.options) {
      if (letter === wrapper.user || (letter === 'user' && wrapper.user === 'u')) user = value?.text ?? user;
      if (letter === 'S' && name === 'env' && value !== undefined) {
        return { words: [], user, isSudo, environment, script: value };
      }
    }
    let at = skipped.at;
    if (wrapper.takesAssignments === true) {
      for (; at < rest.length; at++) {
        const word = rest[at] as Word;
        const set = /^([A-Za-z_]\w*)=/.exec(word.excerpt.text);
        if (set === null) break;
        const [whole, key = ''] = set;
        if (!isPythonVariable(key)) continue;
        environment = new Map(environment).set(key, {
          name: key,
          value: wordFrom(word, whole.length),
          span: word.span,
        });
      }
    }
    if (wrapper.operands !== undefined) {
      if (typeof wrapper.user === 'number') user = rest[at + wrapper.user]?.text ?? user;
      at += wrapper.operands;
    }
    words = rest.slice(at);
    if (words[0]?.text === '--') words = words.slice(1);
  }
  return { words, user: user?.split(':')[0], isSudo, environment, script: undefined };
}

function baseName(word: Word | undefined): string | undefined {
  const text = word?.text;
  return text?.slice(text.lastIndexOf('/') + 1);
}

interface Option {
  readonly letter: string;
  readonly value: Word | undefined;
}

function skipOptions(
  words: readonly Word[],
  wrapper: Wrapper,
): { readonly at: number; readonly options: readonly Option[] } {
  const options: Option[] = [];
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] as Word;
    const { text } = word;
    if (text === '--') return { at: at + 1, options };
    if (text === undefined || !text.startsWith('-') || text === '-') break;
    if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      const letter = text.slice(2, equals < 0 ? undefined : equals);
      const takes = equals < 0 && wrapper.longWithValue?.includes(letter) === true;
      options.push({ letter, value: equals >= 0 ? wordFrom(word, equals + 1) : takes ? words[at + 1] : undefined });
      if (takes) at++;
      continue;
    }
    for (let index = 1; index < text.length; index++) {
      const letter = text[index] as string;
      if (!wrapper.withValue.includes(letter)) {
        options.push({ letter, value: undefined });
        continue;
      }
      const isLast = index === text.length - 1;
      options.push({ letter, value: isLast ? words[at + 1] : wordFrom(word, index + 1) });
      if (isLast) at++;
      break;
    }
  }
  return { at, options };
}

/** The Python that a command starts; undefined: another program. */
export function toPythonCommand(
  command: ShellCommand,
  { words, user, isSudo, environment }: Unwrapped,
  { starter, statement, part = '' }: Circumstances,
): PythonCommand | undefined {
  const [interpreter, ...rest] = words;
  if (interpreter === undefined || !isPython(interpreter)) return undefined;
  const parsed = readOptions(rest, command.input);
  return {
    span: { start: interpreter.span.start, end: Math.max(interpreter.span.end, (words.at(-1) as Word).span.end) },
    statement: statement ?? command.span,
    starter,
    user,
    isSudo,
    directory: command.directory,
    environment,
    interpreter,
    output: command.output,
    open: [],
    part,
    ...parsed,
  };
}

/** Words behind the interpreter, as `Modules/main.c` and `Python/getopt.c` take them. */
export function readOptions(
  words: readonly Word[],
  input: ShellCommand['input'],
): Pick<PythonCommand, 'options' | 'program' | 'arguments'> {
  const letters = new Set<string>();
  const features: Word[] = [];
  const end = (program: Program, at: number) => ({
    options: {
      isolated: letters.has('I'),
      safePath: letters.has('P'),
      ignoresEnvironment: letters.has('E') || letters.has('I'),
      features,
    },
    program,
    arguments: words.slice(at),
  });
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const { text } = word;
    if (text === '-') return end({ kind: 'standard-input', from: input }, at + 1);
    // py -3.11 script.py
    if (text !== undefined && /^-\d(\.\d+)?(-\d\d)?$/.test(text)) continue;
    const written = word.excerpt.text;
    if (!written.startsWith('-')) return end({ kind: 'script', word }, at + 1);
    if (written.startsWith('--')) {
      if (text === '--check-hash-based-pycs') at++;
      else if (text === '--') {
        const script = words[at + 1];
        return end(script === undefined ? { kind: 'none' } : { kind: 'script', word: script }, at + 2);
      }
      continue;
    }
    for (let index = 1; index < written.length; index++) {
      const letter = written[index] as string;
      if (letter === 'c' || letter === 'm') {
        const isLast = index === written.length - 1;
        const value = isLast ? words[at + 1] : wordFrom(word, index + 1);
        const next = at + (isLast ? 2 : 1);
        if (value === undefined) return end({ kind: 'none' }, next);
        if (letter === 'c') return end({ kind: 'code', word: value }, next);
        return end({ kind: 'module', name: value.text, word: value }, next);
      }
      if (letter === 'W' || letter === 'X') {
        const isLast = index === written.length - 1;
        const value = isLast ? words[at + 1] : wordFrom(word, index + 1);
        if (letter === 'X' && value !== undefined) features.push(value);
        if (isLast) at++;
        break;
      }
      letters.add(letter);
    }
  }
  return end(input === undefined ? { kind: 'none' } : { kind: 'standard-input', from: input }, words.length);
}
