// From argv to a request. Nothing is guessed: an option that does not exist or does not fit its command is an error
// that names the nearest one.

import { parseArgs } from 'node:util';
import {
  type CheckRequest,
  type Format,
  gates,
  inWords,
  isOneOf,
  type Output,
  threatModels,
  verdictKinds,
} from '../config/index.ts';
import { severities, UsageError } from '../core/index.ts';
import { nearestTo } from '../scan/index.ts';
import type { InspectCommand } from './inspect.ts';
import type { RulesQuery } from './list-rules.ts';

export type Colour = 'auto' | 'always' | 'never';

export interface CheckCommand {
  /** `report`: the page of security considerations, filled in */
  readonly kind: 'check' | 'report';
  readonly check: CheckRequest;
  /** every step of a trace, with its code */
  readonly trace: boolean;
  readonly timing: boolean;
  readonly colour: Colour;
}

export interface FixCommand {
  readonly kind: 'fix';
  readonly check: CheckRequest;
  /** also fixes that newly refuse hostile or malformed input */
  readonly unsafe: boolean;
  /** shows what would change, and changes nothing */
  readonly diff: boolean;
  readonly colour: Colour;
}

export type Request =
  | CheckCommand
  | FixCommand
  | InspectCommand
  | { readonly kind: 'explain'; readonly subject: string; readonly check: CheckRequest; readonly colour: Colour }
  | (RulesQuery & { readonly kind: 'rules'; readonly colour: Colour })
  | { readonly kind: 'debug'; readonly what: DebugSubject; readonly subject: string; readonly check: CheckRequest }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

export type DebugSubject = 'tokens' | 'tree' | 'names' | 'flow' | 'pickle';

export const commands = ['check', 'report', 'fix', 'inspect', 'explain', 'rules', 'debug', 'help'] as const;
type Command = (typeof commands)[number];

const debugSubjects: readonly DebugSubject[] = ['tokens', 'tree', 'names', 'flow', 'pickle'];
const formats: readonly Format[] = ['terminal', 'json', 'sarif', 'markdown', 'html'];
const colours: readonly Colour[] = ['auto', 'always', 'never'];

interface Flag {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly commands: readonly Command[];
}

const scanning: readonly Command[] = ['check', 'report', 'fix', 'explain'];
const resolving: readonly Command[] = [...scanning, 'inspect'];
const reading: readonly Command[] = ['check', 'report', 'fix'];
const reporting: readonly Command[] = ['check', 'report'];

const flags: Readonly<Record<string, Flag>> = {
  show: { type: 'string', multiple: true, commands: reading },
  'min-severity': { type: 'string', commands: reading },
  gate: { type: 'string', commands: reading },
  format: { type: 'string', commands: [...reporting, 'inspect', 'rules'] },
  output: { type: 'string', short: 'o', multiple: true, commands: reporting },
  config: { type: 'string', commands: resolving },
  'threat-model': { type: 'string', commands: scanning },
  python: { type: 'string', commands: resolving },
  'stdin-filename': { type: 'string', commands: reading },
  'no-suppressions': { type: 'boolean', commands: scanning },
  coverage: { type: 'boolean', commands: ['rules'] },
  unsafe: { type: 'boolean', commands: ['fix'] },
  diff: { type: 'boolean', commands: ['fix'] },
  trace: { type: 'boolean', commands: reporting },
  timing: { type: 'boolean', commands: reporting },
  color: { type: 'string', commands: [...resolving, 'rules'] },
  help: { type: 'boolean', short: 'h', commands },
  version: { type: 'boolean', short: 'V', commands },
};

type Values = ReadonlyMap<string, readonly string[]>;

export function readArguments(argv: readonly string[]): Request {
  const { values, words } = split(argv);
  const first = words[0];
  const command: Command = isOneOf(commands)(first) ? first : 'check';
  const operands = isOneOf(commands)(first) ? words.slice(1) : words;
  if (values.has('help') || command === 'help') return { kind: 'help' };
  if (values.has('version')) return { kind: 'version' };
  for (const name of values.keys()) {
    if (!flags[name]?.commands.includes(command))
      throw new UsageError(`heed ${command} has no option --${name}; see heed help`);
  }
  switch (command) {
    case 'check':
    case 'report':
      return {
        kind: command,
        check: command === 'report' ? withEveryVerdict(readCheck(operands, values)) : readCheck(operands, values),
        trace: values.has('trace'),
        timing: values.has('timing'),
        colour: choice(values, 'color', colours) ?? 'auto',
      };
    case 'fix':
      return {
        kind: 'fix',
        check: readCheck(operands, values),
        unsafe: values.has('unsafe'),
        diff: values.has('diff'),
        colour: choice(values, 'color', colours) ?? 'auto',
      };
    case 'inspect': {
      const path = only(operands, 'heed inspect takes one file, such as model.pt');
      return {
        kind: 'inspect',
        path,
        format: choice(values, 'format', ['terminal', 'json'] as const) ?? 'terminal',
        check: readCheck([path], new Map([...values].filter(([name]) => name !== 'format'))),
        colour: choice(values, 'color', colours) ?? 'auto',
      };
    }
    case 'explain':
      return {
        kind: 'explain',
        subject: only(
          operands,
          'heed explain takes one rule, topic or FILE:LINE, such as pickle/untrusted-load, pickle or app.py:12',
        ),
        check: readCheck([], values),
        colour: choice(values, 'color', colours) ?? 'auto',
      };
    case 'rules':
      if (operands.length > 1) throw new UsageError('heed rules takes at most one topic, such as pickle');
      return {
        kind: 'rules',
        topic: operands[0],
        format: choice(values, 'format', ['terminal', 'json'] as const) ?? 'terminal',
        coverage: values.has('coverage'),
        colour: choice(values, 'color', colours) ?? 'auto',
      };
    case 'debug': {
      const [what, ...rest] = operands;
      if (!isOneOf(debugSubjects)(what)) throw new UsageError(`heed debug takes ${inWords(debugSubjects)} and a file`);
      const takes = what === 'flow' ? 'one file, or a function of it: app.py:run' : 'one file';
      const subject = only(rest, `heed debug ${what} takes ${takes}`);
      return { kind: 'debug', what, subject, check: readCheck([subject], values) };
    }
  }
}

/** Options and operands; everything behind `--` is an operand. */
function split(argv: readonly string[]): { values: Values; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (flag === undefined) {
      const near = nearestTo(token.name, Object.keys(flags));
      throw new UsageError(
        `unknown option ${token.rawName}; ${near === undefined ? 'see heed help' : `did you mean --${near}?`}`,
      );
    }
    if (flag.type === 'boolean' && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`);
    if (flag.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new UsageError(`--${token.name} needs a value`);
    }
    const before = values.get(token.name) ?? [];
    if (before.length > 0 && flag.type === 'string' && !flag.multiple)
      throw new UsageError(`--${token.name} is given twice`);
    values.set(token.name, [...before, token.value ?? '']);
  }
  return { values, words };
}

function readCheck(operands: readonly string[], values: Values): CheckRequest {
  const hasStdin = operands.includes('-');
  const named = operands.filter((operand) => operand !== '-');
  const one = (name: string): string | undefined => values.get(name)?.[0];
  if (one('stdin-filename') !== undefined && !hasStdin) {
    throw new UsageError('--stdin-filename names what is read from standard input; add - to the paths');
  }
  return {
    paths: named.length === 0 && !hasStdin ? ['.'] : named,
    hasStdin,
    show: readShow(values.get('show')),
    minSeverity: choice(values, 'min-severity', severities),
    gate: choice(values, 'gate', gates),
    format: choice(values, 'format', formats),
    outputs: (values.get('output') ?? []).map(readOutput),
    config: one('config'),
    threatModel: choice(values, 'threat-model', threatModels),
    python: one('python'),
    suppressions: !values.has('no-suppressions'),
    stdinFilename: one('stdin-filename'),
  };
}

/** The page is about what is heeded and undecided too, whatever a project's lists show. */
function withEveryVerdict(request: CheckRequest): CheckRequest {
  return { ...request, show: request.show ?? verdictKinds };
}

function choice<Word extends string>(values: Values, name: string, words: readonly Word[]): Word | undefined {
  const value = values.get(name)?.[0];
  if (value === undefined || isOneOf(words)(value)) return value;
  const near = nearestTo(value, words);
  throw new UsageError(
    `--${name} ${value}: it takes ${inWords(words)}${near === undefined ? '' : `; did you mean ${near}?`}`,
  );
}

/** `--show fail,open` and `--show fail --show open` mean the same; `all` stands for the three. */
function readShow(given: readonly string[] | undefined): CheckRequest['show'] {
  return given
    ?.flatMap((list) => list.split(','))
    .flatMap((word) => {
      if (word === 'all') return verdictKinds;
      if (isOneOf(verdictKinds)(word)) return word;
      throw new UsageError(
        `--show ${word}: it takes ${inWords([...verdictKinds, 'all'])}, several separated by commas`,
      );
    });
}

function readOutput(path: string): Output {
  if (/\.sarif(?:\.json)?$/i.test(path)) return { path, format: 'sarif' };
  if (/\.json$/i.test(path)) return { path, format: 'json' };
  if (/\.txt$/i.test(path)) return { path, format: 'terminal' };
  if (/\.(?:md|markdown)$/i.test(path)) return { path, format: 'markdown' };
  if (/\.html?$/i.test(path)) return { path, format: 'html' };
  throw new UsageError(
    `--output ${path}: the extension names the format; heed writes .html, .json, .md, .sarif and .txt`,
  );
}

function only(operands: readonly string[], message: string): string {
  if (operands.length !== 1) throw new UsageError(message);
  return operands[0] as string;
}
