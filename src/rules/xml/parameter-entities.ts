import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { never: 'parameter entities are never parsed' } as const;

const rule = defineRule({
  id: 'xml/parameter-entities',
  code: 'XML-04',
  title: 'Parsing parameter entities hands the external parts of a document type to the program’s handler',
  anchor: 'library/pyexpat.html#xml.parsers.expat.xmlparser.SetParamEntityParsing',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [611, 827],
  aliases: [],
  advice: 'Delete the call; Expat leaves parameter entities alone by default.',
  question: 'Who writes these documents, and what does the handler open when they ask for an external document type?',
  docs: {
    why: 'External document types are where attackers put the entities that send files elsewhere. With this setting Expat asks the handler for them.',
    fails:
      'from xml.parsers import expat\np = expat.ParserCreate()\np.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)',
    passes:
      'from xml.parsers import expat\np = expat.ParserCreate()\np.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)',
    evidence: Object.values(evidence),
    limits: 'Without an ExternalEntityRefHandler nothing is fetched; whether there is one is not looked at.',
  },
  messages: {
    parsed: '{flag} makes the parser ask for external document types',
    foreign: 'UseForeignDTD() makes the parser ask for a document type even when there is none',
    unknown: 'whether the parser asks for external document types depends on {flag}',
  },
  on: [
    {
      kind: 'call',
      to: ['xml.parsers.expat.XMLParserType.SetParamEntityParsing', 'pyexpat.XMLParserType.SetParamEntityParsing'],
      judge(call, verdict) {
        const flag = call.argument('flag', 0);
        const number = flag.number();
        const isName = (name: string) => flag.is(`xml.parsers.expat.${name}`, `pyexpat.${name}`);
        if (number === 0 || isName('XML_PARAM_ENTITY_PARSING_NEVER')) return verdict.pass(call, evidence.never);
        const isOn = isName('XML_PARAM_ENTITY_PARSING_ALWAYS') || isName('XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE');
        if (number !== undefined || isOn) return verdict.fail(flag, 'parsed', { flag: flag.text });
        return verdict.open(flag, 'unknown', { flag: flag.text });
      },
    },
    {
      kind: 'call',
      to: ['xml.parsers.expat.XMLParserType.UseForeignDTD', 'pyexpat.XMLParserType.UseForeignDTD'],
      judge(call, verdict) {
        const flag = call.argument('flag', 0);
        if (flag.isAbsent() || flag.truth() === true) return verdict.fail(call, 'foreign', {}, inCode);
        return flag.truth() === false
          ? verdict.pass(call, evidence.never)
          : verdict.open(flag, 'unknown', { flag: flag.text });
      },
    },
  ],
});

export default quietInTests(rule);
