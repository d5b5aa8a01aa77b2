import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { hostilePart } from '../hostile-part.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'http-server/unescaped-output',
  code: 'HTTP-11',
  title: 'A part of the request that is written into a page as it came runs as a script in the browser',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [79, 116],
  aliases: [],
  advice: 'Write html.escape(value) into the page.',
  question: 'Can this part of the request hold HTML where it is written into the page?',
  docs: {
    why:
      'The handler sends what it is given. A path or parameter that is put between tags unescaped can hold a script, ' +
      'which then acts with the rights of the visitor who followed a link.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.wfile.write(f"<p>{self.path}</p>".encode())',
    passes:
      'import html\nfrom http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.wfile.write(f"<p>{html.escape(self.path)}</p>".encode())',
    evidence: ['everything from outside is escaped'],
    limits:
      'Only text that holds a tag of its own is taken for a page; the content type that was sent is not followed.',
  },
  messages: { raw: '{source} is written into the page without escaping' },
  on: {
    kind: 'call',
    to: [
      'http.server.BaseHTTPRequestHandler.wfile.write',
      'io.BufferedIOBase.write',
      'typing.BinaryIO.write',
      'typing.IO.write',
    ],
    judge(call, verdict) {
      if (!isAnswer(call)) return undefined;
      const body = call.argument(undefined, 0);
      const part = hostilePart(body, 'markup');
      if (part === undefined || !hasTag(body)) return undefined;
      if (part === 'cleaned') return verdict.pass(body, 'everything from outside is escaped');
      return verdict.fail(body, 'raw', { source: part.origin().text });
    },
  },
});

function isAnswer(call: CallSite): boolean {
  const names = call.receiver()?.names() ?? [];
  return names.some((name) => /^(http\.server|socketserver)\.\w+\.wfile$/.test(name));
}

function hasTag(body: ValueView): boolean {
  const text =
    body.callTo('builtins.str.encode')?.receiver() ?? body.callTo('builtins.bytes')?.argument(undefined, 0) ?? body;
  return text.textParts()?.some((part) => typeof part === 'string' && /<\/?[a-z!]/i.test(part)) ?? false;
}

export default quietInTests(rule);
