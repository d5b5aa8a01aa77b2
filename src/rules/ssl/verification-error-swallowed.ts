import { type CallSite, defineRule, type HandlerView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isUnverified } from './context-use.ts';

const evidence = { raised: 'a failed verification is raised again' } as const;

/** What is thrown when a certificate does not verify, by the libraries that connect. */
const errors = [
  'ssl.SSLError',
  'ssl.SSLCertVerificationError',
  'ssl.CertificateError',
  'requests.exceptions.SSLError',
  'urllib3.exceptions.SSLError',
  'aiohttp.ClientSSLError',
  'aiohttp.ClientConnectorCertificateError',
];

/** What these are told apart from in few programs: any failure to connect. */
const failures = [
  'requests.exceptions.RequestException',
  'requests.exceptions.ConnectionError',
  'requests.RequestException',
  'requests.ConnectionError',
  'urllib.error.URLError',
  'urllib3.exceptions.HTTPError',
  'urllib3.exceptions.MaxRetryError',
  'httpx.ConnectError',
  'httpx.HTTPError',
  'aiohttp.ClientError',
  'aiohttp.ClientConnectorError',
];

const rule = defineRule({
  id: 'ssl/verification-error-swallowed',
  code: 'SSL-29',
  title: 'Going on after a failed verification lets in whoever made it fail',
  anchor: 'library/ssl.html#ssl.SSLCertVerificationError',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295, 636, 755],
  aliases: [],
  advice: 'Let the exception stop the connection: delete the handler, or raise again.',
  question: 'What is done with the connection, or in its place, after the verification has failed?',
  docs: {
    why: 'Who answers in place of the server has no valid certificate: verification fails. A program that then tries again without it, or without TLS, talks to the very attacker that verification was there for.',
    fails: `import requests
def fetch(url):
    try:
        return requests.get(url)
    except requests.exceptions.SSLError:
        return requests.get(url, verify=False)`,
    passes: `import requests
def fetch(url):
    try:
        return requests.get(url)
    except requests.exceptions.SSLError:
        raise`,
    evidence: Object.values(evidence),
    limits: 'Only what stands in the handler itself is looked at, not what it calls.',
  },
  messages: {
    retried: 'after {name}() has failed, {retry} connects without verification',
    clear: 'after the handshake has failed, {socket} is still the socket without TLS, and what follows uses it',
    unknown: 'what follows is reached although {name}() has failed to verify',
  },
  on: {
    kind: 'call',
    to: [
      'concept:http-request',
      'concept:tls-client',
      'concept:tls-client-verified',
      'concept:tls-upgrade',
      'concept:tls-verify-option',
      'concept:tls-wrap',
      'ssl.SSLSocket.do_handshake',
    ],
    isTold: () => true,
    judge(call, verdict) {
      const { name } = call;
      for (const handler of call.handlers()) {
        const retry = handler.takes(...errors, ...failures) ? unverifiedIn(handler) : undefined;
        if (retry !== undefined) {
          // trying without verification first is judged where it is
          if (isWithout(call)) return undefined;
          return verdict.fail(call, 'retried', { name, retry: retry.text }, inCode);
        }
        if (!handler.takes(...errors)) continue;
        const isAbout = handler.exceptions.some((each) => /(SSL|Certificate|CertVerification)\w*$/.test(each));
        if (handler.raises) return isAbout ? verdict.pass(call, evidence.raised) : undefined;
        if (!handler.goesOn || handler.calls('sys.exit', 'os._exit').length > 0) return undefined;
        const socket = call.argument('sock', 0).lastName;
        const isWrap = call.name.endsWith('.wrap_socket');
        if (isWrap && socket !== undefined && call.resultNames().includes(socket) && !handler.remembers) {
          return verdict.fail(call, 'clear', { socket }, inCode);
        }
        const isHandshake = isWrap || call.name.endsWith('.do_handshake') || call.name.endsWith('tls');
        return isAbout && isHandshake && handler.isSilent ? verdict.open(call, 'unknown', { name }) : undefined;
      }
      return undefined;
    },
  },
});

export default quietInTests(rule);

/** A call in the handler that connects, or prepares to, without verifying. */
function unverifiedIn(handler: HandlerView): CallSite | undefined {
  return (
    handler.calls('concept:tls-context-unverified')[0] ?? handler.calls('concept:tls-verify-option').find(isWithout)
  );
}

function isWithout(call: CallSite): boolean {
  const names = ['verify', 'ssl', 'cert_reqs', 'verify_ssl'];
  const options = names.map((name) => call.argument(name)).filter((option) => option.isGiven());
  return options.some(
    (option) => option.constant() === false || isUnverified(option) || option.string() === 'CERT_NONE',
  );
}
