import {
  type CallSite,
  defineRule,
  type Fix,
  type FunctionView,
  type Judge,
  type Subject,
  type Target,
} from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { requestHandlers } from './request-handlers.ts';

/** gh-100001: the base class replaces control characters. */
const scrubbing: Fix = { since: [3, 12], backports: { '3.7': 16, '3.8': 16, '3.9': 16, '3.10': 9, '3.11': 1 } };

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
  question: 'Where is this log shown: can control characters in it do harm on a terminal or in another program?',
  docs: {
    why:
      'Since Python 3.12, and patch releases of older ones, the base class replaces control characters before it logs the request line. A log_message() of ' +
      'one’s own loses that: escape sequences in a request can then rewrite what an administrator sees.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def log_message(self, format, *args):\n        print(format % args)',
    passes:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def log_message(self, format, *args):\n        print(repr(format % args))',
    evidence: ['nothing is written', 'control characters are replaced', 'the base class replaces control characters'],
    limits: 'Formatters and handlers of logging that replace control characters are not seen.',
  },
  messages: {
    raw: '{writer}() gets the request line as it came, control characters included',
    old: 'Python {release}, on which the project runs ({source}), logs the request line as it came',
    'perhaps-old': 'Python {release}, on which the project may run, logs the request line as it came',
    unknown: '{call}() gets the request line; whether it replaces control characters is not known',
  },
  on: {
    kind: 'class',
    extends: requestHandlers,
    judge(definition, verdict) {
      const method = definition.method('log_message');
      if (method === undefined) return judgeBase(definition, definition.target, verdict);
      const calls = method.calls();
      const base = method.calls('http.server.BaseHTTPRequestHandler.log_message')[0];
      if (base !== undefined && !calls.some((call) => call !== base && replaces(call))) {
        const old = judgeBase(base, definition.target, verdict);
        if (old !== undefined && old.kind !== 'pass') return old;
      }
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

/** The base class logs the request: whether it replaces control characters is up to the release. */
function judgeBase(subject: Subject, target: Target, verdict: Judge<'old' | 'perhaps-old'>) {
  const state = namedFixState(target, scrubbing);
  if (state === undefined) return undefined;
  const { kind } = state;
  if (kind === 'fixed') return verdict.pass(subject, 'the base class replaces control characters');
  if (kind === 'missing') {
    return verdict.fail(subject, 'old', { release: state.release, source: state.source }, { severity: 'low' });
  }
  return verdict.open(subject, 'perhaps-old', { release: state.release }, { severity: 'low' });
}

function cleans(call: CallSite): boolean {
  return replaces(call) || call.names.some((name) => /(^|\.)log_message$/.test(name));
}

function replaces(call: CallSite): boolean {
  return call.names.some((name) => /(^|\.)(repr|ascii|translate)$/.test(name)) || /\.translate$/.test(call.callee.text);
}

function isHanded(call: CallSite, parameters: readonly string[]): boolean {
  return call.hasStar || call.positional.some((value) => value.partNames().some((name) => parameters.includes(name)));
}

function isSilent(method: FunctionView): boolean {
  return method.calls().length === 0;
}

export default quietInTests(rule);
