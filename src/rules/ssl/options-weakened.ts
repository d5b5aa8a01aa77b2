import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { restricting: 'the options only forbid more' } as const;

/** Options that forbid something: taking one away allows it again. */
const forbidding = /\.OP_NO_(SSLv2|SSLv3|TLSv1|TLSv1_1|COMPRESSION|RENEGOTIATION)$/;
/** Options that forbid what is wanted, or allow what is not. */
const harmful: readonly { readonly name: RegExp; readonly effect: string; readonly code?: string }[] = [
  { name: /\.OP_NO_TLSv1_2$/, effect: 'forbids TLS 1.2' },
  { name: /\.OP_NO_TLSv1_3$/, effect: 'forbids TLS 1.3' },
  { name: /\.OP_LEGACY_SERVER_CONNECT$/, effect: 'talks to servers whose renegotiation can be attacked' },
  {
    name: /\.OP_IGNORE_UNEXPECTED_EOF$/,
    effect: 'takes a connection that was cut off for one that ended',
    code: 'SSL-24',
  },
];
/** The value of OP_LEGACY_SERVER_CONNECT, written as a number because the name came with Python 3.12. */
const legacyServerConnect = 4;

const rule = defineRule({
  id: 'ssl/options-weakened',
  code: 'SSL-07',
  alsoCodes: ['SSL-24'],
  title: 'Options that are taken away from a TLS context let old and broken protocols back in',
  anchor: 'library/ssl.html#ssl.SSLContext.options',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [757, 326],
  aliases: [],
  advice: 'Delete the statement: the defaults of create_default_context() are the safe ones.',
  question: 'Which options are taken away here, and does a peer exist that needs it?',
  docs: {
    why: 'Contexts start with the bits set that forbid old protocols and compression. Clearing them, or setting the bits that forbid new protocols, makes connections easier to attack.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.options &= ~ssl.OP_NO_SSLv3',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.options |= ssl.OP_NO_TLSv1',
    evidence: Object.values(evidence),
    limits: 'Numbers other than 0 and 4 are not taken apart.',
  },
  messages: {
    cleared: 'clearing {option} allows again what the default forbids',
    emptied: 'setting the options to 0 drops every protection of the default',
    set: '{option} {effect}',
    unknown: 'which options remain after {value} is not known',
  },
  on: {
    kind: 'store',
    to: ['ssl.SSLContext.options'],
    judge(store, verdict) {
      const { value, operator } = store;
      const flags = value.flags();
      if (operator === 'BitAnd') {
        if (flags === undefined) return verdict.open(store, 'unknown', { value: value.text });
        const cleared = flags.find((flag) => flag.isNegated && forbidding.test(flag.name));
        return cleared === undefined ? undefined : verdict.fail(store, 'cleared', { option: cleared.name }, inCode);
      }
      if (operator !== undefined && operator !== 'BitOr') return verdict.open(store, 'unknown', { value: value.text });
      if (operator === undefined && value.number() === 0)
        return verdict.fail(store, 'emptied', {}, { severity: 'high' });
      if (operator === 'BitOr' && value.number() === legacyServerConnect) {
        return verdict.fail(
          store,
          'set',
          {
            option: `${value.text}, which is ssl.OP_LEGACY_SERVER_CONNECT,`,
            effect: effectOf('.OP_LEGACY_SERVER_CONNECT')?.effect ?? '',
          },
          inCode,
        );
      }
      // context.options = context.options & ~ssl.OP_NO_SSLv3
      const cleared = flags?.find((flag) => flag.isNegated && forbidding.test(flag.name));
      if (cleared !== undefined) return verdict.fail(store, 'cleared', { option: cleared.name }, inCode);
      const bad = flags?.find((flag) => !flag.isNegated && effectOf(flag.name) !== undefined);
      const effect = bad === undefined ? undefined : effectOf(bad.name);
      if (bad !== undefined && effect !== undefined) {
        const options = effect.code === undefined ? inCode : { ...inCode, code: effect.code };
        return verdict.fail(store, 'set', { option: bad.name, effect: effect.effect }, options);
      }
      if (flags === undefined || operator === undefined) return undefined;
      return flags.every((flag) => /\.OP_/.test(flag.name)) ? verdict.pass(store, evidence.restricting) : undefined;
    },
  },
});

export default quietInTests(rule);

function effectOf(option: string) {
  return harmful.find((each) => each.name.test(option));
}
