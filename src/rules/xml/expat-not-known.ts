import { type CompareSite, compareVersions, defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

/** The first Expat without the weaknesses that the documentation lists. */
const wanted: readonly number[] = [2, 7, 2];

const evidence = {
  configured: 'the configuration says that the Expat of the project is new enough',
  asserted: 'the program looks at the version of Expat that it runs with',
} as const;

const names = ['xml.parsers.expat.EXPAT_VERSION', 'xml.parsers.expat.version_info', 'xml.parsers.expat.expat_CAPI'];

const rule = defineRule({
  id: 'xml/expat-not-known',
  code: 'XML-08',
  title: 'What hostile documents can do depends on the Expat that is linked, which nobody makes sure of',
  anchor: 'library/xml.html#xml-security',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'medium' },
  cwe: [1104, 1395],
  aliases: [],
  advice:
    'Refuse to start when pyexpat.version_info is below (2, 7, 2), or say in the configuration which Expat is linked.',
  question: 'Which version of Expat does the Python have that this runs on?',
  docs: {
    why: 'Python comes with an Expat of its own or is built with that of the system, which can be years older. The limits on entities, tokens and memory are those of Expat.',
    fails: 'import pyexpat\nif pyexpat.EXPAT_VERSION < "expat_2.7.2":\n    raise SystemExit("Expat is too old")',
    passes: 'import pyexpat\nif pyexpat.version_info < (2, 7, 2):\n    raise SystemExit("Expat is too old")',
    evidence: Object.values(evidence),
    limits:
      'Whether a distribution has mended its older Expat is not known. A check in another file does not settle the sites.',
  },
  messages: {
    text: 'versions are compared as text here: 2.10.0 sorts before {version}',
    old: 'an Expat before 2.7.2, which {version} admits, can still be made to take much memory or time',
    unknown: '{source} is parsed with an Expat whose version nothing says: set "expat" in the configuration of heed',
  },
  on: [
    {
      kind: 'compare',
      mentions: names,
      judge(comparison, verdict) {
        const other = otherSide(comparison);
        if (other === undefined || !/^(Lt|LtE|Gt|GtE)$/.test(comparison.operator)) return undefined;
        const text = other.string();
        if (text !== undefined) return verdict.fail(comparison, 'text', { version: text }, { severity: 'low' });
        const version = other.items()?.map((item) => item.number());
        if (version === undefined || version.includes(undefined)) return undefined;
        return compareVersions(version as number[], wanted) >= 0
          ? verdict.pass(comparison, evidence.asserted)
          : verdict.open(comparison, 'old', { version: `(${version.join(', ')})` }, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['concept:xml-parse', 'concept:xml-parse-location'],
      judge(call, verdict) {
        // what is known to be old is the matter of xml/entity-expansion
        const document = call.operand();
        const origin = document.origin();
        if (call.name.startsWith('lxml.') || !document.isGiven() || !isForeign(origin, call)) return undefined;
        if (origin.provenance !== 'network') return undefined;
        const { expat } = call.target;
        if (expat !== undefined) {
          return compareVersions(expat, wanted) >= 0 ? verdict.pass(call, evidence.configured) : undefined;
        }
        const isAsserted = (call.enclosingFunction()?.comparisons() ?? []).some((each) => {
          const version = otherSide(each)
            ?.items()
            ?.map((item) => item.number() ?? 0);
          return version !== undefined && compareVersions(version, wanted) >= 0;
        });
        return isAsserted
          ? verdict.pass(call, evidence.asserted)
          : verdict.open(document, 'unknown', { source: origin.text }, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);

/** What the version of Expat is compared with. */
function otherSide({ left, right }: CompareSite): ValueView | undefined {
  const isVersion = (value: ValueView) => value.is(...names) || value.isDerivedFrom(...names);
  if (isVersion(left)) return right;
  return isVersion(right) ? left : undefined;
}
