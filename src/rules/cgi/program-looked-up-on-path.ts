import { type CallSite, defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { processOption, readCommandLine, usesShell } from '../subprocess/command-line.ts';

const evidence = {
  absolute: 'the program is named by a path',
  environment: 'the call sets PATH itself',
} as const;

/** What a shell does itself. */
const builtins = new Set(
  '. : [ cd echo eval exec exit export false printf pwd read set test true umask unset'.split(' '),
);

const rule = defineRule({
  id: 'cgi/program-looked-up-on-path',
  code: 'CGI-11',
  title: 'A CGI program that looks up other programs on PATH runs what the PATH of the web server leads to',
  anchor: 'library/cgi.html#cgi-security',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [426, 427],
  aliases: ['B607', 'S607'],
  advice: 'Name the program by its absolute path.',
  question: 'Which PATH does the web server give to this program, and who can write to the folders on it?',
  docs: {
    why:
      'The web server starts CGI programs as another user and with an environment of its own, so that PATH is not the ' +
      'one that the author tried. The documentation asks not to rely on it.',
    fails: 'import cgi, subprocess\nform = cgi.FieldStorage()\nsubprocess.run(["sort", "names.txt"])',
    passes: 'import cgi, subprocess\nform = cgi.FieldStorage()\nsubprocess.run(["/usr/bin/sort", "names.txt"])',
    evidence: Object.values(evidence),
    limits:
      'Files that use cgi or cgitb count as CGI programs. That they set PATH for themselves is seen in env= alone.',
  },
  messages: {
    path: '{program} is looked up on the PATH that the web server happens to have',
    unknown: 'whether {program} is named by a path is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:start-process'],
      judge(call, verdict) {
        // os.execv and posix_spawn do not search
        if (!isCgiProgram(call) || /^os\.(exec[lv]e?|spawn[lv]e?|posix_spawn)$/.test(call.name)) return undefined;
        const shell = usesShell(call);
        if (shell === undefined) return undefined;
        const line = readCommandLine(call);
        if (processOption(call, 'env').entry('PATH') !== undefined) return verdict.pass(call, evidence.environment);
        const program = line.program ?? line.command;
        return shell ? judgeCommand(program, verdict) : judgeProgram(program, program.string(), verdict);
      },
    },
    {
      kind: 'call',
      to: ['concept:os-command'],
      judge: (call, verdict) => (isCgiProgram(call) ? judgeCommand(call.operand(), verdict) : undefined),
    },
  ],
});

/** The first word of a shell command is a program, unless the shell does it itself or it sets a variable. */
function judgeCommand(command: ValueView, verdict: Judge<'path' | 'unknown'>) {
  const start = command.textParts()?.[0];
  if (typeof start !== 'string') return undefined;
  const word = /^\s*([\w./+-]+)\s/.exec(`${start} `)?.[1];
  return word === undefined || builtins.has(word) ? undefined : judgeProgram(command, word, verdict);
}

function judgeProgram(subject: ValueView, name: string | undefined, verdict: Judge<'path' | 'unknown'>) {
  if (name === undefined) return verdict.open(subject, 'unknown', { program: subject.text }, { severity: 'low' });
  if (/[/\\]/.test(name)) return verdict.pass(subject, evidence.absolute);
  return verdict.fail(subject, 'path', { program: name }, { severity: 'medium' });
}

const isCgiProgram = (call: CallSite) => call.imports('cgi') || call.imports('cgitb');

export default quietInTests(rule);
