import { defineRule } from '../../rulekit/index.ts';
import { judgeByWeight } from './by-weight.ts';

const evidence = 'nothing in it weakens what OpenSSL does by default';

export default defineRule({
  id: 'ssl/weak-openssl-settings',
  code: 'SSL-54',
  title: 'A configuration of OpenSSL weakens every connection of the program',
  anchor: 'library/ssl.html#ssl-security',
  severity: { network: 'high', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [326, 327],
  aliases: [],
  advice: 'Take the line out, and weaken the one context that has to talk to the old server instead.',
  question: 'Does anything start with this configuration (OPENSSL_CONF), and must it talk to servers that old?',
  docs: {
    why: 'OpenSSL reads its configuration before the first connection. What it allows there, every context of the process allows, whatever the code says about protocols and ciphers.',
    fails:
      'file openssl.cnf\n  | openssl_conf = start\n  | [system_default_sect]\n  | CipherString = DEFAULT@SECLEVEL=0',
    passes: 'file openssl.cnf\n  | openssl_conf = start\n  | [system_default_sect]\n  | MinProtocol = TLSv1.2',
    evidence: [evidence],
    limits: 'Which of its sections are in force is not followed, nor what it includes.',
  },
  messages: {
    'old-protocol': '{name} = {value} lets protocols in that are broken',
    'weak-ciphers': '{name} = {value} lets ciphers and keys in that are too weak',
    'unsafe-option': '{name} = {value} lets others put themselves between the two ends',
    'loads-library': '{name} = {value} is a library that is loaded into every process that uses OpenSSL',
  },
  on: {
    kind: 'data',
    formats: ['openssl-settings'],
    concerns: ['tls:old-protocol', 'tls:weak-ciphers', 'tls:unsafe-option', 'tls:loads-library'],
    judge: (site, verdict) => judgeByWeight(site, verdict, evidence),
  },
});
