import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { readCommandLine, usesShell } from './command-line.ts';

const evidence = { absolute: 'the program is named by an absolute path' } as const;

const rule = defineRule({
  id: 'subprocess/program-looked-up-on-path',
  code: 'SUB-06',
  title: 'A program that is looked up on PATH while privileges change may be another one than meant',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [426, 427],
  aliases: ['B607', 'S607'],
  advice: 'Name the program by its absolute path.',
  question: 'Who can write to the folders on the PATH that is in force here?',
  docs: {
    why: 'PATH belongs to whoever started the process. A privileged program that looks names up there runs what that user put first.',
    fails: 'import os, subprocess\ndef start():\n    os.setuid(0)\n    subprocess.run(["mount", "-a"])',
    passes: 'import os, subprocess\ndef start():\n    os.setuid(0)\n    subprocess.run(["/bin/mount", "-a"])',
    evidence: Object.values(evidence),
    limits: 'Only functions that change user or group themselves are judged; elsewhere PATH is trusted.',
  },
  messages: { path: '{program} is looked up on PATH in a function that changes the privileges of the process' },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (call.siblingCalls('concept:privilege-change').length === 0) return undefined;
      const program = readCommandLine(call).program;
      const name = program?.string();
      if (program === undefined || name === undefined || usesShell(call) !== false) return undefined;
      if (/^(\/|[A-Za-z]:[\\/])/.test(name)) return verdict.pass(program, evidence.absolute);
      // os.execv and posix_spawn do not search
      if (/^os\.(exec[lv]e?|spawn[lv]e?|posix_spawn)$/.test(call.name) || name.includes('/')) return undefined;
      return verdict.fail(program, 'path', { program: name });
    },
  },
});

export default quietInTests(rule);
