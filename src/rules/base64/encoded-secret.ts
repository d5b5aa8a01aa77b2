import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPretence, mostSecret, wordsOf } from '../security-words.ts';

/** Words that say something else than a secret is decoded: a public key, the name of a key, a test vector. */
const openWords = new Set([
  'public',
  'pub',
  'name',
  'vector',
  'expected',
  'known',
  'root',
  'ca',
  'cert',
  'certificate',
]);

const rule = defineRule({
  id: 'base64/encoded-secret',
  code: 'B64-08',
  title: 'A Base64 text hides nothing: everyone can read the secret in it',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [261, 798, 312, 319, 522],
  aliases: [],
  advice:
    'Keep secrets out of the source: read them from the environment or a secret store, and send them over TLS only.',
  question: 'Does the connection, file or message that carries the encoded secret encrypt it?',
  docs: {
    why:
      'Base64 is a notation, not a cipher. A password that stands encoded in the source, or in the header of a request ' +
      'in the clear, is readable for everyone who sees the text.',
    fails: 'import base64\nDB_PASSWORD = base64.b64decode("aHVudGVyMi1odW50ZXIy").decode()',
    passes: 'import os\nDB_PASSWORD = os.environ["DB_PASSWORD"]',
    evidence: [
      'the secret is not part of the program',
      'the credentials travel over https',
      'the request stays on this machine',
    ],
    limits:
      'Only names tell a secret from other data, and only headers that stand in the call of the request are seen.',
  },
  messages: {
    literal: '{name} stands in the source, and its Base64 form can be read by everyone who sees the source',
    clear: 'the credentials in the Authorization header are only Base64, and {url} is not encrypted',
    scheme: 'the credentials in the Authorization header are only Base64; whether {url} is https is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['base64.b64decode', 'base64.standard_b64decode', 'base64.urlsafe_b64decode', 'base64.decodebytes'],
      judge(call, verdict) {
        const text = call.argument('s', 0);
        const names = call.resultNames();
        const secret = mostSecret(names);
        if (secret?.secrecy !== 'secret') return undefined;
        if (names.some((name) => isPretence(name) || wordsOf(name).some((word) => openWords.has(word))))
          return undefined;
        const constant = text.string();
        if (constant !== undefined && constant.length >= 6) return verdict.fail(text, 'literal', { name: secret.name });
        const { provenance } = text.origin();
        if (!['environment', 'file', 'stored'].includes(provenance)) return undefined;
        return verdict.pass(text, 'the secret is not part of the program');
      },
    },
    {
      kind: 'call',
      to: ['concept:http-request'],
      judge(call, verdict) {
        const authorization = call.argument('headers').entry('Authorization');
        if (authorization === undefined || !isBasic(authorization)) return undefined;
        const url = call.argument('url', /\.request$/.test(call.name) ? 1 : 0);
        const start = urlStart(url);
        if (start === undefined) return verdict.open(url, 'scheme', { url: url.text });
        if (/^https:/i.test(start)) return verdict.pass(url, 'the credentials travel over https');
        if (!/^http:\/\/./i.test(start)) return verdict.open(url, 'scheme', { url: url.text });
        if (/^http:\/\/(localhost|127\.|\[::1\])/i.test(start))
          return verdict.pass(url, 'the request stays on this machine');
        return verdict.fail(url, 'clear', { url: url.text });
      },
    },
  ],
});

/** `"Basic " + base64.b64encode(…)`, as an f-string or a sum. */
function isBasic(header: ValueView): boolean {
  const parts = header.textParts();
  const start = parts?.[0];
  return parts !== undefined && parts.length > 1 && typeof start === 'string' && /^basic /i.test(start);
}

function urlStart(url: ValueView): string | undefined {
  const first = url.textParts()?.[0] ?? url.string();
  return typeof first === 'string' ? first : undefined;
}

export default quietInTests(rule);
