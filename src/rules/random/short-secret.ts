import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namesOfResult } from '../result-name.ts';
import { mostSecret, wordsOf } from '../security-words.ts';

const shortest = 16;
/** Fewer bytes are found by whoever can try at leisure; up to there, trying over a network takes too long. */
const fewest = 8;
/** Names of things that need to differ, not to be secret. */
const plainWords = new Set(
  'suffix prefix name filename file path tag label id ids uid slug color colour dir directory run job request trace span boundary node key'.split(
    ' ',
  ),
);
/** Codes that are typed, and are valid for minutes. */
const typedWords = new Set(['otp', 'totp', 'pin', 'code', 'captcha', 'passcode', 'mfa', 'sms']);

const rule = defineRule({
  id: 'random/short-secret',
  code: 'RND-05',
  title: 'A secret of a few bytes can be found by trying',
  anchor: 'library/secrets.html#how-many-bytes-should-tokens-use',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [331, 521],
  aliases: [],
  advice: 'Leave the length out, or ask for 16 bytes or more.',
  question: 'Can guesses of this secret be tried without asking the server, and how long is it valid?',
  docs: {
    why:
      'The number of bytes decides how many guesses a secret withstands; the documentation judges 32 to be enough. ' +
      'token_hex(8) has 16 characters, but only 8 bytes.',
    fails: 'import secrets\nreset_token = secrets.token_hex(4)',
    passes: 'import secrets\nreset_token = secrets.token_hex(32)',
    evidence: ['the secret is long enough', 'the default length is used'],
    limits: 'Whether guesses are limited in number is not seen.',
  },
  messages: {
    short: '{name} has only {length} bytes, which are {bits} bits to guess',
    scant:
      '{name} has {bits} bits: enough against guesses over a network; whether it can be tried elsewhere is not known',
    few: '{name} is one of {count} values, which can be tried one after the other',
    unnamed: '{function}({length}) has only {length} bytes; whether that is a secret is not known',
    length: 'how long {function}() makes the secret depends on {option}',
  },
  on: [
    {
      kind: 'call',
      to: ['secrets.token_bytes', 'secrets.token_hex', 'secrets.token_urlsafe'],
      judge(call, verdict) {
        const size = call.argument('nbytes', 0);
        // def token_hex(nbytes): what for, its callers know
        const isHandedOver = call.enclosingFunction()?.parameters.includes(size.lastName ?? '') ?? false;
        const names = [...namesOfResult(call), call.functionName].filter(
          (name) => !isHandedOver || name !== call.functionName,
        );
        const secret = mostSecret(names);
        if (size.isAbsent() || size.isNone()) return verdict.pass(call, 'the default length is used');
        const length = size.number();
        const parameters = { function: call.callee.text };
        if (length === undefined) {
          if (secret?.secrecy !== 'secret') return undefined;
          const subject = size.isGiven() ? size : call;
          return verdict.open(subject, 'length', { ...parameters, option: subject.text }, { severity: 'low' });
        }
        // AES-GCM and ChaCha20 take 12 bytes.
        const isNonce = names.some((name) => /^(nonce|iv)$/.test(wordsOf(name).at(-1) ?? ''));
        if (length >= (isNonce ? 12 : shortest)) return verdict.pass(size, 'the secret is long enough');
        if (secret?.secrecy === 'secret') {
          const named = { name: secret.name, length, bits: length * 8 };
          if (length >= fewest) return verdict.open(size, 'scant', named, { severity: 'low' });
          return verdict.fail(size, 'short', named);
        }
        if (names.some((name) => plainWords.has(wordsOf(name).at(-1) ?? ''))) return undefined;
        return verdict.open(size, 'unnamed', { ...parameters, length }, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['secrets.randbelow', 'secrets.randbits'],
      judge(call, verdict) {
        const names = [...namesOfResult(call), call.functionName];
        const secret = mostSecret(names);
        if (secret?.secrecy !== 'secret') return undefined;
        if (names.flatMap(wordsOf).some((word) => typedWords.has(word))) return undefined;
        const limit = call.argument(undefined, 0);
        const number = limit.number();
        if (number === undefined) return undefined;
        const bits = call.name.endsWith('randbits') ? number : Math.log2(Math.max(number, 1));
        if (bits >= 64) return verdict.pass(limit, 'the secret is long enough');
        const count = call.name.endsWith('randbits') ? `2**${number}` : number;
        return verdict.fail(limit, 'few', { name: secret.name, count });
      },
    },
  ],
});

export default quietInTests(rule);
