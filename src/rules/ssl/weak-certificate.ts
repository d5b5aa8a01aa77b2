import { defineRule } from '../../rulekit/index.ts';
import { judgeByWeight } from './by-weight.ts';

const evidence = 'what lies in it is strong enough, and encoded as it should be';

export default defineRule({
  id: 'ssl/weak-certificate',
  code: 'SSL-52',
  title: 'A certificate, or parameters of a key exchange, can be broken or mistaken',
  anchor: 'library/ssl.html#ssl-certificates',
  severity: { network: 'high', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [326, 327, 295],
  aliases: [],
  advice:
    'Have it made anew: RSA of 2048 bits or more or P-256, SHA-256, the names of the server as alternative names.',
  question: 'Does anything but a test rely on this certificate?',
  docs: {
    why: 'Short keys are factored and old digests are forged, and then anybody is the server. What one reader of a certificate finds behind the end that another sees is a certificate that was not checked.',
    fails: 'file dh.pem\n  pem DH PARAMETERS\n    sequence\n      prime 512\n      integer 2',
    passes: 'file dh.pem\n  pem DH PARAMETERS\n    sequence\n      prime 2048\n      integer 2',
    evidence: [evidence],
    limits: 'Whether it has expired or was revoked is not looked at. Nothing is said of certificates in tests.',
  },
  messages: {
    'weak-key': 'the key of the certificate is too short: {what}',
    'weak-exponent': 'the exponent of the key is {exponent}, which keeps nothing secret',
    'weak-signature': 'the certificate is signed with {algorithm}, which can be forged',
    'weak-parameters': 'the prime for Diffie-Hellman has {bits} bits; 2048 are the least',
    'no-names': 'the certificate has no alternative names: Python, and everybody else, compares no other ones',
    'wide-name': 'the certificate is for {name}, which is more than one owner has',
    'trailing-data': '{count} bytes stand behind the end ({label}): some readers stop there, others do not',
    'not-canonical': 'the text of {label} is not as any program writes it ({why}): readers decode it differently',
    'binary-text':
      'what stands around the blocks is no text ({count} bytes): readers pass over it, and it may be anything',
    unreadable: '{label} is damaged, or of a kind that is not known',
    limit: 'it was not read to its end: it {limit}',
  },
  on: {
    kind: 'data',
    formats: ['pem', 'der'],
    concerns: [
      'tls:weak-key',
      'tls:weak-exponent',
      'tls:weak-signature',
      'tls:weak-parameters',
      'tls:no-names',
      'tls:wide-name',
      'tls:trailing-data',
      'tls:not-canonical',
      'tls:binary-text',
      'tls:unreadable',
      'data:limit',
    ],
    judge: (site, verdict) => judgeByWeight(site, verdict, evidence),
  },
});
