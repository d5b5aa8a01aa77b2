import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  later: 'the handshake is left to whoever serves the connection',
  bounded: 'every socket of the process has a timeout',
} as const;

const rule = defineRule({
  id: 'ssl/handshake-in-accept',
  code: 'SSL-26',
  title: 'A client that never finishes its handshake keeps the server from accepting others',
  anchor: 'library/ssl.html#ssl.SSLContext.wrap_socket',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [400],
  aliases: [],
  advice: 'Pass do_handshake_on_connect=False and shake hands where the connection is served, with a timeout.',
  question: 'Can a client that never finishes its handshake keep this server from accepting others?',
  docs: {
    why: 'accept() of a listening socket that was wrapped makes the handshake before it returns, and the accepted socket has no timeout. One client that connects and stays silent stops the loop.',
    fails: `import socket, ssl
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server = context.wrap_socket(socket.create_server(("", 8443)), server_side=True)
while True:
    connection, address = server.accept()`,
    passes: `import socket, ssl
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server = context.wrap_socket(socket.create_server(("", 8443)), server_side=True, do_handshake_on_connect=False)
while True:
    connection, address = server.accept()`,
    evidence: Object.values(evidence),
    limits: 'Sockets that are wrapped in one function and accepted from in another are not seen.',
  },
  messages: {
    accept: 'accept() of this socket waits for the handshake of each client, without a timeout',
    server: 'the accept loop of {server} waits for the handshake of each client, without a timeout',
    unknown: 'whether accept() of this socket waits for handshakes depends on {value}',
  },
  on: {
    kind: 'call',
    to: ['ssl.SSLContext.wrap_socket', 'ssl.wrap_socket'],
    judge(call, verdict) {
      const isMethod = call.name === 'ssl.SSLContext.wrap_socket';
      if (call.argument('server_side', isMethod ? 1 : 3).truth() !== true) return undefined;
      const server = serverOf(call);
      const accepts = call.uses().some((use) => use.kind === 'call' && use.method === 'accept');
      if (server === undefined && !accepts) return undefined;
      const atOnce = call.argument('do_handshake_on_connect', isMethod ? 2 : 7);
      if (atOnce.truth() === false) return verdict.pass(call, evidence.later);
      if (!atOnce.isAbsent() && atOnce.truth() === undefined) {
        return verdict.open(call, 'unknown', { value: atOnce.isGiven() ? atOnce.text : 'further arguments' });
      }
      const limit = call.callsInProject('socket.setdefaulttimeout')[0]?.argument('timeout', 0);
      if (limit !== undefined && !limit.isNone()) return verdict.pass(call, evidence.bounded);
      return server === undefined
        ? verdict.fail(call, 'accept', {}, inCode)
        : verdict.fail(call, 'server', { server }, inCode);
    },
  },
});

export default quietInTests(rule);

/** `httpd.socket = context.wrap_socket(httpd.socket, server_side=True)`: the server accepts from it. */
function serverOf(call: CallSite): string | undefined {
  const socket = call.argument('sock', 0);
  if (socket.lastName !== 'socket' || !call.resultNames().includes('socket')) return undefined;
  if (!socket.text.endsWith('.socket')) return undefined;
  const owner = socket.text.slice(0, -'.socket'.length);
  return owner === 'self' && call.className !== '' ? call.className : owner;
}
