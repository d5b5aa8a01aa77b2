import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { on: 'deferral stays on' } as const;

const rule = defineRule({
  id: 'xml/reparse-deferral-off',
  code: 'XML-06',
  title: 'Without reparse deferral a long token is parsed again with every piece that arrives',
  anchor: 'library/pyexpat.html#xml.parsers.expat.xmlparser.SetReparseDeferralEnabled',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [405, 407],
  aliases: [],
  advice: 'Delete the call; use flush() where a caller must see events at once.',
  docs: {
    why: 'A document of one long tag, sent in small pieces, then takes time that grows with the square of its length (CVE-2023-52425).',
    fails: 'from xml.parsers import expat\np = expat.ParserCreate()\np.SetReparseDeferralEnabled(False)',
    passes: 'from xml.parsers import expat\np = expat.ParserCreate()\np.SetReparseDeferralEnabled(True)',
    evidence: Object.values(evidence),
    limits: 'Whether the documents are trusted is not looked at.',
  },
  messages: {
    off: 'a long token in small pieces now takes quadratic time to parse',
    unknown: 'whether a long token in small pieces takes quadratic time depends on {value}',
  },
  on: {
    kind: 'call',
    to: [
      'xml.parsers.expat.XMLParserType.SetReparseDeferralEnabled',
      'pyexpat.XMLParserType.SetReparseDeferralEnabled',
    ],
    judge(call, verdict) {
      const enabled = call.argument('enabled', 0);
      if (enabled.truth() === true) return verdict.pass(call, evidence.on);
      if (enabled.truth() === false) return verdict.fail(call, 'off', {}, inCode);
      return verdict.open(enabled, 'unknown', { value: enabled.text });
    },
  },
});

export default quietInTests(rule);
