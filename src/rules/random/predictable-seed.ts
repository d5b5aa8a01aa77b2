import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { secretMadeBy } from './random-purpose.ts';

const rule = defineRule({
  id: 'random/predictable-seed',
  code: 'RND-02',
  alsoCodes: ['RND-03', 'RND-06', 'RND-11'],
  title: 'A generator with a known seed gives everyone the same values',
  anchor: 'library/random.html#random.seed',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [335, 336, 337, 1164],
  aliases: [],
  advice: 'Make secrets with the secrets module; seed only generators of your own, for simulations.',
  question: 'Who can know or guess this seed, and is anything that must stay secret made from the generator?',
  docs: {
    why:
      'The seed decides all values that follow. One that stands in the source, or is the time of day, lets anyone repeat ' +
      'the tokens and passwords that the program made.',
    fails: 'import random\ndef new_token():\n    random.seed(42)\n    token = random.getrandbits(64)\n    return token',
    passes: 'import random\ndef simulate():\n    rng = random.Random(42)\n    return [rng.random() for _ in range(10)]',
    evidence: ['the generator of the operating system ignores seeds'],
    limits: 'Secrets are looked for in the function that sets the seed.',
  },
  messages: {
    constant: 'the seed {seed} stands in the source, and {name} is made with the values that follow from it',
    guessable: 'the seed {seed} can be guessed, and {name} is made with the values that follow from it',
    chosen: '{source} chooses the seed, and {name} is made with the values that follow from it',
    unknown: '{name} is made with the values that follow from the seed {seed}; who knows it is not known',
    shared: 'importing this module sets the seed of the generator that the whole program shares',
    narrow: 'version 1 makes one of few seeds out of {seed}, and {name} is made with the values that follow from it',
    'perhaps-narrow': 'version 1 makes one of few seeds out of {seed}; what the values are for is not known',
    ignored: '{function}() does nothing with {seed}: this generator asks the operating system, and cannot be repeated',
    state: '{source} sets the state of the generator, and with it all values that follow',
  },
  on: {
    kind: 'call',
    to: ['concept:random-seed', 'concept:random-generator', 'random.SystemRandom'],
    judge(call, verdict) {
      const seed = call.operand();
      if (call.name.endsWith('setstate')) {
        if (!seed.origin().isHostile) return undefined;
        return verdict.fail(seed, 'state', { source: seed.origin().text }, { code: 'RND-06', severity: 'medium' });
      }
      if (
        call.names.some((name) => name.includes('SystemRandom')) ||
        call.receiver()?.isInstanceOf('random.SystemRandom')
      ) {
        if (!seed.isGiven() || seed.isNone()) return undefined;
        if (secretAfter(call) !== undefined) {
          return verdict.pass(call, 'the generator of the operating system ignores seeds');
        }
        const ignored = { function: call.callee.text, seed: seed.text };
        return verdict.fail(call, 'ignored', ignored, { code: 'RND-11', severity: 'low' });
      }
      if (!seed.isGiven() || seed.isNone()) return undefined;
      const name = secretAfter(call);
      const isNarrow = call.name.endsWith('.seed') && call.argument('version', 1).number() === 1;
      if (name === undefined) {
        if (isNarrow) {
          return verdict.open(call, 'perhaps-narrow', { seed: seed.text }, { code: 'RND-03', severity: 'low' });
        }
        const isImported = call.functionName === '' && !call.isMainOnly && call.moduleName.includes('.');
        const isShared = call.name === 'random.seed' && isImported && call.role === 'app';
        return isShared ? verdict.open(call, 'shared', {}, { severity: 'low' }) : undefined;
      }
      const parameters = { name, seed: seed.text };
      if (seed.constants() !== undefined) return verdict.fail(seed, 'constant', parameters);
      if (seed.isDerivedFrom('concept:guessable-value') || seed.callTo('concept:guessable-value') !== undefined) {
        return verdict.fail(seed, 'guessable', parameters, { severity: 'high' });
      }
      const origin = seed.origin();
      if (origin.isHostile) return verdict.fail(seed, 'chosen', { name, source: origin.text });
      if (isNarrow) return verdict.fail(seed, 'narrow', parameters, { code: 'RND-03', severity: 'low' });
      return verdict.open(seed, 'unknown', parameters, { severity: 'medium' });
    },
  },
});

/** A secret that is made, in the same function, with the generator that is seeded. */
function secretAfter(call: CallSite): string | undefined {
  const own = call.uses().flatMap((use) => (use.kind === 'call' ? [use.call] : []));
  const isOwn = call.name === 'random.Random' || call.name === 'random.SystemRandom' || call.receiver() !== undefined;
  const calls = isOwn && own.length > 0 ? own : call.siblingCalls('concept:random-number');
  for (const each of calls) {
    const secret = secretMadeBy(each);
    if (secret?.secrecy === 'secret') return secret.name;
  }
  return undefined;
}

export default quietInTests(rule);
