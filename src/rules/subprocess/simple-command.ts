// Shell commands that say the same without a shell: one program with its arguments, and nothing that a shell gives a
// meaning to. What makes a list of them shares this reading.

import type { CallSite, Editor, WrittenValue } from '../../rulekit/index.ts';
import { processOption } from './command-line.ts';

/** Letters, digits and signs that mean themselves to every POSIX shell, wherever they stand in a word. */
const plainWord = /^[A-Za-z0-9_@%+:,./-]+$/;
/** The same and `=`, which makes an assignment of a word in front of the program only. */
const plainArgument = /^[A-Za-z0-9_@%+:,./=-]+$/;

/** What shells do themselves, so that there may be no such program, or one that does something else. */
const builtins = new Set(
  (
    '. : [ alias bg bind break builtin caller case cd command compgen complete compopt continue coproc declare dirs ' +
    'disown do done echo elif else enable end esac eval exec exit export false fc fg fi for function getopts hash ' +
    'help history if in jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return ' +
    'select set shift shopt source suspend test then time times trap true type typeset ulimit umask unalias unset ' +
    'until wait while ' +
    // those of cmd.exe that POSIX systems have as programs
    'copy date del dir erase md mkdir mklink move rd ren rename rmdir start title type ver vol'
  ).split(' '),
);

/**
 * Utilities that take `--` as the end of their options (POSIX, Utility Syntax Guidelines, 10), each with its options that
 * take no argument: behind any other one, `--` could be taken for its argument.
 */
const flagsByUtility = new Map([
  ['cat', 'AbeEnstTuv'], ['cmp', 'ls'], ['cp', 'aHfiLPpRrv'], ['df', 'ahkPT'], ['diff', 'abBcdEeNpqruw'], ['dirname', ''],
  ['du', 'achHkLsx'], ['grep', 'cEFGhHiIlLnoqrRsvwx'], ['head', 'qv'], ['ln', 'fLnPsv'], ['ls', '1aAcCdfFgGhHiklLmnopqrRsStux'],
  ['mkdir', 'pv'], ['mv', 'finv'], ['rm', 'dfirRv'], ['rmdir', 'pv'], ['sort', 'bcCdfghiMmnrRsuVz'], ['stat', 'L'],
  ['tail', 'fqv'], ['tee', 'ai'], ['touch', 'acm'], ['uniq', 'cdiuz'], ['wc', 'cLlmw'],
]); // biome-ignore format: a table

/** The words of a command that a shell would take as they stand; undefined: a shell is needed, or may be. */
function plainWordsOf(command: string): readonly string[] | undefined {
  const words = command.split(/[ \t]+/).filter((word) => word !== '');
  const [program, ...rest] = words;
  if (program === undefined || !plainWord.test(program) || builtins.has(program)) return undefined;
  return rest.every((word) => plainArgument.test(word)) ? words : undefined;
}

/** `subprocess.run("ls -l", shell=True)` → `subprocess.run(["ls", "-l"])` */
export function listConstantCommand(call: CallSite, edit: Editor): undefined {
  if (!isShellOption(call)) return edit.pass();
  const text = edit.literal(call.operand());
  const words = text === undefined ? undefined : plainWordsOf(text);
  if (words === undefined) return edit.refuse('a shell is needed for the command, or may be');
  if (processOption(call, 'executable').isGiven()) return edit.refuse('the shell is chosen');
  edit.replace(call.operand(), `[${words.map((word) => edit.quoted(word)).join(', ')}]`);
  edit.removeArgument(call, 'shell', 8);
}

/**
 * Whether the program finds out how the command ended: without a shell, a program that is missing is an exception, and no
 * status 127.
 */
export function isEndLookedAt(call: CallSite): boolean {
  if (call.name === 'subprocess.Popen') return true;
  if (call.isCaught('subprocess.CalledProcessError', 'subprocess.SubprocessError', 'OSError', 'FileNotFoundError'))
    return true;
  // check_output() gives what was printed, and raises in either case.
  return call.isResultUsed && call.name !== 'subprocess.check_output';
}

/** `os.system("rm " + path)` → `subprocess.run(["rm", "--", path])` */
export function listCommandWithValues(call: CallSite, edit: Editor): undefined {
  const isSystem = call.name === 'os.system';
  if (!isSystem && !isShellOption(call)) return edit.refuse('what it gives back depends on the shell');
  if (isSystem && call.isResultUsed) return edit.refuse('its result is used');
  if (!isSystem && processOption(call, 'executable').isGiven()) return edit.refuse('the shell is chosen');
  const command = call.operand();
  const items = itemsOf(edit.writtenParts(command) ?? [], edit);
  if (items === undefined) return edit.refuse('the command is more than a utility and its operands');
  if (isSystem) edit.replaceCallee(call, edit.name('subprocess.run'));
  else edit.removeArgument(call, 'shell', 8);
  return edit.replace(command, `[${items.join(', ')}]`);
}

/** Each value must be a word of its own: a blank, or its own pair of quotes, on both sides. */
function itemsOf(parts: readonly (string | WrittenValue)[], edit: Editor): readonly string[] | undefined {
  const items: string[] = [];
  let flags: string | undefined;
  let hasDashes = false;
  let quote = '';
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    if (typeof part !== 'string') {
      // two values without a blank between, or one where the program is named
      if (typeof parts[at - 1] !== 'string') return undefined;
      if (!hasDashes) items.push(edit.quoted('--'));
      hasDashes = true;
      items.push(wordOf(part, edit));
      if (isLast && quote !== '') return undefined;
      continue;
    }
    const opening = isLast ? '' : (/["']$/.exec(part)?.[0] ?? '');
    if (!part.startsWith(quote)) return undefined;
    const text = part.slice(quote.length, part.length - opening.length);
    quote = opening;
    // `rm a{name}`, `rm {name}.txt`
    if ((at > 0 && text !== '' && !/^[ \t]/.test(text)) || (!isLast && !/[ \t]$/.test(text))) return undefined;
    const words = text.split(/[ \t]+/).filter((word) => word !== '');
    if (!words.every((word) => plainArgument.test(word))) return undefined;
    if (flags === undefined) {
      flags = flagsByUtility.get(words[0] ?? '');
      if (flags === undefined) return undefined;
      items.push(edit.quoted(words.shift() as string));
    }
    for (const word of words) {
      if (!hasDashes && !isMadeOf(word, flags)) {
        if (word !== '--') return undefined;
        hasDashes = true;
      }
      items.push(edit.quoted(word));
    }
  }
  return flags === undefined ? undefined : items;
}

/** `-rf`, where the utility has both without an argument */
function isMadeOf(word: string, flags: string): boolean {
  return /^-\w+$/.test(word) && [...word.slice(1)].every((letter) => flags.includes(letter));
}

/** A value as one argument: as it is written, made text where the format made it text, and never quoted. */
function wordOf({ value, isText, conversion }: WrittenValue, edit: Editor): string {
  if (conversion === 'r') edit.refuse('a value is shown as Python writes it');
  const bare = value.callTo('concept:shell-quote')?.argument(undefined, 0);
  if (bare === undefined && value.isDerivedFrom('concept:shell-quote'))
    edit.refuse('a value is quoted on its way here');
  const shown = bare ?? value;
  return isText || bare !== undefined ? edit.textOf(shown) : `str(${edit.textOf(shown)})`;
}

function isShellOption(call: CallSite): boolean {
  const isKnown = /^subprocess\.(run|call|check_call|check_output|Popen)$/.test(call.name);
  return isKnown && processOption(call, 'shell').constant() === true;
}
