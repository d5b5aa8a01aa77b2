import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { off: 'only subject alternative names count' } as const;

const rule = defineRule({
  id: 'ssl/common-name-accepted',
  code: 'SSL-23',
  title: 'The common name of a certificate, which authorities do not vouch for, is taken as its host name',
  anchor: 'library/ssl.html#ssl.SSLContext.hostname_checks_common_name',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [297],
  aliases: [],
  advice: 'Set hostname_checks_common_name to False.',
  question: 'Which authorities does this context trust, and do they vouch for common names?',
  docs: {
    why: 'The common name is free text. RFC 6125 and RFC 9525 leave host names to the alternative names alone.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.hostname_checks_common_name = True',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.hostname_checks_common_name = False',
    evidence: Object.values(evidence),
    limits: 'The default, which accepts the common name when there is no alternative name, is not reported.',
  },
  messages: { on: 'a certificate without alternative names is matched by its common name' },
  on: {
    kind: 'store',
    to: ['ssl.SSLContext.hostname_checks_common_name'],
    judge(store, verdict) {
      const truth = store.value.truth();
      if (truth === undefined) return undefined;
      return truth ? verdict.fail(store, 'on', {}, inCode) : verdict.pass(store, evidence.off);
    },
  },
});

export default quietInTests(rule);
