import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'logging/credentials-in-clear',
  code: 'LOG-08',
  title: 'A log handler sends its password over the network in the clear',
  anchor: 'library/logging.handlers.html#logging.handlers.HTTPHandler',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [319, 523],
  aliases: [],
  advice:
    'Give secure=True and a verifying context to HTTPHandler; send mail through a local server or an own handler with TLS.',
  question: 'Is the connection of this handler encrypted before it sends its password?',
  docs: {
    why:
      'HTTPHandler and SMTPHandler log in before they send a record. Unless secure= asks for TLS, user name and password ' +
      'go over the network readable, along with everything that is logged.',
    fails:
      'from logging.handlers import HTTPHandler\nHTTPHandler("logs.example", "/log", credentials=("app", password))',
    passes:
      'import ssl\nfrom logging.handlers import HTTPHandler\nHTTPHandler("logs.example", "/log", secure=True, credentials=("app", password), context=ssl.create_default_context())',
    evidence: ['the connection is encrypted before the password is sent', 'the server runs on this machine'],
    limits: 'SMTPHandler with secure= encrypts but verifies no certificate before Python 3.14.',
  },
  messages: {
    clear: '{handler} sends the credentials without encryption',
    unknown: 'whether {handler} encrypts before it sends the credentials depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['logging.handlers.HTTPHandler', 'logging.handlers.SMTPHandler'],
    judge(call, verdict) {
      const isMail = call.name.endsWith('SMTPHandler');
      const credentials = call.argument('credentials');
      if (!credentials.isGiven() || credentials.isNone()) return undefined;
      const host = call.argument(isMail ? 'mailhost' : 'host', 0);
      const name = host.string() ?? host.items()?.[0]?.string();
      if (name !== undefined && /^(localhost|127\.|\[::1\]|::1)/.test(name)) {
        return verdict.pass(host, 'the server runs on this machine');
      }
      const secure = call.argument('secure');
      const handler = call.callee.text;
      const isOff = isMail ? secure.isAbsent() || secure.isNone() : secure.isAbsent() || secure.truth() === false;
      if (isOff) return verdict.fail(credentials, 'clear', { handler }, { severity: 'high' });
      const isOn = isMail ? secure.items() !== undefined : secure.truth() === true;
      if (isOn) return verdict.pass(secure, 'the connection is encrypted before the password is sent');
      const subject = secure.isGiven() ? secure : call;
      return verdict.open(subject, 'unknown', { handler, option: subject.text }, { severity: 'medium' });
    },
  },
});

export default quietInTests(rule);
