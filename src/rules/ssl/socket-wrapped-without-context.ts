import { defineRule, isAtLeast, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isRequired } from './context-use.ts';

const evidence = { matched: 'the certificate is required and its name compared' } as const;

const rule = defineRule({
  id: 'ssl/socket-wrapped-without-context',
  code: 'SSL-10',
  title: 'The module-level ssl.wrap_socket verifies no certificate and never checks a name',
  anchor: 'library/ssl.html#socket-creation',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295, 297, 477],
  aliases: ['B504', 'S504'],
  advice: 'Use ssl.create_default_context().wrap_socket(sock, server_hostname=host).',
  question: 'Is the certificate of the other end verified whenever this socket carries something that matters?',
  docs: {
    why: 'The old function starts from CERT_NONE, sends no server name and compares none. It is gone from Python 3.12.',
    fails: 'import ssl, socket\nssl.wrap_socket(socket.create_connection(("example.org", 443)))',
    passes:
      'import ssl, socket\nssl.create_default_context().wrap_socket(socket.create_connection(("example.org", 443)), server_hostname="example.org")',
    evidence: Object.values(evidence),
    limits: 'A name comparison in another function is not followed.',
  },
  messages: {
    gone: 'ssl.wrap_socket() is gone from Python 3.12, on which the project runs',
    unverified: '{name}() requires no certificate here: any is accepted',
    nameless: '{name}() requires a certificate but never the server’s: no name is compared',
    unknown: 'whether {name}() verifies the certificate depends on {value}',
  },
  on: {
    kind: 'call',
    to: ['concept:tls-wrap-bare'],
    judge(call, verdict) {
      if (call.name === 'ssl.wrap_socket' && isAtLeast(call.target, 3, 12)) {
        return verdict.fail(call, 'gone', {}, { severity: 'low' });
      }
      const serverSide = call.argument('server_side', 3);
      if (serverSide.truth() === true) return undefined;
      const required = call.argument('cert_reqs', 4);
      if (required.isAbsent() || required.is('ssl.CERT_NONE', 'ssl.VerifyMode.CERT_NONE') || required.number() === 0) {
        return verdict.fail(call, 'unverified', { name: call.name }, inCode);
      }
      if (!isRequired(required)) return verdict.open(required, 'unknown', { name: call.name, value: required.text });
      if (call.siblingCalls('ssl.match_hostname').length > 0) return verdict.pass(call, evidence.matched);
      return verdict.fail(call, 'nameless', { name: call.name }, inCode);
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Wrap the socket with the default context, which verifies',
        make(call, edit) {
          const socket = edit.argument(call, 'sock', 0);
          const isPlain = socket !== undefined && call.positional.length + call.keywords.length === 1;
          if (!isPlain) return edit.refuse('options are passed that a context has in other ways');
          const host = hostOf(socket);
          if (host === undefined) return edit.refuse('the name of the server is not seen here');
          const name = edit.textOf(host);
          if (!/^[\w.]+$|^['"][^'"]*['"]$/.test(name)) return edit.refuse('the name of the server is not a plain one');
          const made = `${edit.name('ssl.create_default_context')}()`;
          return edit.replace(call, `${made}.wrap_socket(${edit.textOf(socket)}, server_hostname=${name})`);
        },
      },
    ],
  },
});

export default quietInTests(rule);

/** `host` of `socket.create_connection((host, 443))`, or of `sock.connect((host, 443))` before. */
function hostOf(socket: ValueView): ValueView | undefined {
  const connected = socket.callTo('socket.create_connection');
  const made = socket.callTo('socket.socket');
  const connect = made?.uses().find((use) => use.kind === 'call' && use.method === 'connect');
  const address =
    connected?.argument('address', 0) ?? (connect?.kind === 'call' ? connect.call.argument('address', 0) : undefined);
  return address?.firstItems()[0];
}
