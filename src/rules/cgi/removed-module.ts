import { defineRule, mayReach } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const successors = new Map([
  ['cgi.parse_header', 'email.message.Message'],
  ['cgi.parse', 'urllib.parse.parse_qs'],
  ['cgi.parse_multipart', 'a WSGI framework'],
  ['cgi.FieldStorage', 'a WSGI framework'],
  ['cgi.MiniFieldStorage', 'a WSGI framework'],
  ['cgitb.html', 'traceback.format_exception'],
  ['cgitb.text', 'traceback.format_exception'],
]);

const evidence = { there: 'every Python that the project may run on has it' } as const;

const rule = defineRule({
  id: 'cgi/removed-module',
  code: 'CGI-12',
  title: 'cgi and cgitb are gone since Python 3.13 and get no security fixes',
  anchor: 'library/cgi.html',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [477, 1104],
  aliases: ['B412', 'S412'],
  advice: 'Use a WSGI framework, or urllib.parse.parse_qs and email.message for the parsing alone.',
  question: 'On which Python does this program run, and who sends security fixes for the copy of cgi that it uses?',
  docs: {
    why:
      'The modules were deprecated in Python 3.11 and removed in 3.13. A program that still needs them must stay on an ' +
      'interpreter that ages, or on a copy of the module that nobody repairs.',
    fails: 'import cgi\ncgi.FieldStorage()',
    passes: 'import urllib.parse\nurllib.parse.parse_qs("a=1")',
    evidence: Object.values(evidence),
    limits:
      'cgi.parse_qs and cgi.escape went earlier and are not judged; a package that provides the module under its old name (legacy-cgi) is not seen.',
  },
  messages: {
    removed: '{name} is gone since Python 3.13, on which this project may run; use {successor}',
  },
  on: {
    kind: 'call',
    to: [...successors.keys()],
    judge(call, verdict) {
      const parameters = { name: call.name, successor: successors.get(call.name) ?? 'a WSGI framework' };
      if (!mayReach(call.target, 3, 13)) return verdict.pass(call.callee, evidence.there);
      return verdict.fail(call.callee, 'removed', parameters, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
