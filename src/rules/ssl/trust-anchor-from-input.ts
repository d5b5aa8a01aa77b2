import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  fixed: 'the authorities are fixed',
  shipped: 'the authorities are shipped with the project',
} as const;

const rule = defineRule({
  id: 'ssl/trust-anchor-from-input',
  code: 'SSL-22',
  title: 'Whoever supplies the trusted authorities decides which servers are believed',
  anchor: 'library/ssl.html#ssl.SSLContext.load_verify_locations',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [295, 296],
  aliases: [],
  advice: 'Load authorities from a file of the project or of the system.',
  question: 'Who can choose the authorities that are loaded here?',
  docs: {
    why: 'An authority that came over the network can sign a certificate for any name, so the verification that follows proves nothing.',
    fails: 'import ssl, requests\nssl.create_default_context(cadata=requests.get("http://example.org/ca.pem").text)',
    passes: 'import ssl\nssl.create_default_context(cafile="ca.pem")',
    evidence: Object.values(evidence),
    limits: 'Who can write a file or choose a variable is the deployment’s matter and not reported.',
  },
  messages: { network: 'authorities that {source} supplies are trusted' },
  on: {
    kind: 'call',
    to: ['ssl.SSLContext.load_verify_locations', 'ssl.create_default_context'],
    judge(call, verdict) {
      const isLoad = call.name.endsWith('.load_verify_locations');
      const given = ['cafile', 'capath', 'cadata']
        .map((name, at) => call.argument(name, isLoad ? at : undefined))
        .filter((value) => value.isGiven() && !value.isNone());
      if (given.length === 0) return undefined;
      const origins = given.map((value) => value.origin());
      const at = origins.findIndex(({ provenance, isHostile }) => isHostile && provenance === 'network');
      // ssl/certificate-trusted-from-wire speaks of certificates that the server itself presents
      if (at >= 0 && given[at]?.isDerivedFrom('ssl.get_server_certificate') === false) {
        return verdict.fail(given[at], 'network', { source: origins[at]?.text ?? '' });
      }
      if (origins.every(({ provenance }) => provenance === 'constant')) return verdict.pass(call, evidence.fixed);
      return origins.every(({ provenance }) => provenance === 'constant' || provenance === 'shipped')
        ? verdict.pass(call, evidence.shipped)
        : undefined;
    },
  },
});

export default quietInTests(rule);
