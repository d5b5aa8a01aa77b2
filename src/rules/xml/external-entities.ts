import { type CallSite, defineRule, type FunctionView, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const feature = 'http://xml.org/sax/features/external-general-entities';
const evidence = {
  off: 'external entities stay off',
  refused: 'the handler opens nothing',
} as const;

type MessageId = 'on' | 'unknown' | 'handler' | 'resolver' | 'network' | 'dtd';

const rule = defineRule({
  id: 'xml/external-entities',
  code: 'XML-03',
  title: 'A parser that follows external entities reads files and addresses that the document names',
  anchor: 'library/xml.sax.handler.html#xml.sax.handler.feature_external_ges',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [611, 918, 827],
  aliases: ['B315', 'B317', 'S315', 'S317'],
  advice: 'Leave external entities off; where they are needed, resolve them from a fixed table.',
  docs: {
    why: 'An entity may be declared as the contents of any file or URL. A parser that fetches it puts /etc/passwd, or what an internal server says, into the document.',
    fails:
      'import xml.sax, xml.sax.handler\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, True)',
    passes:
      'import xml.sax, xml.sax.handler\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, False)',
    evidence: Object.values(evidence),
    limits:
      'Whether the documents are trusted is not looked at; what lxml does without options depends on its version.',
  },
  messages: {
    on: '{feature} makes the parser read the files and addresses that a document names',
    unknown: 'whether the parser reads files and addresses that a document names depends on {value}',
    handler: 'this handler opens what the document names',
    resolver: 'this resolver opens what the document names',
    network: 'no_network=False lets the document make the parser fetch addresses',
    dtd: '{option} makes the parser load the file that the document names as its type',
  },
  on: [
    {
      kind: 'call',
      to: ['xml.sax.xmlreader.XMLReader.setFeature', 'xml.sax.expatreader.ExpatParser.setFeature'],
      judge(call, verdict) {
        const name = call.argument('name', 0);
        if (name.string() !== feature && !name.is('xml.sax.handler.feature_external_ges')) return undefined;
        const state = call.argument('state', 1);
        if (state.truth() === true) return verdict.fail(call, 'on', { feature: 'feature_external_ges' }, inCode);
        if (state.truth() === false) return verdict.pass(call, evidence.off);
        return verdict.open(state, 'unknown', { value: state.text });
      },
    },
    {
      // lxml.etree.XMLParser(resolve_entities=True)
      kind: 'call',
      to: ['concept:xml-parser'],
      judge: judgeParser,
    },
    {
      kind: 'store',
      to: [
        'xml.parsers.expat.XMLParserType.ExternalEntityRefHandler',
        'pyexpat.XMLParserType.ExternalEntityRefHandler',
      ],
      judge(store, verdict) {
        const handler = store.value.projectFunction();
        if (handler === undefined) {
          return store.value.isNone() ? undefined : verdict.open(store.value, 'unknown', { value: store.value.text });
        }
        return judgeHandler(handler, store.value, 'handler', verdict);
      },
    },
    {
      kind: 'class',
      extends: ['xml.sax.handler.EntityResolver'],
      judge(definition, verdict) {
        const method = definition.method('resolveEntity');
        return method === undefined ? undefined : judgeHandler(method, method, 'resolver', verdict);
      },
    },
  ],
});

export default quietInTests(rule);

function judgeParser(call: CallSite, verdict: Judge<MessageId>) {
  const resolve = call.argument('resolve_entities');
  const network = call.argument('no_network');
  // The string 'internal' keeps to entities that the document itself defines.
  if (resolve.constant() === true) return verdict.fail(resolve, 'on', { feature: 'resolve_entities=True' });
  if (network.truth() === false) return verdict.fail(network, 'network');
  const dtd = ['load_dtd', 'dtd_validation', 'attribute_defaults'].find((each) => call.argument(each).truth() === true);
  if (dtd !== undefined)
    return verdict.fail(call.argument(dtd), 'dtd', { option: `${dtd}=True` }, { severity: 'medium' });
  return resolve.truth() === false || resolve.string() === 'internal' ? verdict.pass(call, evidence.off) : undefined;
}

function judgeHandler(
  handler: FunctionView,
  subject: ValueView | FunctionView,
  message: 'handler' | 'resolver',
  verdict: Judge<MessageId>,
) {
  const opener = handler
    .calls('concept:path-open', 'concept:http-request', 'concept:xml-parse-location')
    .find((call) => call.operand().origin().provenance === 'parameter');
  if (opener !== undefined) return verdict.fail(message === 'handler' ? subject : opener, message);
  return handler.calls().length === 0 || handler.raises ? verdict.pass(subject, evidence.refused) : undefined;
}
