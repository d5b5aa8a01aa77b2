import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { isChecked, readCommandLine, usesShell } from './command-line.ts';

const evidence = { checked: 'every argument of the batch file is checked' } as const;

const rule = defineRule({
  id: 'subprocess/batch-file-arguments',
  code: 'SUB-05',
  title: 'Windows runs a batch file through its command shell, which reads the arguments by its own rules',
  anchor: 'library/subprocess.html#security-considerations',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [78, 88],
  aliases: [],
  advice: 'Start the program itself, or let through only arguments that match a fixed pattern.',
  question: 'Who can choose this argument, and does the program ever run on Windows?',
  docs: {
    why: 'For .bat and .cmd files the system starts a shell even though Python does not, and nothing escapes the arguments for it.',
    fails: 'import subprocess, flask\nsubprocess.run(["build.bat", flask.request.args["target"]])',
    passes: 'import subprocess, flask\nsubprocess.run(["build.exe", "--", flask.request.args["target"]])',
    evidence: Object.values(evidence),
    limits: 'A name without extension that finds a batch file is not recognised.',
  },
  messages: {
    hostile: '{source} reaches the batch file {program}, and the shell that runs it reads it as commands',
    unknown:
      '{value} reaches the batch file {program}, whose shell reads it as commands, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (usesShell(call) !== false) return undefined;
      const line = readCommandLine(call);
      const program = line.program?.string();
      if (program === undefined || !/\.(bat|cmd)$/i.test(program)) return undefined;
      const variable = line.operands.filter((each) => each.constants() === undefined);
      const unchecked = variable.filter((each) => !isChecked(each));
      const hostile = unchecked.find((each) => isForeign(each.origin(), call));
      if (hostile !== undefined) return verdict.fail(hostile, 'hostile', { source: hostile.origin().text, program });
      const unknown = unchecked.find((each) => !['constant', 'shipped'].includes(each.origin().provenance));
      if (unknown !== undefined) return verdict.open(unknown, 'unknown', { value: unknown.text, program });
      if (!line.isComplete) return verdict.open(line.command, 'unknown', { value: line.command.text, program });
      return variable.length > 0 ? verdict.pass(call, evidence.checked) : undefined;
    },
  },
});

export default quietInTests(rule);
