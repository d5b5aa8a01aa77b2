import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  local: 'only this machine can connect',
  asked: 'the request handler of the project looks at each request first',
} as const;

const servers = ['xmlrpc.server.SimpleXMLRPCServer', 'xmlrpc.server.DocXMLRPCServer'];

const rule = defineRule({
  id: 'xml/rpc-server-open-to-all',
  code: 'XML-17',
  title: 'An XML-RPC server on every interface lets anyone call its functions, and tells them which there are',
  anchor: 'library/xmlrpc.server.html#module-xmlrpc.server',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [306, 1327],
  aliases: ['py/bind-socket-all-network-interfaces'],
  advice: 'Listen on 127.0.0.1 behind a server with TLS and authentication, or authenticate in a request handler.',
  question: 'Who can reach this address and port, and may they call every function that is registered?',
  docs: {
    why: 'The server asks nobody who they are. With introspection, or as a DocXMLRPCServer, it lists every function with its documentation; a registered object offers all its public methods.',
    fails:
      'from xmlrpc.server import SimpleXMLRPCServer\nserver = SimpleXMLRPCServer(("", 8000))\nserver.register_introspection_functions()',
    passes:
      'from xmlrpc.server import SimpleXMLRPCServer\nserver = SimpleXMLRPCServer(("127.0.0.1", 8000))\nserver.register_introspection_functions()',
    evidence: Object.values(evidence),
    limits: 'Firewalls, and functions that check a token themselves, are not seen.',
  },
  messages: {
    listed: 'everyone who can reach the machine is told which functions this server has',
    instance: 'everyone who can reach the machine can call the public methods of {instance}',
    documented:
      'everyone who can reach the machine is shown the documentation of this server, and can call what it shows',
    unknown: 'whether strangers can reach this server depends on {address}',
  },
  on: [
    {
      kind: 'call',
      to: [
        'xmlrpc.server.SimpleXMLRPCDispatcher.register_introspection_functions',
        'xmlrpc.server.SimpleXMLRPCDispatcher.register_instance',
      ],
      judge(call, verdict) {
        const server = call.receiver()?.callTo(...servers);
        if (server === undefined) return undefined;
        const reach = reachOf(server);
        if (reach === 'asked' || reach === 'local') return verdict.pass(call, evidence[reach]);
        if (reach !== 'everyone') return verdict.open(call, 'unknown', { address: reach }, { severity: 'low' });
        return call.name.endsWith('.register_instance')
          ? verdict.fail(call, 'instance', { instance: call.argument('instance', 0).text }, inCode)
          : verdict.fail(call, 'listed', {}, inCode);
      },
    },
    {
      kind: 'call',
      to: ['xmlrpc.server.DocXMLRPCServer'],
      judge(call, verdict) {
        const reach = reachOf(call);
        if (reach === 'asked' || reach === 'local') return verdict.pass(call, evidence[reach]);
        return reach === 'everyone'
          ? verdict.fail(call, 'documented', {}, inCode)
          : verdict.open(call, 'unknown', { address: reach }, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);

/** Whom the server lets in; the address where that is not known. */
function reachOf(server: CallSite): 'asked' | 'local' | 'everyone' | string {
  const address = server.argument('addr', 0);
  const reach = reachOfAddress(address);
  if (reach === 'this-machine') return 'local';
  const handler = server.argument('requestHandler', 1).projectClass();
  const own = handler?.methods().map((method) => method.name) ?? [];
  if (own.some((name) => ['parse_request', 'do_POST', 'decode_request_content'].includes(name))) return 'asked';
  return reach === 'everyone' ? 'everyone' : address.text;
}
