import { defineRule, type Fix } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { inCode } from '../written-in-code.ts';
import { isClientMade } from './context-use.ts';

const evidence = {
  refused: 'every Python that the project may run on refuses them',
  own: 'only the authorities of the project are trusted',
} as const;

/** CVE-2026-115557: the intermediate authorities that browsers stopped to trust in October 2026. */
const refusing: Fix = { since: [3, 16], backports: { '3.11': 18, '3.12': 16, '3.13': 18, '3.14': 10, '3.15': 2 } };

const rule = defineRule({
  id: 'ssl/distrusted-issuers',
  code: 'SSL-31',
  title: 'Python releases before those of October 2026 trust authorities that nobody should',
  anchor: 'library/ssl.html#ssl.create_default_context',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [299],
  aliases: [],
  advice: 'Run on 3.11.18, 3.12.16, 3.13.18, 3.14.10, 3.15.2 or later, and update the bundle of authorities.',
  question: 'Which release of Python, and which list of authorities, is installed where this runs?',
  docs: {
    why: 'Intermediate authorities whose keys were misused can still sign certificates for any name. The roots above them stay trusted, so that only a list of exceptions in Python keeps them out.',
    fails: '# python: =3.12.15\nimport ssl\ncontext = ssl.create_default_context()',
    passes: '# python: =3.12.16\nimport ssl\ncontext = ssl.create_default_context()',
    evidence: Object.values(evidence),
    limits:
      'Nothing is said where no patch release of Python is named; a bundle of authorities may leave them out, too.',
  },
  messages: {
    trusted: 'Python {release}, on which the project runs ({source}), still trusts the authorities distrusted in 2026',
    'perhaps-trusted':
      'Python {release}, on which the project may run, still trusts the authorities distrusted in October 2026',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-context-default'],
    judge(call, verdict) {
      if (!isClientMade(call)) return undefined;
      const state = namedFixState(call.target, refusing);
      if (state === undefined) return undefined;
      const isOwn = ['cafile', 'capath', 'cadata'].some((name) => {
        const given = call.argument(name);
        return given.isGiven() && !given.isNone();
      });
      if (isOwn) return verdict.pass(call, evidence.own);
      if (state.kind === 'fixed') return verdict.pass(call, evidence.refused);
      return state.kind === 'missing'
        ? verdict.fail(call, 'trusted', state, inCode)
        : verdict.open(call, 'perhaps-trusted', state, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
