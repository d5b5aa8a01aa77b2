import { compareVersions, defineRule, type Fix } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';

const evidence = { mended: 'every Python that the project may run on has the fixes of its parsers' } as const;

/** CVE-2025-12084 */
const identifiers: Fix = { since: [3, 15], backports: { '3.10': 20, '3.11': 15, '3.12': 13, '3.13': 11, '3.14': 2 } };
/** CVE-2026-4224 */
const contentModels: Fix = { since: [3, 15], backports: { '3.10': 21, '3.11': 16, '3.12': 14, '3.13': 13, '3.14': 4 } };
/** The first Expat whose hash tables no document can flood. */
const unflooded: readonly number[] = [2, 8, 0];

const rule = defineRule({
  id: 'xml/outdated-parser',
  code: 'XML-15',
  title: 'Older parsers spend the square of a document’s length, or crash on its declarations',
  anchor: 'library/xml.html#xml-security',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [407, 674],
  aliases: [],
  advice: 'Run on the latest patch release of a Python that is still maintained, with Expat 2.8.0 or later.',
  question: 'Which release of Python runs this, and who writes the documents?',
  docs: {
    why: 'minidom cleared a cache for each element that it added, declarations of elements in each other ran out of stack, and names could be chosen so that all fall into one slot of a table. Each was mended in a patch release.',
    fails: '# python: =3.12.12\nimport flask\nfrom xml.dom import minidom\nminidom.parseString(flask.request.data)',
    passes: '# python: =3.12.13\nimport flask\nfrom xml.dom import minidom\nminidom.parseString(flask.request.data)',
    evidence: Object.values(evidence),
    limits:
      'Nothing is said where neither a patch release of Python nor an Expat is named; what distributions mend in old releases is not known.',
  },
  messages: {
    quadratic: 'minidom of Python {release} ({source}) takes the square of the time for {document}',
    'perhaps-quadratic':
      'minidom of Python {release}, on which the project may run, takes the square of the time for {document}',
    declarations: 'Python {release} ({source}) crashes on deeply nested declarations when ElementDeclHandler is set',
    'perhaps-declarations':
      'Python {release}, on which the project may run, crashes on deeply nested declarations when ElementDeclHandler is set',
    flooded: 'Expat {version}, which the configuration names, can be flooded with names from {document}',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:xml-parse', 'concept:xml-parse-location'],
      judge(call, verdict) {
        const given = call.operand();
        const origin = given.origin();
        if (call.name.startsWith('lxml.') || !given.isGiven() || !isForeign(origin, call)) return undefined;
        const document = origin.text;
        const { expat } = call.target;
        if (/^xml\.dom\.(minidom|expatbuilder|pulldom)\./.test(call.name)) {
          const state = namedFixState(call.target, identifiers);
          if (state?.kind === 'missing') return verdict.fail(given, 'quadratic', { ...state, document });
          if (state?.kind === 'unknown') {
            return verdict.open(given, 'perhaps-quadratic', { release: state.release, document }, { severity: 'low' });
          }
          if (state?.kind === 'fixed' && expat === undefined) return verdict.pass(call, evidence.mended);
        }
        return expat !== undefined && compareVersions(expat, unflooded) < 0
          ? verdict.fail(given, 'flooded', { version: expat.join('.'), document }, { severity: 'low' })
          : undefined;
      },
    },
    {
      kind: 'store',
      to: ['xml.parsers.expat.XMLParserType.ElementDeclHandler'],
      judge(store, verdict) {
        if (store.value.isNone()) return undefined;
        const state = namedFixState(store.target, contentModels);
        if (state === undefined) return undefined;
        if (state.kind === 'fixed') return verdict.pass(store, evidence.mended);
        return state.kind === 'missing'
          ? verdict.fail(store, 'declarations', state, { severity: 'medium' })
          : verdict.open(store, 'perhaps-declarations', state, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);
