import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'xml/document-reaches-out',
  code: 'XML-52',
  title: 'A document asks for files or for places on the network',
  anchor: 'library/xml.html#xml-security',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [611, 827, 918],
  aliases: [],
  advice:
    'Do not parse it with external entities, XInclude or stylesheets turned on; defusedxml refuses such documents.',
  question: 'Does anything that reads this document follow what it names, and who wrote it?',
  docs: {
    why: 'An entity can stand for a file of the machine that parses, or for an address inside its network, and what is found there ends up in the result or on its way to somebody else. Parsers of the standard library do not follow it by default; SAX and lxml can be told to, and other programs do.',
    fails: 'file feed.xml\n  text "<!DOCTYPE r [<!ENTITY e SYSTEM \\"file:///etc/hostname\\">]><r>&e;</r>"',
    passes:
      'file picture.svg\n  text "<!DOCTYPE svg PUBLIC \\"-//W3C//DTD SVG 1.1//EN\\" \\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\\"><svg/>"',
    evidence: ['all that it names is beside it, or published'],
    limits:
      'Addresses that are put together by declarations outside the document are not known, nor are links that only browsers follow.',
  },
  messages: {
    'external-dtd': 'the declarations of {name} are at {address}, {place}',
    'external-entity': 'the entity {name} stands for {address}, {place}',
    'external-parameter': 'the parameter entity {name} stands for {address}, {place}',
    inclusion: '{name} includes {address}, {place}',
    'text-inclusion': '{name} includes the text of {address}, {place}',
    'schema-hint': '{name} says that the schema is at {address}, {place}',
    'schema-import': '{name} takes a schema from {address}, {place}',
    stylesheet: 'a stylesheet is taken from {address}, {place}',
    'stylesheet-import': '{name} takes a stylesheet from {address}, {place}',
    program: 'the stylesheet calls functions of {address}, which processors that know it run as programs',
  },
  on: {
    kind: 'data',
    formats: ['xml'],
    concerns: [
      'xml:external-dtd',
      'xml:external-entity',
      'xml:external-parameter',
      'xml:inclusion',
      'xml:text-inclusion',
      'xml:schema-hint',
      'xml:schema-import',
      'xml:stylesheet',
      'xml:stylesheet-import',
      'xml:program',
    ],
  },
});
