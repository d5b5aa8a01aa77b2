import { defineRule } from '../../rulekit/index.ts';
import { judgeByWeight } from './by-weight.ts';

const evidence = 'no private key lies in it that is not encrypted';

export default defineRule({
  id: 'ssl/private-key-in-file',
  code: 'SSL-51',
  title: 'A private key lies among the files of the project',
  anchor: 'library/ssl.html#combined-key-and-certificate',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [321, 312, 540],
  aliases: [],
  advice:
    'Take the key out of the project and its history, revoke what it was for, and hand keys over when the program starts.',
  question: 'Is the key used anywhere but in examples?',
  docs: {
    why: 'Whoever has the files of a project has the key: everybody who clones it, every image it is built into, every package of it. With the key they pass for the server, or read what was sent to it.',
    fails:
      'file server.key\n  pem PRIVATE KEY\n    sequence\n      integer 0\n      sequence\n        object 1.3.101.112\n      octets\n        hex 04 20\n        repeat 32\n          hex 11',
    passes:
      'file server.pub\n  pem PUBLIC KEY\n    sequence\n      sequence\n        object 1.3.101.112\n      bits\n        repeat 32\n          hex 11',
    evidence: [evidence],
    limits:
      'Whether an encrypted key has a password that can be guessed is not known. Nothing is said of keys in tests.',
  },
  messages: { 'private-key': 'a private key lies here without a password: {what}, in {container}' },
  on: {
    kind: 'data',
    formats: ['pem', 'der'],
    concerns: ['tls:private-key'],
    judge: (site, verdict) => judgeByWeight(site, verdict, evidence),
  },
});
