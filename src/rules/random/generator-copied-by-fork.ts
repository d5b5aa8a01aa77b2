import { type CallSite, defineRule, type Judge } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namesOfResult } from '../result-name.ts';
import { secrecyOf, wordsOf } from '../security-words.ts';
import { areCopies, workerStartOf } from '../worker-processes.ts';
import { inCode } from '../written-in-code.ts';
import { isOfTheSystem } from './random-purpose.ts';

const evidence = {
  own: 'the generator is made in the process that uses it',
  fresh: 'worker processes import the module anew, and with it make a generator of their own',
} as const;

/** Heads of names for what has to differ from all others. */
const uniqueWords = new Set(
  'id ids uid uuid guid name filename suffix prefix path port serial nonce salt token session key ticket slug code'.split(
    ' ',
  ),
);

const rule = defineRule({
  id: 'random/generator-copied-by-fork',
  code: 'RND-08',
  title: 'Processes that begin as copies of each other draw the same numbers from a copied generator',
  anchor: 'library/random.html#random.Random',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [334, 335],
  aliases: [],
  advice: 'Make the generator in the function that the process runs, or use random.SystemRandom or secrets.',
  question: 'Does it matter that these processes draw the same numbers?',
  docs: {
    why:
      'A fork copies the state of every Random object. Python gives the hidden generator of the random module a new seed ' +
      'in the child, but not those that a program has made: each worker then hands out the same names and numbers.',
    fails:
      'import os, random\ndef serve():\n    rng = random.Random()\n    if os.fork() == 0:\n        session_id = rng.getrandbits(64)\n        return session_id',
    passes:
      'import os, random\ndef serve():\n    if os.fork() == 0:\n        rng = random.Random()\n        request_id = rng.getrandbits(64)\n        return request_id',
    evidence: Object.values(evidence),
    limits: 'Generators that are handed to workers, or kept in objects, are not followed.',
  },
  messages: {
    copied: '{name} is drawn from a generator that was made before {start}: every process draws the same',
    perhaps: '{function}() draws the same in every process that {start} begins; whether that matters is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:random-number'],
    judge(call, verdict) {
      const maker = call.receiver()?.callTo('random.Random');
      if (maker === undefined || call.functionName === '' || isOfTheSystem(call)) return undefined;
      const isOwn = maker.path === call.path && maker.functionName === call.functionName;
      const fork = call.siblingCalls('os.fork').find((each) => each.dominates(call));
      if (fork !== undefined && isOwn) {
        if (fork.dominates(maker)) return verdict.pass(call, evidence.own);
        return maker.dominates(fork) ? judgeDrawn(call, fork, verdict) : undefined;
      }
      const start = workerStartOf(call);
      if (start === undefined) return undefined;
      if (isOwn) return verdict.pass(call, evidence.own);
      if (maker.functionName !== '') return undefined;
      return areCopies(call) ? judgeDrawn(call, start, verdict) : verdict.pass(call, evidence.fresh);
    },
  },
});

function judgeDrawn(call: CallSite, start: CallSite, verdict: Judge<'copied' | 'perhaps'>) {
  const name = namesOfResult(call).find(isUnique);
  const parameters = { function: call.callee.text, start: start.callee.text };
  if (name === undefined) return verdict.open(call, 'perhaps', parameters, { severity: 'low' });
  return verdict.fail(call, 'copied', { ...parameters, name }, inCode);
}

function isUnique(name: string): boolean {
  return secrecyOf(name) === 'secret' || uniqueWords.has(wordsOf(name).at(-1) ?? '');
}

export default quietInTests(rule);
