import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { schemeAmong } from '../security-words.ts';
import { hashesNothing, inputsOf, namesAround, passwordIn, purposeOfDigest, secretPrefixOf } from './digest-purpose.ts';

const weakNames = /^(md2|md4|md5|md5-?sha1|sha|sha0|sha-?1|ripemd|ripemd-?160|rmd160|mdc2)$/i;
const identifierSources = [
  'concept:secure-random',
  'concept:secret-token',
  'concept:random-number',
  'concept:guessable-value',
  'os.urandom',
];

const bookkeeping = 'the names around it speak of a cache key, an ETag or other bookkeeping';

const rule = defineRule({
  id: 'hashlib/weak-algorithm',
  code: 'HASH-01',
  alsoCodes: ['HASH-02'],
  title: 'MD5 and SHA-1 let an attacker make two inputs with the same digest',
  anchor: 'library/hashlib.html#hashlib-usedforsecurity',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [327, 328, 916],
  aliases: ['B303', 'B324', 'S303', 'S324'],
  advice: 'Use hashlib.sha256 or blake2b; where no security hangs on the digest, say usedforsecurity=False.',
  question: 'What would somebody gain who can make two inputs with the same digest here?',
  docs: {
    why:
      'Collisions of MD5 and SHA-1 can be computed, so a digest of theirs no longer shows that data is genuine. The ' +
      'parameter usedforsecurity states whether that matters; leaving it out says that it does, and fails on FIPS builds.',
    fails: 'import hashlib\ndef sign_request(body):\n    return hashlib.md5(body).hexdigest()',
    passes: 'import hashlib\ndef cache_key(body):\n    return hashlib.md5(body, usedforsecurity=False).hexdigest()',
    evidence: ['usedforsecurity=False, and no name speaks of security', bookkeeping],
    limits: 'What the digest is for is read from names; where the digest goes afterwards is not followed.',
  },
  messages: {
    security: '{algorithm} has known collisions, and {name} says that security hangs on this digest',
    denied:
      'usedforsecurity=False says that no security hangs on this {algorithm} digest, but {name} says that it does',
    protocol: '{algorithm} has known collisions; {word} suggests that a protocol asks for it',
    service:
      '{algorithm} has known collisions; whether the service that the digest is sent to asks for it is not known',
    unknown: '{algorithm} has known collisions; whether security hangs on this digest is not known',
    option: 'whether this {algorithm} digest is for security depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['concept:weak-hash', 'concept:hash-new'],
    judge(call, verdict) {
      const algorithm = weakAlgorithmOf(call);
      if (algorithm === undefined || hashesNothing(call)) return undefined;
      // Passwords and keys in front of a message are worse mistakes, with rules of their own.
      if (passwordIn(call) !== undefined || secretPrefixOf(call) !== undefined) return undefined;
      // Hashing random or guessable data makes an identifier: what counts is the data, which other rules judge.
      if (inputsOf(call).some((input) => input.isDerivedFrom(...identifierSources))) return undefined;
      const purpose = purposeOfDigest(call);
      const claim = call.argument('usedforsecurity');
      if (claim.truth() === false) {
        if (purpose?.purpose !== 'security') {
          return verdict.pass(claim, 'usedforsecurity=False, and no name speaks of security');
        }
        return verdict.fail(claim, 'denied', { algorithm, name: purpose.name }, { code: 'HASH-02', severity: 'high' });
      }
      if (purpose?.purpose === 'security') {
        const word = schemeAmong([...namesAround(call), call.className]);
        // hashes.SHA1() is handed to something that hashes.
        if (inputsOf(call).length === 0) return verdict.open(call, 'unknown', { algorithm }, { severity: 'low' });
        if (word !== undefined) return verdict.open(call, 'protocol', { algorithm, word }, { severity: 'low' });
        if (call.isSentInRequest) return verdict.open(call, 'service', { algorithm }, { severity: 'low' });
        return verdict.fail(call, 'security', { algorithm, name: purpose.name }, { severity: 'high' });
      }
      if (purpose?.purpose === 'bookkeeping') {
        return verdict.pass(call, bookkeeping);
      }
      if (!claim.isAbsent() && claim.truth() === undefined) {
        const subject = claim.isGiven() ? claim : call;
        return verdict.open(subject, 'option', { algorithm, option: subject.text }, { severity: 'low' });
      }
      return verdict.open(call, 'unknown', { algorithm }, { severity: 'low' });
    },
    fixes: [
      {
        class: 'safe',
        title: 'Say that no security hangs on the digest: usedforsecurity=False',
        for: [bookkeeping],
        make(call, edit) {
          // file_digest() and other libraries have no such parameter
          const isOfHashlib = /^hashlib\.(new|md5|sha1|ripemd160)$/.test(call.name);
          if (!isOfHashlib || call.argument('usedforsecurity').isGiven()) return edit.pass();
          edit.needsPython(3, 9);
          return edit.setArgument(call, 'usedforsecurity', undefined, 'False');
        },
      },
      {
        class: 'advice',
        title: 'Name a hash without known collisions, or usedforsecurity=False where no security hangs on the digest',
        for: ['unknown', 'option'],
      },
      { class: 'advice', title: 'Name a hash without known collisions: hashlib.sha256()', for: ['security', 'denied'] },
    ],
  },
});

/** `MD5` for `hashlib.md5(…)`, `hashlib.new("md5")`, `hashlib.file_digest(f, hashlib.md5)`, `Crypto.Hash.MD5.new(…)`. */
function weakAlgorithmOf(call: CallSite): string | undefined {
  const chosen = /\.file_digest$/.test(call.name)
    ? call.argument('digest', 1)
    : /hashlib\.new$/.test(call.name)
      ? call.argument('name', 0)
      : undefined;
  if (chosen === undefined) {
    const words = call.name.split('.').reverse();
    const word = words.find((each) => weakNames.test(each)) ?? words.find((each) => each !== 'new');
    return word?.replace(/^openssl_/, '').toUpperCase();
  }
  const names = [...(chosen.constants() ?? []), ...chosen.names().map((name) => name.slice(name.lastIndexOf('.') + 1))];
  const weak = names.find((name) => typeof name === 'string' && weakNames.test(name));
  return typeof weak === 'string' ? weak.toUpperCase() : undefined;
}

export default quietInTests(rule);
