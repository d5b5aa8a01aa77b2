import {
  type CallSite,
  compareVersions,
  defineRule,
  isAtLeast,
  type Judge,
  type ValueView,
} from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  limited: 'the Expat of every Python that the project may run on limits how far entities expand',
  configured: 'the Expat that the configuration names limits how far entities expand',
  refused: 'the parser refuses document type declarations',
  on: 'the limits of the parser stay on',
} as const;

type MessageId = 'limits-off' | 'old-expat' | 'unlimited' | 'below-limits';

/** The first Expat that limits entities, and the first without the weaknesses that the documentation lists. */
const limiting: readonly number[] = [2, 4, 1];
const bounded: readonly number[] = [2, 7, 2];

const rule = defineRule({
  id: 'xml/entity-expansion',
  code: 'XML-01',
  alsoCodes: ['XML-02'],
  title: 'A small document can expand to gigabytes where entities are not limited',
  anchor: 'library/xml.html#xml-vulnerabilities',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'medium' },
  cwe: [776, 400],
  aliases: [
    'B313',
    'B314',
    'B317',
    'B318',
    'B319',
    'B320',
    'S313',
    'S314',
    'S317',
    'S318',
    'S319',
    'S320',
    'py/xml-bomb',
    'python.lang.security.use-defused-xml.use-defused-xml',
  ],
  advice: 'Require a Python whose Expat limits expansion (3.10 and later), or refuse documents with a DOCTYPE.',
  question: 'Which version of Expat does the Python have that this runs on?',
  docs: {
    why: 'Entities may name other entities, so that a page of text grows a billionfold. Expat stops that since 2.4.1, which every Python from 3.10.0 on ships; lxml stops it unless told not to.',
    fails: 'from lxml import etree\netree.XMLParser(huge_tree=True)',
    passes: '# python: 3.10\nimport xml.etree.ElementTree as ET, flask\nET.fromstring(flask.request.data)',
    evidence: Object.values(evidence),
    limits:
      'A Python that was built with the Expat of the system has the limits of that one; the configuration can name it.',
  },
  messages: {
    'limits-off': 'huge_tree turns off the limits on depth, size and entity expansion',
    'old-expat':
      '{source} is parsed, and Python {version}, on which the project may run, can come with an Expat that expands entities without limit',
    unlimited: '{source} is parsed, and Expat {version}, which the configuration names, expands entities without limit',
    'below-limits':
      '{source} is parsed, and Expat {version}, which the configuration names, can still be made to take memory out of proportion',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:xml-parse', 'concept:xml-parse-location'],
      judge: (call, verdict) => judgeDocument(call, call.operand(), verdict),
      fixes: [{ class: 'advice', title: 'Refuse a DOCTYPE: pass a parser whose target raises in doctype()' }],
    },
    {
      kind: 'call',
      to: ['concept:xml-parser'],
      judge(call, verdict) {
        const huge = call.argument('huge_tree');
        if (huge.truth() === true) return verdict.fail(huge, 'limits-off');
        return huge.isGiven() && huge.truth() === false ? verdict.pass(huge, evidence.on) : undefined;
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Leave the limits of the parser on',
          for: ['limits-off'],
          make: (call, edit) => edit.removeArgument(call, 'huge_tree'),
        },
      ],
    },
  ],
});

export default quietInTests(rule);

function judgeDocument(call: CallSite, document: ValueView, verdict: Judge<MessageId>) {
  const origin = document.origin();
  if (!document.isGiven() || !isForeign(origin, call) || call.name.startsWith('lxml.')) return undefined;
  if (refusesDoctype(call.argument('parser'))) return verdict.pass(call, evidence.refused);
  const { expat } = call.target;
  if (expat !== undefined) {
    if (compareVersions(expat, bounded) >= 0) return verdict.pass(call, evidence.configured);
    const parameters = { source: origin.text, version: expat.join('.') };
    return compareVersions(expat, limiting) < 0
      ? verdict.fail(document, 'unlimited', parameters, { severity: 'high' })
      : verdict.fail(document, 'below-limits', parameters, { code: 'XML-02' });
  }
  if (isAtLeast(call.target, 3, 10)) return verdict.pass(call, evidence.limited);
  const version = call.target.minimum.join('.');
  return verdict.open(document, 'old-expat', { source: origin.text, version });
}

/** `ET.XMLParser(target=NoDoctype())`, where the builder's doctype method raises */
function refusesDoctype(parser: ValueView): boolean {
  const builder = parser.callTo('concept:xml-parser')?.argument('target', 0).projectClass();
  return builder?.method('doctype')?.raises === true;
}
