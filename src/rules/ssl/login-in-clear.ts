import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isLoopback } from './context-use.ts';

const evidence = {
  tls: 'the connection is encrypted from the start',
  upgraded: 'the connection is upgraded to TLS before the password is sent',
} as const;

const upgrades = new Set(['starttls', 'stls', 'auth_tls']);

const rule = defineRule({
  id: 'ssl/login-in-clear',
  code: 'SSL-28',
  title: 'A password that is sent over an unencrypted connection can be read by everyone on the way',
  anchor: 'library/ssl.html#security-considerations',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [319, 523],
  aliases: ['B312', 'B321', 'S312', 'S321'],
  advice: 'Use the TLS class (SMTP_SSL, IMAP4_SSL, POP3_SSL, FTP_TLS) or call starttls() first.',
  question: 'Is this connection encrypted before the password is sent?',
  docs: {
    why: 'These protocols send user name and password as they are. TLS has to be there before.',
    fails: 'import ftplib\nftplib.FTP("ftp.example.org").login("me", "secret")',
    passes:
      'import ftplib, ssl\nftplib.FTP_TLS("ftp.example.org", context=ssl.create_default_context()).login("me", "secret")',
    evidence: Object.values(evidence),
    limits: 'A connection that another function opened is not known to be encrypted or not.',
  },
  messages: {
    clear: '{name}() sends the password in the clear',
    late: '{name}() sends the password before the connection is upgraded to TLS',
    unknown: 'it is not known whether the connection is encrypted when {name}() sends the password',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:plaintext-login'],
      judge(call, verdict) {
        const name = call.name;
        if (isAnonymous(call.argument('user', 0), call.operand())) return undefined;
        const receiver = call.receiver();
        if (receiver === undefined) return undefined;
        if (receiver.callTo('concept:tls-client', 'concept:tls-client-verified') !== undefined) {
          return verdict.pass(call, evidence.tls);
        }
        const upgrade = call.receiverUses().find((use) => use.kind === 'call' && upgrades.has(use.method));
        if (upgrade?.kind === 'call') {
          if (upgrade.subject.span.start > call.span.start) return verdict.fail(call, 'late', { name }, inCode);
          return upgrade.call.dominates(call)
            ? verdict.pass(call, evidence.upgraded)
            : verdict.open(call, 'unknown', { name });
        }
        const opened = receiver.callTo('concept:plaintext-client');
        if (opened === undefined) return verdict.open(call, 'unknown', { name });
        return verdict.fail(call, 'clear', { name }, localSeverity(opened));
      },
    },
    {
      // ftplib.FTP(host, user, password) logs in at once
      kind: 'call',
      to: ['ftplib.FTP'],
      judge(call, verdict) {
        const [user, password] = [call.argument('user', 1), call.argument('passwd', 2)];
        if (!user.isGiven() || isAnonymous(user, password)) return undefined;
        if (call.result().callTo('concept:tls-client') !== undefined) return undefined;
        return verdict.fail(call, 'clear', { name: call.name }, localSeverity(call));
      },
    },
  ],
});

export default quietInTests(rule);

function isAnonymous(user: ValueView, password: ValueView): boolean {
  return password.isAbsent() || user.string() === 'anonymous' || (user.isGiven() && user.string() === '');
}

function localSeverity(opened: CallSite) {
  return isLoopback([opened.argument('host', 0)]) ? ({ severity: 'low' } as const) : inCode;
}
