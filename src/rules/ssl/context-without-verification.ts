import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isRequired, isServerMade, isUnverified, sideOf, storesOf } from './context-use.ts';

const evidence = {
  client: 'PROTOCOL_TLS_CLIENT verifies certificate and name',
  later: 'verification of certificate and name is turned on before use',
} as const;

const rule = defineRule({
  id: 'ssl/context-without-verification',
  code: 'SSL-01',
  title: 'A context made by SSLContext(…) of a general protocol verifies neither certificate nor name',
  anchor: 'library/ssl.html#best-defaults',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295, 297],
  aliases: [],
  advice: 'Use ssl.create_default_context(), or SSLContext(ssl.PROTOCOL_TLS_CLIENT) with an authority loaded.',
  question: 'Is this context used by a client, and does any other code turn verification on before that?',
  docs: {
    why: 'The constructor starts with CERT_NONE and no name check unless the protocol is PROTOCOL_TLS_CLIENT; a client that leaves it so accepts every certificate.',
    fails:
      'import ssl, socket\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS)\ncontext.wrap_socket(socket.create_connection(("example.org", 443)))',
    passes: 'import ssl\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
    evidence: Object.values(evidence),
    limits: 'What other functions do with a context is not followed.',
  },
  messages: {
    unverified: 'this context verifies nothing, and a client connects with it',
    nameless: 'this context requires a certificate but not the server’s: check_hostname stays off',
    unknown: 'this context verifies nothing unless code elsewhere turns it on',
  },
  on: {
    kind: 'call',
    to: ['ssl.SSLContext'],
    judge(call, verdict) {
      if (isServerMade(call)) return undefined;
      const protocol = call.argument('protocol', 0);
      const modes = storesOf(call, 'verify_mode');
      if (modes.some(isUnverified)) return undefined; // ssl/certificate-not-verified speaks
      const checks = storesOf(call, 'check_hostname');
      if (checks.some((value) => value.truth() === false)) return undefined; // ssl/hostname-not-checked speaks
      if (protocol.is('ssl.PROTOCOL_TLS_CLIENT', 'ssl._SSLMethod.PROTOCOL_TLS_CLIENT')) {
        return verdict.pass(call, evidence.client);
      }
      const side = sideOf(call);
      if (side === 'server') return undefined;
      // Since 3.7, turning the name check on requires the certificate, too.
      if (checks.some((value) => value.truth() === true)) return verdict.pass(call, evidence.later);
      if (checks.length > 0 || !isGeneral(protocol.names(), protocol.isAbsent())) return undefined;
      if (modes.some(isRequired)) return side === 'client' ? verdict.fail(call, 'nameless', {}, inCode) : undefined;
      if (modes.length > 0) return undefined;
      return side === 'client' ? verdict.fail(call, 'unverified', {}, inCode) : verdict.open(call, 'unknown');
    },
  },
});

export default quietInTests(rule);

function isGeneral(protocols: readonly string[], isDefault: boolean): boolean {
  return (
    isDefault ||
    (protocols.length > 0 && protocols.every((name) => /\.PROTOCOL_(TLS|SSLv23|TLSv1(_\d)?|SSLv[23])$/.test(name)))
  );
}
