import {
  type CallSite,
  defineRule,
  isAtLeast,
  type Judge,
  mayReach,
  type Target,
  type ValueView,
} from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isLengthCompared } from '../length-compared.ts';
import { isEncodedAgain } from './encoded-again.ts';

const evidence = {
  again: 'the decoded bytes are encoded again and compared with the text',
  canonical: 'the decoder accepts the canonical spelling only',
  bytes: 'the decoded bytes are what is looked up',
  length: 'the length of the text is checked',
  refused: 'the decoders of these Pythons refuse surplus padding',
} as const;

const decoders = [
  'base64.b64decode',
  'base64.standard_b64decode',
  'base64.urlsafe_b64decode',
  'base64.b32decode',
  'base64.b32hexdecode',
  'binascii.a2b_base64',
];

const rule = defineRule({
  id: 'base64/identity-by-spelling',
  code: 'B64-03',
  alsoCodes: ['B64-04'],
  title: 'Encoded data has several spellings, so that a list of known texts misses the others',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [180, 347, 706],
  aliases: [],
  advice: 'Look up the decoded bytes, or refuse a text that differs from b64encode() of what it decodes to.',
  question: 'Does a second spelling of the same data get past a list, cache or limit that goes by the text?',
  docs: {
    why:
      'The last character before the padding holds bits that are thrown away: YQ== and YR== both decode to "a", with ' +
      'validate=True too. Whoever is on a list of revoked or used tokens sends the other spelling.',
    fails:
      'import base64, flask\ndef session(revoked):\n    token = flask.request.cookies["token"]\n    if token in revoked:\n        flask.abort(401)\n    return base64.b64decode(token, validate=True)',
    passes:
      'import base64, flask\ndef session(revoked):\n    raw = base64.b64decode(flask.request.cookies["token"], validate=True)\n    if raw in revoked:\n        flask.abort(401)\n    return raw',
    evidence: Object.values(evidence),
    limits: 'A list is recognised by the operator in; keys of caches and databases are not followed.',
  },
  messages: {
    listed: '{list} knows one spelling of {source}, and others decode to the same bytes',
    padding: 'Python 3.11 and 3.12 accept surplus padding in {source}, validate=True or not: YWJj==== decodes as YWJj',
  },
  on: {
    kind: 'call',
    to: decoders,
    judge(call, verdict) {
      const isRaw = call.name === 'binascii.a2b_base64';
      const text = call.argument(isRaw ? 'data' : 's', 0);
      const origin = text.origin();
      if (!origin.isHostile) return undefined;
      const lists = call.enclosingFunction()?.comparisons().filter(isLookUp) ?? [];
      const list = lists.find(({ left }) => isSame(left, text));
      if (list !== undefined) {
        if (isEncodedAgain(call)) return verdict.pass(call, evidence.again);
        if (call.argument('canonical').truth() === true) return verdict.pass(call, evidence.canonical);
        return verdict.fail(text, 'listed', { list: list.right.text, source: origin.text });
      }
      if (lists.some(({ left }) => left.isDerivedFrom(call.name))) return verdict.pass(call, evidence.bytes);
      const isStrict = call.argument(isRaw ? 'strict_mode' : 'validate').truth() === true;
      return isStrict && !isEncodedAgain(call) ? judgePadding(call, text, verdict) : undefined;
    },
  },
});

/** `token in revoked`; what is written out is no list of texts that came in. */
function isLookUp({ operator, right }: { readonly operator: string; readonly right: ValueView }): boolean {
  return /^(Not)?In$/.test(operator) && right.constants() === undefined && right.items() === undefined;
}

/** Two uses of one value: what came in at the same place, under the same name. */
function isSame(one: ValueView, other: ValueView): boolean {
  const [here, there] = [one.origin(), other.origin()];
  return (
    one.lastName === other.lastName &&
    here.path === there.path &&
    here.span !== undefined &&
    here.span.start === there.span?.start &&
    here.span.end === there.span.end
  );
}

/** Strict decoding of 3.11 and 3.12 lets surplus padding through; that of 3.10 and 3.13 does not. */
function judgePadding(call: CallSite, text: ValueView, verdict: Judge<'padding'>) {
  const parameters = { source: text.origin().text };
  const options = { code: 'B64-04', severity: 'low' } as const;
  if (!mayReach(call.target, 3, 11) || isAtLeast(call.target, 3, 13)) return verdict.pass(call, evidence.refused);
  if (text.guard('size') || isLengthCompared(call, text)) return verdict.pass(text, evidence.length);
  return isWithin(call.target)
    ? verdict.fail(text, 'padding', parameters, options)
    : verdict.open(text, 'padding', parameters, options);
}

/** 3.11 and 3.12 alone. */
function isWithin(target: Target): boolean {
  return isAtLeast(target, 3, 11) && !mayReach(target, 3, 13);
}

export default quietInTests(rule);
