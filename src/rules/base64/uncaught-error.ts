import { type CallSite, defineRule, type Origin } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { caught: 'the error of the decoder is caught' } as const;

const rule = defineRule({
  id: 'base64/uncaught-error',
  code: 'B64-10',
  title: 'A text that is no Base64 ends the request, or the program, with an error that nobody expected',
  anchor: 'library/binascii.html#binascii.Error',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [248, 755],
  aliases: [],
  advice: 'Catch binascii.Error, a ValueError, around the decoder, and answer that the request is malformed.',
  question: 'What happens to the request, or to the program, when this text is malformed?',
  docs: {
    why:
      'Decoders raise binascii.Error on wrong padding and ValueError on characters outside ASCII, strict or not. Where ' +
      'nothing catches that, one malformed text breaks off the work: a status of 500 at best, the end of a loop that ' +
      'serves everyone at worst.',
    fails: 'import base64, flask\ndef view():\n    return base64.b64decode(flask.request.args["state"])',
    passes:
      'import base64, binascii, flask\ndef view():\n    try:\n        return base64.b64decode(flask.request.args["state"])\n    except binascii.Error:\n        flask.abort(400)',
    evidence: Object.values(evidence),
    limits:
      'What a handler does with the error, save for one that does nothing, and handlers of frameworks are not looked at.',
  },
  messages: {
    uncaught: '{function}() raises an error when {source} is malformed, and nothing here catches it',
    'passed-over':
      'the error for a malformed text is passed over; whether what follows takes {source} for valid is not known',
    perhaps: '{function}() raises an error when {source} is malformed; whether a caller catches it is not known',
  },
  on: {
    kind: 'call',
    to: [
      'base64.b64decode',
      'base64.standard_b64decode',
      'base64.urlsafe_b64decode',
      'base64.decodebytes',
      'base64.b32decode',
      'base64.b16decode',
      'base64.b85decode',
      'base64.a85decode',
      'binascii.a2b_base64',
    ],
    judge(call, verdict) {
      const text = call.operand();
      const origin = text.origin();
      if (origin.provenance !== 'network') return undefined;
      const handler = call.handlers().find((each) => each.takes('binascii.Error'));
      if (handler?.isSilent && handler.goesOn) {
        return verdict.open(text, 'passed-over', { source: origin.text }, { severity: 'medium' });
      }
      if (handler !== undefined) return verdict.pass(call, evidence.caught);
      // What was matched before is malformed in its length at most.
      if (text.guard('full-match')) return undefined;
      const parameters = { function: call.callee.text, source: origin.text };
      return entersHere(origin, call)
        ? verdict.fail(text, 'uncaught', parameters)
        : verdict.open(text, 'perhaps', parameters, { severity: 'low' });
    },
  },
});

/** The request is read in this very function, so that what calls it is a framework. */
function entersHere({ path, span }: Origin, call: CallSite): boolean {
  const start = call.enclosingFunction()?.span.start ?? 0;
  return path === call.path && span !== undefined && start <= span.start && span.start <= call.span.end;
}

export default quietInTests(rule);
