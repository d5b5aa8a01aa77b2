import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { own: 'the document is the program’s own', depth: 'the loader and the depth are fixed' } as const;

const rule = defineRule({
  id: 'xml/inclusion-followed',
  code: 'XML-10',
  title: 'Following XInclude lets a document take in files that it names',
  anchor: 'library/xml.etree.elementtree.html#xml.etree.ElementInclude.include',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [611, 674, 829],
  aliases: [],
  advice: 'Do not expand inclusions of foreign documents; otherwise give a loader that knows a fixed set of files.',
  question: 'Who writes these documents, and may they include any file that the program can read?',
  docs: {
    why: 'The default loader opens any path that an include element names, and inclusions may include each other without end.',
    fails:
      'import xml.etree.ElementTree as ET, xml.etree.ElementInclude as XI, flask\nXI.include(ET.fromstring(flask.request.data))',
    passes: 'import xml.etree.ElementTree as ET, xml.etree.ElementInclude as XI\nXI.include(ET.fromstring("<a/>"))',
    evidence: Object.values(evidence),
    limits: 'What a loader of the project opens is only seen in its own body.',
  },
  messages: {
    hostile: 'the files that {source} names are read into the document',
    endless: 'max_depth={value} lets inclusions nest without end',
    loader: 'this loader fetches what the document names',
    unknown: 'the files that {value} names are read into the document, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:xml-include'],
    judge(call, verdict) {
      const depth = call.argument('max_depth', 3);
      if (depth.isGiven() && (depth.isNone() || (depth.number() ?? 0) < 0)) {
        return verdict.fail(depth, 'endless', { value: depth.text });
      }
      const loader = call.argument('loader', 1);
      const body = loader.projectFunction();
      if (body !== undefined) {
        const fetch = body.calls('concept:http-request', 'concept:path-open');
        const isForeign = fetch.some((each) => each.operand().origin().provenance === 'parameter');
        return isForeign ? verdict.fail(loader, 'loader') : verdict.pass(call, evidence.depth);
      }
      const document = call.operand();
      // include(ET.fromstring(text)): who wrote the text
      const text = document.callTo('concept:xml-parse', 'concept:xml-parse-location')?.operand();
      const origin = (text ?? document).origin();
      if (isForeign(origin, call)) return verdict.fail(document, 'hostile', { source: origin.text });
      if (origin.provenance === 'constant' || origin.provenance === 'shipped') return verdict.pass(call, evidence.own);
      return verdict.open(document, 'unknown', { value: document.text });
    },
  },
});

export default quietInTests(rule);
