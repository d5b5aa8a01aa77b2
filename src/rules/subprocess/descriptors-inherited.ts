import { defineRule } from '../../rulekit/index.ts';
import { processOption } from './command-line.ts';

const evidence = { closed: 'the child inherits only the standard streams' } as const;

export default defineRule({
  id: 'subprocess/descriptors-inherited',
  code: 'SUB-10',
  title: 'A child that inherits open descriptors can read and write what the parent has open',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [403],
  aliases: [],
  advice: 'Leave close_fds on and name the descriptors that the child needs in pass_fds.',
  docs: {
    why: 'With close_fds=False every descriptor that is marked inheritable, by any library or thread, is open in the child, too.',
    fails: 'import subprocess\nsubprocess.Popen(["ls"], close_fds=False)',
    passes: 'import subprocess\nsubprocess.Popen(["ls"], close_fds=True)',
    evidence: Object.values(evidence),
    limits: 'Descriptors are not inheritable unless made so since Python 3.4; whether some are is not seen.',
  },
  messages: {
    inherited: 'the child inherits every inheritable descriptor of this process',
    unknown: 'whether the child inherits descriptors depends on {value}',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      const close = processOption(call, 'close_fds');
      if (!close.isGiven()) return undefined;
      if (close.truth() === false) return verdict.fail(close, 'inherited');
      if (close.truth() === true) return verdict.pass(close, evidence.closed);
      return close.constants()?.includes(false) ? verdict.open(close, 'unknown', { value: close.text }) : undefined;
    },
  },
});
