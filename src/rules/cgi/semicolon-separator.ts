import { type CallSite, defineRule, type Fix, type Judge } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { inCode } from '../written-in-code.ts';

/** CVE-2021-23336: fields were separated at ; as well as at &. */
const both: Fix = { since: [3, 10], backports: { '3.6': 13, '3.7': 10, '3.8': 8, '3.9': 2 } };

const rule = defineRule({
  id: 'cgi/semicolon-separator',
  code: 'CGI-10',
  title: 'Fields separated by semicolons are read in another way than a proxy reads them',
  anchor: 'library/cgi.html#cgi.parse',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [444],
  aliases: [],
  advice: 'Leave the separator at its default, &.',
  question: 'Does a proxy or cache in front of this program separate fields at semicolons as well?',
  docs: {
    why:
      'Web caches and proxies separate parameters at `&` only. A program that separates at `;` sees other parameters than ' +
      'the cache did, which lets a client plant answers for other visitors.',
    fails: 'import urllib.parse, flask\nurllib.parse.parse_qs(flask.request.query_string, separator=";")',
    passes: 'import urllib.parse, flask\nurllib.parse.parse_qs(flask.request.query_string, separator="&")',
    evidence: ['fields are separated by & only', 'the query is part of the program'],
    limits:
      'Python from before February 2021 separates at both by default: nothing is said of that where no patch release is named.',
  },
  messages: {
    semicolon: 'fields are separated at {separator}, where proxies and caches separate at &',
    old: 'Python {release}, on which the project runs ({source}), separates fields at ; as well as at & (CVE-2021-23336)',
    'perhaps-old':
      'Python {release}, on which the project may run, separates fields at ; as well as at & (CVE-2021-23336)',
    unknown: 'what separates the fields depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['cgi.FieldStorage', 'cgi.parse', 'cgi.parse_multipart', 'urllib.parse.parse_qs', 'urllib.parse.parse_qsl'],
    judge(call, verdict) {
      const separator = call.argument('separator');
      if (separator.isAbsent()) return judgeDefault(call, verdict);
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

/** Without a separator the release decides. */
function judgeDefault(call: CallSite, verdict: Judge<'old' | 'perhaps-old'>) {
  if (call.name.startsWith('urllib.') && call.argument('qs', 0).origin().provenance !== 'network') return undefined;
  const state = namedFixState(call.target, both);
  if (state === undefined) return undefined;
  const { kind } = state;
  if (kind === 'fixed') return verdict.pass(call, 'fields are separated by & only');
  if (kind === 'missing') {
    return verdict.fail(call, 'old', { release: state.release, source: state.source }, { ...inCode, severity: 'low' });
  }
  return verdict.open(call, 'perhaps-old', { release: state.release }, { severity: 'low' });
}

export default quietInTests(rule);
