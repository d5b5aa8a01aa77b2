import { type CallSite, compareVersions, defineRule, isAtLeast } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  openssl: 'OpenSSL 1.1.1 and later give each process its own random numbers',
  reseeded: 'the random numbers of the child are stirred after the fork',
} as const;

const exchanging = /^(send|sendall|sendto|sendfile|recv|recv_into|read|write|unwrap|do_handshake)$/;

const rule = defineRule({
  id: 'ssl/connection-across-fork',
  code: 'SSL-09',
  title: 'Two processes that share a TLS connection, or its random numbers, break what it protects',
  anchor: 'library/ssl.html#multi-processing',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [335, 331],
  aliases: [],
  advice: 'Open connections in the process that uses them; after os.fork() with an old OpenSSL call ssl.RAND_add().',
  question: 'Which of the two processes uses this connection, or its random numbers, after the fork?',
  docs: {
    why: 'The state of a connection counts what was sent. Two processes that go on from one state send different data under the same keys and numbers. OpenSSL before 1.1.1 also gave both processes the same random numbers.',
    fails: `import multiprocessing, socket, ssl
def talk(host):
    tls = ssl.create_default_context().wrap_socket(socket.create_connection((host, 443)), server_hostname=host)
    multiprocessing.Process(target=print, args=(tls,)).start()
    tls.sendall(b"x")`,
    passes: '# python: 3.10\nimport os, ssl\ndef serve():\n    return os.fork()',
    evidence: Object.values(evidence),
    limits: 'Which of two processes uses a connection after os.fork() is not told apart.',
  },
  messages: {
    shared: '{socket} goes on being used here while another process has it too',
    'perhaps-shared': '{socket} is used after the fork; both processes have the same connection',
    random: 'OpenSSL {version} goes on with the same random numbers in both processes',
    'perhaps-random':
      'OpenSSL before 1.1.1, with which Python {version} can come, goes on with the same random numbers in both processes',
  },
  on: [
    {
      kind: 'call',
      to: ['multiprocessing.Process', 'multiprocessing.context.Process', 'multiprocessing.process.BaseProcess'],
      isTold: (call) => !call.imports('ssl'),
      judge(call, verdict) {
        for (const socket of call.argument('args', 3).items() ?? []) {
          const wrap = socket.callTo('concept:tls-wrap', 'concept:tls-wrap-bare');
          if (wrap !== undefined && exchangeAfter(wrap, call) !== undefined) {
            return verdict.fail(call, 'shared', { socket: socket.text }, inCode);
          }
        }
        return undefined;
      },
    },
    {
      kind: 'call',
      to: ['os.fork', 'os.forkpty'],
      judge(call, verdict) {
        if (!call.imports('ssl')) return undefined;
        const shared = call
          .siblingCalls('concept:tls-wrap', 'concept:tls-wrap-bare')
          .filter((wrap) => wrap.span.start < call.span.start && wrap.dominates(call))
          .map((wrap) => exchangeAfter(wrap, call))
          .find((use) => use !== undefined);
        if (shared !== undefined) return verdict.open(call, 'perhaps-shared', { socket: shared });
        const isReseeded = call
          .siblingCalls('ssl.RAND_add', 'ssl.RAND_bytes', 'ssl.RAND_pseudo_bytes')
          .some((each) => each.span.start > call.span.start);
        if (isReseeded) return verdict.pass(call, evidence.reseeded);
        const { openssl, minimum } = call.target;
        // PEP 644: Python 3.10 wants OpenSSL 1.1.1.
        const isNew = openssl === undefined ? isAtLeast(call.target, 3, 10) : compareVersions(openssl, [1, 1, 1]) >= 0;
        if (isNew) return verdict.pass(call, evidence.openssl);
        return openssl === undefined
          ? verdict.open(call, 'perhaps-random', { version: minimum.join('.') }, { severity: 'low' })
          : verdict.fail(call, 'random', { version: openssl.join('.') }, inCode);
      },
    },
  ],
});

export default quietInTests(rule);

/** The object that a call made, when data is exchanged over it behind another call. */
function exchangeAfter(made: CallSite, after: CallSite): string | undefined {
  for (const use of made.uses()) {
    if (use.kind !== 'call' || !exchanging.test(use.method) || use.subject.span.start < after.span.end) continue;
    return use.call.receiver()?.text ?? made.text;
  }
  return undefined;
}
