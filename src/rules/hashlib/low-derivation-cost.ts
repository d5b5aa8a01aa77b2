import { type CallSite, defineRule, type Judge, type Judgement } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { schemeAmong } from '../security-words.ts';

const fewest = 100_000;
/** What is advised today, by hash: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const advised: Readonly<Record<string, number>> = { sha1: 1_300_000, sha256: 310_000, sha512: 120_000 };
const smallestMemoryCost = 2 ** 14;
const shortestKey = 16;

const rule = defineRule({
  id: 'hashlib/low-derivation-cost',
  code: 'HASH-05',
  alsoCodes: ['HASH-08'],
  title: 'A key derivation with few rounds is no slower to guess than a plain hash',
  anchor: 'library/hashlib.html#hashlib.pbkdf2_hmac',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [916, 328],
  aliases: [],
  advice: 'Use pbkdf2_hmac("sha256", …) with 600,000 iterations, or scrypt with n=2**14, r=8, p=1 or more.',
  question: 'Does a protocol or format fix the number of rounds, or can it be raised to what is advised today?',
  docs: {
    why:
      'The rounds are what makes each guess expensive. The documentation asks for hundreds of thousands of iterations of ' +
      'SHA-256 as of 2022; scrypt needs a memory cost to match.',
    fails: 'import hashlib\nhashlib.pbkdf2_hmac("sha256", password, salt, 1000)',
    passes: 'import hashlib\nhashlib.pbkdf2_hmac("sha256", password, salt, 600_000)',
    evidence: ['the number of iterations is high enough', 'the memory cost is high enough'],
    limits: 'A key that is random already needs no rounds; that is not recognised.',
  },
  messages: {
    iterations: 'an iteration count of {count} is too low: each guess at the password costs next to nothing',
    protocol: 'an iteration count of {count} is low; {word} suggests that a protocol says how many',
    advised: '{count} iterations are fewer than the {advised} that are advised for {hash} today',
    hash: 'PBKDF2 with {hash} is cheaper to guess than with SHA-256 and rests on a broken hash',
    length: 'a key of {length} bytes is shorter than {shortest}',
    memory: 'scrypt with n={n} costs too little memory and time for each guess',
    blocks: 'scrypt with r={r} and p={p} costs too little memory and time for each guess',
    unknown: 'how expensive each guess is depends on {option}',
  },
  on: [
    { kind: 'call', to: ['hashlib.pbkdf2_hmac'], judge: judgePbkdf2 },
    { kind: 'call', to: ['hashlib.scrypt'], judge: judgeScrypt },
  ],
});

type Message = 'iterations' | 'protocol' | 'advised' | 'hash' | 'length' | 'memory' | 'blocks' | 'unknown';

function judgePbkdf2(call: CallSite, verdict: Judge<Message>): Judgement {
  const iterations = call.argument('iterations', 3);
  const count = iterations.number();
  const hash = call.argument('hash_name', 0);
  const hashName = hash.string()?.toLowerCase().replace('-', '');
  const length = call.argument('dklen', 4).number();
  if (count !== undefined && count < fewest) {
    const word = schemeAmong([call.functionName, call.className]);
    if (word !== undefined) return verdict.open(iterations, 'protocol', { count, word }, { severity: 'medium' });
    return verdict.fail(iterations, 'iterations', { count });
  }
  if (hashName === 'md5') {
    return verdict.fail(hash, 'hash', { hash: 'MD5' }, { severity: 'medium' });
  }
  if (length !== undefined && length < shortestKey) {
    const parameters = { length, shortest: shortestKey };
    return verdict.fail(call.argument('dklen', 4), 'length', parameters, { severity: 'medium' });
  }
  if (count === undefined) {
    const subject = iterations.isGiven() ? iterations : call;
    return verdict.open(subject, 'unknown', { option: subject.text }, { severity: 'low' });
  }
  const enough = advised[hashName ?? ''] ?? fewest;
  if (count < enough) {
    return verdict.open(
      iterations,
      'advised',
      { count, advised: enough, hash: (hashName ?? 'this hash').toUpperCase() },
      { severity: 'low' },
    );
  }
  return verdict.pass(iterations, 'the number of iterations is high enough');
}

function judgeScrypt(call: CallSite, verdict: Judge<Message>): Judgement {
  const cost = call.argument('n');
  const n = cost.number();
  const [r, p] = [call.argument('r').number(), call.argument('p').number()];
  const options = { code: 'HASH-08', severity: 'medium' } as const;
  if (n !== undefined && n < smallestMemoryCost) return verdict.fail(cost, 'memory', { n }, options);
  if (r !== undefined && p !== undefined && r * p < 8)
    return verdict.fail(call.argument('r'), 'blocks', { r, p }, options);
  if (n === undefined || r === undefined || p === undefined) {
    const subject = n === undefined && cost.isGiven() ? cost : call;
    return verdict.open(subject, 'unknown', { option: subject.text }, { code: 'HASH-08', severity: 'low' });
  }
  return verdict.pass(cost, 'the memory cost is high enough');
}

export default quietInTests(rule);
