import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { elsewhere: 'the password does not stand in the code' } as const;

const rule = defineRule({
  id: 'ssl/key-password-in-code',
  code: 'SSL-21',
  title: 'The password of a private key stands in the code',
  anchor: 'library/ssl.html#ssl.SSLContext.load_cert_chain',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [259, 321],
  aliases: ['py/hardcoded-credentials'],
  advice: 'Read the password from a secret store, or pass a function that asks for it.',
  question: 'Who can read this code, and does the password protect a key that is in use?',
  docs: {
    why: 'Whoever can read the code, its history or its packages can use the key once they have the file.',
    fails: 'import ssl\nssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain("a.pem", password="hunter2")',
    passes:
      'import ssl, getpass\nssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain("a.pem", password=getpass.getpass)',
    evidence: Object.values(evidence),
    limits: 'Where the key file lies and who can read it is not seen.',
  },
  messages: { constant: 'the password of the private key is a constant in the code' },
  on: {
    kind: 'call',
    to: ['concept:tls-key-load'],
    judge(call, verdict) {
      const password = call.argument('password', 2);
      if (!password.isGiven() || password.isNone()) return undefined;
      const text = password.string();
      if (text !== undefined) return text === '' ? undefined : verdict.fail(password, 'constant');
      // load_cert_chain(..., password=lambda: "hunter2")
      const returned = password.projectFunction()?.returns();
      if (returned?.some((value) => value.string() !== undefined)) return verdict.fail(password, 'constant');
      const { provenance } = password.origin();
      return provenance === 'environment' ||
        provenance === 'file' ||
        returned !== undefined ||
        password.is('getpass.getpass')
        ? verdict.pass(password, evidence.elsewhere)
        : undefined;
    },
  },
});

export default quietInTests(rule);
