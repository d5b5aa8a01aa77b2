import { defineRule, type Fix, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { encryptedServers, fileHandlerOf, plainServers } from './request-handlers.ts';

/** CVE-2021-28861: of a directory without a slash at its end, `//host/..` was answered with a redirect to that host. */
const redirect: Fix = { since: [3, 11], backports: { '3.7': 14, '3.8': 14, '3.9': 14, '3.10': 6 } };

const rule = defineRule({
  id: 'http-server/header-injection',
  code: 'HTTP-05',
  alsoCodes: ['HTTP-12'],
  title: 'A line break in a header value adds headers or a whole answer of the client’s choice',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [113, 93, 601],
  aliases: [],
  advice: 'Quote the value with urllib.parse.quote, or refuse it when it holds "\\r" or "\\n".',
  question: 'Can somebody else put a line break into this value, and which release of Python runs the server?',
  docs: {
    why:
      'send_header() and send_response() write what they are given. A value with a line break ends the header, and what ' +
      'follows counts as further headers or as the page itself.',
    fails:
      'from http.server import BaseHTTPRequestHandler\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_header("X-Path", self.path)',
    passes:
      'from http.server import BaseHTTPRequestHandler\nfrom urllib.parse import quote\nclass H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_header("X-Path", quote(self.path))',
    evidence: [
      'line breaks cannot come through',
      'the value is part of the program',
      'the file server redirects within itself only',
    ],
    limits: 'Refusing "\\r" and "\\n" by tests that are written out is recognised only as a match against a pattern.',
  },
  messages: {
    value: '{source} goes into the header {header} as it came, line breaks included',
    name: '{source} chooses the name of a header',
    status: '{source} goes into the status line as it came, line breaks included',
    location: '{source} decides where the browser is sent, and two slashes at its start lead to another site',
    redirect:
      'Python {release}, on which the project runs ({source}), redirects browsers to other sites (CVE-2021-28861)',
    'perhaps-redirect':
      'Python {release}, on which the project may run, redirects browsers to other sites (CVE-2021-28861)',
    unknown: 'whether {value} can hold a line break is not known',
  },
  on: [
    {
      kind: 'call',
      to: [
        'http.server.BaseHTTPRequestHandler.send_header',
        'http.server.BaseHTTPRequestHandler.send_response',
        'http.server.BaseHTTPRequestHandler.send_response_only',
      ],
      judge(call, verdict) {
        const isHeader = call.name.endsWith('send_header');
        const name = isHeader ? call.argument('keyword', 0) : undefined;
        if (name?.origin().isHostile && !isClean(name))
          return verdict.fail(name, 'name', { source: name.origin().text });
        const value = isHeader ? call.argument('value', 1) : call.argument('message', 1);
        if (!value.isGiven() || value.isNone()) return undefined;
        const origin = value.origin();
        if (origin.provenance === 'constant') return verdict.pass(value, 'the value is part of the program');
        if (isClean(value)) return verdict.pass(value, 'line breaks cannot come through');
        if (!origin.isHostile) {
          if (origin.provenance !== 'parameter') return undefined;
          return verdict.open(value, 'unknown', { value: value.text }, { severity: 'low' });
        }
        const source = origin.text;
        if (!isHeader) return verdict.fail(value, 'status', { source });
        const header = name?.string() ?? 'that it names';
        if (/^location$/i.test(header) && isPathOfRequest(value)) {
          // The base class takes line breaks out of the request line; the leading slashes stay.
          return verdict.fail(value, 'location', { source }, { code: 'HTTP-12', severity: 'medium' });
        }
        return verdict.fail(value, 'value', { source, header });
      },
    },
    {
      kind: 'call',
      to: [...plainServers, ...encryptedServers],
      judge(call, verdict) {
        if (fileHandlerOf(call) === undefined) return undefined;
        const state = namedFixState(call.target, redirect);
        if (state === undefined) return undefined;
        const { kind } = state;
        if (kind === 'fixed') return verdict.pass(call, 'the file server redirects within itself only');
        const { release } = state;
        return kind === 'missing'
          ? verdict.fail(call, 'redirect', { release, source: state.source }, { code: 'HTTP-12', severity: 'medium' })
          : verdict.open(call, 'perhaps-redirect', { release }, { code: 'HTTP-12', severity: 'low' });
      },
    },
  ],
});

function isClean(value: ValueView): boolean {
  return (
    value.isCleanedFor('header') || value.guard('full-match') !== undefined || value.guard('membership') !== undefined
  );
}

/** The request line was split at line breaks before, so that its path holds none. */
function isPathOfRequest(value: ValueView): boolean {
  const parts = value.textParts() ?? [value];
  return parts.some(
    (part) => typeof part !== 'string' && part.names().includes('http.server.BaseHTTPRequestHandler.path'),
  );
}

export default quietInTests(rule);
