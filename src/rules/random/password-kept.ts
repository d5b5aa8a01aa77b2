import { type CallSite, defineRule, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPasswordName, isPretence } from '../security-words.ts';

const evidence = { hashed: 'what is stored is a slow, salted hash of the password' } as const;

const slow = ['concept:password-hash', 'concept:key-derivation'] as const;
const hashes = [
  'concept:strong-hash',
  'concept:weak-hash',
  'concept:hash-new',
  'concept:mac-new',
  'concept:weak-password-hash',
] as const;
const makers = ['concept:secret-token', 'concept:secure-random', 'concept:random-number'] as const;

/** What leaves a password what it is: reading it from a request, and writing it with other characters. */
const plainSteps =
  /(\[\]|\.(get|getvalue|getfirst|encode|decode|strip|join|lower|format)\(\)|builtins\.(str|bytes|input)\(\))$/;

type MessageId = 'plain' | 'generated' | 'typed' | 'perhaps';

const rule = defineRule({
  id: 'random/password-kept',
  code: 'RND-10',
  title: 'A password that is stored as it is belongs to everyone who gets hold of the store',
  anchor: 'library/secrets.html#recipes-and-best-practices',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [256, 257, 312],
  aliases: ['py/clear-text-storage-sensitive-data'],
  advice: 'Store hashlib.scrypt() of the password with a random salt, or what a password hashing library gives.',
  question: 'Is this password hashed before it is stored, or must it be readable again?',
  docs: {
    why:
      'The documentation asks not to store passwords in a form that can be recovered, not even an encrypted one. Copies ' +
      'and backups of a store leak, and people use one password in many places.',
    fails:
      'import flask, sqlite3\ndef register():\n    password = flask.request.form["password"]\n    sqlite3.connect("app.db").execute("INSERT INTO users (password) VALUES (?)", (password,))',
    passes:
      'import flask, sqlite3\nfrom werkzeug.security import generate_password_hash\ndef register():\n    password = generate_password_hash(flask.request.form["password"])\n    sqlite3.connect("app.db").execute("INSERT INTO users (password) VALUES (?)", (password,))',
    evidence: Object.values(evidence),
    limits: 'Passwords are recognised by their names; what object-relational mappers store is not seen.',
  },
  messages: {
    plain: '{name}, which a client has sent, is stored in {place} as it is',
    generated: '{name}, which was generated, is stored in {place} as it is',
    typed: '{name}, which somebody has typed, is stored in {place} as it is',
    perhaps: '{name} is stored in {place}; whether it was hashed before is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:database-execute'],
      judge(call, verdict) {
        const statement = call.operand();
        const start = statement.string() ?? statement.textParts()?.[0];
        if (typeof start !== 'string' || !/^\s*(insert|update|replace|merge)\b/i.test(start)) return undefined;
        const parameters = call.positional.filter(({ span }) => span.start > statement.span.end);
        return judgeStored([...parameters.flatMap(partsOf), ...partsOf(statement)], 'a database', verdict);
      },
    },
    {
      kind: 'call',
      to: ['builtins.open', 'io.open', 'pathlib.Path.open'],
      judge(call, verdict) {
        const mode = call.argument('mode', call.name === 'pathlib.Path.open' ? 0 : 1).string();
        if (mode === undefined || !/[wax+]/.test(mode)) return undefined;
        return judgeStored(writtenTo(call).flatMap(partsOf), 'a file', verdict);
      },
    },
    {
      kind: 'call',
      to: ['pathlib.Path.write_text', 'pathlib.Path.write_bytes'],
      judge: (call, verdict) => judgeStored(call.positional.flatMap(partsOf), 'a file', verdict),
    },
  ],
});

/** What is handed to `write()` of an open file. */
function writtenTo(opener: CallSite): readonly ValueView[] {
  return opener
    .uses()
    .flatMap((use) => (use.kind === 'call' && /^write(lines)?$/.test(use.method) ? use.call.positional : []));
}

/** A value, its items and its pieces of text. */
function partsOf(value: ValueView): readonly ValueView[] {
  const items = value.items() ?? value.keys()?.flatMap((key) => value.entry(key) ?? []);
  if (items !== undefined) return items.flatMap(partsOf);
  const parts = value.textParts()?.filter((part) => typeof part !== 'string') ?? [];
  return parts.length > 0 ? parts : [value];
}

function judgeStored(values: readonly ValueView[], place: string, verdict: Judge<MessageId>) {
  for (const value of values) {
    if (value.isDerivedFrom(...slow)) return verdict.pass(value, evidence.hashed);
    const name = value.partNames().find(isPasswordName);
    if (name === undefined || isPretence(name) || value.constants() !== undefined) continue;
    // How fast a hash may be is asked elsewhere.
    if (value.isDerivedFrom(...hashes)) continue;
    const parameters = { name, place };
    if (value.isDerivedFrom('concept:password-prompt'))
      return verdict.fail(value, 'typed', parameters, { severity: 'medium' });
    if (value.isDerivedFrom(...makers)) return verdict.fail(value, 'generated', parameters, { severity: 'medium' });
    const { provenance } = value.origin();
    if (provenance === 'network' && value.names().every((each) => plainSteps.test(each))) {
      return verdict.fail(value, 'plain', parameters);
    }
    if (provenance === 'network' || provenance === 'parameter') {
      return verdict.open(value, 'perhaps', parameters, { severity: 'medium' });
    }
  }
  return undefined;
}

export default quietInTests(rule);
