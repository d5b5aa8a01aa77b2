import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'base64/text-not-canonical',
  code: 'B64-52',
  title: 'Base64 is written in a way that decoders do not agree about',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [436, 838],
  aliases: [],
  advice: 'Encode it again from the bytes, and decode with validate=True what others write.',
  question: 'Which decoder reads this text, and does anything compare or sign the text itself?',
  docs: {
    why:
      'b64decode() passes over foreign characters and stops at the padding; other decoders refuse, or read on. Bits ' +
      'behind the last byte are dropped, so that several texts stand for the same bytes. No encoder writes such text: it ' +
      'shows one thing to a checker and another to the program, or escapes a list of what was seen before.',
    fails: 'file page.json\n  | {"icon": "data:image/png;base64,iVBORw0KGgp="}',
    passes: 'file page.json\n  | {"icon": "data:image/png;base64,iVBORw0KGgo="}',
    evidence: ['every decoder reads the same bytes from the text'],
    limits:
      'Looked at is what says that it is Base64 (data URLs, PEM) and what decodes to something known. Missing padding and ' +
      'line breaks are taken for meant.',
  },
  messages: {
    foreign:
      '{count} characters of {what} are outside the alphabet: lenient decoders pass over them, strict ones refuse',
    'after-padding': 'more stands behind the padding of {what}, which Python does not decode and others do',
    'stray-padding': 'padding stands in the midst of {what}',
    'trailing-bits': 'bits are set behind the last byte of {what}: another text stands for the same bytes',
    mixed: '{what} is written in both alphabets, and what decoders make of that differs',
  },
  on: {
    kind: 'data',
    formats: ['text'],
    concerns: ['text:foreign', 'text:after-padding', 'text:stray-padding', 'text:trailing-bits', 'text:mixed'],
  },
});
