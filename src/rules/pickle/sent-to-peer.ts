import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'pickle/sent-to-peer',
  code: 'PKL-12',
  title: 'Sending a pickle over the network makes the other side unpickle what it receives',
  anchor: 'library/pickle.html#comparison-with-json',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [502],
  aliases: [],
  advice: 'Send JSON or another format with a schema, so that the receiver need not run what it reads.',
  question: 'Who is at the other end, and why should they trust what this program sends?',
  docs: {
    why: 'A protocol whose messages are pickles can only be read by unpickling bytes from the network, on both ends.',
    fails: 'import pickle, socket\ns = socket.create_connection(("example.org", 9000))\ns.sendall(pickle.dumps([1]))',
    passes:
      'import json, socket\ns = socket.create_connection(("example.org", 9000))\ns.sendall(json.dumps([1]).encode())',
    evidence: [],
    limits: 'Only pickles that go straight into a send call are seen.',
  },
  messages: { sent: '{name} sends a pickle: whoever reads this protocol has to unpickle bytes from the network' },
  on: {
    kind: 'call',
    to: [
      'socket.socket.send',
      'socket.socket.sendall',
      'socket.socket.sendto',
      'ssl.SSLSocket.send',
      'ssl.SSLSocket.sendall',
      'asyncio.StreamWriter.write',
    ],
    judge(call, verdict) {
      const data = call.positional[0];
      if (data === undefined || !data.isDerivedFrom('pickle.dumps', 'dill.dumps', 'cloudpickle.dumps'))
        return undefined;
      return verdict.fail(data, 'sent', { name: call.callee.text });
    },
  },
});

export default quietInTests(rule);
