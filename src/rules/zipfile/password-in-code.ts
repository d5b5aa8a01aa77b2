import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { elsewhere: 'the password does not stand in the code' } as const;

const positions: Readonly<Record<string, number>> = { setpassword: 0, read: 1, open: 2, extract: 2, extractall: 2 };

const rule = defineRule({
  id: 'zipfile/password-in-code',
  code: 'ZIP-09',
  title: 'The password of an archive stands in the code, and its encryption is weak besides',
  anchor: 'library/zipfile.html#zipfile.ZipFile.setpassword',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [259, 326],
  aliases: ['B106', 'S106', 'py/hardcoded-credentials'],
  advice: 'Read the password from a secret store; keep secrets in an archive with AES, made by another tool.',
  question: 'Who can read this code, and must the archive stay unread by others?',
  docs: {
    why: 'Whoever reads the code can open the archive. The encryption that the module understands was broken in 1994 and falls to a few known bytes.',
    fails: 'import zipfile\nzipfile.ZipFile("a.zip").extractall("out", pwd=b"hunter2")',
    passes: 'import os, zipfile\nzipfile.ZipFile("a.zip").extractall("out", pwd=os.environb[b"ZIP_PASSWORD"])',
    evidence: Object.values(evidence),
    limits: 'What the archive holds is not known.',
  },
  messages: { constant: 'the password of the archive is a constant in the code' },
  on: {
    kind: 'call',
    to: Object.keys(positions).map((name) => `zipfile.ZipFile.${name}`),
    judge(call, verdict) {
      const method = call.name.slice(call.name.lastIndexOf('.') + 1);
      const password = call.argument('pwd', positions[method]);
      if (!password.isGiven() || password.isNone()) return undefined;
      const text = password.string();
      if (text !== undefined) return text === '' ? undefined : verdict.fail(password, 'constant');
      const { provenance } = password.origin();
      return ['environment', 'file', 'stored', 'argument', 'network'].includes(provenance)
        ? verdict.pass(password, evidence.elsewhere)
        : undefined;
    },
  },
});

export default quietInTests(rule);
