import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { wordsOf } from '../security-words.ts';

const shortestSalt = 16;
const randomBytes = ['os.urandom', 'os.getrandom', 'secrets.token_bytes', 'secrets.token_hex', 'secrets.token_urlsafe'];
const identityWords = new Set([
  'username',
  'user',
  'email',
  'mail',
  'login',
  'name',
  'id',
  'uid',
  'account',
  'hostname',
]);

const rule = defineRule({
  id: 'hashlib/predictable-salt',
  code: 'HASH-06',
  title: 'A salt that is the same or known for all passwords lets them be guessed together',
  anchor: 'library/hashlib.html#hashlib.pbkdf2_hmac',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [760, 759, 330],
  aliases: [],
  advice: 'Make a salt of os.urandom(16) for each password and store it beside the derived key.',
  question: 'Is this salt a different random value for each password?',
  docs: {
    why:
      'The salt exists so that each password must be attacked on its own, and so that nobody can compute tables before. A ' +
      'constant, short or guessable salt gives both away. The documentation asks for 16 bytes or more from os.urandom().',
    fails: 'import hashlib\nhashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)',
    passes: 'import hashlib, os\nhashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 600_000)',
    evidence: ['the salt is made of enough random bytes'],
    limits: 'A salt that is read from where it was stored is not judged.',
  },
  messages: {
    constant: 'the salt is the constant {salt}, the same for every password',
    empty: 'there is no salt',
    short: 'a salt of {length} bytes is shorter than {shortest}',
    identity: 'the salt is {salt}, which others know or can guess',
    length: 'how long the salt is depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['hashlib.pbkdf2_hmac', 'hashlib.scrypt'],
    judge(call, verdict) {
      const salt = call.name === 'hashlib.scrypt' ? call.argument('salt') : call.argument('salt', 2);
      if (!salt.isGiven()) return undefined;
      const constants = salt.constants();
      if (constants !== undefined) {
        const isEmpty = constants.every((each) => each === null || each === '' || (each as Uint8Array).length === 0);
        if (isEmpty) return verdict.fail(salt, 'empty');
        return verdict.fail(salt, 'constant', { salt: salt.text });
      }
      const random = salt.callTo(...randomBytes);
      if (random !== undefined) {
        const size = random.argument(undefined, 0);
        const length = random.name === 'os.urandom' || !size.isAbsent() ? size.number() : 32;
        if (length === undefined) {
          const subject = size.isGiven() ? size : salt;
          return verdict.open(subject, 'length', { option: subject.text }, { severity: 'low' });
        }
        if (length < shortestSalt) {
          return verdict.fail(salt, 'short', { length, shortest: shortestSalt }, { severity: 'medium' });
        }
        return verdict.pass(salt, 'the salt is made of enough random bytes');
      }
      return isIdentity(salt) ? verdict.open(salt, 'identity', { salt: salt.text }, { severity: 'medium' }) : undefined;
    },
  },
});

function isIdentity(salt: ValueView): boolean {
  const names = salt.partNames();
  return names.length > 0 && names.every((name) => identityWords.has(wordsOf(name).at(-1) ?? ''));
}

export default quietInTests(rule);
