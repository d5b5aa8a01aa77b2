import { type CallSite, defineRule, type Judge, type ValueView, type VerdictOptions } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';
import { innerShell, isOneOfFew, readCommandLine, usesShell } from './command-line.ts';
import { isEndLookedAt, listCommandWithValues, listConstantCommand } from './simple-command.ts';

const evidence = {
  constant: 'the whole command is constant',
  quoted: 'every value in the command is quoted for a POSIX shell',
  checked: 'every value in the command is checked against a fixed set or pattern, or is a number',
} as const;

type MessageId =
  | 'hostile'
  | 'unknown'
  | 'variable'
  | 'perhaps-shell'
  | 'quoted-twice'
  | 'not-posix'
  | 'windows-quoting';

const listed = {
  class: 'unsafe',
  title: 'Pass a list of arguments without a shell',
  for: ['hostile', 'unknown', 'variable'],
  make: listCommandWithValues,
} as const;

const rule = defineRule({
  id: 'subprocess/shell-command-from-input',
  code: 'SUB-01',
  alsoCodes: ['SUB-02', 'SUB-03', 'SUB-04', 'SUB-17', 'SUB-20', 'CGI-01'],
  title: 'Text from outside that becomes part of a shell command can run commands of its own',
  anchor: 'library/subprocess.html#security-considerations',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [78, 77],
  aliases: [
    'B602',
    'B604',
    'B605',
    'B609',
    'S602',
    'S604',
    'S605',
    'S609',
    'py/command-line-injection',
    'py/shell-command-constructed-from-input',
    'python.lang.security.audit.subprocess-shell-true.subprocess-shell-true',
  ],
  advice: 'Pass a list of arguments without a shell; where a shell is needed, put every value through shlex.quote().',
  question: 'Who can choose this part of the command, and may they run commands of their own?',
  docs: {
    why: 'A shell gives meaning to spaces, semicolons, dollar signs and backquotes, so a value that is pasted into a command can end it and begin another.',
    fails: 'import subprocess, flask\nsubprocess.run("ls " + flask.request.args["dir"], shell=True)',
    passes: 'import subprocess\nsubprocess.run("ls | wc -l", shell=True)',
    evidence: Object.values(evidence),
    limits: 'shlex.quote() is right for POSIX shells only; which shell runs the command elsewhere is not known.',
  },
  messages: {
    hostile: '{source} becomes part of a shell command: it can run any other command',
    unknown: '{value} becomes part of a shell command unquoted, and where it comes from is not known',
    variable: '{value} is run by a shell as it stands in the environment; that is fine as long as the user sets it',
    'perhaps-shell': '{source} becomes a shell command if {shell} is true',
    'quoted-twice': 'the quotes around {value} cancel those that shlex.quote() adds',
    'not-posix': 'shlex.quote() does not quote for {shell}',
    'windows-quoting':
      'list2cmdline() quotes for programs on Windows, not for a shell: {source} can run any other command',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:os-command'],
      judge: (call, verdict) => judgeCommand(call, call.operand(), verdict, { code: 'SUB-03' }),
      fixes: [listed],
    },
    {
      kind: 'call',
      to: ['concept:start-process'],
      judge(call, verdict) {
        const line = readCommandLine(call);
        const shell = usesShell(call);
        // With a list, only its first item is the command: ["echo $1", "sh", value]
        if (shell === true) return judgeCommand(call, line.program ?? line.command, verdict, {});
        const inner = innerShell(line);
        if (inner !== undefined)
          return judgeCommand(call, inner.script, verdict, {}, inner.isPosix ? undefined : 'cmd');
        if (shell === false) return undefined;
        const origin = line.command.origin();
        if (!isForeign(origin, call)) return undefined;
        return verdict.open(line.command, 'perhaps-shell', {
          source: origin.text,
          shell: call.argument('shell', 8).isGiven() ? call.argument('shell', 8).text : 'shell',
        });
      },
      fixes: [
        listed,
        {
          class: 'safe',
          title: 'Pass the constant command as a list without a shell',
          for: [evidence.constant],
          make: (call, edit) => (isEndLookedAt(call) ? edit.pass() : listConstantCommand(call, edit)),
        },
        {
          class: 'unsafe',
          title: 'Pass the constant command as a list without a shell; a missing program is an exception then',
          for: [evidence.constant],
          make: listConstantCommand,
        },
      ],
    },
  ],
});

export default onlyFailuresInTests(rule);

function judgeCommand(
  call: CallSite,
  command: ValueView,
  verdict: Judge<MessageId>,
  options: VerdictOptions,
  windowsShell?: string,
) {
  if (command.isAbsent()) return undefined;
  if (command.constants() !== undefined) return verdict.pass(call, evidence.constant);
  const parts = command.textParts() ?? [command];
  let isQuoted = false;
  let isOpen: ValueView | undefined;
  let wasChecked = false;
  let isVague = false;
  let variable: ValueView | undefined;
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string' || part.constants() !== undefined) continue;
    const origin = part.origin();
    if (origin.provenance === 'constant' || origin.provenance === 'shipped') continue;
    const isScript = isScriptOfInnerShell(parts[at - 1]);
    if (!isScript && part.isCleanedFor('shell') && part.isDerivedFrom('concept:shell-quote', 'concept:shell-join')) {
      if (windowsShell !== undefined)
        return verdict.fail(part, 'not-posix', { shell: windowsShell }, { code: 'SUB-04' });
      const before = parts[at - 1];
      const after = parts[at + 1];
      // f"rm '{shlex.quote(name)}'"
      const isWrapped = typeof before === 'string' && /(['"])$/.exec(before)?.[1] === String(after ?? '').charAt(0);
      if (isWrapped && before !== '') {
        const parameters = { value: part.text };
        return isForeign(origin, call)
          ? verdict.fail(part, 'quoted-twice', parameters, { code: 'SUB-04' })
          : verdict.open(part, 'quoted-twice', parameters, { code: 'SUB-04' });
      }
      isQuoted = true;
      continue;
    }
    if (isOneOfFew(part) || (!isScript && part.isCleanedFor('shell') && !isCommandName(parts, at))) {
      wasChecked = true;
      continue;
    }
    if (!isForeign(origin, call)) {
      // " ".join(map(shlex.quote, arguments)): quoted, as far as can be told
      if (part.isDerivedFrom('concept:shell-quote')) isVague = true;
      else if (origin.provenance === 'environment') variable ??= part;
      else isOpen ??= part;
      continue;
    }
    if (part.isDerivedFrom('subprocess.list2cmdline')) {
      return verdict.fail(part, 'windows-quoting', { source: origin.text }, { code: 'SUB-17' });
    }
    const isForm = part.isDerivedFrom('concept:cgi-form') || (origin.provenance === 'network' && call.imports('cgi'));
    return verdict.fail(part, 'hostile', { source: origin.text }, isForm ? { ...options, code: 'CGI-01' } : options);
  }
  if (isOpen !== undefined) return verdict.open(isOpen, 'unknown', { value: isOpen.text }, options);
  if (variable !== undefined) {
    return verdict.open(variable, 'variable', { value: variable.text }, { code: 'SUB-20', severity: 'medium' });
  }
  if (isVague) return undefined;
  if (isQuoted) return verdict.pass(call, evidence.quoted);
  return verdict.pass(call, wasChecked ? evidence.checked : evidence.constant);
}

/** Whether a part stands where the shell expects the name of a program: harmless characters can name any of them. */
function isCommandName(parts: readonly (string | ValueView)[], at: number): boolean {
  const before = parts[at - 1];
  if (at === 0) return true;
  if (typeof before !== 'string') return false;
  // f"{first} {second}"   has a space before the second
  return /[;|&(`\n]\s*$/.test(before) || (at === 1 && before.trim() === '');
}

/** `sh -c ` and `eval ` run the word that follows: one pair of quotes is used up on the way there. */
function isScriptOfInnerShell(before: string | ValueView | undefined): boolean {
  return (
    typeof before === 'string' && /(?:^|[\s/;|&(])(?:(?:ba|da|k|z|a)?sh(?:\s+-\w+)*\s+-\w*c|eval)\s+$/.test(before)
  );
}
