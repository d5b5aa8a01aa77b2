import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { escaped: 'every value in the document is escaped' } as const;

const rule = defineRule({
  id: 'xml/markup-from-text',
  code: 'XML-12',
  title: 'A value that is pasted into XML can add elements of its own',
  anchor: 'library/xml.sax.utils.html#xml.sax.saxutils.escape',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [91, 116],
  aliases: [],
  advice: 'Build the elements with ElementTree, or escape text with escape() and attributes with quoteattr().',
  question: 'Who can choose this text, and can it hold markup?',
  docs: {
    why: 'A value with "<" or "&" becomes markup. What the program then reads out of the document is the sender’s choice.',
    fails:
      'import xml.etree.ElementTree as ET, flask\nET.fromstring("<user><name>" + flask.request.args["name"] + "</name></user>")',
    passes:
      'import xml.etree.ElementTree as ET, flask\nfrom xml.sax.saxutils import escape\nET.fromstring("<user>" + escape(flask.request.args["name"]) + "</user>")',
    evidence: Object.values(evidence),
    limits: 'Only documents that are parsed where they are put together are seen.',
  },
  messages: {
    hostile: '{source} is pasted into the document and can add elements',
    attribute: 'escape() does not escape quotes, and {source} stands in an attribute',
    unknown: '{value} is pasted into the document unescaped, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:xml-parse'],
    judge(call, verdict) {
      const document = call.operand();
      const parts = document.textParts();
      const first = parts?.[0];
      if (parts === undefined || parts.length < 2 || typeof first !== 'string' || !first.includes('<'))
        return undefined;
      let isEscaped = false;
      let open: ReturnType<typeof verdict.open> | undefined;
      for (const [at, part] of parts.entries()) {
        if (typeof part === 'string' || part.constants() !== undefined || part.isInstanceOf('int', 'float')) continue;
        const origin = part.origin();
        if (origin.provenance === 'constant' || origin.provenance === 'shipped') continue;
        const before = parts[at - 1];
        const isAttribute = typeof before === 'string' && /=\s*["']$/.test(before);
        if (part.isCleanedFor('markup') || part.isDerivedFrom('html.escape')) {
          isEscaped = true;
        } else if (part.isDerivedFrom('concept:xml-escape')) {
          if (isAttribute && isForeign(origin, call)) return verdict.fail(part, 'attribute', { source: origin.text });
          isEscaped = true;
        } else if (isForeign(origin, call)) {
          return verdict.fail(part, 'hostile', { source: origin.text });
        } else if (origin.provenance === 'parameter') {
          open ??= verdict.open(part, 'unknown', { value: part.text });
        }
      }
      return open ?? (isEscaped ? verdict.pass(document, evidence.escaped) : undefined);
    },
  },
});

export default quietInTests(rule);
