import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isEncodedAgain } from './encoded-again.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
const codecNames = new Set(['base64', 'base64_codec', 'base-64', 'base_64']);

const noStrictAlphabet = 'no option makes another alphabet strict before Python 3.15';

const rule = defineRule({
  id: 'base64/lenient-decode',
  code: 'B64-01',
  alsoCodes: ['B64-02', 'B64-05'],
  title: 'A lenient decoder passes over foreign characters, so that many texts decode to the same bytes',
  anchor: 'library/base64.html#base64-security',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [20, 436, 515],
  aliases: [],
  advice:
    'Decode with b64decode(text, validate=True), and compare b64encode(result) with the text where its spelling counts.',
  question:
    'Who can choose this text, and does anything judge it by its spelling, such as a filter, cache key or signature?',
  docs: {
    why:
      'Unless told otherwise the decoders drop every character outside the alphabet and stop at the first padding. A ' +
      'filter, cache key or signature that looked at the text then judged something else than what is decoded.',
    fails: 'import base64, flask\nbase64.b64decode(flask.request.args["state"])',
    passes: 'import base64, flask\nbase64.b64decode(flask.request.args["state"], validate=True)',
    evidence: [
      'the decoder is strict about the alphabet',
      'the encoded text is part of the program',
      'the whole text was matched against the alphabet before',
      'the decoded bytes are encoded again and compared with the text',
      'the signature is one of the decoded bytes',
    ],
    limits:
      'Strict decoding still accepts several spellings of the last character, and surplus padding on Python 3.11 and 3.12; ' +
      'only encoding again and comparing shows that a text is the canonical one.',
  },
  messages: {
    lenient: '{function}() passes over characters outside the alphabet, and {source} can hold any',
    urlSafe: '{function}() drops foreign characters and accepts + and / beside - and _, and {source} can hold any',
    mixed: 'with altchars, + and / are still accepted beside the other alphabet, and {source} can hold them',
    dropped: 'the text holds {characters}, which {function}() drops without an error',
    behind: '{function}() ends at the padding, and takes no notice of what stands behind it',
    local:
      '{function}() passes over characters outside the alphabet; whether somebody else decides what {source} holds is not known',
    unknown:
      '{function}() passes over characters outside the alphabet; where its text comes from is not known: {source}',
    option: 'whether {function}() is strict here depends on {option}',
  },
  on: {
    kind: 'call',
    to: [
      'base64.b64decode',
      'base64.standard_b64decode',
      'base64.urlsafe_b64decode',
      'base64.decodebytes',
      'binascii.a2b_base64',
      'codecs.decode',
    ],
    judge(call, verdict) {
      if (call.name === 'codecs.decode' && !codecNames.has(call.argument('encoding', 1).string() ?? ''))
        return undefined;
      const text = encodedText(call);
      const name = call.name.slice(call.name.lastIndexOf('.') + 1);
      const constant = text.string();
      if (constant !== undefined) {
        if (isStrict(call) !== true && hasMoreBehindPadding(constant)) {
          return verdict.fail(text, 'behind', { function: name }, { code: 'B64-02', severity: 'low' });
        }
        const dropped = foreignCharacters(constant, call);
        if (dropped === '' || isStrict(call) === true)
          return verdict.pass(text, 'the encoded text is part of the program');
        return verdict.fail(
          text,
          'dropped',
          { characters: dropped, function: name },
          { code: 'B64-05', severity: 'low' },
        );
      }
      const origin = text.origin();
      if (origin.provenance === 'constant' || origin.provenance === 'shipped') {
        return verdict.pass(text, 'the encoded text is part of the program');
      }
      if (isMatchedAgainstAlphabet(text)) {
        return verdict.pass(text, 'the whole text was matched against the alphabet before');
      }
      if (isEncodedAgain(call)) {
        return verdict.pass(call, 'the decoded bytes are encoded again and compared with the text');
      }
      if (isVerifiedDecoded(call)) return verdict.pass(call, 'the signature is one of the decoded bytes');
      const strict = isStrict(call);
      if (strict === true) {
        if (!mixesAlphabets(call) || origin.provenance !== 'network')
          return verdict.pass(call, 'the decoder is strict about the alphabet');
        return verdict.fail(text, 'mixed', { source: origin.text }, { code: 'B64-05', severity: 'low' });
      }
      if (strict === undefined) {
        return verdict.open(call, 'option', { function: name, option: strictOption(call)?.text ?? 'its arguments' });
      }
      const parameters = { function: name, source: origin.text };
      if (origin.provenance !== 'network') {
        return verdict.open(text, origin.isHostile ? 'local' : 'unknown', parameters, { severity: 'low' });
      }
      // Where nothing has looked at the text, several texts for the same bytes mislead nobody in view.
      const isJudged = text.checks().some(({ kind, isOfPart }) => kind !== 'truth' && kind !== 'type' && !isOfPart);
      const severity = isJudged ? 'medium' : 'low';
      if (mixesAlphabets(call)) return verdict.fail(text, 'urlSafe', parameters, { code: 'B64-05', severity });
      return verdict.fail(text, 'lenient', parameters, { severity });
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Refuse characters outside the alphabet',
        for: ['lenient', 'local', 'unknown', 'urlSafe'],
        make(call, edit) {
          switch (call.name) {
            case 'base64.b64decode':
              if (mixesAlphabets(call)) return edit.refuse(noStrictAlphabet);
              return edit.setArgument(call, 'validate', 2, 'True');
            case 'base64.standard_b64decode':
              edit.replaceCallee(call, edit.name('base64.b64decode'));
              return edit.setArgument(call, 'validate', 2, 'True');
            case 'binascii.a2b_base64':
              edit.needsPython(3, 11);
              return edit.setArgument(call, 'strict_mode', undefined, 'True');
            case 'base64.urlsafe_b64decode':
              return edit.refuse(noStrictAlphabet);
            default:
              return edit.refuse('it is made for text that is broken into lines, which a strict decoder refuses');
          }
        },
      },
    ],
  },
});

function encodedText(call: CallSite): ValueView {
  if (call.name === 'binascii.a2b_base64') return call.argument('data', 0);
  return call.argument(call.name === 'codecs.decode' ? 'obj' : 's', 0);
}

function strictOption(call: CallSite): ValueView | undefined {
  if (call.name === 'base64.b64decode') return call.argument('validate', 2);
  return call.name === 'binascii.a2b_base64' ? call.argument('strict_mode') : undefined;
}

/** undefined: depends on a value that is not known */
function isStrict(call: CallSite): boolean | undefined {
  const option = strictOption(call);
  return option === undefined || option.isAbsent() ? false : option.truth();
}

function mixesAlphabets(call: CallSite): boolean {
  if (call.name === 'base64.urlsafe_b64decode') return true;
  if (call.name !== 'base64.b64decode') return false;
  const alternatives = call.argument('altchars', 1);
  return alternatives.isGiven() && !alternatives.isNone();
}

/** `signer.unsign(b64decode(text))`: other spellings of the text verify as well, and say the same. */
function isVerifiedDecoded(call: CallSite): boolean {
  const names = call.resultNames();
  return call.siblingCalls('concept:signature-verify').some((verification) => {
    const verified = verification.operand();
    const isAround = verified.span.start <= call.span.start && call.span.end <= verified.span.end;
    return isAround || (verified.lastName !== undefined && names.includes(verified.lastName));
  });
}

/** `YQ==YQ==` decodes as `YQ==` does. */
function hasMoreBehindPadding(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  const at = plain.indexOf('=');
  const pads = plain.startsWith('==', at) ? 2 : 1;
  return at > 0 && (at + pads) % 4 === 0 && /[^=]/.test(plain.slice(at + pads));
}

/** Characters of a constant that are dropped; white space is dropped on purpose. */
function foreignCharacters(text: string, call: CallSite): string {
  // A place to be filled in: `{payload}`, `%s`.
  if (/[{%]/.test(text)) return '';
  const others = call.name === 'base64.b64decode' ? call.argument('altchars', 1) : undefined;
  const isOrdinary = others === undefined || others.isAbsent() || others.isNone();
  if (!isOrdinary && others.string() === undefined) return '';
  const known = new Set(`${alphabet}${call.name === 'base64.urlsafe_b64decode' ? '-_' : ''}${others?.string() ?? ''}`);
  return [...new Set(text)]
    .filter((character) => !known.has(character) && !/\s/.test(character))
    .slice(0, 5)
    .join(' ');
}

/** `re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", text)`; a pattern with a dot or an excluding class says nothing. */
function isMatchedAgainstAlphabet(text: ValueView): boolean {
  const guard = text.guard('full-match');
  const patterns = guard?.against ?? [];
  return patterns.length > 0 && patterns.every((pattern) => !/\.|\[\^|\\[SDW]/.test(patternText(pattern)));
}

function patternText(pattern: unknown): string {
  if (pattern instanceof Uint8Array) return String.fromCharCode(...pattern);
  return typeof pattern === 'string' ? pattern : '.';
}

export default quietInTests(rule);
