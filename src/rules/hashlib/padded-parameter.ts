import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isLengthCompared } from '../length-compared.ts';

const evidence = {
  constant: 'the value is part of the program',
  random: 'the value has the length of the random bytes that it is made of',
  digest: 'the value is a digest, which has a fixed length',
  length: 'the length of the value is checked',
} as const;

/** Bytes that blake2b and blake2s take for salt and person. */
const lengths = { 'hashlib.blake2b': 16, 'hashlib.blake2s': 8 } as const;

const rule = defineRule({
  id: 'hashlib/padded-parameter',
  code: 'HASH-13',
  title: 'BLAKE2 fills up a short salt or personalisation with zeros, so that two of them mean the same',
  anchor: 'library/hashlib.html#randomized-hashing',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [323, 694],
  aliases: [],
  advice:
    'Use a constant person, and a salt of os.urandom() with the full length; hash names of variable length before.',
  question: 'Does this salt or personalisation always have its full length?',
  docs: {
    why:
      'b"salt" and b"salt\\0" give the same hash. Where the value keeps users or purposes apart and somebody outside ' +
      'chooses it, one takes the place of the other; a longer value than the hash takes raises ValueError.',
    fails: 'import hashlib, flask\nhashlib.blake2b(b"data", person=flask.request.args["user"].encode())',
    passes: 'import hashlib, os\nhashlib.blake2b(b"data", salt=os.urandom(16), person=b"sessions")',
    evidence: Object.values(evidence),
    limits: 'Lengths that other functions check are not seen.',
  },
  messages: {
    chosen: '{source} chooses {parameter}, and values that differ in zeros at their end count as one',
    unknown: 'whether {value} always has {length} bytes is not known; shorter ones are filled up with zeros',
  },
  on: {
    kind: 'call',
    to: ['hashlib.blake2b', 'hashlib.blake2s'],
    judge(call, verdict) {
      const length = lengths[call.name as keyof typeof lengths] ?? 16;
      return (['salt', 'person'] as const).flatMap((parameter) => {
        const value = call.argument(parameter);
        if (!value.isGiven()) return [];
        const proof = proofOfLength(call, value);
        if (proof !== undefined) return [verdict.pass(value, evidence[proof])];
        const origin = value.origin();
        if (origin.provenance === 'network' || origin.provenance === 'file') {
          return [verdict.fail(value, 'chosen', { source: origin.text, parameter })];
        }
        return [verdict.open(value, 'unknown', { value: value.text, length }, { severity: 'low' })];
      });
    },
  },
});

function proofOfLength(call: CallSite, value: ValueView): keyof typeof evidence | undefined {
  if (value.constants() !== undefined) return 'constant';
  if (value.callTo('os.urandom', 'concept:secret-token') !== undefined) return 'random';
  if (value.callTo('concept:digest') !== undefined) return 'digest';
  return isLengthCompared(call, value) || value.guard('equality') || value.guard('membership') ? 'length' : undefined;
}

export default quietInTests(rule);
