import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { kept: 'the limit is at most the default' } as const;

/** Expat's own limits. */
const limits: Readonly<Record<string, { readonly value: number; readonly shown: string }>> = {
  SetBillionLaughsAttackProtectionMaximumAmplification: { value: 100, shown: 'a hundredfold growth' },
  SetBillionLaughsAttackProtectionActivationThreshold: { value: 8 << 20, shown: '8 MiB' },
  SetAllocTrackerMaximumAmplification: { value: 100, shown: 'a hundredfold growth' },
  SetAllocTrackerActivationThreshold: { value: 64 << 20, shown: '64 MiB' },
};

const rule = defineRule({
  id: 'xml/expansion-limit-raised',
  code: 'XML-07',
  title: 'Raising the limits of Expat lets documents grow that it would have stopped',
  anchor: 'library/pyexpat.html#xml.parsers.expat.xmlparser.SetAllocTrackerActivationThreshold',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [776, 770],
  aliases: [],
  advice: 'Keep the default, or lower it.',
  question: 'Which limit is set here, and who writes the documents?',
  docs: {
    why: 'The limits are what stands between a small hostile document and all memory of the machine. Real documents rarely come near them.',
    fails:
      'from xml.parsers import expat\np = expat.ParserCreate()\np.SetBillionLaughsAttackProtectionMaximumAmplification(10000.0)',
    passes:
      'from xml.parsers import expat\np = expat.ParserCreate()\np.SetBillionLaughsAttackProtectionMaximumAmplification(20.0)',
    evidence: Object.values(evidence),
    limits: 'Whether the documents are trusted is not looked at.',
  },
  messages: {
    raised: 'the limit is raised to {value}; Expat stops at {default}',
    unknown: 'whether {value} is above the limit at which Expat stops is not known',
  },
  on: {
    kind: 'call',
    to: Object.keys(limits).map((name) => `xml.parsers.expat.XMLParserType.${name}`),
    judge(call, verdict) {
      const limit = limits[call.name.slice(call.name.lastIndexOf('.') + 1)];
      const value = call.argument(undefined, 0);
      if (limit === undefined || !value.isGiven()) return undefined;
      const number = value.number();
      if (number === undefined) return verdict.open(value, 'unknown', { value: value.text });
      return number > limit.value
        ? verdict.fail(value, 'raised', { value: number, default: limit.shown })
        : verdict.pass(value, evidence.kept);
    },
  },
});

export default quietInTests(rule);
