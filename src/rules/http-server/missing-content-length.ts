import { type CallSite, defineRule, type FunctionView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { requestHandlers } from './request-handlers.ts';

const evidence = {
  length: 'every response says how long it is',
  closed: 'the connection is closed after the response',
} as const;

const rule = defineRule({
  id: 'http-server/missing-content-length',
  code: 'HTTP-14',
  title: 'Over a connection that stays open, a response without length runs into the next one',
  anchor: 'library/http.server.html#http.server.BaseHTTPRequestHandler.protocol_version',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [444],
  aliases: [],
  advice: 'Send Content-Length with every response, or set close_connection = True where the length is not known.',
  question: 'Does each response of this handler tell its length, or close the connection?',
  docs: {
    why:
      'With protocol_version = "HTTP/1.1" the connection stays open for further requests, and the documentation demands ' +
      'an exact Content-Length. Without it the client takes the next response for the rest of this one, or waits for ever.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    protocol_version = "HTTP/1.1"\n    def do_GET(self):\n        self.send_response(200)\n        self.end_headers()\n        self.wfile.write(b"hello")',
    passes:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    protocol_version = "HTTP/1.1"\n    def do_GET(self):\n        self.send_response(200)\n        self.send_header("Content-Length", "5")\n        self.end_headers()\n        self.wfile.write(b"hello")',
    evidence: Object.values(evidence),
    limits: 'Whether the length is the right one is not checked.',
  },
  messages: {
    missing: '{response} begins a response without length, over a connection that {name} keeps open',
    unknown: 'whether {method}() sends a length with each of its responses is not known',
  },
  on: {
    kind: 'class',
    extends: requestHandlers,
    judge(definition, verdict) {
      if (definition.attribute('protocol_version')?.string() !== 'HTTP/1.1') return undefined;
      const name = definition.name.slice(definition.name.lastIndexOf('.') + 1);
      return definition.methods().flatMap((method) => {
        const responses = responsesIn(method);
        if (responses.length === 0) return [];
        if (method.assigns('close_connection')) return [verdict.pass(method, evidence.closed)];
        const calls = method.calls();
        const lengths = calls.filter(saysLength);
        const bare = responses.find((response) => !lengths.some((length) => isAfter(length, response)));
        if (bare === undefined) {
          const isEach = responses.every((response, at) => {
            const next = responses[at + 1];
            return lengths.some((each) => isAfter(each, response) && (next === undefined || isAfter(next, each)));
          });
          return [
            isEach
              ? verdict.pass(method, evidence.length)
              : verdict.open(method, 'unknown', { method: method.name }, { severity: 'low' }),
          ];
        }
        return calls.some((call) => isAfter(call, bare) && mayHelp(call))
          ? [verdict.open(method, 'unknown', { method: method.name }, { severity: 'low' })]
          : [verdict.fail(bare, 'missing', { response: bare.text, name }, { severity: 'low' })];
      });
    },
  },
});

/** Responses that may have a body: 204, 304 and those before the final one have none, nor has an answer to HEAD. */
function responsesIn(method: FunctionView): readonly CallSite[] {
  if (method.name === 'do_HEAD') return [];
  return method.calls().filter((call) => {
    if (!call.names.some((name) => /\.send_response(_only)?$/.test(name))) return false;
    const code = call.argument('code', 0);
    const status = code.number() ?? statusOf(code.names());
    return status === undefined || !(status < 200 || status === 204 || status === 304);
  });
}

function statusOf(names: readonly string[]): number | undefined {
  if (names.includes('http.HTTPStatus.NO_CONTENT')) return 204;
  return names.includes('http.HTTPStatus.NOT_MODIFIED') ? 304 : undefined;
}

function saysLength(call: CallSite): boolean {
  if (!call.names.some((name) => name.endsWith('.send_header'))) return false;
  const header = call.positional[0]?.string()?.toLowerCase();
  if (header === 'connection') return call.positional[1]?.string()?.toLowerCase() === 'close';
  return header === 'content-length' || header === 'transfer-encoding' || header === undefined;
}

const isAfter = (one: CallSite, other: CallSite): boolean => one.span.start > other.span.end;

/** A method of the class itself, or a function that is handed the handler. */
function mayHelp(call: CallSite): boolean {
  if (call.positional.some((value) => value.lastName === 'self')) return true;
  const isOwn = call.receiver()?.lastName === 'self';
  return isOwn && !(call.names.length > 0 && call.names.every((name) => name.startsWith('http.server.')));
}

export default quietInTests(rule);
