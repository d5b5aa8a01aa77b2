import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { all: 'user, group and extra groups are all set' } as const;

const rule = defineRule({
  id: 'subprocess/privileges-half-dropped',
  code: 'SUB-12',
  title: 'A process that changes its user but keeps its groups keeps what the groups may do',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [271, 273],
  aliases: [],
  advice: 'Set extra_groups, group and user together; by hand: setgroups, then setgid, then setuid.',
  question: 'Which groups does the process have at this point, and what may they do?',
  docs: {
    why: 'A program that root starts as another user still has root’s groups unless they are replaced; and once the user is changed, the groups cannot be.',
    fails: 'import subprocess\nsubprocess.run(["worker"], user="nobody")',
    passes: 'import subprocess\nsubprocess.run(["worker"], user="nobody", group="nogroup", extra_groups=[])',
    evidence: Object.values(evidence),
    limits: 'Whether the program runs as root is not known; without root the options fail.',
  },
  messages: {
    kept: 'the child runs as {user} but keeps the parent’s {kept}',
    order: 'the user is changed before the group: {later}() then fails or does nothing',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:start-process'],
      judge(call, verdict) {
        const user = call.argument('user');
        if (!user.isGiven() || user.isNone()) return undefined;
        const missing = [call.argument('group'), call.argument('extra_groups')].map(
          (each) => each.isAbsent() || each.isNone(),
        );
        if (missing[0] || missing[1]) {
          const kept = [missing[0] ? 'group' : '', missing[1] ? 'supplementary groups' : '']
            .filter(Boolean)
            .join(' and ');
          return verdict.fail(user, 'kept', { user: user.text, kept });
        }
        return call.hasDoubleStar ? undefined : verdict.pass(call, evidence.all);
      },
    },
    {
      kind: 'call',
      to: ['os.setuid', 'os.setreuid', 'os.setresuid'],
      judge(call, verdict) {
        // os.setuid(0) takes privileges back, to change the group with them
        if (call.positional.some((each) => each.number() === 0)) return undefined;
        const later = call
          .siblingCalls('os.setgid', 'os.setregid', 'os.setresgid', 'os.setgroups', 'os.initgroups')
          .find((each) => each.span.start > call.span.start);
        if (later === undefined || !call.dominates(later)) return undefined;
        return verdict.fail(call, 'order', { later: later.name }, inCode);
      },
    },
  ],
});

export default quietInTests(rule);
