import { type CallSite, defineRule, type Editor } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namesOfResult } from '../result-name.ts';
import { secrecyOf, wordsOf } from '../security-words.ts';
import { isAlphabet, isArgumentOf, isOfTheSystem, secretMadeBy } from './random-purpose.ts';

/** What a string of random letters is usually good for without being a secret. */
const plainWords = new Set(
  'name names filename suffix prefix slug label title word words text sentence content body color colour tag path key_name username user email mail host hostname domain url id ids'.split(
    ' ',
  ),
);

const rule = defineRule({
  id: 'random/security-use',
  code: 'RND-01',
  alsoCodes: ['RND-04'],
  title: 'Values of the random module can be predicted by whoever has seen a few of them',
  anchor: 'library/random.html#module-random',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [338, 330],
  aliases: ['B311', 'S311'],
  advice: 'Use secrets: token_urlsafe(), token_hex(), choice(), randbelow(), or secrets.SystemRandom().',
  question: 'Does anything depend on nobody being able to predict this value?',
  docs: {
    why:
      'The generator is made for simulations. Its whole state follows from 624 outputs, so that an attacker who collects ' +
      'a few tokens computes those of other users. secrets asks the operating system instead.',
    fails: 'import random\nsession_id = random.getrandbits(128)',
    passes: 'import secrets\nsession_id = secrets.token_hex(16)',
    evidence: ['the operating system’s random source is used'],
    limits:
      'Secrets are recognised by names, cookies and key derivations; values that pass through other functions are not followed.',
  },
  messages: {
    secret: '{name} is made with {function}(), whose values can be predicted',
    cookie: '{function}() makes the value of a cookie, and its values can be predicted',
    derived: '{function}() makes what a key is derived from or authenticated with, and its values can be predicted',
    possible: '{function}() can be predicted; whether {name} is a secret is not known',
    text: '{function}() can be predicted; whether the random text is a secret is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:random-number'],
      judge(call, verdict) {
        if (isOfTheSystem(call)) return undefined;
        const method = call.name.slice(call.name.lastIndexOf('.') + 1);
        const parameters = { function: call.callee.text };
        const code = { code: method === 'randbytes' ? 'RND-04' : 'RND-01', severity: 'high' } as const;
        if (isArgumentOf(call, 'concept:cookie-set')) return verdict.fail(call, 'cookie', parameters, code);
        if (isArgumentOf(call, 'concept:key-derivation', 'concept:mac-new')) {
          return verdict.fail(call, 'derived', parameters, code);
        }
        const population = call.argument(undefined, 0);
        const secret = method === 'shuffle' ? shuffled(call) : secretMadeBy(call);
        const drawsText = /^(choice|choices|sample)$/.test(method) && isAlphabet(population);
        if (secret?.secrecy === 'secret') {
          const drawsItems = /^(choice|choices|sample)$/.test(method) && !drawsText;
          if (drawsItems && isNamedAfter(population.lastName, secret.name)) return undefined;
          const named = { ...parameters, name: secret.name };
          // In programs that read text, a token is a word.
          if (drawsItems && isTokenName(secret.name)) {
            return verdict.open(call, 'possible', named, { severity: 'low' });
          }
          // An index of a token, or a token that is a number of some width.
          if (/^(randint|randrange)$/.test(method) && isTokenName(secret.name) && !isManyDigits(call)) {
            return verdict.open(call, 'possible', named, { severity: 'low' });
          }
          // A client's nonce tells requests apart, and is shown to everyone who reads them.
          if (isNonceName(secret.name) && call.isSentInRequest) {
            return verdict.open(call, 'possible', named, { severity: 'low' });
          }
          return verdict.fail(call, 'secret', named, code);
        }
        const isBits = method === 'randbytes' || method === 'getrandbits';
        if (secret !== undefined && (drawsText || isBits || (isCodeName(secret.name) && isManyDigits(call)))) {
          return verdict.open(call, 'possible', { ...parameters, name: secret.name }, { ...code, severity: 'medium' });
        }
        if (!drawsText || [...namesOfResult(call), call.functionName].some(isPlain)) return undefined;
        return verdict.open(call, 'text', parameters, { severity: 'low' });
      },
      fixes: [{ class: 'unsafe', title: 'Draw it with secrets, from the operating system', make: drawFromSystem }],
    },
    {
      kind: 'call',
      to: ['concept:secure-random', 'concept:secret-token'],
      judge(call, verdict) {
        // What the generator is asked for is judged, not that it is made.
        if (call.name === 'random.SystemRandom' || secretMadeBy(call)?.secrecy !== 'secret') return undefined;
        return verdict.pass(call, 'the operating system’s random source is used');
      },
    },
    {
      kind: 'python-command',
      judge(command, verdict) {
        // SECRET_KEY=$(python3 -c "import random; print(random.getrandbits(128))")
        const name = command.output;
        if (name === undefined || secrecyOf(name.toLowerCase()) !== 'secret') return undefined;
        const isRandom = command.module === 'random' || command.calls().includes('concept:random-number');
        return isRandom
          ? verdict.fail(command, 'secret', { name, function: 'random' }, { severity: 'high' })
          : undefined;
      },
    },
  ],
});

/** What does the same with the system's source. */
const namesakes = new Map([
  ['choice', 'choice'],
  ['randbytes', 'token_bytes'],
  ['getrandbits', 'randbits'],
]);

function drawFromSystem(call: CallSite, edit: Editor): undefined {
  const method = /^random\.(\w+)$/.exec(call.name)?.[1];
  if (method === undefined) return edit.refuse('the generator is made elsewhere');
  if (call.siblingCalls('random.seed').length > 0) return edit.refuse('the generator is seeded here');
  const same = namesakes.get(method);
  const least = call.argument('a', 0).number();
  const most = call.argument('b', 1).number();
  if (same !== undefined && call.keywords.length === 0) return edit.replaceCallee(call, edit.name(`secrets.${same}`));
  if (method !== 'randint' || least === undefined || most === undefined || most < least || call.keywords.length > 0) {
    return edit.replaceCallee(call, `${edit.name('secrets.SystemRandom')}().${method}`);
  }
  // Numbers that are written here, not values that a run happened to have.
  const [first, last] = call.positional.map((each) => edit.textOf(each)) as [string, string];
  if (!/^[\d_]+$/.test(first) || !/^[\d_]+$/.test(last)) {
    return edit.replaceCallee(call, `${edit.name('secrets.SystemRandom')}().${method}`);
  }
  const drawn = `${edit.name('secrets.randbelow')}(${most - least + 1})`;
  return edit.replace(call, least === 0 ? drawn : `${first} + ${drawn}`);
}

function shuffled(call: CallSite) {
  const name = call.argument('x', 0).lastName;
  return name !== undefined && secrecyOf(name) === 'secret' ? ({ name, secrecy: 'secret' } as const) : undefined;
}

/** `password = random.choice(passwords)` picks from what exists. */
function isNamedAfter(population: string | undefined, name: string): boolean {
  const head = wordsOf(name).at(-1) ?? '';
  return population !== undefined && wordsOf(population).some((word) => word === `${head}s` || word === `${head}es`);
}

const isTokenName = (name: string): boolean => wordsOf(name).at(-1) === 'token';

const isNonceName = (name: string): boolean => wordsOf(name).at(-1) === 'nonce';

const isCodeName = (name: string): boolean =>
  /^(code|pin|voucher|coupon|challenge|invite|reset|verifier)$/.test(wordsOf(name).at(-1) ?? '');

/** `randint(1000, 9999)`: as many digits as codes have. */
function isManyDigits(call: CallSite): boolean {
  return call.positional.some((value) => (value.number() ?? 0) >= 999);
}

function isPlain(name: string): boolean {
  return plainWords.has(wordsOf(name).at(-1) ?? '');
}

export default quietInTests(rule);
