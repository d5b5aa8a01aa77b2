import { type CallSite, defineRule, type Judge, type Origin, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  caught: 'running out of stack is caught',
  limited: 'the parser refuses documents that are nested too deep',
} as const;

const parsers = ['concept:xml-parse', 'concept:xml-parse-location'];

const rule = defineRule({
  id: 'xml/document-recursed-into',
  code: 'XML-13',
  title: 'A document of a million open tags parses well, and ends the program that walks through it',
  anchor: 'library/xml.html#xml-security',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [674],
  aliases: [],
  advice: 'Count the depth in the target of the parser and refuse more than a hundred levels.',
  question: 'Who writes these documents, and is their depth limited before?',
  docs: {
    why: 'Parsers take nesting of any depth. What copies, prints or compares a tree calls itself for each level, and stops with a RecursionError, or without any error where that is done in C.',
    fails: 'import flask\nfrom xml.dom import minidom\nminidom.parseString(flask.request.data).toprettyxml()',
    passes:
      'import flask\nfrom xml.dom import minidom\nminidom.parseString(flask.request.data).getElementsByTagName("a")',
    evidence: Object.values(evidence),
    limits: 'Functions of the project that call themselves are not looked at, nor what servers make of an exception.',
  },
  messages: {
    hostile: '{name}() calls itself for each level of {source}, however deep',
    unknown: '{name}() calls itself for each level of {document}, and where it comes from is not known',
  },
  on: [
    {
      kind: 'call',
      to: [
        ...['toxml', 'toprettyxml', 'cloneNode'].map((method) => `xml.dom.minidom.Node.${method}`),
        ...['Document.writexml', 'Document.cloneNode', 'Element.writexml'].map((method) => `xml.dom.minidom.${method}`),
      ],
      isTold: isElsewhere,
      judge(call, verdict) {
        const tree = call.receiver();
        return tree === undefined ? undefined : judgeTree(call, tree, verdict);
      },
    },
    {
      kind: 'call',
      to: [
        'copy.deepcopy',
        'xml.etree.ElementTree.tostring',
        'xml.etree.ElementTree.tostringlist',
        'xml.etree.ElementTree.indent',
      ],
      isTold: isElsewhere,
      judge(call, verdict) {
        const tree = call.positional[0] ?? call.argument(call.name === 'copy.deepcopy' ? 'x' : 'element', 0);
        return judgeTree(call, tree, verdict);
      },
    },
  ],
});

export default quietInTests(rule);

/** Trees are copied everywhere; those of documents where XML is imported. */
function isElsewhere(call: CallSite): boolean {
  return !call.imports('xml');
}

function judgeTree(call: CallSite, tree: ValueView, verdict: Judge<'hostile' | 'unknown'>) {
  const parse =
    tree.callTo(...parsers) ??
    tree
      .callTo('xml.etree.ElementTree.ElementTree.getroot')
      ?.receiver()
      ?.callTo(...parsers);
  if (parse === undefined || parse.name.startsWith('lxml.')) return undefined;
  const origin: Origin = parse.operand().origin();
  if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
  const target = parse.argument('parser').callTo('concept:xml-parser')?.argument('target', 0).projectClass();
  if (target?.method('start')?.raises === true) return verdict.pass(call, evidence.limited);
  if (isForeign(origin, call)) {
    if (call.isCaught('RecursionError')) return verdict.pass(call, evidence.caught);
    return verdict.fail(call, 'hostile', { name: call.name, source: origin.text }, { provenance: origin.provenance });
  }
  return origin.provenance === 'parameter' && origin.text !== ''
    ? verdict.open(call, 'unknown', { name: call.name, document: parse.operand().text }, { severity: 'low' })
    : undefined;
}
