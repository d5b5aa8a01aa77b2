import { type CallSite, defineRule, type Fix, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { inCode } from '../written-in-code.ts';
import {
  contextMakers,
  isClientMade,
  isRequired,
  isServerMade,
  isUnverified,
  sideOf,
  storesOf,
} from './context-use.ts';

const evidence = {
  required: 'the server requires the certificates that it looks at',
  tested: 'a connection without a certificate is told apart before the certificate is used',
} as const;

/** CVE-2023-40217 */
const flushed: Fix = { since: [3, 12], backports: { '3.8': 18, '3.9': 18, '3.10': 13, '3.11': 5 } };

const rule = defineRule({
  id: 'ssl/certificate-optional',
  code: 'SSL-05',
  alsoCodes: ['SSL-04'],
  title: 'A server that does not require certificates looks at one that the client may leave out',
  anchor: 'library/ssl.html#ssl.CERT_OPTIONAL',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295, 306],
  aliases: [],
  advice: 'Set verify_mode to CERT_REQUIRED and load the authority that signs for clients.',
  question: 'Does this server treat clients with a certificate differently from those without?',
  docs: {
    why: 'With CERT_NONE a server asks for no certificate, and with CERT_OPTIONAL clients that send none are let in. getpeercert() then gives None or an empty dict, and who the client is was never proven.',
    fails: `import socket, ssl
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
connection = context.wrap_socket(socket.socket(), server_side=True)
print(connection.getpeercert()["subject"])`,
    passes: `import socket, ssl
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.verify_mode = ssl.CERT_REQUIRED
connection = context.wrap_socket(socket.socket(), server_side=True)
print(connection.getpeercert()["subject"])`,
    evidence: Object.values(evidence),
    limits: 'Only contexts that are made in the same function as the connection are judged.',
  },
  messages: {
    unasked: 'the certificate is used, but {context} asks no client for one',
    optional: 'the certificate is used, and a client that sends none is let in',
    client: 'CERT_OPTIONAL means CERT_REQUIRED in a client, and reads as if it did not',
    'early-data':
      'Python {release} ({source}) hands over what a client sent before the handshake as if its certificate had been verified (CVE-2023-40217)',
    'perhaps-trusted': 'clients without a certificate are let in; whether anything relies on one is not known',
    unknown: 'whether a certificate is required depends on who uses this context',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl.SSLContext.verify_mode'],
      judge(store, verdict) {
        if (!isOptional(store.value)) return undefined;
        const made = store.receiver()?.callTo(...contextMakers);
        const side = made === undefined ? 'unknown' : sideOf(made);
        if (side === 'server') return verdict.open(store, 'perhaps-trusted', {}, { severity: 'low' });
        if (side === 'client' || (made !== undefined && isClientMade(made))) {
          return verdict.fail(store, 'client', {}, { code: 'SSL-04', severity: 'low' });
        }
        return verdict.open(store, 'unknown', {}, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['ssl.SSLSocket.getpeercert', 'ssl.SSLObject.getpeercert'],
      judge(call, verdict) {
        const wrap = wrapBefore(call);
        const made = wrap?.receiver()?.callTo(...contextMakers);
        if (wrap === undefined || made === undefined) return undefined;
        const modes = storesOf(made, 'verify_mode');
        if (modes.some(isRequired)) {
          const state = namedFixState(call.target, flushed);
          return state?.kind === 'missing'
            ? verdict.fail(call, 'early-data', state, { severity: 'medium' })
            : verdict.pass(call, evidence.required);
        }
        const isLeft = modes.length === 0 ? isServerMade(made) : modes.every((mode) => isUnverified(mode));
        if (!isLeft && !modes.every(isOptional)) return undefined;
        const uses = usesOf(call);
        if (uses.length === 0) return undefined;
        if (uses.every((use) => use.guard('truth') !== undefined)) return verdict.pass(call, evidence.tested);
        return isLeft
          ? verdict.fail(call, 'unasked', { context: made.text }, inCode)
          : verdict.fail(call, 'optional', {}, inCode);
      },
    },
  ],
});

export default quietInTests(rule);

function isOptional(value: ValueView): boolean {
  return value.is('ssl.CERT_OPTIONAL', 'ssl.VerifyMode.CERT_OPTIONAL') || value.number() === 1;
}

/** The call that made the server's socket which the connection is, or was accepted by. */
function wrapBefore(call: CallSite): CallSite | undefined {
  const wraps = call
    .siblingCalls('ssl.SSLContext.wrap_socket', 'ssl.SSLContext.wrap_bio')
    .filter((each) => each.argument('server_side', each.name.endsWith('_bio') ? 2 : 1).truth() === true);
  return wraps.length === 1 && wraps[0]?.dominates(call) ? wraps[0] : undefined;
}

/** The certificate where it is read from or handed on. */
function usesOf(call: CallSite): readonly ValueView[] {
  const direct = call.outerCall()?.positional.filter((each) => each.span.start === call.span.start) ?? [];
  const later = call.uses().flatMap((use) => {
    if (use.kind === 'call') return use.call.receiver() ?? [];
    if (use.kind !== 'argument') return [];
    return use.call.positional.filter(({ span }) => span.start === use.subject.span.start);
  });
  return [...direct, ...later];
}
