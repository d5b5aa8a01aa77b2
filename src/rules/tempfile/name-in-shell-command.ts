import { defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { innerShell, readCommandLine, usesShell } from '../subprocess/command-line.ts';

const evidence = {
  quoted: 'the name is quoted for a POSIX shell',
  list: 'the name is an argument of its own, and no shell reads it',
} as const;

const makers = ['concept:temp-file', 'concept:temp-directory', 'concept:temp-name', 'concept:temp-location'] as const;

const rule = defineRule({
  id: 'tempfile/name-in-shell-command',
  code: 'TMP-10',
  title: 'The name of a temporary file is read by a shell, with whatever signs its directory holds',
  anchor: 'library/tempfile.html#tempfile.NamedTemporaryFile',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [78],
  aliases: [],
  advice: 'Hand over a list of arguments without a shell, or put the name through shlex.quote().',
  question: 'Can the temporary folder have spaces or signs of the shell in its name here, and is a shell used?',
  docs: {
    why:
      'The directory of temporary files comes from TMPDIR, TEMP or the user’s folder and can hold spaces, quotes and ' +
      'dollar signs. The documentation says that generated names may need quoting.',
    fails: 'import os, tempfile\nfd, name = tempfile.mkstemp()\nos.system("sort -o " + name + " names.txt")',
    passes:
      'import subprocess, tempfile\nfd, name = tempfile.mkstemp()\nsubprocess.run(["sort", "-o", name, "names.txt"])',
    evidence: Object.values(evidence),
    limits:
      'Which directories a machine uses is not known; names whose parts come from outside are judged as commands.',
  },
  messages: {
    unquoted: '{name} goes into a shell command unquoted, and its directory is up to TMPDIR',
    perhaps: '{name} goes into a command that a shell reads if {shell} is true',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:os-command'],
      judge: (call, verdict) => judgeCommand(call.operand(), verdict),
    },
    {
      kind: 'call',
      to: ['concept:start-process'],
      judge(call, verdict) {
        const line = readCommandLine(call);
        const shell = usesShell(call);
        if (shell === true) return judgeCommand(line.program ?? line.command, verdict);
        const inner = innerShell(line);
        if (inner !== undefined) return judgeCommand(inner.script, verdict);
        if (shell === false) {
          const name = line.operands.find((operand) => operand.isDerivedFrom(...makers));
          return name && verdict.pass(name, evidence.list);
        }
        const name = temporaryPart(line.command);
        const option = call.argument('shell', 8);
        const parameters = { name: name?.text ?? '', shell: option.isGiven() ? option.text : 'shell' };
        return name && verdict.open(name, 'perhaps', parameters, { severity: 'low' });
      },
    },
  ],
});

function judgeCommand(command: ValueView, verdict: Judge<'unquoted'>) {
  const name = temporaryPart(command);
  if (name === undefined) return undefined;
  if (name.isCleanedFor('shell') || name.isDerivedFrom('concept:shell-quote', 'concept:shell-join')) {
    return verdict.pass(name, evidence.quoted);
  }
  return verdict.fail(name, 'unquoted', { name: name.text }, { severity: 'low' });
}

/** The first part of a command that is the name of something temporary, an unquoted one before others. */
function temporaryPart(command: ValueView): ValueView | undefined {
  const parts = (command.textParts() ?? [command]).filter((part) => typeof part !== 'string');
  const temporary = parts.filter((part) => part.isDerivedFrom(...makers));
  return temporary.find((part) => !part.isDerivedFrom('concept:shell-quote')) ?? temporary[0];
}

export default quietInTests(rule);
