import { defineRule, type VariableSite } from '../../rulekit/index.ts';
import { placeNamed } from '../../startup/index.ts';
import { exposureText } from './exposure-text.ts';

const evidence = {
  breakpoint: 'PYTHONBREAKPOINT=0: a breakpoint that was left in the code does nothing',
  random: 'hashes are salted anew in each process',
} as const;

/** Where a program runs for others, rather than for who develops it. */
const deployed: ReadonlySet<VariableSite['starter']> = new Set([
  'service',
  'schedule',
  'image',
  'package-script',
  'sudo-rule',
] as const);

/** Directories that Python takes code from. */
const directories = new Set([
  'PYTHONHOME',
  'PYTHONUSERBASE',
  'PYTHONPYCACHEPREFIX',
  'PYTHONPLATLIBDIR',
  'PYTHONSTARTUP',
  'PYTHONEXECUTABLE',
]);

/** `remote_pdb.set_trace`, `web_pdb.set_trace`: debuggers that listen. */
const listening = /^(?:remote_pdb|rpdb|web_pdb|celery\.contrib\.rdb|debugpy|pydevd|wdb|pudb\.remote|birdseye)\b/;

export default defineRule({
  id: 'isolation/interpreter-variable',
  code: 'ISO-05',
  title: 'A variable of the environment makes Python load other code or check less',
  anchor: 'using/cmdline.html#environment-variables',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [15, 426, 454, 489],
  aliases: [],
  advice: 'Leave the variable out where the program is deployed, or start Python with -E or -I, which ignore it.',
  question: 'Does the program that is started with this variable rely on what it turns off?',
  docs: {
    why:
      'Some variables name directories or modules that Python takes code from, others turn off what protects a program: ' +
      'the salt of hashes, the limit on converting digits, assertions.',
    fails: '# file: Dockerfile\nFROM python\nENV PYTHONHASHSEED=0\nCMD ["python", "-m", "app"]',
    passes: '# file: Dockerfile\nFROM python\nENV PYTHONUNBUFFERED=1 PYTHONBREAKPOINT=0\nCMD ["python", "-m", "app"]',
    evidence: Object.values(evidence),
    limits: 'Variables that a login shell, an orchestrator or the caller sets are not seen. For PYTHONPATH see ISO-03.',
  },
  messages: {
    kept: 'sudo hands {name} of the caller to commands that run as {user}: the caller chooses the code they load',
    directory: '{name} makes Python take code from {directory}, {who}',
    hashes: 'PYTHONHASHSEED={value} gives hashes without a secret salt: inputs that all collide can be made beforehand',
    digits: 'PYTHONINTMAXSTRDIGITS=0 takes away the limit on converting digits, which takes quadratic time',
    debugger: 'PYTHONBREAKPOINT={value} opens a debugger to the network at each breakpoint()',
    interactive: 'PYTHONINSPECT leaves a prompt of the interpreter open when the program ends',
    development: '{name} is for development: it shows more and runs slower than what is meant to be deployed',
    assertions: 'PYTHONOPTIMIZE leaves assertions out: what the program checks with assert is not checked',
  },
  on: {
    kind: 'python-variable',
    names: [
      ...directories,
      'PYTHONPATH',
      'PYTHONBREAKPOINT',
      'PYTHONHASHSEED',
      'PYTHONINTMAXSTRDIGITS',
      'PYTHONINSPECT',
      'PYTHONDEVMODE',
      'PYTHONASYNCIODEBUG',
      'PYTHONMALLOC',
      'PYTHONOPTIMIZE',
      'PYTHONWARNINGS',
    ],
    judge(variable, verdict) {
      const { name, how, starter, user = 'another user' } = variable;
      if (how === 'keep') {
        if (!choosesCode.has(name)) return undefined;
        return verdict.fail(variable, 'kept', { name, user }, { severity: 'high' });
      }
      const value = variable.value.text;
      if (value === undefined || value === '') return undefined;
      if (directories.has(name)) {
        const exposure = variable.exposureOf(placeNamed(value.replace(/\/[^/]+\.py$/, ''), variable.directory));
        if (exposure === undefined || exposure.who === 'container') return undefined;
        const parameters = { name, directory: exposure.directory, who: exposureText(exposure) };
        return verdict.fail(variable, 'directory', parameters, { severity: user === 'root' ? 'high' : 'medium' });
      }
      if (name === 'PYTHONHASHSEED' && value === 'random') return verdict.pass(variable, evidence.random);
      if (name === 'PYTHONBREAKPOINT' && value === '0') return verdict.pass(variable, evidence.breakpoint);
      // What tests and builds are run with is not what is deployed.
      if (!deployed.has(starter)) return undefined;
      switch (name) {
        case 'PYTHONHASHSEED':
          return /^\d+$/.test(value) ? verdict.fail(variable, 'hashes', { value }, { severity: 'medium' }) : undefined;
        case 'PYTHONINTMAXSTRDIGITS':
          return value === '0' ? verdict.fail(variable, 'digits', {}, { severity: 'medium' }) : undefined;
        case 'PYTHONBREAKPOINT':
          return listening.test(value)
            ? verdict.fail(variable, 'debugger', { value }, { severity: 'medium' })
            : undefined;
        case 'PYTHONINSPECT':
          return verdict.fail(variable, 'interactive', {}, { severity: 'low' });
        case 'PYTHONMALLOC':
          if (!value.endsWith('debug')) return undefined;
          return verdict.fail(variable, 'development', { name }, { severity: 'low' });
        case 'PYTHONDEVMODE':
        case 'PYTHONASYNCIODEBUG':
          return verdict.fail(variable, 'development', { name }, { severity: 'low' });
        case 'PYTHONOPTIMIZE':
          return value === '0' ? undefined : verdict.open(variable, 'assertions', {}, { severity: 'low' });
        default:
          return undefined;
      }
    },
  },
});

/** Variables by which a caller has a program run other code. */
const choosesCode = new Set([...directories, 'PYTHONPATH', 'PYTHONBREAKPOINT', 'PYTHONINSPECT', 'PYTHONWARNINGS']);
