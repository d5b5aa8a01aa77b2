import { defineRule } from '../../rulekit/index.ts';
import { compressedFormats } from './compressed-formats.ts';

export default defineRule({
  id: 'zipfile/members-unread',
  code: 'ZIP-55',
  title: 'An archive holds what could not be looked at',
  anchor: 'library/zipfile.html#from-file-itself',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [506, 434],
  aliases: [],
  advice: 'Unpack it where nothing can come to harm and check what is in it, or ask for an archive that can be read.',
  question: 'Do you know what is in the archive, and that nobody else could have put it there?',
  docs: {
    why: 'What a checker cannot open it cannot vouch for. Encrypted members, compression that is not known and nested archives of other kinds have carried pickles and programs past scanners that took silence for a good sign.',
    fails: 'file model.7z\n  hex 37 7a bc af 27 1c 00 04',
    passes: 'file letter.7z\n  text "a letter"',
    evidence: ['every member was looked into'],
    limits: 'Archives of 7-Zip are recognised and not opened; nothing is decrypted, with whatever password.',
  },
  messages: {
    'members-unread': 'heed does not open 7z archives: nothing is known of what is in this one',
    encrypted: '{name} is encrypted: nothing is known of what is in it',
    'method-unknown': '{name} is packed with method {method}, which heed does not know',
    damaged: '{name} is damaged, and only what came before that was looked at: {why}',
    undecoded: '{name} could not be unpacked: {why}',
    truncated: 'the archive ends before {what} is whole',
    'no-directory': 'the archive has no directory: Python refuses it, readers that stream do not',
  },
  on: [
    { kind: 'data', formats: ['7z'], concerns: ['7z:members-unread'] },
    {
      kind: 'data',
      formats: ['zip', 'tar', ...compressedFormats],
      concerns: [
        'zip:encrypted',
        'zip:method-unknown',
        'zip:damaged',
        'zip:no-directory',
        'tar:truncated',
        'tar:damaged',
        ...compressedFormats.map((format) => `${format}:damaged` as const),
        ...compressedFormats.map((format) => `${format}:undecoded` as const),
      ],
    },
  ],
});
