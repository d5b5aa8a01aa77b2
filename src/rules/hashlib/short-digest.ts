import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { sharedPurpose } from '../security-words.ts';
import { namesAround } from './digest-purpose.ts';

const shortest = 16;

const rule = defineRule({
  id: 'hashlib/short-digest',
  code: 'HASH-11',
  title: 'A digest of a few bytes can be hit by trying',
  anchor: 'library/hashlib.html#blake2',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [328, 1240],
  aliases: [],
  advice: 'Ask for 16 bytes or more, 32 where collisions matter.',
  question: 'How many bytes does this digest have, and what does somebody gain who finds other data with the same?',
  docs: {
    why:
      'BLAKE2 and SHAKE give digests of any length. Finding an input for an n-bit digest takes 2^n guesses, a collision ' +
      'only 2^(n/2), so that 8 bytes protect nothing that others gain from forging.',
    fails: 'import hashlib\ndef sign(message):\n    return hashlib.blake2b(message, digest_size=8).hexdigest()',
    passes: 'import hashlib\ndef sign(message):\n    return hashlib.blake2b(message, digest_size=32).hexdigest()',
    evidence: ['the digest is long enough'],
    limits: 'What the digest is for is read from names; a longer digest that is cut afterwards is not seen.',
  },
  messages: {
    short: 'the digest has {length} bytes, and {name} says that security hangs on it',
    unknown: 'how long the digest is depends on {option}, and {name} says that security hangs on it',
  },
  on: {
    kind: 'call',
    to: [
      'hashlib.blake2b',
      'hashlib.blake2s',
      '_hashlib.HASHXOF.digest',
      '_hashlib.HASHXOF.hexdigest',
      'hashlib._VarLenHash.digest',
      'hashlib._VarLenHash.hexdigest',
    ],
    judge(call, verdict) {
      const size = sizeOf(call);
      if (!size.isGiven()) return undefined;
      const purpose = sharedPurpose(namesAround(call));
      if (purpose?.purpose !== 'security') return undefined;
      const length = size.number();
      const { name } = purpose;
      if (length === undefined) return verdict.open(size, 'unknown', { option: size.text, name }, { severity: 'low' });
      return length < shortest
        ? verdict.fail(size, 'short', { length, name })
        : verdict.pass(size, 'the digest is long enough');
    },
  },
});

function sizeOf(call: CallSite): ValueView {
  return call.name.includes('.blake2') ? call.argument('digest_size') : call.argument('length', 0);
}

export default quietInTests(rule);
