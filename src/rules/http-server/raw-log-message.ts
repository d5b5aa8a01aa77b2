import { type CallSite, defineRule, type FunctionView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const writers = [
  'builtins.print',
  'sys.stderr.write',
  'sys.stdout.write',
  'io.TextIOWrapper.write',
  'typing.TextIO.write',
  'typing.IO.write',
  'concept:log-message',
];

const rule = defineRule({
  id: 'http-server/raw-log-message',
  code: 'HTTP-10',
  title: 'A request writes control characters into the terminal that shows the log',
  anchor: 'library/http.server.html#http.server.BaseHTTPRequestHandler.log_message',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [117, 150],
  aliases: [],
  advice: 'Write repr() of the message, or hand it to super().log_message().',
  docs: {
    why:
      'Since Python 3.12 the base class replaces control characters before it logs the request line. A log_message() of ' +
      'one’s own loses that: escape sequences in a request can then rewrite what an administrator sees.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def log_message(self, format, *args):\n        print(format % args)',
    passes:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def log_message(self, format, *args):\n        print(repr(format % args))',
    evidence: ['nothing is written', 'control characters are replaced'],
    limits: 'Formatters and handlers of logging that replace control characters are not seen.',
  },
  messages: {
    raw: '{writer}() gets the request line as it came, control characters included',
    unknown: '{call}() gets the request line; whether it replaces control characters is not known',
  },
  on: {
    kind: 'class',
    extends: [
      'http.server.BaseHTTPRequestHandler',
      'http.server.SimpleHTTPRequestHandler',
      'http.server.CGIHTTPRequestHandler',
    ],
    judge(definition, verdict) {
      const method = definition.method('log_message');
      if (method === undefined) return undefined;
      const calls = method.calls();
      if (calls.some(cleans)) return verdict.pass(method, 'control characters are replaced');
      const arguments_ = method.parameters.slice(1);
      const writer = method.calls(...writers).find((call) => isHanded(call, arguments_));
      if (writer !== undefined) return verdict.fail(writer, 'raw', { writer: writer.callee.text }, { severity: 'low' });
      const other = calls.find((call) => isHanded(call, arguments_));
      if (other !== undefined) return verdict.open(other, 'unknown', { call: other.callee.text }, { severity: 'low' });
      return isSilent(method) ? verdict.pass(method, 'nothing is written') : undefined;
    },
  },
});

function cleans(call: CallSite): boolean {
  return (
    call.names.some((name) => /(^|\.)(repr|ascii|translate|log_message)$/.test(name)) ||
    /\.translate$/.test(call.callee.text)
  );
}

function isHanded(call: CallSite, parameters: readonly string[]): boolean {
  return call.hasStar || call.positional.some((value) => value.partNames().some((name) => parameters.includes(name)));
}

function isSilent(method: FunctionView): boolean {
  return method.calls().length === 0;
}

export default quietInTests(rule);
