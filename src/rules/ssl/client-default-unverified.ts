import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { contextMakers, isLoopback } from './context-use.ts';

const evidence = {
  context: 'a context that verifies is passed',
} as const;

const transfers = new Set([
  'retrbinary', 'retrlines', 'storbinary', 'storlines', 'nlst', 'dir', 'mlsd', 'transfercmd', 'ntransfercmd',
]); // biome-ignore format: a list of words

const rule = defineRule({
  id: 'ssl/client-default-unverified',
  code: 'SSL-27',
  title: 'The mail, news and file clients of the standard library verify nothing unless they are given a context',
  anchor: 'library/ssl.html#best-defaults',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295, 297, 319],
  aliases: [],
  advice: 'Pass context=ssl.create_default_context() (imaplib calls it ssl_context); call prot_p() on FTP_TLS.',
  question: 'Is a verifying context given to this client whenever it speaks TLS?',
  docs: {
    why: 'Without a context these clients fall back to one that checks neither certificate nor name, and then send the password over it. FTP_TLS also leaves the data connection in the clear until prot_p() is called.',
    fails: 'import smtplib\nwith smtplib.SMTP("mail.example.org") as server:\n    server.starttls()',
    passes:
      'import smtplib, ssl\nwith smtplib.SMTP("mail.example.org") as server:\n    server.starttls(context=ssl.create_default_context())',
    evidence: Object.values(evidence),
    limits: 'A context from elsewhere is taken to verify; what it does is judged where it is made.',
  },
  messages: {
    unverified: '{name}() without a context verifies neither certificate nor name',
    unknown: 'whether {name}() is given a context is not known; without one nothing is verified',
    'clear-data': 'the files themselves travel in the clear: prot_p() is not called before {method}()',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-client', 'concept:tls-upgrade'],
    judge(call, verdict) {
      const context = call.operand();
      const name = call.name;
      if (context.presence === 'unknown') return verdict.open(call, 'unknown', { name });
      if (context.isAbsent() || context.isNone()) {
        const severity = isLoopback([call.argument('host', 0)]) ? ({ severity: 'low' } as const) : inCode;
        return verdict.fail(call, 'unverified', { name }, severity);
      }
      const clear = transferInTheClear(call);
      if (clear !== undefined) return verdict.fail(call, 'clear-data', { method: clear }, inCode);
      if (context.callTo('concept:tls-context-default') === undefined) return undefined;
      return context
        .callTo(...contextMakers)
        ?.uses()
        .some((use) => use.kind === 'store')
        ? undefined
        : verdict.pass(call, evidence.context);
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Pass the default context, which verifies',
        for: ['unverified'],
        make(call, edit) {
          // The old way to hand over a certificate, which a context replaces.
          if (call.keywords.some((name) => /^(key|cert)file$/.test(name)))
            return edit.refuse('a certificate is passed too');
          const option = /^(imaplib\.|nntplib\.NNTP_SSL$)/.test(call.name) ? 'ssl_context' : 'context';
          return edit.setArgument(call, option, undefined, `${edit.name('ssl.create_default_context')}()`);
        },
      },
    ],
  },
});

export default quietInTests(rule);

/** The first transfer of an FTP_TLS connection that no prot_p() comes before. */
function transferInTheClear(call: CallSite): string | undefined {
  if (!call.names.includes('ftplib.FTP_TLS')) return undefined;
  const methods = call.uses().flatMap((use) => (use.kind === 'call' ? [use.method] : []));
  const first = methods.find((method) => transfers.has(method) || method === 'prot_p');
  return first === undefined || first === 'prot_p' ? undefined : first;
}
