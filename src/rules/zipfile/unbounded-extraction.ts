import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { hasSizeCheck, isWritten, originOfArchive } from './archive-source.ts';

const evidence = {
  checked: 'the sizes of the members are compared with a limit before',
  own: 'the archive is the program’s own',
} as const;

const advised = {
  class: 'advice',
  title: 'Before it, compare the number of members, the sum of file_size and its ratio to compress_size with limits',
} as const;

const rule = defineRule({
  id: 'zipfile/unbounded-extraction',
  code: 'ZIP-01',
  title: 'A small archive can unpack to more than the disk holds',
  anchor: 'library/zipfile.html#decompression-pitfalls',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [409, 400],
  aliases: [],
  advice:
    'Look at infolist() first: limit the number of members, the sum of file_size, and the ratio to compress_size.',
  question: 'Who makes these archives, and how much room may they take when unpacked?',
  docs: {
    why: 'Extraction writes whatever the archive unpacks to: a few kilobytes can become terabytes, or millions of files.',
    fails: 'import zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).extractall("/srv/uploads")',
    passes: 'import zipfile\nwith zipfile.ZipFile("words.zip") as archive:\n    archive.extractall("/srv/words")',
    evidence: Object.values(evidence),
    limits: 'A check that another function makes, and limits of the file system, are not seen.',
  },
  messages: {
    hostile: '{source} is unpacked without a limit on its size',
    unknown: '{archive} is unpacked without a limit on its size, and where it comes from is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['zipfile.ZipFile.extractall', 'zipfile.ZipFile.extract'],
      judge(call, verdict) {
        const archive = call.receiver();
        if (archive === undefined || isWritten(archive)) return undefined;
        const origin = originOfArchive(archive);
        if (origin.provenance === 'constant' || origin.provenance === 'shipped')
          return verdict.pass(call, evidence.own);
        if (hasSizeCheck(call)) return verdict.pass(call, evidence.checked);
        return isForeign(origin, call)
          ? verdict.fail(call, 'hostile', { source: origin.text }, { provenance: origin.provenance })
          : verdict.open(call, 'unknown', { archive: archive.text });
      },
      fixes: [advised],
    },
    {
      // python -m zipfile -e upload.zip /srv
      kind: 'python-command',
      runs: ['zipfile'],
      judge(command, verdict) {
        const archive = command.option('-e', '--extract');
        // What builds an image or runs a pipeline unpacks what its author has chosen.
        if (archive === undefined || command.starter === 'pipeline' || command.starter === 'image-build')
          return undefined;
        return verdict.open(
          command,
          'unknown',
          { archive: archive.text ?? 'what the caller names' },
          { severity: 'low' },
        );
      },
    },
    {
      kind: 'call',
      to: ['concept:archive-unpack'],
      judge(call, verdict) {
        const archive = call.operand();
        const origin = archive.origin();
        if (origin.provenance === 'constant' || origin.provenance === 'shipped')
          return verdict.pass(call, evidence.own);
        if (hasSizeCheck(call)) return verdict.pass(call, evidence.checked);
        return isForeign(origin, call)
          ? verdict.fail(call, 'hostile', { source: origin.text }, { provenance: origin.provenance })
          : verdict.open(call, 'unknown', { archive: archive.text });
      },
      fixes: [advised],
    },
  ],
});

export default quietInTests(rule);
