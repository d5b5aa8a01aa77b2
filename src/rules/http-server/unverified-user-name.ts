import { defineRule, type FunctionView, type Judge, type SiteContext, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { encryptedServers, plainServers } from './request-handlers.ts';

const evidence = { verified: 'a password or code is compared in constant time here as well' } as const;

const variable = 'REMOTE_USER';
const readers = ['os.environ.get', 'os.getenv'];
const cgiHandler = 'http.server.CGIHTTPRequestHandler';

const rule = defineRule({
  id: 'http-server/unverified-user-name',
  code: 'HTTP-15',
  title: 'The CGI server of Python puts any name that a client claims into REMOTE_USER',
  anchor: 'library/http.server.html#http.server.CGIHTTPRequestHandler',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [290, 287],
  aliases: [],
  advice: 'Verify the password of the Authorization header, or serve the program with a web server that does.',
  question: 'Which web server runs this program, and does it verify the user before it sets REMOTE_USER?',
  docs: {
    why:
      'CGIHTTPRequestHandler decodes the Authorization header and sets REMOTE_USER from it, without looking at the ' +
      'password. A program that grants rights by that name grants them to whoever sends it.',
    fails:
      'import os\nfrom http.server import CGIHTTPRequestHandler, HTTPServer\ndef main():\n    HTTPServer(("", 8000), CGIHTTPRequestHandler).serve_forever()\ndef is_admin():\n    return os.environ["REMOTE_USER"] == "admin"',
    passes:
      'import hmac, os\ndef is_admin():\n    return hmac.compare_digest(os.environ["HTTP_AUTHORIZATION"], secret()) and os.environ["REMOTE_USER"] == "admin"',
    evidence: Object.values(evidence),
    limits: 'The name is seen where it is compared; which server runs a program is known when the project starts it.',
  },
  messages: {
    claimed: 'the project serves CGI with {server}, where REMOTE_USER is whatever the client claims',
    unknown:
      'REMOTE_USER is verified by some web servers and claimed by the client under others; which one runs this is not known',
  },
  on: {
    kind: 'compare',
    mentions: ['os.environ', ...readers],
    judge(comparison, verdict) {
      const name = [comparison.left, comparison.right].find(isUserName);
      return name === undefined ? undefined : judgeName(comparison, name, verdict);
    },
  },
});

/** `os.environ["REMOTE_USER"]`, and what `os.environ.get()` or `os.getenv()` have read, kept in a variable or not. */
function isUserName(side: ValueView): boolean {
  if (side.names().includes('os.environ[]')) return side.partNames().includes(variable);
  return side.callTo(...readers)?.positional[0]?.string() === variable;
}

function judgeName(site: SiteContext, name: ValueView, verdict: Judge<'claimed' | 'unknown'>) {
  if (isVerifiedIn(site.enclosingFunction())) return verdict.pass(name, evidence.verified);
  const server = site.callsInProject(...plainServers, ...encryptedServers, 'http.server.test').find((each) => {
    const handler = each.argument(each.name === 'http.server.test' ? 'HandlerClass' : 'RequestHandlerClass');
    const served = handler.callTo('functools.partial')?.argument(undefined, 0) ?? handler;
    return served.canBe(cgiHandler) || served.projectClass()?.ancestors.includes(cgiHandler) === true;
  });
  if (server === undefined) return verdict.open(name, 'unknown', {}, { severity: 'medium' });
  return verdict.fail(name, 'claimed', { server: server.text }, { severity: 'high' });
}

function isVerifiedIn(definition: FunctionView | undefined): boolean {
  return (definition?.calls('concept:constant-time-compare', 'concept:signature-verify').length ?? 0) > 0;
}

export default quietInTests(rule);
