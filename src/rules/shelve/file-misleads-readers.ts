import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'shelve/file-misleads-readers',
  code: 'SHV-51',
  title: 'The files of a shelf are not what its readers take them for',
  anchor: 'library/shelve.html#shelve-security',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502, 436],
  aliases: [],
  advice:
    'Do not open the shelf. Get its files again from where they were made, all of them, or move the data to a format without pickles.',
  question: 'Do you know what wrote these files, and that nobody has put another beside them?',
  docs: {
    why: 'A shelf is opened by its name without an ending: which of several files is read, and by which library, is found out by looking. What the index of one says is taken as it stands, and values that are computed or hidden are unpickled like others.',
    fails: 'file users.dir\n  | \'alice\', (0, harmless())\nfile users.dat\n  text "a"',
    passes: 'file users.dir\n  | \'alice\', (0, 1)\nfile users.dat\n  text "a"',
    evidence: ['the database is well formed, and each of its values was looked at'],
    limits:
      'Who can write to the files and to their folder is not seen; rows that were deleted one by one are not looked for.',
  },
  messages: {
    'index-code':
      'a line of the index calls or looks up something where a plain literal belongs, and is run by Python 2: {line}',
    'index-deep': "a line of the index is nested so deep that Python's parser gives up on it, or crashes",
    'index-unreadable': 'the index cannot be read: {why}',
    'value-misplaced': 'the value of {key} has a place that no database gives: reading it reads something else',
    'value-cut-short': 'the value of {key} reaches beyond the end of the data',
    'values-overlap': 'the values of {key} and {other} overlap',
    'other-file-first': '{other} lies beside it, and is read in its place where Python has the library for it',
    'value-computed': 'the values of the shelf are not stored in it but computed while it is read: {sql}',
    damaged: 'page {page} of the database is damaged ({why}): what is on it is not known',
    journal: '{journal} lies beside the database, and changes it when it is opened',
    'value-unread': '{row} has {size} bytes, which are too many to look into',
    limit: '{limit}: the rest of it was not looked at',
    'too-deep': '{name} lies in more than {depth} containers, and was not looked into',
  },
  on: {
    kind: 'data',
    formats: ['dumb-dbm', 'sqlite'],
    concerns: [
      'dbm:index-code',
      'dbm:index-deep',
      'dbm:index-unreadable',
      'dbm:value-misplaced',
      'dbm:value-cut-short',
      'dbm:values-overlap',
      'dbm:other-file-first',
      'sqlite:value-computed',
      'sqlite:damaged',
      'sqlite:journal',
      'sqlite:value-unread',
      'data:limit',
      'data:too-deep',
    ],
  },
});
