import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const request = [
  'http.server.BaseHTTPRequestHandler.path',
  'http.server.BaseHTTPRequestHandler.headers',
  'http.server.BaseHTTPRequestHandler.rfile',
];

const rule = defineRule({
  id: 'http-server/path-from-request',
  code: 'HTTP-07',
  title: 'The request decides which file of the server is opened',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [22, 23, 36],
  aliases: [],
  advice: 'Use translate_path() of SimpleHTTPRequestHandler, or test the resolved path with os.path.commonpath.',
  question: 'Which files can a request name here, and are there any among them that it should not get?',
  docs: {
    why:
      'The path of a request is any text. With `..` in it, or as an absolute path in a join, it names files outside of the ' +
      'directory that was meant; normalising alone does not keep it inside.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        open("/srv" + self.path)',
    passes:
      'from http.server import SimpleHTTPRequestHandler\nclass H(SimpleHTTPRequestHandler):\n    def do_GET(self):\n        open(self.translate_path(self.path))',
    evidence: [
      'the name is one of a fixed set',
      'the path was tested to lie in the directory',
      'the path was mapped into the served directory',
    ],
    limits: 'Tests in other functions are not recognised; symbolic links in the directory are not seen.',
  },
  messages: { path: '{source} decides which file is opened' },
  on: {
    kind: 'call',
    to: ['concept:path-open', 'concept:path-read', 'concept:path-write', 'concept:path-delete', 'concept:path-create'],
    judge(call, verdict) {
      const path = call.operand();
      if (!path.isGiven() || !path.isDerivedFrom(...request)) return undefined;
      if (path.isDerivedFrom('http.server.SimpleHTTPRequestHandler.translate_path')) {
        return verdict.pass(path, 'the path was mapped into the served directory');
      }
      if (path.guard('membership') || path.guard('equality'))
        return verdict.pass(path, 'the name is one of a fixed set');
      if (path.guard('containment')) return verdict.pass(path, 'the path was tested to lie in the directory');
      const origin = path.origin();
      if (!origin.isHostile || path.isCleanedFor('path-traversal')) return undefined;
      return verdict.fail(path, 'path', { source: origin.text });
    },
  },
});

export default quietInTests(rule);
