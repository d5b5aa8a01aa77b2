import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { originOfArchive } from './archive-source.ts';

const evidence = {
  itself: 'the member itself is handed over, not its name',
  unique: 'names that occur twice are refused',
} as const;

/** What is said of a member in the archive's directory. */
const properties = [
  'zipfile.ZipInfo.file_size',
  'zipfile.ZipInfo.compress_size',
  'zipfile.ZipInfo.external_attr',
  'zipfile.ZipInfo.flag_bits',
  'zipfile.ZipInfo.compress_type',
  'zipfile.ZipInfo.CRC',
  'zipfile.ZipInfo.header_offset',
];

const rule = defineRule({
  id: 'zipfile/member-by-repeated-name',
  code: 'ZIP-06',
  title: 'A member that is read by its name can be another one than the one that was checked',
  anchor: 'library/zipfile.html#zipfile.ZipFile.open',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [694, 436],
  aliases: [],
  advice: 'Pass the ZipInfo, not its filename; or refuse archives in which a name occurs twice.',
  question: 'Who makes these archives, and what if two members have the same name?',
  docs: {
    why: 'Names may repeat in an archive, and a name stands for the last member that has it. Sizes that were checked of the first say nothing of what is then read.',
    fails: `import zipfile, flask
def view():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if info.file_size < 1000000:
            archive.read(info.filename)`,
    passes: `import zipfile, flask
def view():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if info.file_size < 1000000:
            archive.read(info)`,
    evidence: Object.values(evidence),
    limits: 'That names differ only in case, which is the same on some file systems, is not looked at.',
  },
  messages: {
    another: 'the check of {member} is about one member, and {name} stands for the last one of that name',
    unknown:
      'the check of {member} is about one member, and {name} for the last one of that name; where the archive comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile.read', 'zipfile.ZipFile.open', 'zipfile.ZipFile.extract'],
    judge(call, verdict) {
      const archive = call.receiver();
      const member = call.argument(call.name.endsWith('.extract') ? 'member' : 'name', 0);
      if (archive === undefined || !member.isGiven()) return undefined;
      const origin = originOfArchive(archive);
      if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
      const isName = member.isDerivedFrom('zipfile.ZipInfo.filename', 'zipfile.ZipInfo.orig_filename');
      const test = checkOf(call);
      if (test === undefined) return undefined;
      if (!isName) {
        const isInfo = member.isInstanceOf('zipfile.ZipInfo') || member.isDerivedFrom('zipfile.ZipFile.infolist');
        return isInfo ? verdict.pass(call, evidence.itself) : undefined;
      }
      if (refusesTwins(call)) return verdict.pass(call, evidence.unique);
      const parameters = { member: test, name: member.text };
      return isForeign(origin, call)
        ? verdict.fail(member, 'another', parameters, { provenance: origin.provenance })
        : verdict.open(member, 'unknown', parameters, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);

/** What of a member the same function compares with something. */
function checkOf(call: CallSite): string | undefined {
  for (const { left, right } of call.enclosingFunction()?.comparisons() ?? []) {
    const property = [left, right].find((side) => side.isDerivedFrom(...properties));
    if (property !== undefined) return property.text;
  }
  return undefined;
}

/** `if info.filename in seen: raise`, or a set of all names against their number */
function refusesTwins(call: CallSite): boolean {
  const names = ['zipfile.ZipInfo.filename', 'zipfile.ZipFile.namelist'];
  return (call.enclosingFunction()?.comparisons() ?? []).some(
    ({ operator, left, right }) =>
      (/^(In|NotIn)$/.test(operator) && left.isDerivedFrom(...names) && right.constants() === undefined) ||
      (/^(Eq|NotEq)$/.test(operator) && [left, right].every((side) => side.isDerivedFrom(...names))),
  );
}
