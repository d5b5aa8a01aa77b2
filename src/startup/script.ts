// Shell text to what it means for Python: the commands that start it, also inside `sh -c`, the variables that it exports,
// and the directories that it opens with `chmod`.

import type { Span } from '../core/index.ts';
import type { Excerpt } from './excerpt.ts';
import { placeOfWord } from './place.ts';
import { type Circumstances, isPython, toPythonCommand, unwrap } from './python-command.ts';
import { readShell, type Setting, type ShellCommand, type ShellStart } from './shell.ts';
import type { Draft, VariableSetting } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import type { Word } from './word.ts';

/** `sh -c "sh -c …"` */
const deepestScript = 4;

export function readScript(draft: Draft, source: Excerpt, start: ShellStart, circumstances: Circumstances): void {
  const queue = [{ source, start, circumstances, depth: 0 }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { commands, exported } = readShell(next.source, next.start);
    const { depth } = next;
    for (const setting of exported) {
      addSetting(draft, setting, next.start, next.circumstances);
    }
    for (const command of commands) {
      takeCommand(draft, command, next.circumstances, (script, inner) => {
        if (depth < deepestScript) queue.push({ ...inner, source: script, depth: depth + 1 });
      });
    }
  }
}

/** A list of words that no shell sees: the exec form of a Dockerfile, a line of a unit. */
export function readWords(draft: Draft, words: readonly Word[], start: ShellStart, circumstances: Circumstances): void {
  const [first] = words;
  if (first === undefined) return;
  const command: ShellCommand = {
    words,
    span: { start: first.span.start, end: (words.at(-1) as Word).span.end },
    directory: start.directory,
    environment: start.environment,
    assignments: [],
    input: undefined,
    output: undefined,
  };
  takeCommand(draft, command, circumstances, (script, inner) =>
    readScript(draft, script, inner.start, inner.circumstances),
  );
}

function takeCommand(
  draft: Draft,
  command: ShellCommand,
  circumstances: Circumstances,
  onScript: (source: Excerpt, inner: { start: ShellStart; circumstances: Circumstances }) => void,
): void {
  const unwrapped = unwrap(command, circumstances);
  const { script, user, environment } = unwrapped;
  if (script !== undefined) {
    onScript(script.excerpt, {
      start: { directory: command.directory, environment },
      circumstances: { ...circumstances, user, statement: circumstances.statement ?? command.span },
    });
    return;
  }
  takeMode(draft, command, unwrapped.words);
  // PYTHONHASHSEED=0 pytest: the program may be a Python program under its own name
  const own = command.assignments.filter(({ name }) => isPythonVariable(name));
  const passed = [...environment.values()].filter(
    (each) => unwrapped.words !== command.words && isWithin(each, command),
  );
  for (const setting of new Set([...own, ...passed])) {
    addSetting(draft, setting, { directory: command.directory, environment: new Map() }, { ...circumstances, user });
  }
  const python = toPythonCommand(command, unwrapped, circumstances);
  if (python !== undefined) draft.commands.push(python);
}

const isWithin = ({ span }: Setting, command: ShellCommand) =>
  span.start >= command.span.start && span.end <= command.span.end;

export function addSetting(
  draft: Draft,
  setting: Setting,
  { directory, environment }: ShellStart,
  { starter, user, statement }: Circumstances,
): void {
  if (!isPythonVariable(setting.name)) return;
  const known = environment.get(setting.name);
  const added: VariableSetting = {
    ...setting,
    statement: statement ?? setting.span,
    starter,
    user,
    directory,
    how: 'set',
    isFirst: known === undefined && !draft.settings.some(({ name }) => name === setting.name),
  };
  draft.settings.push(added);
}

/** `chmod -R 777 /app`, `chmod o+w .`, `install -d -m 0777 /data` */
function takeMode(draft: Draft, command: ShellCommand, words: readonly Word[]): void {
  const [program, ...rest] = words;
  const name = program?.text?.slice((program.text.lastIndexOf('/') ?? -1) + 1);
  if (name !== 'chmod' || rest.some((word) => isPython(word) && word.text?.includes('/') !== true)) return;
  const operands = rest.filter(({ text }) => !/^-[Rcfv]+$|^--/.test(text ?? ''));
  const isTree = rest.some(({ text }) => /^-\w*R|^--recursive$/.test(text ?? ''));
  const [mode, ...targets] = operands;
  if (!letsEveryoneWrite(mode?.text ?? '')) return;
  for (const target of targets) {
    const span: Span = command.span;
    draft.open.push({ place: placeOfWord(target, command.directory), isTree, to: 'everyone', span });
  }
}

/** Whoever may write into a directory, unless its sticky bit keeps them from replacing what others put there. */
export function letsEveryoneWrite(mode: string): boolean {
  if (/^0?[0-7]?[0-7]{2}[2367]$/.test(mode)) return true;
  return mode.split(',').some((each) => /^(?:[ug]*[ao][ugoa]*)?[+=][rwxXst]*w/.test(each) && !/^[ug]+[+=]/.test(each));
}
