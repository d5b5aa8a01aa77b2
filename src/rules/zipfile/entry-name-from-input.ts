import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { base: 'only the last part of the name is used' } as const;

const rule = defineRule({
  id: 'zipfile/entry-name-from-input',
  code: 'ZIP-13',
  title: 'A name from outside in an archive can hurt whoever unpacks it',
  anchor: 'library/zipfile.html#zipfile.ZipFile.write',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [22],
  aliases: [],
  advice: 'Use os.path.basename() of the name, or names of your own.',
  question: 'Who can choose this name, and who unpacks the archive?',
  docs: {
    why: 'The module writes names as they are given, "../" included, and other programs that unpack the archive may follow them.',
    fails: 'import zipfile, flask\nzipfile.ZipFile("out.zip", "w").write("report.pdf", flask.request.args["name"])',
    passes: 'import zipfile\nzipfile.ZipFile("out.zip", "w").write("report.pdf", "report.pdf")',
    evidence: Object.values(evidence),
    limits: 'Who unpacks the archive, and with what, is not known.',
  },
  messages: { hostile: '{source} becomes the name of a member and may lead out of the directory it is unpacked to' },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile.write', 'zipfile.ZipFile.writestr'],
    judge(call, verdict) {
      const isText = call.name.endsWith('.writestr');
      const name = isText ? call.argument('zinfo_or_arcname', 0) : call.argument('arcname', 1);
      if (!name.isGiven()) return undefined;
      const origin = name.origin();
      if (!isForeign(origin, call)) return undefined;
      if (name.isCleanedFor('path-traversal')) return verdict.pass(name, evidence.base);
      const isChecked = (['membership', 'equality', 'full-match'] as const).some(
        (kind) => name.guard(kind) !== undefined,
      );
      // members that are copied from another archive keep their names
      if (isChecked || name.isDerivedFrom('zipfile.ZipFile.namelist', 'zipfile.ZipFile.infolist')) return undefined;
      return verdict.fail(name, 'hostile', { source: origin.text });
    },
  },
});

export default quietInTests(rule);
