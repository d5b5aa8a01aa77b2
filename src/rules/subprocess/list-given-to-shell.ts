import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { usesShell } from './command-line.ts';

const evidence = { text: 'the shell is given one text' } as const;

const rule = defineRule({
  id: 'subprocess/list-given-to-shell',
  code: 'SUB-09',
  title: 'Of a list that is given to a shell only the first item is the command',
  anchor: 'library/subprocess.html#subprocess.Popen',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [628, 78],
  aliases: [],
  advice: 'Drop shell=True; the list needs no shell.',
  question: 'Is a shell meant here, and what are the items behind the first one for?',
  docs: {
    why: 'On POSIX the other items become parameters of the shell itself: ["rm", "-r", path] runs a bare rm, and what was meant does not happen.',
    fails: 'import subprocess\nsubprocess.run(["ls", "-l"], shell=True)',
    passes: 'import subprocess\nsubprocess.run("ls -l", shell=True)',
    evidence: Object.values(evidence),
    limits: 'On Windows the list is joined and the call works as meant.',
  },
  messages: { list: 'the shell runs only {first}; the other items are parameters of the shell on POSIX' },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      if (usesShell(call) !== true) return undefined;
      const command = call.operand();
      const items = command.firstItems();
      const first = items[0];
      if (first !== undefined) {
        if (items.length === 1 && command.items() !== undefined) return undefined;
        // ["echo $1", "sh", value] uses the parameters
        return /\$[\d@*{]/.test(first.string() ?? '')
          ? undefined
          : verdict.fail(command, 'list', { first: first.text });
      }
      if (command.isInstanceOf('list', 'tuple') || command.callTo('concept:shell-split') !== undefined) {
        return verdict.fail(command, 'list', { first: 'its first item' });
      }
      return command.string() === undefined ? undefined : verdict.pass(command, evidence.text);
    },
  },
});

export default quietInTests(rule);
