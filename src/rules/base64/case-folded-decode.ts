import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { wordsOf } from '../security-words.ts';

/** Secrets that people copy from a screen; accepting both cases is what their users want. */
const typedByPeople = new Set(['totp', 'hotp', 'otp', 'mfa', '2fa', 'authenticator']);

const rule = defineRule({
  id: 'base64/case-folded-decode',
  code: 'B64-06',
  title: 'Decoding in either case gives the same data several spellings',
  anchor: 'library/base64.html#base64.b32decode',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [178, 180],
  aliases: [],
  advice: 'Leave casefold out, or bring the text to one case before it is compared, stored and decoded.',
  question: 'Does anything compare, cache or look up this text as it is spelled, before or after it is decoded?',
  docs: {
    why:
      'With casefold, `ab` and `AB` decode to the same bytes. Code that compares, caches or revokes the text sees two ' +
      'values where the decoder sees one, which is why the option is off by default.',
    fails: 'import base64, flask\nbase64.b16decode(flask.request.args["id"], casefold=True)',
    passes: 'import base64, flask\nbase64.b16decode(flask.request.args["id"])',
    evidence: ['only one case is accepted', 'the encoded text is part of the program'],
    limits: 'Whether the text is ever compared or stored is not followed; bytes.fromhex and unhexlify are not judged.',
  },
  messages: {
    folded: '{function}() takes both cases for the same data, and {source} chooses the spelling',
    unknown: '{function}() takes both cases for the same data; whether {source} is compared as text is not known',
    option: 'whether {function}() takes both cases depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['base64.b32decode', 'base64.b32hexdecode', 'base64.b16decode'],
    judge(call, verdict) {
      const text = call.argument('s', 0);
      const fold = call.argument('casefold', 1);
      const name = call.name.slice('base64.'.length);
      if (fold.isAbsent() || fold.truth() === false) return verdict.pass(call, 'only one case is accepted');
      if (text.constants() !== undefined) return verdict.pass(text, 'the encoded text is part of the program');
      if (fold.truth() === undefined) return verdict.open(call, 'option', { function: name, option: fold.text });
      const names = [text.lastName ?? '', call.functionName, call.className, ...call.resultNames()];
      if (names.some((each) => wordsOf(each).some((word) => typedByPeople.has(word)))) return undefined;
      const origin = text.origin();
      const parameters = { function: name, source: origin.text };
      const { provenance } = origin;
      if (origin.isHostile) return verdict.fail(fold, 'folded', parameters, { provenance });
      return verdict.open(fold, 'unknown', parameters, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
