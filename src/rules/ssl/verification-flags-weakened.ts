import { defineRule, mayReach } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { stricter: 'the flags only check more' } as const;

const rule = defineRule({
  id: 'ssl/verification-flags-weakened',
  code: 'SSL-17',
  title: 'Verification flags that are relaxed accept certificates that the default refuses',
  anchor: 'library/ssl.html#ssl.SSLContext.verify_flags',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [295],
  aliases: [],
  advice: 'Keep the default flags and reissue the certificate that they refuse.',
  question: 'Which flags remain, and does a peer exist whose certificate needs this exception?',
  docs: {
    why: 'From Python 3.13 default contexts refuse certificates that break RFC 5280. Clearing the flag, or allowing proxy certificates, lets malformed chains back in.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.verify_flags &= ~ssl.VERIFY_X509_STRICT',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF',
    evidence: Object.values(evidence),
    limits: 'Whether the certificates in use need the relaxation is not seen.',
  },
  messages: {
    cleared: 'clearing {flag} accepts certificates that the default refuses',
    reset: 'setting the flags to {value} drops the strict checks of the default',
    allowed: '{flag} accepts certificates that users issue to themselves',
    unknown: 'which checks remain after {value} is not known',
  },
  on: {
    kind: 'store',
    to: ['ssl.SSLContext.verify_flags'],
    judge(store, verdict) {
      const { value, operator } = store;
      const flags = value.flags();
      // Before Python 3.13 the default was not strict: there is nothing to take away.
      const isStrict = mayReach(store.target, 3, 13);
      const removing = isStrict ? /\.VERIFY_(X509_STRICT|CRL_CHECK\w*)$/ : /\.VERIFY_CRL_CHECK\w*$/;
      const cleared = flags?.find((flag) => flag.isNegated && removing.test(flag.name));
      if (cleared !== undefined) return verdict.fail(store, 'cleared', { flag: cleared.name }, inCode);
      const allowed = flags?.find((flag) => !flag.isNegated && flag.name.endsWith('.VERIFY_ALLOW_PROXY_CERTS'));
      if (allowed !== undefined) return verdict.fail(store, 'allowed', { flag: allowed.name }, inCode);
      const isDefault = value.number() === 0 || value.is('ssl.VERIFY_DEFAULT', 'ssl.VerifyFlags.VERIFY_DEFAULT');
      if (operator === undefined && isDefault && isStrict)
        return verdict.fail(store, 'reset', { value: value.text }, inCode);
      if (operator === 'BitAnd')
        return flags === undefined ? verdict.open(store, 'unknown', { value: value.text }) : undefined;
      return operator === 'BitOr' && flags !== undefined ? verdict.pass(store, evidence.stricter) : undefined;
    },
  },
});

export default quietInTests(rule);
