import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { schemeAmong, wordsOf } from '../security-words.ts';
import { namesAround, passwordIn } from './digest-purpose.ts';

/** Look-ups in lists of leaked passwords ask for SHA-1. */
const leakWords = new Set(['pwned', 'hibp', 'breach', 'breached', 'breaches', 'leak', 'leaked', 'compromised']);
/** Functions of libraries that are not resolved: `self._load_library().hashpw(…)`. */
const slowWords = new Set(['hashpw', 'bcrypt', 'scrypt', 'argon2', 'pbkdf2', 'kdf']);

const rule = defineRule({
  id: 'hashlib/fast-password-hash',
  code: 'HASH-04',
  title: 'A fast hash of a password can be searched through at billions of guesses a second',
  anchor: 'library/hashlib.html#key-derivation',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [916, 759, 760],
  aliases: [],
  advice: 'Use hashlib.scrypt or pbkdf2_hmac with a random salt for each password, or a password hashing library.',
  question: 'Is this a password that people choose, and does a protocol prescribe this hash for it?',
  docs: {
    why:
      'General hashes are made to be fast. Whoever gets hold of the stored digests tries whole dictionaries in minutes, ' +
      'salted or not; only a function that is slow on purpose withstands that.',
    fails: 'import hashlib\ndef store(password):\n    return hashlib.sha256(password.encode()).hexdigest()',
    passes:
      'import hashlib, os\ndef store(password):\n    return hashlib.scrypt(password.encode(), salt=os.urandom(16), n=2**14, r=8, p=1)',
    evidence: ['a slow, salted function hashes the password'],
    limits: 'Passwords are recognised by their names.',
  },
  messages: {
    fast: '{function}() hashes {name} in an instant, and so does everyone who guesses it',
    scheme: '{function}() hashes a password by a scheme that can be searched through',
    protocol: '{function}() hashes {name} in an instant; {word} suggests that a protocol asks for it',
    service:
      '{function}() hashes {name} in an instant; whether the service that the hash is sent to asks for it is not known',
    maybe: '{function}() is fast, and {owner}() may hash passwords with it',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:weak-hash', 'concept:strong-hash', 'concept:hash-new'],
      judge(call, verdict) {
        const parameters = { function: call.callee.text };
        const names = [...namesAround(call), call.className, call.moduleName];
        const name = passwordIn(call);
        if (name === undefined) {
          const words = wordsOf(call.functionName);
          const isHasher = words.some((word) => /^hash(ed)?$|^encrypt$/.test(word)) && words.some(isPasswordWord);
          if (!isHasher || isFollowedBySlowHash(call)) return undefined;
          return verdict.open(call, 'maybe', { ...parameters, owner: call.functionName }, { severity: 'medium' });
        }
        if (names.flatMap(wordsOf).some((word) => leakWords.has(word)) || isFollowedBySlowHash(call)) return undefined;
        const word = schemeAmong(names);
        if (word !== undefined)
          return verdict.open(call, 'protocol', { ...parameters, name, word }, { severity: 'low' });
        if (call.isSentInRequest) {
          return verdict.open(call, 'service', { ...parameters, name }, { severity: 'low' });
        }
        return verdict.fail(call, 'fast', { ...parameters, name }, { severity: 'high' });
      },
    },
    {
      kind: 'call',
      to: ['concept:password-hash'],
      judge(call, verdict) {
        return verdict.pass(call, 'a slow, salted function hashes the password');
      },
    },
    {
      kind: 'call',
      to: ['concept:weak-password-hash'],
      judge(call, verdict) {
        if (call.name === 'crypt.crypt' && !isOldScheme(call.argument('salt', 1))) return undefined;
        return verdict.fail(call, 'scheme', { function: call.callee.text }, { severity: 'high' });
      },
    },
  ],
});

const isPasswordWord = (word: string): boolean => /^(password|passwd|passphrase|pwd)s?$/.test(word);

/** `bcrypt.hashpw(sha256(password).digest(), salt)`: the fast hash only shortens what the slow one hashes. */
function isFollowedBySlowHash(call: CallSite): boolean {
  if (call.siblingCalls('concept:key-derivation', 'concept:password-hash').length > 0) return true;
  return call.siblingCalls().some(({ callee }) => wordsOf(callee.text).some((word) => slowWords.has(word)));
}

/** `crypt.crypt(password, "ab")`: two letters ask for DES, `$1$` for MD5; without a salt the strongest scheme is taken. */
function isOldScheme(salt: ValueView): boolean {
  if (salt.is('crypt.METHOD_CRYPT', 'crypt.METHOD_MD5')) return true;
  const text = salt.string();
  return text !== undefined && (/^[./0-9A-Za-z]{2}$/.test(text) || text.startsWith('$1$'));
}

export default quietInTests(rule);
