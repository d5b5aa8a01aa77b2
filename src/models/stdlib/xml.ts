// XML parsers of the library, what loosens them, and escaping.

import { cleaner, concept, everyCall, type Row, twin, under } from '../model.ts';

const etree = 'xml.etree.ElementTree';

export const xml = (): readonly Row[] => [
  twin('pyexpat.*', 'xml.parsers.expat.*'),
  twin('_elementtree.*', `${etree}.*`),
  twin('xml.etree.cElementTree.*', `${etree}.*`),
  twin('cElementTree.*', `${etree}.*`),
  twin('elementtree.ElementTree.*', `${etree}.*`),

  ...everyCall('xml-parse', under(etree, 'fromstring XML XMLID'), 'text', 0),
  concept(`${etree}.fromstringlist`, 'xml-parse', 'sequence', 0),
  ...everyCall('xml-parse-location', under(etree, 'parse iterparse'), 'source', 0),
  concept(`${etree}.ElementTree`, 'xml-parse-location', 'file', 1),
  concept(`${etree}.ElementTree.parse`, 'xml-parse-location', 'source', 0),
  concept(`${etree}.canonicalize`, 'xml-parse', 'xml_data', 0),
  concept(`${etree}.XMLPullParser.feed`, 'xml-parse', 'data', 0),
  concept(`${etree}.XMLParser.feed`, 'xml-parse', 'data', 0),
  ...everyCall('xml-parser', under(etree, 'XMLParser XMLPullParser')),

  concept('xml.dom.minidom.parseString', 'xml-parse', 'string', 0),
  concept('xml.dom.minidom.parse', 'xml-parse-location', 'file', 0),
  concept('xml.dom.pulldom.parseString', 'xml-parse', 'string', 0),
  concept('xml.dom.pulldom.parse', 'xml-parse-location', 'stream_or_string', 0),
  ...everyCall('xml-parse', under('xml.dom.expatbuilder', 'parseString parseFragmentString'), 'string', 0),
  ...everyCall('xml-parse-location', under('xml.dom.expatbuilder', 'parse parseFragment'), 'file', 0),
  concept('xml.dom.xmlbuilder.DOMBuilder.parse', 'xml-parse-location', 'input', 0),
  concept('xml.dom.xmlbuilder.DOMBuilder.parseURI', 'xml-parse-location', 'uri', 0),
  concept('xml.sax.parseString', 'xml-parse', 'string', 0),
  concept('xml.sax.parse', 'xml-parse-location', 'source', 0),
  ...everyCall(
    'xml-parse-location',
    ['xml.sax.xmlreader.XMLReader.parse', 'xml.sax.expatreader.ExpatParser.parse'],
    'source',
    0,
  ),
  ...everyCall(
    'xml-parse',
    ['xml.sax.xmlreader.IncrementalParser.feed', 'xml.sax.expatreader.ExpatParser.feed'],
    'data',
    0,
  ),
  ...everyCall('xml-parser', [
    'xml.sax.make_parser',
    'xml.sax.expatreader.create_parser',
    'xml.sax.expatreader.ExpatParser',
  ]),
  concept('xml.sax.saxutils.prepare_input_source', 'xml-parse-location', 'source', 0),
  concept('xml.parsers.expat.ParserCreate', 'xml-parser', 'encoding', 0),
  concept('xml.parsers.expat.XMLParserType.Parse', 'xml-parse', 'data', 0),
  concept('xml.parsers.expat.XMLParserType.ParseFile', 'xml-parse', 'file', 0),
  concept('xmlrpc.client.loads', 'xml-parse', 'data', 0),
  concept('xmlrpc.client.gzip_decode', 'decompress', 'data', 0),
  concept('xml.etree.ElementInclude.include', 'xml-include', 'elem', 0),

  ...everyCall('xml-escape', under('xml.sax.saxutils', 'escape quoteattr'), 'data', 0),
  cleaner('xml.sax.saxutils.quoteattr', 'markup'),
];
