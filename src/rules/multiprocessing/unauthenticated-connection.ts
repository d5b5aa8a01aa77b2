import { type CallSite, defineRule, isAtLeast, type ValueView } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';

const handshake = ['multiprocessing.connection.deliver_challenge', 'multiprocessing.connection.answer_challenge'];

const rule = defineRule({
  id: 'multiprocessing/unauthenticated-connection',
  code: 'MP-02',
  title: 'Without a key anyone who can connect sends objects that are unpickled',
  anchor: 'library/multiprocessing.html#multiprocessing-auth-keys',
  severity: { network: 'critical', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [306, 287, 1188],
  aliases: [],
  advice: 'Give authkey= a secret of 16 bytes or more, and refuse to start when it is empty.',
  question: 'Is a key always given here when the program runs?',
  docs: {
    why:
      'Listener and Client authenticate only when authkey is given. The messages between them are pickles, so a peer that ' +
      'nobody asked for its key runs code as soon as it is listened to.',
    fails: 'from multiprocessing.connection import Listener\nListener(("localhost", 6000))',
    passes:
      'import os\nfrom multiprocessing.connection import Listener\nListener(("localhost", 6000), authkey=os.urandom(32))',
    evidence: ['both ends must know a key', 'the key was tested and is not empty'],
    limits: 'Permissions of socket files are not seen.',
  },
  messages: {
    absent: '{call} authenticates nobody: without authkey every peer is believed',
    none: 'authkey={value} authenticates nobody',
    empty: 'an empty authkey authenticates nobody before Python 3.13, without an error',
    maybeEmpty: 'authkey can be empty here, and then nobody is authenticated before Python 3.13',
    unknown: 'whether {call} authenticates its peer depends on {option}',
  },
  on: {
    kind: 'call',
    to: [
      'multiprocessing.connection.Listener',
      'multiprocessing.connection.Client',
      'multiprocessing.connection.XmlListener',
      'multiprocessing.connection.XmlClient',
    ],
    judge(call, verdict) {
      const key = call.argument('authkey', call.name.endsWith('Listener') ? 3 : 2);
      const isLocal = reachOfAddress(call.argument('address', 0)) === 'this-machine';
      const isFile = call.argument('address', 0).string() !== undefined;
      const options = {
        severity: isLocal || isFile || call.argument('address', 0).isAbsent() ? 'high' : 'critical',
      } as const;
      if (isAuthenticatedByHand(call)) return undefined;
      const name = `${call.callee.text}()`;
      if (key.isAbsent()) return verdict.fail(call, 'absent', { call: name }, options);
      if (key.isNone()) return verdict.fail(key, 'none', { value: key.text }, options);
      const constants = key.constants();
      const isFixed = isAtLeast(call.target, 3, 13);
      if (constants !== undefined) {
        const empty = constants.filter((each) => each === '' || (each instanceof Uint8Array && each.length === 0));
        if (empty.length === 0 || isFixed) return undefined;
        return verdict.fail(key, empty.length === constants.length ? 'empty' : 'maybeEmpty', {}, options);
      }
      if (key.guard('truth') !== undefined) return verdict.pass(key, 'the key was tested and is not empty');
      if (key.callTo('os.urandom', 'secrets.token_bytes') !== undefined)
        return verdict.pass(key, 'both ends must know a key');
      if (!isFixed && mayBeEmpty(key, call)) {
        return verdict.fail(key, 'maybeEmpty', {}, { severity: 'high' });
      }
      const { provenance } = key.origin();
      if (['environment', 'file', 'stored', 'shipped'].includes(provenance)) {
        return verdict.pass(key, 'both ends must know a key');
      }
      if (key.classes().includes('bytes') || key.classes().includes('builtins.bytes')) {
        return verdict.pass(key, 'both ends must know a key');
      }
      const subject = key.isGiven() ? key : call;
      return verdict.open(subject, 'unknown', { call: name, option: subject.text }, { severity: 'medium' });
    },
    fixes: [{ class: 'advice', title: 'Pass authkey=, a secret of 16 bytes or more that both ends know' }],
  },
});

/** The handshake is made on each connection, by this function or by another method of the class. */
function isAuthenticatedByHand(call: CallSite): boolean {
  if (call.siblingCalls(...handshake).length > 0) return true;
  if (call.className === '') return false;
  return call
    .callsInProject(...handshake)
    .some(({ path, className }) => path === call.path && className === call.className);
}

/** `os.environ.get("KEY", "").encode()`: a variable that is not set gives an empty key. */
function mayBeEmpty(key: ValueView, call: CallSite): boolean {
  return call.siblingCalls('os.environ.get', 'os.getenv').some((read) => {
    const isPart = key.span.start <= read.span.start && read.span.end <= key.span.end;
    const isNamed = key.lastName !== undefined && read.resultNames().includes(key.lastName);
    return (isPart || isNamed) && read.argument('default', 1).string() === '';
  });
}

export default quietInTests(rule);
