import { compareVersions, defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  on: 'deferral stays on',
  new: 'the Expat that the configuration names puts off parsing until a token is complete',
} as const;

/** CVE-2023-52425 */
const deferring: readonly number[] = [2, 6, 0];

const rule = defineRule({
  id: 'xml/reparse-deferral-off',
  code: 'XML-06',
  title: 'Without reparse deferral a long token is parsed again with every piece that arrives',
  anchor: 'library/pyexpat.html#xml.parsers.expat.xmlparser.SetReparseDeferralEnabled',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'medium' },
  cwe: [405, 407],
  aliases: [],
  advice: 'Delete the call; use flush() where a caller must see events at once.',
  question: 'Who sends these documents, and how long can a single tag or text in them be?',
  docs: {
    why: 'A document of one long tag, sent in small pieces, then takes time that grows with the square of its length (CVE-2023-52425).',
    fails: 'from xml.parsers import expat\np = expat.ParserCreate()\np.SetReparseDeferralEnabled(False)',
    passes: 'from xml.parsers import expat\np = expat.ParserCreate()\np.SetReparseDeferralEnabled(True)',
    evidence: Object.values(evidence),
    limits: 'Where deferral is turned off, whether the documents are trusted is not looked at.',
  },
  messages: {
    old: 'a long token from {source} takes quadratic time with Expat {version}, which the configuration names',
    off: 'a long token in small pieces now takes quadratic time to parse',
    unknown: 'whether a long token in small pieces takes quadratic time depends on {value}',
  },
  on: [
    {
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
    {
      // parsers that are fed piece by piece
      kind: 'call',
      to: [
        'xml.etree.ElementTree.XMLPullParser.feed',
        'xml.etree.ElementTree.XMLParser.feed',
        'xml.etree.ElementTree.iterparse',
        'xml.sax.xmlreader.IncrementalParser.feed',
        'xml.parsers.expat.XMLParserType.Parse',
      ],
      judge(call, verdict) {
        const piece = call.operand();
        const { expat } = call.target;
        const origin = piece.origin();
        if (expat === undefined || !piece.isGiven() || !isForeign(origin, call)) return undefined;
        return compareVersions(expat, deferring) < 0
          ? verdict.fail(piece, 'old', { source: origin.text, version: expat.join('.') })
          : verdict.pass(call, evidence.new);
      },
    },
  ],
});

export default quietInTests(rule);
