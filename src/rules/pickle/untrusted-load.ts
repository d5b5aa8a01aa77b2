import {
  admitsOlder,
  type CallSite,
  defineRule,
  type Judge,
  type ValueView,
  type VerdictOptions,
} from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';
import { restrictionOf } from './find-class.ts';

const evidence = {
  constant: 'the pickle is a constant in the code',
  shipped: 'the pickle is shipped with the project',
  roundTrip: 'the data was pickled by the same function',
  authentic: 'the bytes are authenticated before they are loaded',
  restricted: 'the unpickler restricts the globals that a pickle may name',
  refused: 'the option that allows pickles is off',
} as const;

type MessageId = 'hostile' | 'unknown' | 'late' | 'compared' | 'known-key' | 'allowed' | 'older' | 'default';

/** Libraries, and the version since which their loaders refuse pickles unless told otherwise. */
const refusingSince: readonly (readonly [library: string, since: readonly number[]])[] = [
  ['numpy', [1, 16, 3]],
  ['torch', [2, 6]],
];

const macs = ['hmac.new', 'hmac.HMAC', 'hmac.digest'];

const rule = defineRule({
  id: 'pickle/untrusted-load',
  code: 'PKL-01',
  alsoCodes: ['PKL-02', 'PKL-13'],
  title: 'Loading a pickle runs the code that its author put in it',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: ['B301', 'S301', 'py/unsafe-deserialization', 'python.lang.security.deserialization.pickle.avoid-pickle'],
  advice: 'Read JSON instead, restrict find_class to a fixed list, or verify a MAC over the bytes before loading them.',
  question: 'Who can write this data, and does anything verify it before it is unpickled?',
  docs: {
    why: 'A pickle is a program: it names any importable callable and calls it with arguments of its own. Whoever can write or alter the bytes decides what the loading process does.',
    fails: 'import pickle, flask\npickle.loads(flask.request.get_data())',
    passes: 'import json, flask\njson.loads(flask.request.get_data())',
    evidence: Object.values(evidence),
    limits: 'Who can write a file on disk is not seen; a path that only the program itself writes is reported as open.',
  },
  messages: {
    hostile: '{name} rebuilds objects from {source}: whoever controls it runs code here',
    unknown: '{name} runs code chosen by whoever wrote the data, and it is not known who wrote {source}',
    compared: 'the MAC of {source} is compared with ==, whose time tells an attacker how much of a forged one is right',
    'known-key':
      'the MAC over the data is made with {key}, which stands in the code: whoever has it forges what {name} loads',
    late: 'the MAC is checked after {name} has already run the code in the data',
    allowed: 'this {option}={value} lets {name} unpickle, and it is not known who wrote {source}',
    older: '{name} unpickles {source} by default with {admitting}',
    default: 'whether {name} unpickles depends on {option}, which is not known here',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:deserialize'],
      judge(call, verdict) {
        // class Restricted(pickle.Unpickler): one that restricts nothing is an unpickler like any other
        const method = call.result().projectClass()?.method('find_class');
        if (method !== undefined && restrictionOf(method).kind === 'strong') {
          return verdict.pass(call, evidence.restricted);
        }
        const data = call.operand();
        if (!data.isAbsent()) return judgeData(call, data, verdict);
        // zmq.Context().socket(zmq.PULL).recv_pyobj()   brings the data itself
        const brought = call.result();
        return isForeign(brought.origin(), call) ? judgeData(call, brought, verdict) : undefined;
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Read it with yaml.safe_load(), which builds plain objects only',
          make: (call, edit) =>
            /^yaml\.unsafe_load(_all)?$/.test(call.name)
              ? edit.replaceCallee(call, edit.name(call.name.replace('unsafe', 'safe')))
              : edit.pass(),
        },
        {
          class: 'advice',
          title:
            'Load it with an Unpickler whose find_class() allows a fixed list, or verify a MAC over the bytes before',
        },
      ],
    },
    {
      kind: 'call',
      to: ['concept:deserialize-if-allowed'],
      judge(call, verdict) {
        const allow = call.argument('allow_pickle');
        const tensorsOnly = call.argument('weights_only');
        if (allow.truth() === false || tensorsOnly.truth() === true) return verdict.pass(call, evidence.refused);
        if (allow.truth() === true)
          return judgeData(call, call.operand(), verdict, { option: 'allow_pickle', value: 'True' });
        if (tensorsOnly.truth() === false)
          return judgeData(call, call.operand(), verdict, { option: 'weights_only', value: 'False' });
        const data = call.operand();
        const isHostile = isForeign(data.origin(), call);
        if (allow.isAbsent() && tensorsOnly.isAbsent()) {
          // Leaving the option out is no mistake where the default refuses.
          const [library, since] = refusingSince.find(([name]) => call.name.startsWith(`${name}.`)) ?? [];
          if (library === undefined || since === undefined || !isHostile) return undefined;
          const { answer, requirement } = admitsOlder(call.target, library, since);
          if (answer !== 'yes' || requirement === undefined) return undefined;
          const admitting = `${library} before ${since.join('.')}, which ${requirement.text} in ${requirement.file} admits`;
          return verdict.fail(data, 'older', { name: call.name, source: data.origin().text, admitting });
        }
        const { provenance } = data.origin();
        if (provenance === 'constant' || provenance === 'shipped') return undefined;
        const option = allow.isAbsent() ? 'weights_only' : 'allow_pickle';
        return verdict.open(call, 'default', { name: call.name, option });
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Refuse pickles',
          make(call, edit) {
            const [option, value] = /^torch\./.test(call.name)
              ? (['weights_only', 'True'] as const)
              : (['allow_pickle', 'False'] as const);
            if (!/^(torch|numpy)\./.test(call.name)) return edit.refuse('the library has another option');
            const given = edit.argument(call, option);
            if (given !== undefined && given.constant() === undefined) return edit.refuse('the caller has the choice');
            return edit.setArgument(call, option, undefined, value);
          },
        },
      ],
    },
  ],
});

export default onlyFailuresInTests(rule);

function judgeData(
  call: CallSite,
  data: ValueView,
  verdict: Judge<MessageId>,
  option?: { readonly option: string; readonly value: string },
) {
  if (data.isAbsent()) return undefined;
  const origin = data.origin();
  if (data.guard('authenticity') !== undefined) {
    const known = call.siblingCalls(...macs).find((mac) => mac.argument('key', 0).constants() !== undefined);
    if (known === undefined) return verdict.pass(call, evidence.authentic);
    const parameters = { name: call.name, key: known.argument('key', 0).text };
    return isForeign(origin, call)
      ? verdict.fail(data, 'known-key', parameters, { code: 'PKL-02' })
      : verdict.open(data, 'known-key', parameters, { code: 'PKL-02' });
  }
  if (isPickledHere(data)) return verdict.pass(call, evidence.roundTrip);
  if (origin.provenance === 'constant') return verdict.pass(call, evidence.constant);
  if (origin.provenance === 'shipped') return verdict.pass(call, evidence.shipped);
  const parameters = { name: call.name, source: origin.provenance === 'unknown' ? data.text : origin.text };
  const isHostile = isForeign(origin, call);
  const check = call.siblingCalls('hmac.compare_digest', 'secrets.compare_digest')[0];
  if (check !== undefined && check.span.start > call.span.start) {
    return isHostile
      ? verdict.fail(data, 'late', { name: call.name }, { code: 'PKL-02' })
      : verdict.open(call, 'late', { name: call.name }, { code: 'PKL-02' });
  }
  if (isHostile && isMacComparedPlainly(call)) {
    return verdict.fail(data, 'compared', { source: origin.text }, { code: 'PKL-02', severity: 'high' });
  }
  if (isHostile) return verdict.fail(data, 'hostile', parameters, hidden(call));
  if (option !== undefined) return verdict.open(data, 'allowed', { ...parameters, ...option });
  return verdict.open(data, 'unknown', parameters);
}

/** `if mac == hmac.new(key, data, "sha256").digest()` before the call */
function isMacComparedPlainly(call: CallSite): boolean {
  return (call.enclosingFunction()?.comparisons() ?? []).some(
    ({ operator, left, right, span }) =>
      span.start < call.span.start &&
      /^(Eq|NotEq)$/.test(operator) &&
      [left, right].some((side) => side.isDerivedFrom(...macs)),
  );
}

/** `revive = pickle.loads`: nothing in what is called says that it is a loader. */
function hidden(call: CallSite): VerdictOptions {
  const written = call.callee.text.split('.');
  return call.name.split('.').some((word) => written.includes(word)) ? {} : { code: 'PKL-13' };
}

/** `loads(dumps(x))`, the idiom for a deep copy, also through a buffer that was made here. */
function isPickledHere(data: ValueView): boolean {
  return data.callTo('pickle.dumps', 'dill.dumps', 'cloudpickle.dumps') !== undefined;
}
