import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'zipfile/archive-escapes',
  code: 'ZIP-52',
  title: 'An archive writes outside the folder that it is unpacked into',
  anchor: 'library/zipfile.html#zipfile.ZipFile.extractall',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [22, 59, 36, 67],
  aliases: [],
  advice: 'Do not unpack it with tools that join names to a folder; refuse names that leave it, and links.',
  question: 'Is the archive only ever unpacked by what checks names, on systems that take them as they are?',
  docs: {
    why: 'Names with .. or a drive, absolute names and links make whoever joins them to a folder write wherever the archive says: over a program, a key, a start file. zipfile drops these parts when it extracts; programs that build paths themselves, and many other tools, do not.',
    fails: 'file themes.zip\n  zip\n    entry ../../.bashrc\n      text "echo hello\\n"',
    passes: 'file themes.zip\n  zip\n    entry dark/style.css\n      text "a { }\\n"',
    evidence: ['every member stays below the folder that it is unpacked into'],
    limits: 'Links are followed by their text; what already lies in the folder is not known.',
  },
  messages: {
    'leaves-folder':
      '{name} leads out of the folder: Python’s zipfile drops the dots, whoever joins it to a path writes outside',
    'absolute-name':
      '{name} names a place by itself: Python’s zipfile makes it relative, whoever joins it to a path writes there',
    'link-leaves-folder':
      '{name} is a link to {target}, outside the folder: zipfile writes it as a file, tools that make links let others read or write there',
    'through-link': '{name} is written through the link {link} by tools that make links',
    'special-file': '{name} is no file, folder or link, but something else, such as a device',
    'set-user-id': '{name} is marked to run with the rights of its owner or group',
    'awkward-name': '{name}: {why}',
    'folder-with-content': '{name} is a folder, and has content, which some readers skip and others write',
  },
  on: {
    kind: 'data',
    formats: ['zip'],
    concerns: [
      'zip:leaves-folder',
      'zip:absolute-name',
      'zip:link-leaves-folder',
      'zip:through-link',
      'zip:special-file',
      'zip:set-user-id',
      'zip:awkward-name',
      'zip:folder-with-content',
    ],
  },
});
