import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = {
  plain: 'records are read as plain data',
  authentic: 'the bytes are authenticated before they are loaded',
} as const;

const rule = defineRule({
  id: 'logging/pickled-records',
  code: 'LOG-07',
  title: 'A receiver of log records unpickles whatever is sent to its port',
  anchor: 'library/logging.handlers.html#logging.handlers.SocketHandler.makePickle',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: ['B301', 'S301'],
  advice: 'Send records as JSON, by overriding makePickle(), or verify a MAC over the bytes before loading them.',
  question: 'Who can connect to the port that these records come from?',
  docs: {
    why:
      'SocketHandler and DatagramHandler send pickles, and the receiver of the cookbook loads them. Whoever reaches its ' +
      'port, on this machine or beyond, sends a pickle of their own and runs code in the process that keeps the logs.',
    fails:
      'import logging, pickle, socketserver\nclass Receiver(socketserver.StreamRequestHandler):\n    def handle(self):\n        record = logging.makeLogRecord(pickle.loads(self.connection.recv(4096)))',
    passes:
      'import json, logging, socketserver\nclass Receiver(socketserver.StreamRequestHandler):\n    def handle(self):\n        record = logging.makeLogRecord(json.loads(self.connection.recv(4096)))',
    evidence: Object.values(evidence),
    limits: 'A receiver is recognised by makeLogRecord() in the same function or class.',
  },
  messages: {
    sent: '{name} runs code that {source} holds, before it becomes a log record',
    unknown: '{name} runs code that whoever sent {source} put in it, and who that is is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:deserialize'],
      judge(call, verdict) {
        const data = call.operand();
        if (data.isAbsent() || !makesRecords(call)) return undefined;
        if (data.guard('authenticity') !== undefined) return verdict.pass(call, evidence.authentic);
        const origin = data.origin();
        return isForeign(origin, call)
          ? verdict.fail(data, 'sent', { name: call.name, source: origin.text })
          : verdict.open(data, 'unknown', { name: call.name, source: data.text }, { severity: 'high' });
      },
    },
    {
      kind: 'call',
      to: ['concept:data-parse'],
      judge: (call, verdict) =>
        makesRecords(call) && isForeign(call.operand().origin(), call) ? verdict.pass(call, evidence.plain) : undefined,
    },
  ],
});

/** What is loaded becomes log records: here, or in a method of the same class, as in the cookbook's receiver. */
function makesRecords(call: CallSite): boolean {
  const maker = 'logging.makeLogRecord';
  if (call.siblingCalls(maker).length > 0) return true;
  return (
    call
      .enclosingClass()
      ?.methods()
      .some((method) => method.calls(maker).length > 0) ?? false
  );
}

export default onlyFailuresInTests(rule);
