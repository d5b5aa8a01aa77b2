import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { fixed: 'the modules are fixed' } as const;

const rule = defineRule({
  id: 'xml/parser-module-from-input',
  code: 'XML-14',
  title: 'The name of a parser or DOM implementation is the name of a module that is imported',
  anchor: 'library/xml.sax.html#xml.sax.make_parser',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [470, 829],
  aliases: [],
  advice: 'Call make_parser() and getDOMImplementation() without names.',
  question: 'Who can choose the name of this module?',
  docs: {
    why: 'make_parser() imports the modules it is given until one can make a parser; importing runs their code. getDOMImplementation() does the same.',
    fails: 'import xml.sax, flask\nxml.sax.make_parser([flask.request.args["parser"]])',
    passes: 'import xml.sax\nxml.sax.make_parser(["xml.sax.expatreader"])',
    evidence: Object.values(evidence),
    limits: 'The variables PY_SAX_PARSER and PYTHON_DOM are honoured, too, and not seen.',
  },
  messages: {
    hostile: '{source} names a module that is imported and run',
    unknown: '{value} names a module that is imported and run, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['xml.sax.make_parser', 'xml.dom.getDOMImplementation', 'xml.dom.domreg.getDOMImplementation'],
    judge(call, verdict) {
      const names = call.argument(call.name.endsWith('make_parser') ? 'parser_list' : 'name', 0);
      if (!names.isGiven() || names.isNone()) return undefined;
      const origin = names.origin();
      if (origin.provenance === 'constant' || origin.provenance === 'shipped')
        return verdict.pass(names, evidence.fixed);
      if (['membership', 'equality'].some((kind) => names.guard(kind as 'membership') !== undefined)) {
        return verdict.pass(names, evidence.fixed);
      }
      return isForeign(origin, call)
        ? verdict.fail(names, 'hostile', { source: origin.text })
        : verdict.open(names, 'unknown', { value: names.text });
    },
  },
});

export default quietInTests(rule);
