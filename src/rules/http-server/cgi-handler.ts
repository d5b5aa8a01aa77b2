import { defineRule, type ReferenceSite } from '../../rulekit/index.ts';
import { reachOf, reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'http-server/cgi-handler',
  code: 'HTTP-06',
  title: 'The CGI handler runs programs for whoever asks, with the rights of the server',
  anchor: 'library/http.server.html#http.server.CGIHTTPRequestHandler',
  severity: { network: 'critical', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [78, 250, 306],
  aliases: [],
  advice: 'Use a WSGI or ASGI server; the handler is deprecated since 3.13 and gone from 3.15.',
  question: 'Who can reach the server that uses this handler, and who can put programs into its cgi-bin folder?',
  docs: {
    why:
      'The handler executes every program below /cgi-bin and /htbin. It does not notice when it fails to give up its ' +
      'rights, and hands on user names that nobody verified. The documentation calls it unfit for untrusted clients.',
    fails: 'from http.server import HTTPServer, CGIHTTPRequestHandler\nHTTPServer(("", 8000), CGIHTTPRequestHandler)',
    passes:
      'from http.server import HTTPServer, BaseHTTPRequestHandler\nHTTPServer(("127.0.0.1", 8000), BaseHTTPRequestHandler)',
    evidence: [],
    limits: 'Whether the directories hold any program is not looked at.',
  },
  messages: {
    served: 'CGIHTTPRequestHandler runs the programs below /cgi-bin for {audience}',
    extended: '{name} inherits from CGIHTTPRequestHandler, which runs the programs below /cgi-bin for whoever asks',
    unknown: 'CGIHTTPRequestHandler runs programs for whoever asks; where it is used from here is not known',
  },
  on: [
    {
      kind: 'reference',
      to: ['http.server.CGIHTTPRequestHandler'],
      judge(reference, verdict) {
        const audience = audienceOf(reference);
        if (audience === undefined) {
          if (reference.usage !== 'argument' && reference.usage !== 'stored') return undefined;
          return verdict.open(reference, 'unknown', {}, { severity: 'medium' });
        }
        const isLocal = audience === 'everyone on this machine';
        return verdict.fail(reference, 'served', { audience }, { severity: isLocal ? 'medium' : 'critical' });
      },
    },
    {
      kind: 'class',
      extends: ['http.server.CGIHTTPRequestHandler'],
      judge(definition, verdict) {
        return verdict.fail(definition, 'extended', {
          name: definition.name.slice(definition.name.lastIndexOf('.') + 1),
        });
      },
    },
    {
      kind: 'python-command',
      runs: ['http.server', 'CGIHTTPServer'],
      judge(command, verdict) {
        const runsPrograms = command.module === 'CGIHTTPServer' || command.words.some(({ text }) => text === '--cgi');
        if (!runsPrograms) return undefined;
        const isLocal = reachOf(command.option('--bind', '-b')?.text ?? '') === 'this-machine';
        const audience = isLocal ? 'everyone on this machine' : 'everyone who can reach this machine';
        return verdict.fail(command, 'served', { audience }, { severity: isLocal ? 'medium' : 'critical' });
      },
    },
  ],
});

/** Who can reach the server that the handler is given to. */
function audienceOf(reference: ReferenceSite): string | undefined {
  const { call } = reference;
  if (reference.usage !== 'argument' || call === undefined) return undefined;
  if (!call.names.some((name) => /(^|\.)(HTTPServer|TCPServer|Threading\w+Server|HTTPSServer|test)$/.test(name)))
    return undefined;
  const reach = reachOfAddress(call.argument('server_address', 0));
  return reach === 'this-machine' ? 'everyone on this machine' : 'everyone who can connect';
}

export default quietInTests(rule);
