import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'base64/text-hides-payload',
  code: 'B64-51',
  title: 'Encoded text hides what runs code when it is loaded',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [506, 502],
  aliases: [],
  advice: 'Find out who decodes the text, and for what; ship data as data, and programs as files that can be seen.',
  question: 'Do you know what decodes this text, and what is done with what it gives?',
  docs: {
    why:
      'Encoding hides nothing from who decodes it, and everything from who only looks: pickles and programs travel in ' +
      'strings of JSON, in settings and in notebooks past whatever looks at files.',
    fails: 'file settings.json\n  | {"state": "gASVDgAAAAAAAAB9lIwBYZRdlChLAUsCZXMu"}',
    passes: 'file settings.json\n  | {"icon": "data:image/png;base64,iVBORw0KGgo="}',
    evidence: ['what the text decodes to is neither a pickle nor a program'],
    limits:
      'Found are texts of 24 characters or more in Base64, hexadecimal digits, Base32, Base85, uuencode or escapes, ' +
      'which begin what they are found in or stand behind a sign that is none of theirs.',
  },
  messages: {
    hostile: '{what} that does harm when it is loaded is written as text ({encoding})',
    disguised:
      '{what} is written as text ({encoding}) with other characters between, so that only a lenient decoder sees it',
    pickle: '{what} is written as text ({encoding})',
    program: '{what} is written as text ({encoding})',
    cut: '{what} is written as text ({encoding}) that is too long to be looked at whole',
    limit: 'not all of the text was looked at: {limit}',
    'too-deep': '{name} lies in {depth} containers and was not looked into',
  },
  on: {
    kind: 'data',
    formats: ['text'],
    concerns: [
      'text:hostile',
      'text:disguised',
      'text:pickle',
      'text:program',
      'text:cut',
      'data:limit',
      'data:too-deep',
    ],
  },
});
