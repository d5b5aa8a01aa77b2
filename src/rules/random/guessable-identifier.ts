import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namesOfResult } from '../result-name.ts';
import { isPretence, isQuantity, secrecyOf, wordsOf } from '../security-words.ts';

const rule = defineRule({
  id: 'random/guessable-identifier',
  code: 'RND-07',
  alsoCodes: ['HASH-14'],
  title: 'A secret made from the clock, the machine or a name can be worked out',
  anchor: 'library/uuid.html',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [340, 341, 330],
  aliases: [],
  advice: 'Use secrets.token_urlsafe(), or uuid.uuid4() where an identifier is wanted.',
  question: 'Is this identifier meant to be a secret: what can somebody do who works it out?',
  docs: {
    why:
      'uuid1() and its kin hold the time and the network address, uuid3() and uuid5() the hash of a name; time stamps and ' +
      'process ids come from small ranges. Whoever knows about when a token was made tries the few candidates.',
    fails: 'import uuid\nsession_id = str(uuid.uuid1())',
    passes: 'import uuid\nsession_id = str(uuid.uuid4())',
    evidence: ['the identifier is made of random bits'],
    limits: 'Secrets are recognised by their names.',
  },
  messages: {
    machine: '{name} is made with {function}(), which holds the time and the address of the machine',
    clock: '{name} is made from {function}(), which can be guessed',
    name: '{name} is the hash of {source}, and whoever knows that can compute it',
    mixed: '{name} is made with {function}(); whether {source} holds a secret is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:guessable-value'],
      judge(call, verdict) {
        const name = secretNameOf(call);
        if (name === undefined) return undefined;
        const parameters = { name, function: call.callee.text };
        if (/\.(uuid1|uuid6|getnode)$/.test(call.name))
          return verdict.fail(call, 'machine', parameters, { severity: 'high' });
        // uuid7() has more random bits than a short token.
        if (call.name.endsWith('.uuid7')) return undefined;
        // Clients of many services number their requests by the clock, and call the number a nonce.
        if (wordsOf(name).some((word) => word === 'nonce' || word === 'salt')) return undefined;
        return isMixed(call) ? undefined : verdict.fail(call, 'clock', parameters, { severity: 'high' });
      },
    },
    {
      kind: 'call',
      to: ['concept:name-hash-identifier'],
      judge(call, verdict) {
        const name = secretNameOf(call);
        if (name === undefined) return undefined;
        const hashed = call.argument('name', 1);
        const parameters = { name, function: call.callee.text, source: hashed.text };
        const options = { code: 'HASH-14', severity: 'medium' } as const;
        const holdsSecret = hashed.partNames().some((part) => secrecyOf(part) === 'secret');
        if (holdsSecret) return verdict.open(hashed, 'mixed', parameters, { ...options, severity: 'low' });
        return verdict.fail(hashed, 'name', parameters, options);
      },
    },
    {
      kind: 'call',
      to: ['uuid.uuid4'],
      judge(call, verdict) {
        if (secretNameOf(call) === undefined) return undefined;
        return verdict.pass(call, 'the identifier is made of random bits');
      },
    },
  ],
});

/** The nearest name that the value goes by, when it is that of a secret. */
function secretNameOf(call: CallSite): string | undefined {
  const names = namesOfResult(call);
  const [nearest] = names;
  if (nearest === undefined || names.some((name) => isQuantity(name) || isPretence(name))) return undefined;
  return secrecyOf(nearest) === 'secret' ? nearest : undefined;
}

/** A random value goes into the same text or hash. */
function isMixed(call: CallSite): boolean {
  const names = call.resultNames();
  return call
    .siblingCalls('concept:secure-random', 'concept:secret-token', 'concept:random-number', 'os.urandom')
    .some((other) => other.resultNames().some((name) => names.includes(name)));
}

export default quietInTests(rule);
