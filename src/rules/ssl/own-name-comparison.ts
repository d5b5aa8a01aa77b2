import { defineRule, isAtLeast, mayReach } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const errors = ['ssl.CertificateError', 'ssl.SSLCertVerificationError'];
const evidence = { raised: 'a name that does not match stops the connection' } as const;

const rule = defineRule({
  id: 'ssl/own-name-comparison',
  code: 'SSL-11',
  title: 'A comparison of names made by hand accepts certificates that were issued for others',
  anchor: 'library/ssl.html#verifying-certificates',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [297],
  aliases: [],
  advice: 'Set check_hostname to True and pass server_hostname; OpenSSL compares the name during the handshake.',
  question: 'Does check_hostname already do what this comparison is for?',
  docs: {
    why: 'Which names a certificate stands for is full of rules: a wildcard covers one label, alternative names replace the common name. A pattern or an exception that goes unheard gives an attacker’s own valid certificate a way in.',
    fails: `import ssl
def connect(connection, host):
    try:
        ssl.match_hostname(connection.getpeercert(), host)
    except ssl.CertificateError:
        pass`,
    passes: `# python: 3.9-3.11
import ssl
def connect(connection, host):
    ssl.match_hostname(connection.getpeercert(), host)`,
    evidence: Object.values(evidence),
    limits: 'Comparisons with startswith, endswith and slices are not recognised.',
  },
  messages: {
    swallowed: 'a certificate for another name is accepted: nothing follows from {error}',
    pattern: '{name}() compares the host with {pattern}, and its wildcards cover more than one label',
    removed: 'ssl.match_hostname() is gone from Python 3.12, on which the project runs: the check cannot be made',
    'perhaps-removed':
      'ssl.match_hostname() is gone from Python 3.12, on which the project may run; check_hostname does the same',
  },
  on: [
    {
      kind: 'call',
      to: ['ssl.match_hostname'],
      judge(call, verdict) {
        const handler = call.handlers().find((each) => each.takes(...errors));
        const isUnheard = handler?.goesOn === true && !handler.remembers;
        const isEnding = handler?.calls('sys.exit', 'os._exit', 'socket.socket.close', 'ssl.SSLSocket.close') ?? [];
        if (isUnheard && isEnding.length === 0) {
          return verdict.fail(call, 'swallowed', { error: handler.text.replace(/^except ?/, '') || 'it' }, inCode);
        }
        if (isAtLeast(call.target, 3, 12)) return verdict.fail(call, 'removed', {}, { severity: 'low' });
        if (mayReach(call.target, 3, 12)) return verdict.open(call, 'perhaps-removed', {}, { severity: 'low' });
        return verdict.pass(call, evidence.raised);
      },
    },
    {
      kind: 'call',
      to: ['fnmatch.fnmatch', 'fnmatch.fnmatchcase'],
      isTold: (call) => !call.imports('ssl'),
      judge(call, verdict) {
        const pattern = call.positional.find((each) =>
          each.isDerivedFrom('ssl.SSLSocket.getpeercert', 'ssl.SSLObject.getpeercert'),
        );
        if (pattern === undefined) return undefined;
        return verdict.fail(call, 'pattern', { name: call.name, pattern: pattern.text }, inCode);
      },
    },
  ],
});

export default quietInTests(rule);
