import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { requestHandlers } from './request-handlers.ts';

const rule = defineRule({
  id: 'http-server/missing-timeout',
  code: 'HTTP-09',
  title: 'A client that sends nothing keeps a handler without timeout busy for ever',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [400, 772],
  aliases: [],
  advice: 'Set the class attribute timeout to a number of seconds.',
  question: 'Does anything in front of this server, such as a proxy, cut clients off that send nothing?',
  docs: {
    why:
      'The timeout of handlers is None unless a class sets it. One open connection blocks a single-threaded server, and a ' +
      'few thousand exhaust one with threads.',
    fails: 'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    timeout = None',
    passes: 'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    timeout = 30',
    evidence: ['the handler has a timeout'],
    limits: 'Timeouts that are set on the socket, and proxies in front, are not seen.',
  },
  messages: {
    off: 'timeout = {value} lets a client keep the connection without sending anything',
    absent: '{name} sets no timeout, and the default is to wait for ever',
    unknown: 'whether clients can keep the connection for ever depends on {value}',
  },
  on: [
    {
      kind: 'class',
      extends: requestHandlers,
      judge(definition, verdict) {
        // A class that inherits from a handler of the project is judged there.
        const isInherited = definition.ancestors[1]?.startsWith('http.server.') === false;
        if (isInherited || definition.attribute('timeout') !== undefined) return undefined;
        const name = definition.name.slice(definition.name.lastIndexOf('.') + 1);
        return verdict.open(definition, 'absent', { name }, { severity: 'low' });
      },
    },
    {
      kind: 'store',
      to: [...requestHandlers, 'socketserver.StreamRequestHandler'].map((name) => `${name}.timeout`),
      judge(store, verdict) {
        const timeout = store.value;
        if (timeout.isNone()) return verdict.fail(timeout, 'off', { value: timeout.text }, { severity: 'medium' });
        if (timeout.number() !== undefined) return verdict.pass(timeout, 'the handler has a timeout');
        return verdict.open(timeout, 'unknown', { value: timeout.text }, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);
