import { defineRule, isAtLeast } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const rule = defineRule({
  id: 'ssl/predictable-bytes',
  code: 'SSL-12',
  title: 'RAND_pseudo_bytes may give bytes that others can predict',
  anchor: 'library/ssl.html#random-generation',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [338],
  aliases: [],
  advice: 'Use secrets.token_bytes(n).',
  question: 'Does anything depend on nobody being able to predict these bytes?',
  docs: {
    why: 'The function says in the second half of its result whether the bytes are strong, and gives them in any case. It is gone from Python 3.12.',
    fails: 'import ssl\nkey, strong = ssl.RAND_pseudo_bytes(16)',
    passes: 'import secrets\nkey = secrets.token_bytes(16)',
    evidence: [],
    limits: 'What the bytes are used for is not looked at.',
  },
  messages: {
    predictable: 'these bytes may be predictable',
    gone: 'ssl.RAND_pseudo_bytes() is gone from Python 3.12, on which the project runs',
  },
  on: {
    kind: 'call',
    to: ['ssl.RAND_pseudo_bytes'],
    judge: (call, verdict) =>
      isAtLeast(call.target, 3, 12)
        ? verdict.fail(call, 'gone', {}, { severity: 'low' })
        : verdict.fail(call, 'predictable', {}, inCode),
  },
});

export default quietInTests(rule);
