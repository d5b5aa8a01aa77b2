import { type CallSite, defineRule, type Judge, type Subject, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isShared, nearShared, variancesOf } from './shared-directory.ts';

const evidence = {
  exclusive: 'the file is only opened when this call creates it',
  random: 'the name holds random characters',
  owned: 'whose directory it is, is tested',
} as const;

type MessageId = 'written' | 'read' | 'directory' | 'unknown';

const rule = defineRule({
  id: 'tempfile/predictable-name',
  code: 'TMP-03',
  title: 'A file of known name in a shared directory may be somebody else’s',
  anchor: 'library/tempfile.html#examples',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [377, 379, 59],
  aliases: ['B108', 'S108'],
  advice: 'Use NamedTemporaryFile or mkdtemp(), or a directory that belongs to the program.',
  question: 'Who else can create files in this folder, and can they guess this name?',
  docs: {
    why: 'Everyone may create files in /tmp. Whoever is first decides what is read, and a link of that name leads the program to overwrite another file.',
    fails: 'open("/tmp/app.log", "w")',
    passes: 'import tempfile\ntempfile.NamedTemporaryFile("w", prefix="app-")',
    evidence: Object.values(evidence),
    limits: 'Settings of the system (sticky bit, protected_symlinks, PrivateTmp) are not seen.',
  },
  messages: {
    written: '{path} is written where anyone can have put a file or link of that name',
    read: '{path} is read from where anyone can have put a file of that name',
    directory: '{path} is taken as it is when someone else made it before',
    unknown: '{path} lies where anyone can create files, and whether its name can be guessed is not known',
  },
  near: nearShared,
  on: [
    {
      kind: 'call',
      to: ['concept:path-open'],
      judge(call, verdict) {
        const path = pathOf(call);
        if (path === undefined || !isShared(path)) return undefined;
        if (call.name === 'os.open') {
          const flags = call.argument('flags', 1).flags();
          if (flags?.some((flag) => flag.name === 'os.O_EXCL')) return verdict.pass(call, evidence.exclusive);
          const isWritten =
            flags === undefined || flags.some((flag) => /^os\.O_(WRONLY|RDWR|CREAT|TRUNC)$/.test(flag.name));
          return judgePath(path, isWritten ? 'written' : 'read', verdict);
        }
        const mode = call.argument('mode', call.receiver()?.span.start === path.span.start ? 0 : 1);
        const text = mode.isAbsent() ? 'r' : mode.string();
        if (text === undefined) return verdict.open(path, 'unknown', { path: path.text });
        if (text.includes('x')) return verdict.pass(call, evidence.exclusive);
        return judgePath(path, /[wa+]/.test(text) ? 'written' : 'read', verdict);
      },
    },
    {
      kind: 'call',
      to: ['concept:path-write', 'logging.FileHandler', 'logging.handlers.RotatingFileHandler'],
      judge(call, verdict) {
        const path = pathOf(call);
        return path !== undefined && isShared(path) ? judgePath(path, 'written', verdict) : undefined;
      },
    },
    {
      kind: 'call',
      to: ['concept:path-read'],
      judge(call, verdict) {
        const path = pathOf(call);
        return path !== undefined && isShared(path) ? judgePath(path, 'read', verdict) : undefined;
      },
    },
    {
      // A directory that is there keeps os.mkdir() from making it: unless that is asked before, allowed or forgiven.
      kind: 'call',
      to: ['os.mkdir', 'os.makedirs', 'pathlib.Path.mkdir'],
      judge(call, verdict) {
        const path = pathOf(call);
        if (path === undefined || !isShared(path) || !takesWhatIsThere(call, path)) return undefined;
        return isOwnerTested(call) ? verdict.pass(call, evidence.owned) : judgePath(path, 'directory', verdict);
      },
    },
  ],
});

export default quietInTests(rule);

/** The path of a call, or the Path that a method is called on. */
function pathOf(call: CallSite): ValueView | undefined {
  if (call.name.startsWith('pathlib.')) return call.receiver();
  const operand = call.operand();
  return operand.isGiven() ? operand : undefined;
}

function takesWhatIsThere(call: CallSite, path: ValueView): boolean {
  if (call.argument('exist_ok', call.name === 'os.makedirs' ? 2 : undefined).truth() === true) return true;
  if (call.isSwallowed('FileExistsError', 'OSError')) return true;
  const probes = call.siblingCalls('concept:path-probe');
  const checks = path
    .checks()
    .filter(({ isOfPart, path: at, span }) => !isOfPart && probes.some((probe) => isAt(probe, at, span)));
  // `if folder.exists(): rmtree(folder)` lets both outcomes come here: the call itself then meets what is there.
  return checks.some(
    ({ outcome, path: at, span }) => !outcome && !checks.some((other) => other.outcome && isAt(other, at, span)),
  );
}

function isAt(subject: Subject, path: string, { start }: { readonly start: number }): boolean {
  return subject.path === path && subject.span.start === start;
}

/** `if os.lstat(path).st_uid != os.getuid(): raise` */
function isOwnerTested(call: CallSite): boolean {
  if (call.siblingCalls('os.lstat', 'os.stat', 'os.fstat').length === 0) return false;
  const isUser = (value: ValueView) => value.callTo('os.getuid', 'os.geteuid') !== undefined;
  const compared = call.enclosingFunction()?.comparisons() ?? [];
  return compared.some(({ left, right }) => isUser(left) || isUser(right));
}

function judgePath(path: ValueView, message: Exclude<MessageId, 'unknown'>, verdict: Judge<MessageId>) {
  const parameters = { path: path.text };
  const variances = variancesOf(path);
  if (variances.some((variance) => variance === 'none' || variance === 'guessable')) {
    return verdict.fail(path, message, parameters, { severity: message === 'written' ? 'high' : 'medium' });
  }
  if (variances.includes('unknown')) return verdict.open(path, 'unknown', parameters);
  return variances.length === 0 ? undefined : verdict.pass(path, evidence.random);
}
