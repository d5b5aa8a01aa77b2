import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { processOption } from './command-line.ts';

const evidence = { closed: 'the child inherits only the standard streams' } as const;

const rule = defineRule({
  id: 'subprocess/descriptors-inherited',
  code: 'SUB-10',
  title: 'A child that inherits open descriptors can read and write what the parent has open',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [403],
  aliases: [],
  advice: 'Leave close_fds on and name the descriptors that the child needs in pass_fds.',
  question: 'Which open files or sockets does the child get, and may it use all of them?',
  docs: {
    why: 'With close_fds=False every descriptor that is marked inheritable, by any library or thread, is open in the child, too.',
    fails: 'import os, subprocess\nos.set_inheritable(3, True)\nsubprocess.Popen(["ls"], close_fds=False)',
    passes: 'import subprocess\nsubprocess.Popen(["ls"], close_fds=True)',
    evidence: Object.values(evidence),
    limits: 'Descriptors are not inheritable unless made so since Python 3.4; that is only seen in the same function.',
  },
  messages: {
    inherited: 'the child inherits every inheritable descriptor, and {shared} makes one',
    perhaps:
      'the child inherits every descriptor that this process made inheritable; whether there are any is not known',
    unknown: 'whether the child inherits descriptors depends on {value}',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      const close = processOption(call, 'close_fds');
      if (!close.isGiven()) return undefined;
      if (close.truth() === false) {
        const shared = call.siblingCalls('os.set_inheritable', 'socket.socket.set_inheritable', 'os.dup2')[0];
        return shared === undefined
          ? verdict.open(close, 'perhaps')
          : verdict.fail(close, 'inherited', { shared: shared.text });
      }
      if (close.truth() === true) return verdict.pass(close, evidence.closed);
      return close.constants()?.includes(false) ? verdict.open(close, 'unknown', { value: close.text }) : undefined;
    },
  },
});

export default quietInTests(rule);
