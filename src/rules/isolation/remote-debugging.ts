import { type CommandSite, defineRule, isAtLeast, mayReach } from '../../rulekit/index.ts';

const evidence = {
  variable: 'PYTHON_DISABLE_REMOTE_DEBUG is set: no other process can have this one run a script',
  option: '-X disable-remote-debug is given: no other process can have this one run a script',
} as const;

/** This many privileges given up make a deployment one that is meant to be closed. */
const hardened = 3;

export default defineRule({
  id: 'isolation/remote-debugging',
  code: 'ISO-08',
  title: 'Another process can have a running Python execute a script',
  anchor: 'using/cmdline.html#envvar-PYTHON_DISABLE_REMOTE_DEBUG',
  severity: { network: 'critical', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [489, 749],
  aliases: [],
  advice: 'Set PYTHON_DISABLE_REMOTE_DEBUG=1 where nobody is to debug what runs.',
  question: 'Which users or containers can trace this process, and does anybody need remote debugging here?',
  docs: {
    why:
      'From Python 3.14 on a process that may trace another one can have it run a script (sys.remote_exec). With the ' +
      'capability to trace, or in a shared process namespace, that is more than the own processes of one user.',
    fails: '# file: compose.yml\nservices:\n  app:\n    command: python3.14 -m app\n    cap_add: [SYS_PTRACE]\n',
    passes:
      '# file: compose.yml\nservices:\n  app:\n    command: python3.14 -m app\n    cap_add: [SYS_PTRACE]\n' +
      '    environment: {PYTHON_DISABLE_REMOTE_DEBUG: "1"}\n',
    evidence: Object.values(evidence),
    limits: 'An interpreter that was built without the feature is not recognised, nor are limits that the host sets.',
  },
  messages: {
    traced: '{command} can be made to run scripts by other processes: {what} lets them trace it',
    hardened: '{command} is kept from much else, but can still be made to run scripts by a process that may trace it',
    script: '{source} chooses the script that another process is made to run',
    shared: 'another process is made to run {script}, which anyone can write',
  },
  on: [
    {
      kind: 'python-command',
      judge(command, verdict) {
        const { hardening } = command;
        const opens = hardening.find(({ kind }) => kind === 'opens');
        const closes = hardening.filter(({ kind }) => kind === 'closes');
        const isOff = command.variable('PYTHON_DISABLE_REMOTE_DEBUG')?.text ?? '';
        if (isOff !== '') return verdict.pass(command, evidence.variable);
        if (command.features.some(({ text }) => /^disable[-_]remote[-_]debug$/.test(text ?? ''))) {
          return verdict.pass(command, evidence.option);
        }
        if (command.starter !== 'service' && command.starter !== 'image') return undefined;
        const runs = versionOf(command);
        if (runs === 'older' || (opens === undefined && closes.length < hardened)) return undefined;
        const parameters = { command: command.title, what: opens?.text ?? '' };
        if (opens === undefined) return verdict.open(command, 'hardened', parameters, { severity: 'low' });
        if (runs === 'newer') return verdict.fail(command, 'traced', parameters, { severity: 'low' });
        return verdict.open(command, 'traced', parameters, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['sys.remote_exec'],
      judge(call, verdict) {
        const script = call.argument('script', 1);
        const origin = script.origin();
        if (origin.isHostile) return verdict.fail(script, 'script', { source: origin.text });
        const path = script.string();
        if (path === undefined || !/^\/(?:tmp|var\/tmp|dev\/shm)\//.test(path)) return undefined;
        return verdict.fail(script, 'shared', { script: path }, { severity: 'medium' });
      },
    },
  ],
});

/** Whether it is Python 3.14 or later, which knows of this; `python3.12` says so itself. */
function versionOf({ text, target }: CommandSite): 'older' | 'newer' | 'unknown' {
  const minor = /python3\.(\d+)/.exec(text)?.[1];
  if (minor !== undefined) return Number(minor) < 14 ? 'older' : 'newer';
  if (!mayReach(target, 3, 14)) return 'older';
  return isAtLeast(target, 3, 14) ? 'newer' : 'unknown';
}
