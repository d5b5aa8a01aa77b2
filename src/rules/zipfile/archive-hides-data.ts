import { defineRule } from '../../rulekit/index.ts';
import { compressedFormats } from './compressed-formats.ts';

export default defineRule({
  id: 'zipfile/archive-hides-data',
  code: 'ZIP-54',
  title: 'Something hides in an archive where its readers do not look',
  anchor: 'library/zipfile.html#from-file-itself',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [506, 434, 351],
  aliases: [],
  advice: 'Pack the members anew and throw the rest away; find out who put it there.',
  question: 'Do you know what the bytes are that no member accounts for, or what runs when Python starts?',
  docs: {
    why: 'Between members, before the first and behind the last there is room for anything: a pickle that another loader finds, a second archive, a program. A file that is two formats at once is checked as the one and loaded as the other.',
    fails:
      'file letter.zip\n  zip\n    entry letter.txt\n      text "hello"\n  hex 7f 45 4c 46 02 01 01 00 aa bb cc dd',
    passes: 'file letter.zip\n  zip\n    entry letter.txt\n      text "hello"',
    evidence: ['every byte belongs to what its readers read'],
    limits: 'What is enciphered, or packed in ways that are not known, looks like noise.',
  },
  messages: {
    hidden: '{what} lies at {offset}, in bytes that no reader of this format looks at',
    'two-formats': 'the file is {one} and {other} at once: which one is loaded depends on the loader',
    unread: '{bytes} bytes belong to nothing that a reader would read, the most of them at {offset}',
    'runs-at-start': '{name} is run whenever Python starts, once it is installed',
    disguised: '{name} is {what}, whatever its name says',
    'no-source': '{name} is compiled code without its source',
  },
  on: {
    kind: 'data',
    formats: ['zip', 'tar', ...compressedFormats],
    concerns: ['data:hidden', 'data:two-formats', 'data:unread', 'zip:runs-at-start', 'zip:disguised', 'zip:no-source'],
  },
});
