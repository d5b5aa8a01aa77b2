import { defineRule } from '../../rulekit/index.ts';
import { judgeByWeight } from './by-weight.ts';

export default defineRule({
  id: 'ssl/key-log-in-file',
  code: 'SSL-53',
  title: 'A log of the secrets of connections lies among the files of the project',
  anchor: 'library/ssl.html#ssl.SSLContext.keylog_filename',
  severity: { network: 'high', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [532, 312],
  aliases: [],
  advice: 'Delete it, and take SSLKEYLOGFILE and keylog_filename out of whatever made it.',
  question: 'Did anything that matters go over these connections?',
  docs: {
    why: 'With the secrets of a connection, whoever recorded it reads all of it, passwords and sessions included. The file is made by a variable of the environment that somebody has forgotten.',
    fails: `file keys.log\n  text "CLIENT_RANDOM ${'00'.repeat(32)} ${'11'.repeat(48)}\\n"`,
    passes: 'file keys.log\n  text "CLIENT_RANDOM is the name of a label\\n"',
    evidence: ['there are no secrets in it'],
    limits: 'Nothing is said of logs in tests.',
  },
  messages: { 'key-log': 'secrets of connections lie here in the clear: {count}' },
  on: {
    kind: 'data',
    formats: ['key-log'],
    concerns: ['tls:key-log'],
    judge: (site, verdict) => judgeByWeight(site, verdict, 'there are no secrets in it'),
  },
});
