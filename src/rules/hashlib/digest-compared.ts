import { type CompareSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { purposeOf, secrecyOf, wordsOf } from '../security-words.ts';
import { inputsOf } from './digest-purpose.ts';

const macDigests = ['hmac.HMAC.hexdigest', 'hmac.HMAC.digest', 'hmac.digest'];
const hashDigests = ['concept:digest'];
const environmentReaders = ['os.environ.get', 'os.getenv'];
const hashes = ['concept:weak-hash', 'concept:strong-hash', 'concept:hash-new'];

const rule = defineRule({
  id: 'hashlib/digest-compared',
  code: 'HASH-09',
  alsoCodes: ['RND-09'],
  title: 'Comparing a digest or token with == tells by its duration how much of a guess was right',
  anchor: 'library/hmac.html#hmac.compare_digest',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [208],
  aliases: ['py/timing-attack-against-hash'],
  advice: 'Compare with hmac.compare_digest(expected, given).',
  question: 'Can an outsider send guesses for this value and measure how long the comparison takes?',
  docs: {
    why:
      'The comparison stops at the first difference. Someone who sends many guesses and measures the answers can find a ' +
      'valid authentication code byte by byte. The hmac page warns of it twice.',
    fails:
      'import hmac, flask\nif hmac.new(key, body, "sha256").hexdigest() == flask.request.headers["X-Signature"]:\n    pass',
    passes:
      'import hmac, flask\nif hmac.compare_digest(hmac.new(key, body, "sha256").hexdigest(), flask.request.headers["X-Signature"]):\n    pass',
    evidence: ['the comparison takes the same time for every guess'],
    limits:
      'Tokens count as such when secrets made them or the environment holds them; those in databases and sessions are not seen.',
  },
  messages: {
    hostile: '{operator} between a digest and {source} takes longer the more of a guess is right',
    mac: '{operator} between an authentication code and {other} takes longer the more of a guess is right',
    token: '{operator} between the secret {secret} and {source} takes longer the more of a guess is right',
    'perhaps-token':
      '{operator} between the secret {secret} and {other}; whether an outsider chooses that is not known',
    unknown: '{operator} between a digest and {other}; {name} suggests that the digest guards something',
  },
  on: [
    {
      kind: 'compare',
      mentions: [...macDigests, ...hashDigests],
      judge(comparison, verdict) {
        if (!/^(Not)?Eq$/.test(comparison.operator)) return undefined;
        const operator = comparison.operator === 'Eq' ? '==' : '!=';
        const mac = sidesWith(comparison, macDigests);
        if (mac !== undefined) {
          const { other } = mac;
          if (other.constants() !== undefined || other.callTo(...macDigests) !== undefined) return undefined;
          const origin = other.origin();
          if (origin.isHostile)
            return verdict.fail(
              comparison,
              'hostile',
              { operator, source: origin.text },
              { provenance: origin.provenance },
            );
          return verdict.fail(comparison, 'mac', { operator, other: other.text }, { severity: 'medium' });
        }
        const hash = sidesWith(comparison, hashDigests);
        if (hash === undefined || hash.other.constants() !== undefined) return undefined;
        const names = [...hash.digest.partNames(), ...hash.other.partNames(), comparison.functionName];
        const name = names.find(isGuard);
        if (name === undefined || names.some(isPublic) || hash.other.callTo(...hashDigests) !== undefined)
          return undefined;
        const origin = hash.other.origin();
        // Of a hash without a key, a guess can be found by timing only if it is made of something that nobody else knows.
        if (origin.isHostile && isKeyed(hash.digest))
          return verdict.fail(
            comparison,
            'hostile',
            { operator, source: origin.text },
            { provenance: origin.provenance },
          );
        return verdict.open(comparison, 'unknown', { operator, other: hash.other.text, name }, { severity: 'low' });
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Compare with hmac.compare_digest()',
          make(comparison, edit) {
            const { left, right, operator } = comparison;
            const compared = `${edit.name('hmac.compare_digest')}(${edit.textOf(left)}, ${edit.textOf(right)})`;
            edit.replace(comparison, operator === 'Eq' ? compared : `not ${compared}`);
          },
        },
      ],
    },
    {
      kind: 'compare',
      mentions: ['concept:secret-token', 'os.environ', ...environmentReaders],
      judge(comparison, verdict) {
        if (!/^(Not)?Eq$/.test(comparison.operator)) return undefined;
        const { left, right } = comparison;
        const secret = [left, right].find(isSecret);
        if (secret === undefined) return undefined;
        const other = secret === left ? right : left;
        if (other.constants() !== undefined || isSecret(other)) return undefined;
        const operator = comparison.operator === 'Eq' ? '==' : '!=';
        const { provenance, text } = other.origin();
        const parameters = { operator, secret: secret.text };
        if (provenance === 'network') {
          return verdict.fail(
            comparison,
            'token',
            { ...parameters, source: text },
            { code: 'RND-09', provenance: 'network' },
          );
        }
        if (provenance !== 'parameter') return undefined;
        const open = { code: 'RND-09', severity: 'low' } as const;
        return verdict.open(comparison, 'perhaps-token', { ...parameters, other: other.text }, open);
      },
    },
    {
      kind: 'call',
      to: ['concept:constant-time-compare'],
      judge(call, verdict) {
        return verdict.pass(call, 'the comparison takes the same time for every guess');
      },
    },
  ],
});

function sidesWith(
  { left, right }: CompareSite,
  names: readonly string[],
): { readonly digest: ValueView; readonly other: ValueView } | undefined {
  if (left.callTo(...names) !== undefined) return { digest: left, other: right };
  return right.callTo(...names) !== undefined ? { digest: right, other: left } : undefined;
}

/** `sha256(body + secret_key).hexdigest()`: a key is among what is hashed. */
function isKeyed(digest: ValueView): boolean {
  const hash = digest
    .callTo(...hashDigests)
    ?.receiver()
    ?.callTo(...hashes);
  const parts = hash === undefined ? digest.partNames() : inputsOf(hash).flatMap((input) => input.partNames());
  return parts.some((name) => /^(key|secret|salt|pepper)$/.test(wordsOf(name).at(-1) ?? '') || /secret/i.test(name));
}

/** A token that secrets has made, or `os.environ["API_KEY"]`. */
function isSecret(side: ValueView): boolean {
  if (side.callTo('concept:secret-token') !== undefined) return true;
  const key = side.callTo(...environmentReaders)?.positional[0]?.string();
  if (key === undefined && !side.names().includes('os.environ[]')) return false;
  return [...side.partNames(), key ?? ''].some((name) => secrecyOf(name) === 'secret');
}

/** Checksums of files are public; signatures, tokens and passwords are not. */
function isGuard(name: string): boolean {
  return secrecyOf(name) === 'secret' || purposeOf(name) === 'security';
}

function isPublic(name: string): boolean {
  return wordsOf(name).some((word) => /^(checksum|checksums|etag|cache|cached|file|download|downloaded)$/.test(word));
}

export default quietInTests(rule);
