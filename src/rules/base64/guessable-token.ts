import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { secrecyOf, wordsOf } from '../security-words.ts';

/** Tokens that mark a place in a list, not a right. */
const placeWords = new Set([
  'page',
  'pagination',
  'cursor',
  'next',
  'continuation',
  'offset',
  'sync',
  'after',
  'before',
]);
const identityWords = new Set([
  'id',
  'uid',
  'pk',
  'user',
  'username',
  'email',
  'mail',
  'login',
  'account',
  'name',
  'uuid',
]);

const rule = defineRule({
  id: 'base64/guessable-token',
  code: 'B64-09',
  title: 'A token that only spells known data in Base64 can be made by anyone',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'high', file: 'high', shipped: 'none', constant: 'high' },
  cwe: [330, 340],
  aliases: [],
  advice: 'Use secrets.token_urlsafe(32), or sign the data with hmac.',
  question: 'Can anyone but the owner know or guess the data that this token is made of?',
  docs: {
    why:
      'Encoding adds no randomness. Whoever knows or chooses what goes into the token can make the token, and so can ' +
      'reset the password, join the session or confirm the address it stands for.',
    fails: 'import base64, flask\nreset_token = base64.urlsafe_b64encode(flask.request.form["email"].encode())',
    passes: 'import base64, os\nreset_token = base64.urlsafe_b64encode(os.urandom(32))',
    evidence: ['the token is made of random bytes'],
    limits: 'Tokens are recognised by their names; predictable generators and clocks are judged by rules of their own.',
  },
  messages: {
    chosen: '{name} is only the Base64 form of {source}, which the client knows and can encode itself',
    constant: '{name} is the Base64 form of a constant, the same for everyone who reads the source',
    identity: '{name} is the Base64 form of {source}; whether outsiders know or can guess it is not known',
  },
  on: {
    kind: 'call',
    to: [
      'base64.b64encode',
      'base64.urlsafe_b64encode',
      'base64.standard_b64encode',
      'base64.b32encode',
      'base64.b16encode',
    ],
    judge(call, verdict) {
      const name = call.resultNames().find((each) => secrecyOf(each) === 'secret' && isTokenName(each));
      if (name === undefined) return undefined;
      const data = call.argument('s', 0);
      if (data.callTo('concept:secure-random', 'concept:secret-token') !== undefined) {
        return verdict.pass(data, 'the token is made of random bytes');
      }
      if (data.constants() !== undefined) return verdict.fail(data, 'constant', { name });
      const parts = valuesOf(data);
      const origin = data.origin();
      if (parts.length > 0 && parts.every((part) => part.origin().provenance === 'network')) {
        return verdict.fail(data, 'chosen', { name, source: origin.text });
      }
      if (parts.length > 0 && parts.every((part) => isIdentity(part))) {
        return verdict.open(data, 'identity', { name, source: data.text }, { severity: 'medium' });
      }
      return undefined;
    },
  },
});

function isTokenName(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => placeWords.has(word) || word === 'auth' || word === 'basic')) return false;
  return words.some((word) =>
    ['token', 'session', 'sessionid', 'reset', 'code', 'csrf', 'invite', 'nonce'].includes(word),
  );
}

/** What a text is put together from, constants left out. */
function valuesOf(data: ValueView): readonly ValueView[] {
  const plain = data.callTo('builtins.str.encode')?.receiver() ?? data;
  const parts = plain.textParts();
  return parts === undefined ? [plain] : parts.filter((part) => typeof part !== 'string');
}

function isIdentity(part: ValueView): boolean {
  const plain = part.callTo('builtins.str')?.argument(undefined, 0) ?? part;
  return plain.lastName !== undefined && identityWords.has(wordsOf(plain.lastName).at(-1) ?? '');
}

export default quietInTests(rule);
