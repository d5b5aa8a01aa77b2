import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { reachOf, reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';

const handlers = ['http.server.BaseHTTPRequestHandler'];
const anyServer = ['socketserver.TCPServer', 'socketserver.ThreadingTCPServer', 'socketserver.ForkingTCPServer'];

const rule = defineRule({
  id: 'http-server/public-address',
  code: 'HTTP-02',
  alsoCodes: ['HTTP-01'],
  title: 'A server with only basic checks listens on every interface',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [1327, 668, 1188],
  aliases: ['B104', 'S104'],
  advice: 'Listen on 127.0.0.1, and put a production server in front where others must reach it.',
  question: 'Who can reach this address and port: this machine only, the local network, or everyone?',
  docs: {
    why:
      'http.server is not meant for production: it checks little, has no timeouts and no access control. An empty host ' +
      'means every network interface, so that everyone who can reach the machine can talk to it.',
    fails: 'from http.server import HTTPServer, BaseHTTPRequestHandler\nHTTPServer(("", 8000), BaseHTTPRequestHandler)',
    passes:
      'from http.server import HTTPServer, BaseHTTPRequestHandler\nHTTPServer(("127.0.0.1", 8000), BaseHTTPRequestHandler)',
    evidence: ['only this machine can connect'],
    limits: 'Firewalls and what containers publish are not seen.',
  },
  messages: {
    everyone: '{server} listens on every network interface ({address})',
    named: '{server} listens on {address}; whether others can reach that is not known',
    unknown: 'whether others can reach {server} depends on {address}',
  },
  on: [
    {
      kind: 'call',
      to: [
        'http.server.HTTPServer',
        'http.server.ThreadingHTTPServer',
        'http.server.HTTPSServer',
        'http.server.ThreadingHTTPSServer',
        'wsgiref.simple_server.WSGIServer',
        'xmlrpc.server.SimpleXMLRPCServer',
        'xmlrpc.server.DocXMLRPCServer',
        ...anyServer,
      ],
      judge(call, verdict) {
        if (anyServer.includes(call.name) && !isHttpHandler(call)) return undefined;
        const address = call.argument(call.name.startsWith('xmlrpc.') ? 'addr' : 'server_address', 0);
        const reach = reachOfAddress(address);
        const parameters = { server: call.callee.text, address: address.text };
        if (reach === 'this-machine') return verdict.pass(address, 'only this machine can connect');
        if (reach === 'everyone') return verdict.fail(address, 'everyone', parameters);
        return verdict.open(address, reach === 'named' ? 'named' : 'unknown', parameters, unsure(call));
      },
      fixes: [
        {
          class: 'advice',
          title: 'Listen on 127.0.0.1, where others need not connect',
          for: ['everyone'],
          make(call, edit) {
            const address = call.argument(call.name.startsWith('xmlrpc.') ? 'addr' : 'server_address', 0);
            const host = address.items()?.[0];
            if (host === undefined || edit.literal(host) === undefined)
              return edit.refuse('the host is not written here');
            return edit.replace(host, edit.quoted('127.0.0.1'));
          },
        },
      ],
    },
    {
      kind: 'call',
      to: ['wsgiref.simple_server.make_server'],
      judge(call, verdict) {
        const host = call.argument('host', 0);
        const parameters = { server: call.callee.text, address: host.text };
        const reach = reachOfHost(host);
        if (reach === 'this-machine') return verdict.pass(host, 'only this machine can connect');
        if (reach === 'everyone') return verdict.fail(host, 'everyone', parameters);
        return verdict.open(host, reach === 'named' ? 'named' : 'unknown', parameters, unsure(call));
      },
      fixes: [
        {
          class: 'advice',
          title: 'Listen on 127.0.0.1, where others need not connect',
          for: ['everyone'],
          make: (call, edit) => edit.setArgument(call, 'host', 0, edit.quoted('127.0.0.1')),
        },
      ],
    },
    {
      kind: 'python-command',
      runs: ['http.server', 'SimpleHTTPServer', 'CGIHTTPServer'],
      judge(command, verdict) {
        // Nobody can reach what builds an image or runs a pipeline.
        if (command.starter === 'pipeline' || command.starter === 'image-build') return undefined;
        const bound = command.option('--bind', '-b');
        const address = bound === undefined ? (command.isEveryWordKnown ? '' : undefined) : bound.text;
        if (address === undefined) return undefined;
        const reach = reachOf(address);
        if (reach === 'this-machine') return verdict.pass(command, 'only this machine can connect');
        const parameters = { server: command.title, address: address === '' ? 'as it does without --bind' : address };
        if (reach !== 'everyone') return verdict.open(command, 'named', parameters, { severity: 'low' });
        const isForDevelopers = command.starter === 'shell' || command.starter === 'build-tool';
        return verdict.fail(command, 'everyone', parameters, { severity: isForDevelopers ? 'low' : 'medium' });
      },
    },
  ],
});

/** `socketserver.TCPServer` serves HTTP when its handler does. */
function isHttpHandler(call: CallSite): boolean {
  const handler = call.argument('RequestHandlerClass', 1);
  const ancestors = handler.projectClass()?.ancestors ?? handler.names();
  return ancestors.some((name) => handlers.includes(name) || /^http\.server\.\w+RequestHandler$/.test(name));
}

function reachOfHost(host: ValueView) {
  if (host.isNone()) return 'everyone';
  const name = host.string();
  return name === undefined ? undefined : reachOf(name);
}

/** An address that is not known is a question about running such a server at all. */
function unsure(call: CallSite) {
  return { code: 'HTTP-01', severity: call.isMainOnly ? 'low' : 'medium' } as const;
}

export default quietInTests(rule);
