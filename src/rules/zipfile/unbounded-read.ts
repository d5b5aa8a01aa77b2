import { type CallSite, defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { hasSizeCheck, isWritten, originOfArchive } from './archive-source.ts';

const evidence = {
  bounded: 'at most a fixed number of bytes is read',
  checked: 'the size of the member is compared with a limit before',
} as const;

const rule = defineRule({
  id: 'zipfile/unbounded-read',
  code: 'ZIP-02',
  title: 'A member of an archive that is read whole can take all memory',
  anchor: 'library/zipfile.html#decompression-pitfalls',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [409, 789],
  aliases: [],
  advice: 'Read LIMIT + 1 bytes from open(), and refuse a member that has more.',
  question: 'Who makes these archives, and how large may a member be?',
  docs: {
    why: 'The member unpacks in memory, a thousand times larger than the archive or more.',
    fails: 'import zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).read("data.csv")',
    passes: 'import zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).open("data.csv").read(1000001)',
    evidence: Object.values(evidence),
    limits:
      'Members compressed with bzip2 or LZMA unpacked without bound inside one read until the releases of October 2026.',
  },
  messages: {
    hostile: 'a member of {source} is read into memory, however large',
    unknown: 'a member of {archive} is read into memory, however large, and where the archive comes from is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['zipfile.ZipFile.read', 'zipfile.Path.read_text', 'zipfile.Path.read_bytes'],
      judge(call, verdict) {
        const archive = call.receiver();
        return archive === undefined ? undefined : judgeArchive(call, archive, verdict);
      },
    },
    {
      // archive.open(name).read()
      kind: 'call',
      to: ['zipfile.ZipExtFile.read', 'zipfile.ZipExtFile.readlines'],
      judge(call, verdict) {
        const archive = call.receiver()?.callTo('zipfile.ZipFile.open')?.receiver();
        if (archive === undefined) return undefined;
        const size = call.name.endsWith('.readlines') ? undefined : call.argument('n', 0);
        if ((size?.number() ?? -1) >= 0) return verdict.pass(call, evidence.bounded);
        if (size?.isGiven() && size.number() === undefined && !size.isNone()) return undefined;
        return judgeArchive(call, archive, verdict);
      },
    },
  ],
});

export default quietInTests(rule);

function judgeArchive(call: CallSite, archive: ValueView, verdict: Judge<'hostile' | 'unknown'>) {
  if (isWritten(archive)) return undefined;
  const origin = originOfArchive(archive);
  if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
  if (hasSizeCheck(call)) return verdict.pass(call, evidence.checked);
  return isForeign(origin, call)
    ? verdict.fail(call, 'hostile', { source: origin.text }, { provenance: origin.provenance })
    : verdict.open(call, 'unknown', { archive: archive.text });
}
