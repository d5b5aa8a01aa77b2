import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPrivate, isShared } from '../tempfile/shared-directory.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  umask: 'the umask keeps others from what is created',
  private: 'the shelf lies in a directory that was made for this process alone',
  directory: 'the directory of the shelf is made for its owner alone',
} as const;

const othersWrite = 0o022;
const others = 0o077;

const rule = defineRule({
  id: 'shelve/created-for-others',
  code: 'SHV-04',
  title: 'A shelf that others can write to runs their code in whoever reads it',
  anchor: 'library/dbm.html#dbm.open',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [276, 379],
  aliases: [],
  advice: 'Create the shelf in a directory of mode 0700, or call os.umask(0o077) before.',
  question: 'Which users can write to the files of this shelf once they are created?',
  docs: {
    why:
      'The files of a shelf are created with mode 0666 less the umask. In a directory of everyone’s, or under a umask ' +
      'that lets others write, another user puts pickles of their own into it.',
    fails: 'import os, shelve\nos.umask(0)\nshelve.open("/srv/app/sessions")',
    passes: 'import os, shelve\nos.umask(0o077)\nshelve.open("/srv/app/sessions")',
    evidence: Object.values(evidence),
    limits: 'The umask that a program is started with, and the modes of directories that exist, are not seen.',
  },
  messages: {
    umask: 'os.umask({mask}) lets other users write to the shelf that is created here',
    shared: '{path} is created where every user of the machine can put files beside it or in its place',
    unknown: 'whether the umask {mask} lets other users write to the shelf is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-open'],
    judge(call, verdict) {
      const flag = call.argument('flag', 1);
      const creates = flag.isAbsent() ? 'c' : flag.string();
      const path = call.operand();
      if (path.isAbsent() || creates === undefined || !/^[cn]/.test(creates)) return undefined;
      const mask = call
        .siblingCalls('os.umask')
        .filter((each) => each.dominates(call))
        .at(-1)
        ?.argument('mask', 0);
      const bits = mask?.number();
      const parameters = { mask: mask?.text ?? '' };
      if (bits !== undefined && (bits & othersWrite) !== othersWrite) {
        return verdict.fail(call, 'umask', parameters, inCode);
      }
      if (bits !== undefined && (bits & others) === others) return verdict.pass(call, evidence.umask);
      if (isPrivate(path)) return verdict.pass(path, evidence.private);
      if (isInOwnDirectory(call, path)) return verdict.pass(path, evidence.directory);
      if (isShared(path)) return verdict.fail(path, 'shared', { path: path.text }, { severity: 'medium' });
      return mask === undefined || bits !== undefined
        ? undefined
        : verdict.open(call, 'unknown', parameters, { severity: 'low' });
    },
  },
});

/** `os.makedirs(FOLDER, mode=0o700)` before `shelve.open(os.path.join(FOLDER, "sessions"))`. */
function isInOwnDirectory(call: CallSite, path: ValueView): boolean {
  return call.siblingCalls('os.makedirs', 'os.mkdir', 'pathlib.Path.mkdir').some((made) => {
    const isMethod = made.name === 'pathlib.Path.mkdir';
    const mode = made.argument('mode', isMethod ? 0 : 1).number();
    const directory = isMethod ? made.receiver() : made.positional[0];
    if (mode === undefined || (mode & others) !== 0 || directory === undefined || !made.dominates(call)) return false;
    const root = directory.string();
    const start = path.string() ?? path.textParts()?.[0];
    if (root !== undefined && typeof start === 'string') return start.startsWith(root);
    return directory.lastName !== undefined && path.partNames()[0] === directory.lastName;
  });
}

export default quietInTests(rule);
