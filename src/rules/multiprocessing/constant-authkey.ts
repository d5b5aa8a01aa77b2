import { defineRule, type ValueView, type VerdictOptions } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const shortest = 16;

const rule = defineRule({
  id: 'multiprocessing/constant-authkey',
  code: 'MP-03',
  alsoCodes: ['MP-09'],
  title: 'A key that stands in the source or is short lets strangers in',
  anchor: 'library/multiprocessing.html#multiprocessing-auth-keys',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [798, 321, 521],
  aliases: ['py/hardcoded-credentials'],
  advice: 'Read the key from the environment or a secret store, or make it with os.urandom(32).',
  question: 'Where does this key come from, is it random and at least 16 bytes long, and who can read it?',
  docs: {
    why:
      'The key is all that keeps others from sending pickles. One that stands in the source is known to everyone who has ' +
      'the source, and the handshake gives a short one away to guessing.',
    fails:
      'from multiprocessing.managers import BaseManager\nBaseManager(("localhost", 50000), authkey=b"abracadabra")',
    passes:
      'import os\nfrom multiprocessing.managers import BaseManager\nBaseManager(("localhost", 50000), authkey=os.environ["KEY"].encode())',
    evidence: ['the key is random', 'the key comes from outside the program'],
    limits: 'How well a key from outside is kept is not seen.',
  },
  messages: {
    constant: 'the key {key} stands in the source, and whoever knows it sends objects that are unpickled',
    short: 'a key of {length} bytes can be guessed',
    process: 'the key of the process is set to {key}, which stands in the source',
    told: 'the key of the process is given to {call}, where others can read it',
    length: 'how long the key is depends on {option}',
  },
  on: [
    {
      kind: 'call',
      to: [
        'multiprocessing.connection.Listener',
        'multiprocessing.connection.Client',
        'multiprocessing.managers.BaseManager',
        'multiprocessing.managers.SyncManager',
        'multiprocessing.connection.deliver_challenge',
        'multiprocessing.connection.answer_challenge',
      ],
      judge(call, verdict) {
        const key = call.argument('authkey', positions[call.name.slice(call.name.lastIndexOf('.') + 1)] ?? 1);
        if (isConstantKey(key)) return verdict.fail(key, 'constant', { key: key.text });
        const random = key.callTo('os.urandom', 'secrets.token_bytes');
        if (random !== undefined) {
          const size = random.argument(undefined, 0);
          const length = size.isAbsent() || size.isNone() ? 32 : size.number();
          const options: VerdictOptions = { severity: 'medium' };
          if (length === undefined) return verdict.open(key, 'length', { option: size.text }, options);
          if (length < shortest) return verdict.fail(key, 'short', { length }, options);
          return verdict.pass(key, 'the key is random');
        }
        const { provenance } = key.origin();
        const isFromOutside =
          key.isGiven() && (provenance === 'environment' || provenance === 'file' || provenance === 'stored');
        return isFromOutside ? verdict.pass(key, 'the key comes from outside the program') : undefined;
      },
    },
    {
      // logging.info(multiprocessing.current_process().authkey)
      kind: 'call',
      to: ['concept:log-message', 'concept:serialize', 'concept:start-process', 'os.putenv'],
      // Prints are everywhere: keys that come by way of parameters are not worth a run of each.
      where: { names: ['authkey'] },
      isTold: () => true,
      judge(call, verdict) {
        const values = [...call.positional, call.operand(), ...(call.operand().items() ?? [])];
        const told = values.find((value) => isKeyOfProcess(value));
        return told === undefined
          ? undefined
          : verdict.fail(told, 'told', { call: call.name }, { code: 'MP-09', severity: 'medium' });
      },
    },
    {
      kind: 'store',
      to: ['os.environ[]'],
      judge: (store, verdict) =>
        isKeyOfProcess(store.value)
          ? verdict.fail(store.value, 'told', { call: 'os.environ' }, { code: 'MP-09', severity: 'medium' })
          : undefined,
    },
    {
      kind: 'store',
      to: ['multiprocessing.process.BaseProcess.authkey', 'multiprocessing.Process.authkey'],
      judge(store, verdict) {
        const { value } = store;
        if (isConstantKey(value))
          return verdict.fail(value, 'process', { key: value.text }, { code: 'MP-09', severity: 'medium' });
        return value.callTo('os.urandom', 'secrets.token_bytes') ? verdict.pass(value, 'the key is random') : undefined;
      },
    },
  ],
});

function isKeyOfProcess(value: ValueView): boolean {
  return value.isDerivedFrom('multiprocessing.process.BaseProcess.authkey', 'multiprocessing.Process.authkey');
}

const positions: Readonly<Record<string, number>> = { Listener: 3, Client: 2, BaseManager: 1, SyncManager: 1 };

/** A constant that is not empty; an empty one authenticates nobody, which is another mistake. */
function isConstantKey(key: ValueView): boolean {
  const constants = key.constants();
  return (
    constants?.some((each) => (typeof each === 'string' || each instanceof Uint8Array) && each.length > 0) ?? false
  );
}

export default quietInTests(rule);
