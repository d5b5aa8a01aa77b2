import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const unverified = ['ssl._create_unverified_context', 'ssl._create_stdlib_context'] as const;
const evidence = { verified: 'the factory makes contexts that verify' } as const;

const deleted = { class: 'unsafe', title: 'Leave verification on', for: ['replaced', 'variable'] } as const;

const rule = defineRule({
  id: 'ssl/verification-off-everywhere',
  code: 'SSL-15',
  title: 'Replacing the default HTTPS context turns certificate verification off for the whole process',
  anchor: 'library/ssl.html#best-defaults',
  severity: { network: 'critical', file: 'critical', shipped: 'critical', constant: 'critical' },
  cwe: [295, 1188],
  aliases: [],
  advice: 'Delete it; give the one connection that needs it a context with the right authority.',
  question: 'Does what is put here verify certificates, and who relies on HTTPS in this process?',
  docs: {
    why: 'Every HTTPS connection that any library of the process makes uses this factory, also those that nobody thought of when it was replaced.',
    fails: 'import ssl\nssl._create_default_https_context = ssl._create_unverified_context',
    passes: 'import ssl\nssl._create_default_https_context = ssl.create_default_context',
    evidence: Object.values(evidence),
    limits: 'The variable PYTHONHTTPSVERIFY is honoured by Python 2.7 and the versions of some vendors only.',
  },
  messages: {
    replaced: 'every HTTPS connection of this process is made without verification from here on',
    unknown: 'every HTTPS connection of this process uses {value} from here on, and whether that verifies is not known',
    variable: 'PYTHONHTTPSVERIFY={value} turns verification off where Python honours it',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl._create_default_https_context'],
      judge(store, verdict) {
        const { value } = store;
        if (value.is(...unverified) || givesUnverified(value)) return verdict.fail(store, 'replaced', {}, inCode);
        if (value.is('ssl.create_default_context')) return verdict.pass(store, evidence.verified);
        return verdict.open(store, 'unknown', { value: value.text });
      },
      fixes: [{ ...deleted, make: (store, edit) => edit.removeStatement(store) }],
    },
    {
      kind: 'call',
      to: ['ssl._https_verify_certificates'],
      judge(call, verdict) {
        const enable = call.argument('enable', 0);
        if (enable.isAbsent() || enable.truth() === true) return verdict.pass(call, evidence.verified);
        if (enable.truth() === false) return verdict.fail(call, 'replaced', {}, inCode);
        return verdict.open(call, 'unknown', { value: enable.text });
      },
      fixes: [{ ...deleted, make: (call, edit) => edit.removeStatement(call) }],
    },
    {
      kind: 'store',
      to: ['os.environ[]'],
      judge(store, verdict) {
        if (store.key?.string() !== 'PYTHONHTTPSVERIFY' || store.value.string() !== '0') return undefined;
        return verdict.fail(store, 'variable', { value: '0' }, { severity: 'low' });
      },
      fixes: [{ ...deleted, make: (store, edit) => edit.removeStatement(store) }],
    },
    {
      kind: 'python-variable',
      names: ['PYTHONHTTPSVERIFY'],
      judge(setting, verdict) {
        if (setting.value.text !== '0') return undefined;
        return verdict.fail(setting, 'variable', { value: '0' }, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);

/** `lambda *args, **kwargs: ssl._create_unverified_context()`, or a function that does the same. */
function givesUnverified(value: ValueView): boolean {
  const returned = value.projectFunction()?.returns();
  return returned?.some((each) => each.callTo(...unverified) !== undefined) ?? false;
}
