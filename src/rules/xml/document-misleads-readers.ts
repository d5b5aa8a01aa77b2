import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'xml/document-misleads-readers',
  code: 'XML-53',
  title: 'A document is not the same for all that read it',
  anchor: 'library/xml.html#xml-security',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [436, 838],
  aliases: [],
  advice: 'Refuse it, or write it anew as UTF-8 with the parser that you trust.',
  question: 'Is the program that checks this document the one that uses it?',
  docs: {
    why: 'What checks a document and what uses it may be two parsers. Where they take its encoding, its declarations or its mistakes differently, the check saw another document: an encoding that a search for DOCTYPE does not see through hides entities from it.',
    fails: 'file feed.xml\n  utf16 "<?xml version=\\"1.0\\"?><!DOCTYPE r [<!ENTITY e \\"x\\">]><r>&e;</r>"',
    passes: 'file feed.xml\n  text "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?><r>é</r>"',
    evidence: ['it is well-formed, and its encoding is what it says'],
    limits: 'Whether it is valid by its schema or document type is not looked at.',
  },
  messages: {
    'hidden-declarations':
      'its declarations are written in {found}, where nothing that looks for them as text finds them ({declared} is declared)',
    'encoding-disagrees': 'it is written in {found}, and {declared} is declared: parsers believe the one or the other',
    'encoding-unmarked': 'it is written in {found} without a byte order mark: some parsers guess it, others refuse it',
    'encoding-rare':
      'it is written in {found}, and {declared} is declared, which parsers read differently or not at all',
    malformed: 'it is not well-formed: {what}',
    'predefined-changed':
      'the entity {name} is declared to be something else than what it stands for without a declaration',
    'declared-behind':
      'the entity {name} is declared behind a reference to a parameter entity, where ElementTree and minidom do not look, and SAX and lxml do',
  },
  on: {
    kind: 'data',
    formats: ['xml'],
    concerns: [
      'xml:hidden-declarations',
      'xml:encoding-disagrees',
      'xml:encoding-unmarked',
      'xml:encoding-rare',
      'xml:malformed',
      'xml:predefined-changed',
      'xml:declared-behind',
    ],
  },
});
