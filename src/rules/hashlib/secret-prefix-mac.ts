import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { purposeOf } from '../security-words.ts';
import { namesAround, passwordIn, secretPrefixOf } from './digest-purpose.ts';

const rule = defineRule({
  id: 'hashlib/secret-prefix-mac',
  code: 'HASH-10',
  title: 'A hash of key and message is no authentication code: it can be extended without the key',
  anchor: 'library/hmac.html',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [327, 328, 354],
  aliases: [],
  advice: 'Use hmac.new(key, message, "sha256"), or blake2b(message, key=key).',
  question: 'Does anyone take this digest as a proof that the message comes from an owner of the key?',
  docs: {
    why:
      'MD5, SHA-1 and SHA-2 can be continued from their digest. Someone who has one message with its code can append data ' +
      'and compute the code of the longer message without knowing the key.',
    fails:
      'import hashlib\ndef sign(secret_key, message):\n    return hashlib.sha256(secret_key + message).hexdigest()',
    passes:
      'import hashlib, hmac\ndef sign(secret_key, message):\n    return hmac.new(secret_key, message, "sha256").hexdigest()',
    evidence: ['hmac puts key and message together'],
    limits: 'Keys are recognised by their names; messages of a fixed length cannot be extended, which is not seen.',
  },
  messages: {
    prefix: '{function}() of {name} and more data can be extended by someone who does not know {name}',
    unknown:
      '{function}() of {name} and more data can be extended; whether the digest is an authentication code is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:weak-hash', 'hashlib.sha224', 'hashlib.sha256', 'hashlib.sha384', 'hashlib.sha512', 'hashlib.new'],
      judge(call, verdict) {
        if (passwordIn(call) !== undefined || isOther(call)) return undefined;
        const name = secretPrefixOf(call);
        if (name === undefined) return undefined;
        const parameters = { function: call.callee.text, name };
        if (namesAround(call).some((each) => purposeOf(each) === 'security')) {
          return verdict.fail(call, 'prefix', parameters, { severity: 'high' });
        }
        return verdict.open(call, 'unknown', parameters, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['hmac.new', 'hmac.HMAC', 'hmac.digest'],
      judge(call, verdict) {
        return verdict.pass(call, 'hmac puts key and message together');
      },
    },
  ],
});

/** SHA-3 and BLAKE2 cannot be continued from a digest. */
function isOther(call: CallSite): boolean {
  return (
    call.name === 'hashlib.new' &&
    !/^(md5|sha-?1|sha-?(2|5)\d\d(_256)?|sha384)$/i.test(call.argument('name', 0).string() ?? '')
  );
}

export default quietInTests(rule);
