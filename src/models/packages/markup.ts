// Templates, HTML and XML outside the standard library: Jinja, Mako, MarkupSafe, bleach, lxml, defusedxml.

import {
  cleaner,
  concept,
  everyCall,
  libraryClass,
  passes,
  type Row,
  returns,
  signature,
  twin,
  under,
} from '../model.ts';

/** defusedxml repeats the parsing functions of the standard library, module by module. */
const defused: Readonly<Record<string, string>> = {
  ElementTree: 'parse iterparse fromstring fromstringlist XML XMLParse',
  cElementTree: 'parse iterparse fromstring XML',
  minidom: 'parse parseString',
  pulldom: 'parse parseString',
  sax: 'parse parseString make_parser',
  expatbuilder: 'parse parseString',
  lxml: 'parse fromstring iterparse XML',
};

/** What lxml's parsers of XML and `iterparse` can be told, by keyword only. */
const lxmlOptions =
  'encoding=, attribute_defaults=, dtd_validation=, load_dtd=, no_network=, decompress=, ns_clean=, recover=, schema=, huge_tree=, remove_blank_text=, resolve_entities=, remove_comments=, remove_pis=, strip_cdata=, collect_ids=, compact=';

export const markup = (): readonly Row[] => [
  twin('jinja2.environment.Environment', 'jinja2.Environment'),
  twin('jinja2.environment.Template', 'jinja2.Template'),
  twin('jinja2.Markup', 'markupsafe.Markup'),
  twin('jinja2.escape', 'markupsafe.escape'),
  twin('flask.Markup', 'markupsafe.Markup'),
  twin('flask.escape', 'markupsafe.escape'),
  libraryClass('jinja2.Environment'),
  libraryClass('jinja2.sandbox.SandboxedEnvironment', 'jinja2.Environment'),
  libraryClass('jinja2.sandbox.ImmutableSandboxedEnvironment', 'jinja2.sandbox.SandboxedEnvironment'),
  libraryClass('jinja2.Template'),
  returns('jinja2.Environment.from_string', 'jinja2.Template'),
  returns('jinja2.Environment.get_template', 'jinja2.Template'),
  ...everyCall('template-from-text', ['jinja2.Template', 'jinja2.Environment.from_string'], 'source', 0),
  ...everyCall(
    'template-from-text',
    ['mako.template.Template', 'chameleon.PageTemplate', 'genshi.template.MarkupTemplate'],
    undefined,
    0,
  ),
  concept('markupsafe.Markup', 'html-mark-safe', 'object', 0),
  concept('markupsafe.escape', 'html-escape', 's', 0),
  ...'markupsafe.escape markupsafe.escape_silent markupsafe.Markup bleach.clean nh3.clean nh3.escape'
    .split(' ')
    .map(passes),
  cleaner('markupsafe.escape', 'markup'),
  cleaner('markupsafe.escape_silent', 'markup'),
  cleaner('bleach.clean', 'markup'),
  cleaner('nh3.clean', 'markup'),
  cleaner('nh3.escape', 'markup'),

  ...under('lxml.etree', 'fromstring XML HTML XMLID fromstringlist').map((name) =>
    concept(name, 'xml-parse', 'text', 0),
  ),
  ...under('lxml.objectify', 'fromstring XML').map((name) => concept(name, 'xml-parse', 'text', 0)),
  ...everyCall(
    'xml-parse-location',
    ['lxml.etree.parse', 'lxml.etree.parseid', 'lxml.etree.iterparse', 'lxml.objectify.parse'],
    'source',
    0,
  ),
  ...everyCall(
    'xml-parser',
    under('lxml.etree', 'XMLParser ETCompatXMLParser XMLPullParser iterparse'),
    'resolve_entities',
  ),
  ...under('lxml.etree', 'XMLParser ETCompatXMLParser').map((name) => signature(name, `*, ${lxmlOptions}, target=`)),
  signature('lxml.etree.iterparse', `source, events=, *, tag=, html=, ${lxmlOptions}`),
  signature('lxml.etree.XMLPullParser', `events=, *, tag=, base_url=, ${lxmlOptions}`),
  ...everyCall('xml-transform', under('lxml.etree', 'XSLT XPath'), undefined, 0),
  ...everyCall('xml-parse', ['xmltodict.parse', 'untangle.parse'], undefined, 0),
  ...Object.entries(defused).flatMap(([module, names]) =>
    everyCall('xml-parse-hardened', under(`defusedxml.${module}`, names)),
  ),
  ...everyCall('xml-parse-hardened', ['defusedxml.defuse_stdlib', 'defusedxml.xmlrpc.monkey_patch']),
  ...under('defusedxml.ElementTree', 'fromstring XML').map((name) => returns(name, 'xml.etree.ElementTree.Element')),
  returns('defusedxml.ElementTree.parse', 'xml.etree.ElementTree.ElementTree'),
  returns('defusedxml.minidom.parse', 'xml.dom.minidom.Document'),
  returns('defusedxml.minidom.parseString', 'xml.dom.minidom.Document'),
];
