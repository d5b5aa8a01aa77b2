import { defineRule, type Fix } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';

/** CVE-2022-42919: on Linux the fork server listened on an abstract socket. */
const ownSocket: Fix = { from: [3, 9], since: [3, 11], backports: { '3.9': 16, '3.10': 9 } };

const rule = defineRule({
  id: 'multiprocessing/public-address',
  code: 'MP-04',
  alsoCodes: ['MP-06'],
  title: 'A listener for pickles is open to everyone who can reach the machine',
  anchor: 'library/multiprocessing.html#multiprocessing-listeners-clients',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [1327, 319, 250],
  aliases: ['B104', 'S104', 'py/bind-socket-all-network-interfaces'],
  advice: 'Listen on localhost or on a socket file in a private directory; use TLS between machines.',
  question: 'Who can reach this: this program only, other users of the machine, the local network, or everyone?',
  docs: {
    why:
      'An empty host means every network interface. After the handshake nothing is encrypted or signed, so that whoever ' +
      'stands on the way can put pickles of their own into the connection.',
    fails: 'from multiprocessing.managers import BaseManager\nBaseManager(address=("", 50000))',
    passes: 'from multiprocessing.managers import BaseManager\nBaseManager(address=("127.0.0.1", 50000))',
    evidence: ['only this machine can connect', 'the fork server listens on a socket file'],
    limits: 'Managers that only connect are recognised when they do so in the same function.',
  },
  messages: {
    everyone: '{call} listens on every network interface ({address})',
    pipe: '{address} is a pipe on another machine',
    abstract: 'every user of the machine can connect to the abstract socket {address}, whatever its permissions',
    server:
      'the fork server of Python {release} ({source}) takes pickles from every user of the machine (CVE-2022-42919)',
    'perhaps-server':
      'the fork server of Python {release}, on which the project may run, takes pickles from every user of the machine (CVE-2022-42919)',
    named: '{call} listens on {address}; whether others can reach that is not known',
    unknown: 'whether others can reach {call} depends on {address}',
  },
  on: [
    {
      kind: 'call',
      to: [
        'multiprocessing.set_start_method',
        'multiprocessing.get_context',
        'multiprocessing.context.BaseContext.get_context',
        'multiprocessing.context.DefaultContext.set_start_method',
      ],
      judge(call, verdict) {
        if (call.argument('method', 0).string() !== 'forkserver') return undefined;
        const state = namedFixState(call.target, ownSocket);
        if (state === undefined || call.imports('multiprocessing.util')) return undefined;
        if (state.kind === 'fixed') return verdict.pass(call, 'the fork server listens on a socket file');
        const options = { code: 'MP-06', severity: state.kind === 'missing' ? 'high' : 'low' } as const;
        return state.kind === 'missing'
          ? verdict.fail(call, 'server', state, options)
          : verdict.open(call, 'perhaps-server', state, options);
      },
    },
    {
      kind: 'call',
      to: [
        'multiprocessing.connection.Listener',
        'multiprocessing.managers.BaseManager',
        'multiprocessing.managers.SyncManager',
      ],
      judge(call, verdict) {
        const address = call.argument('address', 0);
        if (address.isAbsent() || address.isNone()) return undefined;
        if (call.uses().some((use) => use.kind === 'call' && use.method === 'connect')) return undefined;
        const parameters = { call: `${call.callee.text}()`, address: address.text };
        const path = address.string();
        if (path !== undefined) {
          if (path.startsWith('\0')) return verdict.fail(address, 'abstract', parameters, { code: 'MP-06' });
          return /^\\\\[^.\\]+\\pipe\\/i.test(path) ? verdict.fail(address, 'pipe', parameters) : undefined;
        }
        const reach = reachOfAddress(address);
        if (reach === 'this-machine') return verdict.pass(address, 'only this machine can connect');
        if (reach === 'everyone') return verdict.fail(address, 'everyone', parameters);
        if (reach === 'named') return verdict.open(address, 'named', parameters, { severity: 'medium' });
        return verdict.open(address.isGiven() ? address : call, 'unknown', parameters, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);
