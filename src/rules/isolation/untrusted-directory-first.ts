import { type CommandSite, defineRule, isAtLeast } from '../../rulekit/index.ts';
import { exposureText } from './exposure-text.ts';

const evidence = {
  isolated: 'it is started with -I: neither its directory nor variables decide what is imported',
  safePath: 'it is started with -P: its directory is not searched for modules',
  variable: 'PYTHONSAFEPATH is set: its directory is not searched for modules',
} as const;

export default defineRule({
  id: 'isolation/untrusted-directory-first',
  code: 'ISO-01',
  title: 'Python is started where others can put the modules that it imports',
  anchor: 'using/cmdline.html#cmdoption-I',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [427, 426],
  aliases: [],
  advice: 'Start it with python3 -I (or -P from Python 3.11 on), from a directory that only its owner can write.',
  question: 'Who besides the user that runs this command can write to the folder that it imports from first?',
  docs: {
    why:
      'Python searches the current directory (-m, -c) or that of the script before its own library. Whoever can put a ' +
      'file named random.py there has it run with the rights of the command.',
    fails: '# file: etc/cron.d/report\n0 4 * * * root cd /tmp && python3 -m report',
    passes: '# file: etc/cron.d/report\n0 4 * * * root cd /tmp && python3 -I -m report',
    evidence: Object.values(evidence),
    limits:
      'Modes and owners on the machine are not seen: a directory counts as open when it is so everywhere (/tmp, the ' +
      'home of another user), or when the file itself opens it. Templates, Kubernetes manifests, and batch and ' +
      'PowerShell scripts are not read.',
  },
  messages: {
    first: '{command} imports from {directory} first{who}',
    script: '{command} runs a file that is not trusted: {why}',
    noEffect: '{command} imports from {directory} first{who}; PYTHONSAFEPATH means nothing before Python 3.11',
    standing: '{command} imports first from wherever whoever runs this stands, as root',
    shared: '{command} imports from {directory} first, where whatever else runs in the container can write',
  },
  on: {
    kind: 'python-command',
    judge(command, verdict) {
      // What runs for tests alone is nothing that others wait for.
      if (command.role === 'test' && (command.starter === 'shell' || command.starter === 'build-tool'))
        return undefined;
      const exposure = command.exposure();
      const how = protection(command);
      if (exposure !== undefined) {
        const { directory, who } = exposure;
        const text = exposureText(exposure);
        const parameters = { command: command.title, directory, who: `, ${text}` };
        const severity = severityOf(command, who);
        if (command.program.kind === 'script' && (who === 'pull-request' || command.isContainer)) {
          return verdict.fail(command, 'script', { command: command.title, why: text }, { severity });
        }
        if (how !== undefined && how !== 'variable') return verdict.pass(command, evidence[how]);
        if (how === 'variable' && isAtLeast(command.target, 3, 11)) return verdict.pass(command, evidence.variable);
        if (how === 'variable') return verdict.fail(command, 'noEffect', parameters, { severity });
        if (who === 'container') return verdict.open(command, 'shared', parameters, { severity: 'low' });
        return verdict.fail(command, 'first', parameters, { severity });
      }
      if (how === 'isolated' || how === 'safePath') return verdict.pass(command, evidence[how]);
      if (how === 'variable') {
        return isAtLeast(command.target, 3, 11) ? verdict.pass(command, evidence.variable) : undefined;
      }
      if (command.starter === 'sudo-rule' && isFromCurrent(command)) {
        const parameters = {
          command: command.title,
          directory: 'the current directory',
          who: ', which the user chooses',
        };
        return verdict.fail(command, 'first', parameters, { severity: 'high' });
      }
      if (command.isSudo && command.starter === 'shell' && command.user === 'root' && isFromStart(command)) {
        return verdict.open(command, 'standing', { command: command.title }, { severity: 'low' });
      }
      return undefined;
    },
  },
});

function protection(command: CommandSite): keyof typeof evidence | undefined {
  if (command.isIsolated) return 'isolated';
  if (command.hasSafePath) return 'safePath';
  // Any text but the empty one counts, `0` too.
  const variable = command.variable('PYTHONSAFEPATH')?.text;
  return variable === undefined || variable === '' ? undefined : 'variable';
}

const isFromCurrent = ({ program }: CommandSite) => program.kind === 'module' || program.kind === 'code';

function isFromStart(command: CommandSite): boolean {
  return isFromCurrent(command) && command.firstDirectory.kind === 'start';
}

function severityOf(command: CommandSite, who: string): 'high' | 'medium' | 'low' {
  if (who === 'pull-request' || command.user === 'root' || command.starter === 'sudo-rule') return 'high';
  return command.starter === 'shell' || command.starter === 'build-tool' ? 'low' : 'medium';
}
