import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { checked: 'every value in the path is checked, or a number' } as const;

const rule = defineRule({
  id: 'xml/path-from-input',
  code: 'XML-11',
  title: 'A value that becomes part of a path expression can select other elements',
  anchor: 'library/xml.etree.elementtree.html#supported-xpath-syntax',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [643],
  aliases: ['py/xpath-injection'],
  advice: 'Select by a fixed path and compare the value in Python; with lxml, pass it as a variable.',
  question: 'Who can choose this part of the path, and may they select any other element?',
  docs: {
    why: "Quotes and brackets end the predicate that the value was meant for. \"' or '1'='1\" then finds every user instead of one.",
    fails:
      'import xml.etree.ElementTree as ET, flask\nroot = ET.parse("users.xml")\nroot.find(f".//user[@name=\'{flask.request.args["u"]}\']")',
    passes: 'import xml.etree.ElementTree as ET\nroot = ET.parse("users.xml").getroot()\nroot.find(".//user")',
    evidence: Object.values(evidence),
    limits: 'Only values in the text of the path are seen.',
  },
  messages: {
    hostile: '{source} becomes part of the path and can change what it selects',
    unknown: '{value} becomes part of the path, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: [
      ...['find', 'findall', 'findtext', 'iterfind'].flatMap((name) => [
        `xml.etree.ElementTree.Element.${name}`,
        `xml.etree.ElementTree.ElementTree.${name}`,
      ]),
      'concept:xml-transform',
    ],
    judge(call, verdict) {
      const parts = call.argument('path', 0).textParts();
      const first = parts?.[0];
      if (parts === undefined || typeof first !== 'string') return undefined;
      let open: ValueView | undefined;
      let checked: ValueView | undefined;
      for (const part of parts) {
        if (typeof part === 'string' || part.constants() !== undefined) continue;
        const origin = part.origin();
        if (origin.provenance === 'constant' || origin.provenance === 'shipped') continue;
        const isChecked =
          part.isInstanceOf('int', 'float') ||
          (['membership', 'equality', 'full-match'] as const).some((kind) => part.guard(kind) !== undefined);
        if (isChecked) checked ??= part;
        else if (isForeign(origin, call)) return verdict.fail(part, 'hostile', { source: origin.text });
        // a name of an element: root.find(f"{ns}{tag}"); a predicate is what can be broken out of
        else if (/\[[^\]]*$/.test(before(parts, part))) open ??= part;
      }
      if (open !== undefined) return verdict.open(open, 'unknown', { value: open.text });
      return checked === undefined ? undefined : verdict.pass(checked, evidence.checked);
    },
  },
});

export default quietInTests(rule);

/** The constant text in front of a part. */
function before(parts: readonly (string | ValueView)[], part: ValueView): string {
  return parts
    .slice(0, parts.indexOf(part))
    .filter((each) => typeof each === 'string')
    .join('');
}
