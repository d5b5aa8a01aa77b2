import { type CallSite, defineRule, type Fix, type Judge, type Origin } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { isWritten, originOfArchive } from './archive-source.ts';

const evidence = {
  mended: 'every Python that the project may run on reads archives without known mistakes',
} as const;

interface Mistake {
  readonly fix: Fix;
  /** what the release does, after `Python 3.11.7` */
  readonly effect: string;
  readonly code?: string;
}

const overlap: Mistake = {
  fix: { since: [3, 13], backports: { '3.8': 19, '3.9': 19, '3.10': 14, '3.11': 8, '3.12': 2 } },
  effect: 'unpacks members that lie over each other, which makes a small archive huge (CVE-2024-0450)',
};
const directory: Mistake = {
  fix: { since: [3, 15], backports: { '3.9': 24, '3.10': 19, '3.11': 14, '3.12': 12, '3.13': 10, '3.14': 1 } },
  effect: 'takes the directory of a large archive from another place than other programs do (CVE-2025-8291)',
};
const unboundedRead: Mistake = {
  fix: { since: [3, 15], backports: { '3.10': 22, '3.11': 17, '3.12': 15, '3.13': 16, '3.14': 8 } },
  effect: 'unpacks bzip2 and LZMA members whole, however little is read (CVE-2026-15310)',
};
const endlessPath: Mistake = {
  fix: { since: [3, 13], backports: { '3.8': 20, '3.9': 20, '3.10': 15, '3.11': 10, '3.12': 6 } },
  effect: 'never ends on names such as "//" (CVE-2024-8088)',
  code: 'ZIP-11',
};

type MessageId = 'lacks' | 'perhaps';

const rule = defineRule({
  id: 'zipfile/unmended-reader',
  code: 'ZIP-15',
  alsoCodes: ['ZIP-11'],
  title: 'Older releases of Python read hostile archives wrongly',
  anchor: 'library/zipfile.html#decompression-pitfalls',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [450, 409, 835],
  aliases: [],
  advice: 'Run on the latest patch release of a Python that is still maintained.',
  question: 'Which release of Python runs this, and who makes the archives?',
  docs: {
    why: 'Members that share compressed data were unpacked each, reads of a few bytes unpacked everything, and zipfile.Path went round for ever on some names. Each was mended in a patch release; what runs an older one has it still.',
    fails:
      '# python: =3.11.7\nimport zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).extractall("out")',
    passes:
      '# python: =3.14.8\nimport zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).extractall("out")',
    evidence: Object.values(evidence),
    limits:
      'Nothing is said where no patch release of Python is named; what distributions mend in old releases is not known.',
  },
  messages: {
    lacks: 'Python {release}, on which the project runs ({source}), {effect}',
    perhaps: 'Python {release}, on which the project may run, {effect}',
  },
  on: [
    {
      kind: 'call',
      to: ['zipfile.ZipFile.extractall', 'zipfile.ZipFile.extract', 'zipfile.ZipFile.read', 'zipfile.ZipFile.open'],
      isTold: isUnnamed,
      judge: (call, verdict) => judgeReader(call, [overlap, directory], verdict),
    },
    {
      kind: 'call',
      to: ['zipfile.ZipExtFile.read', 'zipfile.ZipExtFile.read1'],
      isTold: isUnnamed,
      judge: (call, verdict) => judgeReader(call, [unboundedRead], verdict),
    },
    {
      kind: 'call',
      to: ['concept:archive-unpack'],
      isTold: isUnnamed,
      judge: (call, verdict) =>
        isZip(call) ? judgeArchive(call, call.operand().origin(), [overlap, directory], verdict) : undefined,
    },
    {
      kind: 'call',
      to: ['zipfile.Path'],
      isTold: isUnnamed,
      judge: (call, verdict) => judgeArchive(call, call.argument('root', 0).origin(), [endlessPath], verdict),
    },
  ],
});

export default quietInTests(rule);

function judgeReader(call: CallSite, mistakes: readonly Mistake[], verdict: Judge<MessageId>) {
  const receiver = call.receiver();
  if (receiver === undefined) return undefined;
  const archive = receiver.callTo('zipfile.ZipFile.open')?.receiver() ?? receiver;
  if (isWritten(archive)) return undefined;
  return judgeArchive(call, originOfArchive(archive), mistakes, verdict);
}

/** `unpack_archive(path, folder, "zip")`, or a name that says so */
function isZip(call: CallSite): boolean {
  const last = call.operand().textParts()?.at(-1);
  return call.argument('format', 2).string() === 'zip' || (typeof last === 'string' && last.endsWith('.zip'));
}

/** Nothing is said then, whatever the archive. */
function isUnnamed({ target }: CallSite): boolean {
  return namedFixState(target, unboundedRead.fix) === undefined;
}

function judgeArchive(call: CallSite, origin: Origin, mistakes: readonly Mistake[], verdict: Judge<MessageId>) {
  if (!isForeign(origin, call)) return undefined;
  const states = mistakes.flatMap((mistake) => {
    const state = namedFixState(call.target, mistake.fix);
    return state === undefined ? [] : [{ mistake, state }];
  });
  if (states.length < mistakes.length) return undefined;
  for (const { mistake, state } of states) {
    const code = mistake.code === undefined ? {} : { code: mistake.code };
    const { effect } = mistake;
    if (state.kind === 'missing') {
      const { release, source } = state;
      return verdict.fail(call, 'lacks', { release, source, effect }, { provenance: origin.provenance, ...code });
    }
    if (state.kind === 'unknown') {
      return verdict.open(call, 'perhaps', { release: state.release, effect }, { severity: 'low', ...code });
    }
  }
  return verdict.pass(call, evidence.mended);
}
