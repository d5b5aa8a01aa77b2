import { defineRule, type Origin, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { isChecked, processOption, readCommandLine, usesShell } from './command-line.ts';

const evidence = {
  constant: 'the program is fixed, and no shell stands between',
  checked: 'the program is checked against a fixed set',
} as const;

const rule = defineRule({
  id: 'subprocess/program-from-input',
  code: 'SUB-07',
  alsoCodes: ['SUB-18'],
  title: 'Whoever chooses the program that is started runs what they like',
  anchor: 'library/subprocess.html#security-considerations',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [78, 114, 426],
  aliases: ['B603', 'B606', 'S603', 'S606', 'py/command-line-injection'],
  advice: 'Name the program in the code, or look the input up in a table of programs.',
  question: 'Who can set the name or path of the program that is started here?',
  docs: {
    why: 'Without a shell no metacharacter matters, but the first item of the list still decides which program runs, and the working directory decides which file a relative name means.',
    fails: 'import subprocess, flask\nsubprocess.run([flask.request.args["tool"], "--version"])',
    passes: 'import subprocess, sys\nsubprocess.run([sys.executable, "--version"])',
    evidence: Object.values(evidence),
    limits: 'What lies on PATH is not seen.',
  },
  messages: {
    hostile: '{source} decides which program runs',
    directory: '{source} decides the directory in which {program} is looked up',
    unknown: 'which program runs depends on {value}, and where that comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (usesShell(call) !== false) return undefined; // subprocess/shell-command-from-input speaks
      const line = readCommandLine(call);
      if (line.command.isAbsent()) return undefined;
      const code = call.name.startsWith('os.') ? ({ code: 'SUB-18' } as const) : {};
      const executable = processOption(call, 'executable');
      const isReplaced = executable.isGiven() && !executable.isNone();
      const program = isReplaced ? executable : line.program;
      if (program === undefined) {
        // subprocess.run(command), where the list is not in view
        const origin = line.command.origin();
        if (namesProgram(line.command)) return verdict.pass(call, evidence.constant);
        if (isOfUser(origin)) return undefined;
        if (origin.provenance === 'constant' || origin.provenance === 'shipped')
          return verdict.pass(call, evidence.constant);
        if (isForeign(origin, call) && isWhole(line.command)) {
          return verdict.fail(line.command, 'hostile', { source: origin.text }, code);
        }
        return verdict.open(line.command, 'unknown', { value: line.command.text }, code);
      }
      const directory = processOption(call, 'cwd');
      const name = program.string();
      // "./configure" and "bin/run" are looked up below the working directory
      if (name !== undefined && directory.isGiven() && /^[^/\\]+[/\\]/.test(name) && !/^[A-Za-z]:/.test(name)) {
        const origin = directory.origin();
        if (isForeign(origin, call) && !isChecked(directory)) {
          return verdict.fail(directory, 'directory', { source: origin.text, program: name }, { severity: 'high' });
        }
      }
      if (isFixed(program)) return verdict.pass(call, evidence.constant);
      if (isChecked(program)) return verdict.pass(call, evidence.checked);
      const first = program.textParts()?.[0];
      // "tool.exe /x " + name, which Windows takes as one text
      if (typeof first === 'string' && /^\s*("[^"]+"|[^\s"]+)\s/.test(first)) return undefined;
      // "/usr/lib/app/" + name: which file, but not which directory
      const origin = program.origin();
      if (isOfUser(origin)) return undefined;
      if (isForeign(origin, call)) return verdict.fail(program, 'hostile', { source: origin.text }, code);
      if (typeof first === 'string' && first !== '') return undefined;
      const value = program.isGiven() ? program.text : 'its starred arguments';
      return verdict.open(program, 'unknown', { value }, code);
    },
  },
});

export default quietInTests(rule);

/** A script that starts what its arguments name, or what PATH or EDITOR of its user say. */
function isOfUser({ provenance }: Origin): boolean {
  return provenance === 'argument' || provenance === 'environment';
}

function isFixed(program: ValueView): boolean {
  if (program.constants() !== undefined || program.is('sys.executable', 'sys._base_executable')) return true;
  const found = program.callTo('shutil.which', 'distutils.spawn.find_executable');
  if (found !== undefined) return found.positional[0]?.constants() !== undefined;
  const { provenance } = program.origin();
  return provenance === 'constant' || provenance === 'shipped';
}

/** The list, or the text, is what came from outside, and nothing that the program put in front of it. */
function isWhole(command: ValueView): boolean {
  if (splitText(command) !== undefined) return true;
  const names = command.names();
  return names.length > 0 && command.is(...names);
}

/** shlex.split("git log " + name) */
function namesProgram(command: ValueView): boolean {
  const first = splitText(command)?.textParts()?.[0];
  return typeof first === 'string' && /^\s*\S+\s/.test(first);
}

function splitText(command: ValueView): ValueView | undefined {
  const split = command.callTo('concept:shell-split', 'str.split');
  return split?.name === 'str.split' ? split.receiver() : split?.positional[0];
}
