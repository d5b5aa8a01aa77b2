import { type CallSite, defineRule, type FunctionView, type Subject } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';
import { encryptedServers, requestHandlers, serversOf } from './request-handlers.ts';

const evidence = {
  encrypted: 'the server that the handler is given to speaks TLS',
  local: 'only this machine can connect to the server that the handler is given to',
} as const;

const credentialHeaders = /^(www-)?authori[sz]ation$|^www-authenticate$/i;

const rule = defineRule({
  id: 'http-server/login-in-clear',
  code: 'HTTP-13',
  title: 'A password or session that is asked for over plain HTTP can be read on the way',
  anchor: 'library/http.server.html#http.server.HTTPSServer',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [319, 523],
  aliases: [],
  advice: 'Serve with HTTPSServer, wrap the socket with SSLContext.wrap_socket(), or bind to 127.0.0.1 behind a proxy.',
  question: 'Is this server reached through TLS only, for instance behind a proxy that encrypts?',
  docs: {
    why:
      'Basic authentication sends the password with each request, only spelled in Base64; a cookie of a session is as ' +
      'good as the password. HTTPServer encrypts nothing.',
    fails:
      'from http.server import BaseHTTPRequestHandler, HTTPServer\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_response(401)\n        self.send_header("WWW-Authenticate", "Basic realm=logs")\n        self.end_headers()\nHTTPServer(("", 8000), H).serve_forever()',
    passes:
      'from http.server import BaseHTTPRequestHandler, HTTPServer\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_response(401)\n        self.send_header("WWW-Authenticate", "Basic realm=logs")\n        self.end_headers()\nHTTPServer(("127.0.0.1", 8000), H).serve_forever()',
    evidence: Object.values(evidence),
    limits: 'Handlers that are handed to a server through functions or subclasses of servers count as undecided.',
  },
  messages: {
    clear: '{name} asks for credentials with {header}, and its server encrypts nothing',
    unknown: '{name} asks for credentials with {header}; whether its server encrypts is not known',
  },
  on: {
    kind: 'class',
    extends: requestHandlers,
    judge(definition, verdict) {
      const asked = definition
        .methods()
        .map(asksForCredentials)
        .find((found) => found !== undefined);
      if (asked === undefined) return undefined;
      const { subject, header } = asked;
      const parameters = { name: definition.name.slice(definition.name.lastIndexOf('.') + 1), header };
      const servers = serversOf(definition);
      const plain = servers.filter((server) => !isEncrypted(server));
      if (servers.length === 0) return verdict.open(subject, 'unknown', parameters, { severity: 'medium' });
      if (plain.length === 0) return verdict.pass(subject, evidence.encrypted);
      const reaches = plain.map((server) => reachOfAddress(server.argument('server_address', 0)));
      if (reaches.every((reach) => reach === 'this-machine')) return verdict.pass(subject, evidence.local);
      return reaches.includes('everyone') || reaches.includes('named')
        ? verdict.fail(subject, 'clear', parameters, { severity: 'high' })
        : verdict.open(subject, 'unknown', parameters, { severity: 'medium' });
    },
  },
});

/** Asks for a password, reads one, or hands out a session. */
function asksForCredentials(method: FunctionView): { readonly subject: Subject; readonly header: string } | undefined {
  for (const call of method.calls()) {
    const isHeader = call.names.some((name) => /\.send_header$/.test(name));
    const isRead = call.receiver()?.names().includes('http.server.BaseHTTPRequestHandler.headers') === true;
    if (!isHeader && !isRead) continue;
    const header = call.positional[0]?.string() ?? '';
    if (credentialHeaders.test(header) || (isHeader && isSession(header, call))) return { subject: call, header };
  }
  const test = method
    .comparisons()
    .find(({ left, right }) =>
      [left, right].some((side) => side.partNames().some((name) => credentialHeaders.test(name))),
    );
  return test === undefined ? undefined : { subject: test, header: 'Authorization' };
}

/** `send_header("Set-Cookie", f"session={token}")` */
function isSession(header: string, call: CallSite): boolean {
  const start = call.positional[1]?.textParts()?.[0];
  return /^set-cookie$/i.test(header) && typeof start === 'string' && /^\w*(session|sid|token|auth)\w*=/i.test(start);
}

/** By its class, or since its socket is replaced by a wrapped one. */
function isEncrypted(server: CallSite): boolean {
  if (encryptedServers.some((name) => server.names.includes(name))) return true;
  return server.siblingCalls('concept:tls-wrap', 'concept:tls-wrap-bare').length > 0;
}

export default quietInTests(rule);
