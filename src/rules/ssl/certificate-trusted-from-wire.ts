import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { verified: 'the certificate is verified against a given authority' } as const;

const rule = defineRule({
  id: 'ssl/certificate-trusted-from-wire',
  code: 'SSL-20',
  title: 'get_server_certificate takes any certificate from the wire unless it is given authorities',
  anchor: 'library/ssl.html#ssl.get_server_certificate',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [295, 322],
  aliases: [],
  advice: 'Pass ca_certs, or get the certificate by another way before trusting it.',
  question: 'What is this certificate used for, and is it compared with one that is known from elsewhere?',
  docs: {
    why: 'The first certificate that comes may be an attacker’s. Trusting it from then on makes the attack permanent.',
    fails:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.load_verify_locations(cadata=ssl.get_server_certificate(("example.org", 443)))',
    passes: 'import ssl\nssl.get_server_certificate(("example.org", 443), ca_certs="ca.pem")',
    evidence: Object.values(evidence),
    limits: 'What becomes of the certificate outside the function is not followed.',
  },
  messages: {
    trusted: 'a certificate that nobody verified is trusted from here on',
    unknown: 'this certificate comes from whoever answers; it is not verified',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-certificate-fetch'],
    judge(call, verdict) {
      const authorities = call.argument('ca_certs', 2);
      if (authorities.isGiven() && !authorities.isNone()) return verdict.pass(call, evidence.verified);
      if (!call.isResultUsed || call.outerCall()?.names.includes('builtins.print')) return undefined;
      const trusting = call
        .siblingCalls('ssl.SSLContext.load_verify_locations', 'ssl.create_default_context')
        .some((each) =>
          each.argument('cadata', each.name.endsWith('locations') ? 2 : undefined).isDerivedFrom(call.name),
        );
      return trusting ? verdict.fail(call, 'trusted', {}, inCode) : verdict.open(call, 'unknown');
    },
  },
});

export default quietInTests(rule);
