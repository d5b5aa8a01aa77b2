import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'http-server/unbounded-body',
  code: 'HTTP-08',
  title: 'A handler reads as many bytes as the client announces',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [400, 770],
  aliases: [],
  advice: 'Refuse requests whose Content-Length is above a limit, and read min(length, limit) bytes.',
  question: 'Does anything in front of this handler limit the size of a request?',
  docs: {
    why:
      'Nothing limits the length of a body before it is read. A client that announces gigabytes makes the server keep ' +
      'them in memory; one that announces more than it sends keeps the thread waiting.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_POST(self):\n        self.rfile.read(int(self.headers["Content-Length"]))',
    passes:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_POST(self):\n        self.rfile.read(min(int(self.headers["Content-Length"]), 65536))',
    evidence: ['the number of bytes is limited'],
    limits: 'Limits of a proxy in front are not seen.',
  },
  messages: {
    announced: 'the client announces in {source} how many bytes are read into memory',
    all: 'everything that the client sends is read into memory',
    unknown: 'whether the number of bytes is limited depends on {size}',
  },
  on: {
    kind: 'call',
    to: [
      'http.server.BaseHTTPRequestHandler.rfile.read',
      'io.BufferedIOBase.read',
      'typing.BinaryIO.read',
      'typing.IO.read',
    ],
    judge(call, verdict) {
      const receiver = call.receiver();
      if (receiver === undefined || !isRequestBody(receiver)) return undefined;
      const size = call.argument(undefined, 0);
      if (size.isAbsent() || size.isNone() || size.number() === -1) {
        return verdict.fail(call, 'all', {}, { provenance: 'network' });
      }
      if (size.number() !== undefined || isLimited(size)) return verdict.pass(size, 'the number of bytes is limited');
      const origin = size.origin();
      if (origin.provenance === 'network') return verdict.fail(size, 'announced', { source: origin.text });
      return verdict.open(size, 'unknown', { size: size.text }, { severity: 'low' });
    },
  },
});

function isRequestBody(receiver: ValueView): boolean {
  return receiver.names().some((name) => /^(http\.server|socketserver)\.\w+\.rfile$/.test(name));
}

/** `min(length, LIMIT)`, or a test of the length before. */
function isLimited(size: ValueView): boolean {
  const least = size.callTo('builtins.min');
  if (least?.positional.some((value) => value.number() !== undefined)) return true;
  return size.guard('size') !== undefined;
}

export default quietInTests(rule);
