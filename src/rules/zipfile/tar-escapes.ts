import type { Concern } from '../../artifacts/index.ts';
import { defineRule, isAtLeast } from '../../rulekit/index.ts';

const evidence = {
  inside: 'every member stays in the folder that the archive is unpacked to, with and without filters',
} as const;

/** What the filter for data stops, which is the default from Python 3.14 on. */
const stoppedByDefault = ['leaves-folder', 'absolute-name', 'leaves-without-case', 'leaves-on-windows'];

export default defineRule({
  id: 'zipfile/tar-escapes',
  code: 'ZIP-56',
  title: 'A tar archive reaches files outside the folder that it is unpacked to',
  anchor: 'library/tarfile.html#tarfile-extraction-filter',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'low' },
  cwe: [22, 59, 61],
  aliases: [],
  advice: 'Do not unpack it. Unpack archives with filter="data", on a Python that has the fixes of that filter.',
  question: 'Who made the archive, and are its links and devices meant to be there?',
  docs: {
    why: 'Names with "..", links that lead out and members that are written through them put files anywhere. The filters of tarfile stop most of it; some archives were made to get past the filters, too. heed unpacks the archive in memory, without a filter and with each one as it was before and after its fixes.',
    fails: 'file a.tar\n  tar\n    member ../../etc/cron.d/job\n      text "hello"',
    passes: 'file a.tar\n  tar\n    member a/b.txt\n      text "hello"\n    member a/c type=2 link=b.txt',
    evidence: Object.values(evidence),
    limits:
      'What is in the folder before the archive is unpacked, or comes there from another archive, is not known. Without a filter, only the first members that lead out are told.',
  },
  messages: {
    'leaves-folder': '{member} {deed} {place}, outside the folder that the archive is unpacked to, {filters}',
    'absolute-name': '{member} {deed} {place}, wherever the archive is unpacked to, {filters}',
    'passes-data-filter': '{member} {deed} {place}, outside the folder that the archive is unpacked to, {filters}',
    'leaves-without-case':
      '{member} {deed} {place}, outside the folder that the archive is unpacked to, where file systems take names for equal that differ in case',
    'leaves-on-windows': 'on Windows, {member} is outside the folder that the archive is unpacked to',
    'link-outside': '{member} is a link to {target}, outside the archive',
    'special-member': '{member} is a {type}, which unpacking as an administrator makes',
    'set-id': '{member} runs with the rights of its owner when it is unpacked without a filter',
  },
  on: {
    kind: 'data',
    formats: ['tar'],
    concerns: [
      'tar:leaves-folder',
      'tar:absolute-name',
      'tar:passes-data-filter',
      'tar:leaves-without-case',
      'tar:leaves-on-windows',
      'tar:link-outside',
      'tar:special-member',
      'tar:set-id',
    ],
    judge(archive, verdict) {
      const isFiltered = isAtLeast(archive.target, 3, 14);
      const dangerous = archive.ofWeight('dangerous');
      const passing = dangerous.find((concern) => !stoppedByDefault.includes(messageOf(concern)));
      const fails = passing ?? (isFiltered ? undefined : dangerous[0]);
      if (fails !== undefined) return verdict.fail(archive.at(fails), messageOf(fails), fails.parameters);
      const [open] = [...dangerous, ...archive.ofWeight('unknown')];
      if (open !== undefined) return verdict.open(archive.at(open), messageOf(open), open.parameters);
      return verdict.pass(archive, evidence.inside);
    },
  },
});

type MessageId = 'leaves-folder';

function messageOf({ kind }: Concern): MessageId {
  return kind.slice('tar:'.length) as MessageId;
}
