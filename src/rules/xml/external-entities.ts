import {
  admitsOlder,
  type CallSite,
  defineRule,
  type Fix,
  type FunctionView,
  fixState,
  type Judge,
  type Requirement,
  type Target,
  type ValueView,
  type Version,
} from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const feature = 'http://xml.org/sax/features/external-general-entities';
const evidence = {
  off: 'external entities stay off',
  refused: 'the handler opens nothing',
  required: 'the lxml that the project requires keeps external entities off by default',
} as const;

interface Since {
  readonly lxml: readonly number[];
  /** the oldest Pythons that it runs on, one for each major version */
  readonly pythons: readonly Version[];
}

/** The SAX parser of the library. */
const saxKeptOff: Fix = { since: [3, 8], backports: { '3.6': 7, '3.7': 1 } };

/** The first lxml that keeps external entities off unless told otherwise. */
const keptOff: Since = {
  lxml: [5, 0],
  pythons: [
    [2, 7],
    [3, 5],
  ],
};
/** These were forgotten in 5.0. */
const keptOffLater: Readonly<Record<string, Since>> = {
  'lxml.etree.iterparse': { lxml: [6, 1], pythons: [[3, 8]] },
  'lxml.etree.ETCompatXMLParser': { lxml: [6, 1], pythons: [[3, 8]] },
};

type MessageId =
  | 'sax'
  | 'perhaps-sax'
  | 'on'
  | 'unknown'
  | 'handler'
  | 'resolver'
  | 'network'
  | 'dtd'
  | 'default'
  | 'version';

const leftOff = { class: 'unsafe', title: 'Leave external entities off', for: ['on', 'network', 'dtd'] } as const;

const rule = defineRule({
  id: 'xml/external-entities',
  code: 'XML-03',
  title: 'A parser that follows external entities reads files and addresses that the document names',
  anchor: 'library/xml.sax.handler.html#xml.sax.handler.feature_external_ges',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [611, 918, 827],
  aliases: ['B315', 'B317', 'S315', 'S317', 'py/xxe'],
  advice: 'Leave external entities off; where they are needed, resolve them from a fixed table.',
  question: 'Who writes these documents, and does this parser read the files and addresses that they name?',
  docs: {
    why: 'An entity may be declared as the contents of any file or URL. A parser that fetches it puts /etc/passwd, or what an internal server says, into the document.',
    fails:
      'import xml.sax, xml.sax.handler\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, True)',
    passes:
      'import xml.sax, xml.sax.handler\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, False)',
    evidence: Object.values(evidence),
    limits:
      'Where a parser is told to follow entities, whether the documents are trusted is not looked at. What lxml does without being told depends on its version: that is read from the requirements of the project.',
  },
  messages: {
    on: '{feature} makes the parser read the files and addresses that a document names',
    unknown: 'whether the parser reads files and addresses that a document names depends on {value}',
    handler: 'this handler opens what the document names',
    resolver: 'this resolver opens what the document names',
    network: 'no_network=False lets the document make the parser fetch addresses',
    dtd: '{option} makes the parser load the file that the document names as its type',
    sax: '{source} is parsed, and SAX of Python {release}, on which the project runs, reads the files that it names',
    'perhaps-sax':
      '{source} is parsed, and SAX of Python {release}, on which the project may run, reads the files that it names',
    default: '{source} is parsed, and lxml before {version}, which {admits} admits, reads the files that it names',
    version:
      'lxml before {version} reads the files that a document names unless told not to; {admits}, and {source} is parsed',
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
      fixes: [{ ...leftOff, make: (call, edit) => edit.removeStatement(call) }],
    },
    {
      // lxml.etree.XMLParser(resolve_entities=True)
      kind: 'call',
      to: ['concept:xml-parser'],
      judge: judgeParser,
      fixes: [
        {
          ...leftOff,
          make(call, edit) {
            const on = ['resolve_entities', 'no_network', 'load_dtd', 'dtd_validation', 'attribute_defaults'];
            const name = on.find((each) => edit.argument(call, each)?.truth() === (each !== 'no_network'));
            if (name === undefined) return edit.refuse('the option is passed in another way');
            // Left out, this one is on before lxml 5.
            return name === 'resolve_entities'
              ? edit.setArgument(call, name, undefined, 'False')
              : edit.removeArgument(call, name);
          },
        },
      ],
    },
    {
      // lxml.etree.fromstring(text), lxml.etree.parse(path, parser), lxml.etree.iterparse(path)
      kind: 'call',
      to: ['concept:xml-parse', 'concept:xml-parse-location'],
      judge: judgeDefault,
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
  if (isOff(resolve)) return verdict.pass(call, evidence.off);
  return resolve.isGiven() && resolve.string() === undefined
    ? verdict.open(resolve, 'unknown', { value: resolve.text })
    : undefined;
}

const isOff = (resolve: ValueView) => resolve.truth() === false || resolve.string() === 'internal';

/** A document that lxml parses without being told what to do with entities. */
function judgeDefault(call: CallSite, verdict: Judge<MessageId>) {
  if (/^xml\.(sax|dom\.pulldom)\./.test(call.name)) return judgeSax(call, verdict);
  if (!call.name.startsWith('lxml.') || call.name === 'lxml.etree.HTML') return undefined;
  const document = call.operand();
  if (!document.isGiven()) return undefined;
  const maker = call.name === 'lxml.etree.iterparse' ? call : parserOf(call);
  // Told there: judged there. A parser of HTML, or of who knows where.
  if (maker === undefined || (maker !== 'default' && !maker.argument('resolve_entities').isAbsent())) return undefined;
  if (maker !== 'default' && (maker.argument('html').truth() === true || maker.name.includes('HTML'))) return undefined;
  const origin = document.origin();
  const isHostile = isForeign(origin, call);
  if (!isHostile && origin.provenance !== 'parameter' && origin.provenance !== 'unknown') return undefined;
  const since = (maker !== 'default' && keptOffLater[maker.name]) || keptOff;
  const { answer, requirement } = admitsOlder(call.target, 'lxml', since.lxml);
  if (answer === 'no') return verdict.pass(call, evidence.required);
  const version = since.lxml.join('.');
  const source = origin.provenance === 'unknown' ? document.text : origin.text;
  const older = answer === 'yes' && requirement !== undefined ? said(requirement) : oldPython(call.target, since);
  if (isHostile && older !== undefined) return verdict.fail(document, 'default', { source, version, admits: older });
  const admitted = older ?? (requirement === undefined ? undefined : said(requirement));
  const admits = admitted === undefined ? 'nothing says which the project runs with' : `${admitted} admits that`;
  return verdict.open(document, 'version', { source, version, admits });
}

/** A document that the SAX parser of the library is given: until Python 3.7.1 it followed entities by itself. */
function judgeSax(call: CallSite, verdict: Judge<MessageId>) {
  const document = call.operand();
  const origin = document.origin();
  if (!document.isGiven() || !isForeign(origin, call)) return undefined;
  const state = fixState(call.target, saxKeptOff);
  if (state.kind === 'fixed') return undefined;
  const parameters = { source: origin.text, release: state.release };
  return state.kind === 'missing'
    ? verdict.fail(document, 'sax', parameters)
    : verdict.open(document, 'perhaps-sax', parameters);
}

const said = ({ text, file }: Requirement) => `${text} in ${file}`;

/** A Python that the project says it runs on, and that no lxml is made for which keeps external entities off. */
function oldPython({ minimum, source }: Target, { pythons }: Since): string | undefined {
  const isRunOn = pythons.some(([major, minor]) => minimum[0] === major && minimum[1] >= minor);
  return isRunOn || source === 'default' ? undefined : `Python ${minimum.join('.')}`;
}

/** The call that made the parser; `default`: the call leaves it to lxml, and nobody has changed what that takes. */
function parserOf(call: CallSite): CallSite | 'default' | undefined {
  const parser = call.argument('parser', 1);
  if (!parser.isAbsent() && !parser.isNone()) return parser.callTo('concept:xml-parser');
  const setter = call.name.startsWith('lxml.objectify.')
    ? 'lxml.objectify.set_default_parser'
    : 'lxml.etree.set_default_parser';
  const set = call.callsInProject(setter)[0]?.argument('parser', 0);
  return set === undefined || set.isAbsent() || set.isNone() ? 'default' : set.callTo('concept:xml-parser');
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
