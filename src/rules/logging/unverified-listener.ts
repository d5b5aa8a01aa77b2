import {
  type CallSite,
  defineRule,
  type FunctionView,
  type Judge,
  type Judgement,
  type ValueView,
} from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'logging/unverified-listener',
  code: 'LOG-01',
  alsoCodes: ['LOG-02'],
  title: 'The port that takes logging configurations runs code of whoever connects',
  anchor: 'library/logging.config.html#logging.config.listen',
  severity: { network: 'critical', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [94, 95, 306, 347],
  aliases: ['S612'],
  advice: 'Give verify= a function that checks an HMAC with hmac.compare_digest and returns None when it does not fit.',
  question:
    'Who can connect to this port, and how does the verification tell that the sender may configure the program?',
  docs: {
    why:
      'listen() applies every configuration that is sent to its port, and parts of a configuration are evaluated as ' +
      'Python. The port is open to all users of the machine; only verify= can tell them apart.',
    fails: 'import logging.config\nlogging.config.listen(9999)',
    passes:
      'import hmac, logging.config\ndef verify(data):\n    if hmac.compare_digest(data[:32], hmac.digest(key, data[32:], "sha256")):\n        return data[32:]\n    return None\nlogging.config.listen(9999, verify=verify)',
    evidence: ['what is received is authenticated before it is applied'],
    limits: 'The key of the verification is not judged, nor whether the compared codes belong to the returned bytes.',
  },
  messages: {
    unverified:
      'listen() applies whatever any user of this machine sends to its port; without verify= nothing is checked',
    accepts: '{function} accepts every configuration: it never returns None and never raises',
    compares: '{function} checks what it gets, but with nothing that authenticates the sender',
    unknown: 'whether {function} authenticates the sender is not known',
  },
  on: {
    kind: 'call',
    to: ['logging.config.listen'],
    judge(call, verdict) {
      const verify = call.argument('verify', 1);
      if (verify.isAbsent()) return verdict.fail(call, 'unverified', {}, { severity: 'high' });
      if (verify.isNone()) return verdict.fail(verify, 'unverified', {}, { severity: 'high' });
      const definition = verify.projectFunction();
      if (definition === undefined) {
        const subject = verify.isGiven() ? verify : call;
        return verdict.open(subject, 'unknown', { function: subject.text });
      }
      return judgeVerification(definition, call, verdict);
    },
  },
});

function judgeVerification(
  definition: FunctionView,
  call: CallSite,
  verdict: Judge<'accepts' | 'compares' | 'unknown'>,
): Judgement {
  const subject = call.argument('verify', 1);
  const name = definition.name === '' ? 'the lambda' : `${definition.name}()`;
  const options = { code: 'LOG-02', severity: 'high' } as const;
  const returns = definition.returns();
  const canRefuse =
    definition.canReturnNothing || definition.raises || returns.some((value) => !isAlwaysSomething(value));
  const isAuthenticating =
    definition.calls('concept:constant-time-compare', 'concept:signature-verify').length > 0 && canRefuse;
  if (isAuthenticating) return verdict.pass(subject, 'what is received is authenticated before it is applied');
  // What other functions do with the data is not followed.
  if (definition.calls().length > 0) return verdict.open(subject, 'unknown', { function: name }, { code: 'LOG-02' });
  if (!canRefuse) return verdict.fail(subject, 'accepts', { function: name }, options);
  return verdict.open(subject, 'compares', { function: name }, options);
}

/** A returned value that cannot be None: the received bytes themselves, or a constant. */
function isAlwaysSomething(value: ValueView): boolean {
  return !value.isNone() && value.origin().provenance === 'parameter';
}

export default onlyFailuresInTests(rule);
