import { defineRule, type FunctionView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'ssl/psk-in-code',
  code: 'SSL-30',
  title: 'A pre-shared key that stands in the code is shared with every reader of it',
  anchor: 'library/ssl.html#ssl.SSLContext.set_psk_client_callback',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [321, 326],
  aliases: ['py/hardcoded-credentials'],
  advice: 'Look the key up by identity in a secret store; give each client at least 128 random bits of its own.',
  question: 'Who can read this code, and is the key in use outside of tests?',
  docs: {
    why: 'With a pre-shared key there is no certificate: knowing the key is being the other side.',
    fails:
      'import ssl\nssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).set_psk_client_callback(lambda hint: (None, b"swordfish"))',
    passes:
      'import ssl\nkeys = read_keys()\nssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).set_psk_server_callback(lambda identity: keys[identity])',
    evidence: [],
    limits: 'Only keys that the callback itself writes out are seen.',
  },
  messages: {
    constant: 'the pre-shared key is a constant in the code',
    short: 'the pre-shared key is a constant of {bytes} bytes, fewer than the 16 that resist guessing',
  },
  on: {
    kind: 'call',
    to: ['ssl.SSLContext.set_psk_client_callback', 'ssl.SSLContext.set_psk_server_callback'],
    judge(call, verdict) {
      const callback = call.argument('callback', 0);
      const definition = callback.projectFunction();
      const key = definition === undefined ? undefined : keyOf(definition);
      if (key === undefined || key.length === 0) return undefined;
      return key.length < 16
        ? verdict.fail(callback, 'short', { bytes: key.length })
        : verdict.fail(callback, 'constant');
    },
  },
});

export default quietInTests(rule);

/** A client's callback gives back (identity, key), a server's the key alone. */
function keyOf(callback: FunctionView): Uint8Array | undefined {
  for (const value of callback.returns()) {
    const key = (value.items()?.[1] ?? value).constant();
    if (key instanceof Uint8Array) return key;
  }
  return undefined;
}
