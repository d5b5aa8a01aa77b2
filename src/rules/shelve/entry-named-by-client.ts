import { type CallSite, defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { wordsOf } from '../security-words.ts';

const evidence = {
  compared: 'the key is compared with whom the entry belongs to',
  listed: 'the key is one of a fixed set',
  own: 'the key begins with what the program knows of the user',
} as const;

const readers = new Set(['__getitem__', 'get', 'pop', 'setdefault', '__setitem__', '__delitem__']);
/** Heads of names for whom an entry belongs to. */
const ownerWords = new Set(
  'user username userid uid account owner customer member email mail person profile patient tenant'.split(' '),
);
/** Functions that find out who somebody is have to look up whom they claim to be. */
const loginWords = new Set(
  'login signin logon auth authenticate register signup password verify check recover reset'.split(' '),
);

const rule = defineRule({
  id: 'shelve/entry-named-by-client',
  code: 'SHV-07',
  title: 'A client that names the key reads and changes the entries of other users',
  anchor: 'library/shelve.html#shelve.Shelf',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [639],
  aliases: [],
  advice: 'Take the key from the session, or compare it with the user of the session first.',
  question: 'May the client that names this entry read and change it, whoever it belongs to?',
  docs: {
    why:
      'A shelf knows no owners. Where the key is the name or number of a user, and the request says which, everyone who ' +
      'can guess a name gets at the entry.',
    fails:
      'import shelve, flask\ndef profile():\n    with shelve.open("profiles") as profiles:\n        return profiles[flask.request.args["user"]]',
    passes:
      'import shelve, flask\ndef profile():\n    user = flask.request.args["user"]\n    if user != flask.session["user"]:\n        flask.abort(403)\n    with shelve.open("profiles") as profiles:\n        return profiles[user]',
    evidence: Object.values(evidence),
    limits: 'Whose an entry is shows in names alone. Decorators and middleware that refuse others are not seen.',
  },
  messages: {
    owner: '{source} names whose entry of the shelf is used, and nothing here compares that with who asks',
    unknown: '{source} names the entry of the shelf that is used; whether that may be anyone’s is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-open', 'concept:shelf-wrap'],
    judge(call, verdict) {
      const keys = call
        .uses()
        .flatMap((use) => (use.kind === 'call' && readers.has(use.method) ? use.call.positional.slice(0, 1) : []));
      const judged = keys.flatMap((key) => judgeKey(call, key, verdict) ?? []);
      return judged.find(({ kind }) => kind === 'fail') ?? judged.find(({ kind }) => kind === 'open') ?? judged[0];
    },
  },
});

function judgeKey(call: CallSite, key: ValueView, verdict: Judge<'owner' | 'unknown'>) {
  const origin = key.origin();
  if (origin.provenance !== 'network') return undefined;
  if (key.guard('membership')) return verdict.pass(key, evidence.listed);
  if (isCompared(call, key)) return verdict.pass(key, evidence.compared);
  const [first] = key.textParts()?.filter((part) => typeof part !== 'string') ?? [];
  if (first !== undefined && first.span.start !== key.span.start && first.origin().provenance !== 'network') {
    return verdict.pass(key, evidence.own);
  }
  const names = [...key.partNames(), key.lastName ?? ''];
  const isOwned = names.some(isOwner);
  const isLogin = wordsOf(call.functionName).some((word) => loginWords.has(word));
  const parameters = { source: origin.text };
  return isOwned && !isLogin
    ? verdict.fail(key, 'owner', parameters)
    : verdict.open(key, 'unknown', parameters, { severity: 'low' });
}

/** `owner`, `user_id`; not `user_agent` */
function isOwner(name: string): boolean {
  const words = wordsOf(name);
  const isTail = /^(id|name|key|no|number)$/.test(words.at(-1) ?? '');
  return ownerWords.has(words.at(isTail && words.length > 1 ? -2 : -1) ?? '');
}

/** `if user != session["user"]: abort(403)`: with what is written out nothing is said of who asks. */
function isCompared(call: CallSite, key: ValueView): boolean {
  const comparisons = call.enclosingFunction()?.comparisons() ?? [];
  return comparisons.some(({ operator, left, right }) => {
    if (!/^(Not)?Eq$/.test(operator)) return false;
    const other = [left, right].find((side) => side.lastName !== key.lastName || side.lastName === undefined);
    return (
      other !== undefined &&
      other.constants() === undefined &&
      [left, right].some(({ lastName }) => lastName !== undefined && lastName === key.lastName)
    );
  });
}

export default quietInTests(rule);
