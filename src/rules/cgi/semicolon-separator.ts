import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/semicolon-separator',
  code: 'CGI-10',
  title: 'Fields separated by semicolons are read in another way than a proxy reads them',
  anchor: 'library/cgi.html#cgi.parse',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [444],
  aliases: [],
  advice: 'Leave the separator at its default, &.',
  docs: {
    why:
      'Web caches and proxies separate parameters at `&` only. A program that separates at `;` sees other parameters than ' +
      'the cache did, which lets a client plant answers for other visitors.',
    fails: 'import urllib.parse, flask\nurllib.parse.parse_qs(flask.request.query_string, separator=";")',
    passes: 'import urllib.parse, flask\nurllib.parse.parse_qs(flask.request.query_string, separator="&")',
    evidence: ['fields are separated by & only', 'the query is part of the program'],
    limits: 'Interpreters from before February 2021 accept both separators by default; patch versions are not known.',
  },
  messages: {
    semicolon: 'fields are separated at {separator}, where proxies and caches separate at &',
    unknown: 'what separates the fields depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['cgi.FieldStorage', 'cgi.parse', 'cgi.parse_multipart', 'urllib.parse.parse_qs', 'urllib.parse.parse_qsl'],
    judge(call, verdict) {
      const separator = call.argument('separator');
      if (!separator.isGiven()) return undefined;
      if (call.name.startsWith('urllib.') && call.argument('qs', 0).constants() !== undefined) {
        return verdict.pass(call, 'the query is part of the program');
      }
      const text = separator.string();
      if (text === '&') return verdict.pass(separator, 'fields are separated by & only');
      const options = { severity: 'low' } as const;
      if (text === undefined) return verdict.open(separator, 'unknown', { option: separator.text }, options);
      return verdict.fail(separator, 'semicolon', { separator: text }, options);
    },
  },
});

export default quietInTests(rule);
