import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { off: 'only methods of the object itself can be called' } as const;

const rule = defineRule({
  id: 'xml/dotted-names',
  code: 'XML-16',
  title: 'With dotted names a client of an XML-RPC server reaches every attribute of the registered object',
  anchor: 'library/xmlrpc.server.html#xmlrpc.server.SimpleXMLRPCServer.register_instance',
  severity: { network: 'critical', file: 'critical', shipped: 'critical', constant: 'critical' },
  cwe: [749, 94],
  aliases: [],
  advice: 'Leave allow_dotted_names off, or register the functions that clients may call one by one.',
  question: 'Is allow_dotted_names ever on, and who can call this server?',
  docs: {
    why: 'The name of a method is resolved attribute by attribute. From an object a client can walk to its class, its module’s globals, and so to code of its choice.',
    fails:
      'from xmlrpc.server import SimpleXMLRPCServer\nserver = SimpleXMLRPCServer(("localhost", 8000))\nserver.register_instance(object(), allow_dotted_names=True)',
    passes:
      'from xmlrpc.server import SimpleXMLRPCServer\nserver = SimpleXMLRPCServer(("localhost", 8000))\nserver.register_instance(object())',
    evidence: Object.values(evidence),
    limits: 'What the registered object reaches is not looked at.',
  },
  messages: {
    on: 'clients reach every attribute of {instance} that dots lead to',
    unknown: 'whether clients reach every attribute of {instance} depends on {value}',
  },
  on: {
    kind: 'call',
    to: ['xmlrpc.server.SimpleXMLRPCDispatcher.register_instance'],
    judge(call, verdict) {
      const allowed = call.argument('allow_dotted_names', 1);
      const instance = call.argument('instance', 0).text;
      if (allowed.isAbsent()) return undefined;
      if (allowed.truth() === false) return verdict.pass(call, evidence.off);
      if (allowed.truth() === true) return verdict.fail(call, 'on', { instance }, inCode);
      return verdict.open(call, 'unknown', { instance, value: allowed.isGiven() ? allowed.text : 'further arguments' });
    },
  },
});

export default quietInTests(rule);
