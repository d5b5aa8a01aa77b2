import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { contextMakers, isClientMade, isRequired, isUnverified, sideOf, storesOf } from './context-use.ts';

const evidence = {
  checked: 'the name in the certificate is checked',
  server: 'the context is a server’s, which expects no name',
  pinned: 'the certificate is compared with a known fingerprint',
} as const;

const checked = { class: 'unsafe', title: 'Leave the name check on', for: ['off'] } as const;

const rule = defineRule({
  id: 'ssl/hostname-not-checked',
  code: 'SSL-03',
  title: 'A client that does not check the name accepts any valid certificate, an attacker’s included',
  anchor: 'library/ssl.html#verifying-certificates',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [297],
  aliases: [],
  advice: 'Leave check_hostname on and pass server_hostname.',
  question: 'For whom do the authorities that are trusted here sign certificates: for this one server only?',
  docs: {
    why: 'Anyone can get a valid certificate for a name of their own. Only the comparison with the name of the service tells it from theirs.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.check_hostname = False',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.check_hostname = True',
    evidence: Object.values(evidence),
    limits: 'A comparison of certificates made by hand afterwards is not recognised.',
  },
  messages: {
    off: '{target} lets any valid certificate pass for the server’s',
    'own-authorities':
      'any certificate of the loaded authorities passes for the server’s; that is enough only if they sign for nobody else',
    'perhaps-off': 'the name check is turned off here, and whether certificates are verified at all is not known',
    'perhaps-server': 'the name check is turned off on a context that may serve a client',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl.SSLContext.check_hostname'],
      judge(store, verdict) {
        if (store.value.truth() === true) return verdict.pass(store, evidence.checked);
        if (store.value.truth() !== false) return undefined;
        const made = store.receiver()?.callTo(...contextMakers);
        if (made === undefined) return verdict.open(store, 'perhaps-server');
        // turned off so that verification can be: that is the worse half, and reported as such
        if (storesOf(made, 'verify_mode').some(isUnverified)) return undefined;
        // context.verify_mode = mode: who turns verification off turns this off first
        const isChosen = storesOf(made, 'verify_mode').some(
          (value) => value.constants() === undefined && !isRequired(value),
        );
        if (isChosen) return verdict.open(store, 'perhaps-off');
        if (hasOwnAuthorities(made)) return verdict.open(store, 'own-authorities');
        const side = sideOf(made);
        if (side === 'server') return verdict.pass(store, evidence.server);
        return side === 'client' || isClientMade(made)
          ? verdict.fail(store, 'off', { target: store.text }, inCode)
          : verdict.open(store, 'perhaps-server');
      },
      fixes: [{ ...checked, make: (store, edit) => edit.removeStatement(store) }],
    },
    {
      // urllib3.PoolManager(assert_hostname=False), http.client.HTTPSConnection(host, check_hostname=False)
      kind: 'call',
      to: ['concept:tls-verify-option', 'concept:tls-client-verified'],
      judge(call, verdict) {
        const switches = [call.argument('assert_hostname'), call.argument('check_hostname')];
        const off = switches.find((each) => each.constant() === false);
        if (off === undefined) return undefined;
        const option = call.operand();
        if (option.isGiven() && (isUnverified(option) || option.string() === 'CERT_NONE')) return undefined;
        if (call.argument('assert_fingerprint').truth() === true) return verdict.pass(off, evidence.pinned);
        return verdict.fail(off, 'off', { target: `${call.name}()` });
      },
      fixes: [
        {
          ...checked,
          make(call, edit) {
            const name = ['assert_hostname', 'check_hostname'].find((each) => edit.argument(call, each) !== undefined);
            return name === undefined
              ? edit.refuse('the option is passed in another way')
              : edit.removeArgument(call, name);
          },
        },
      ],
    },
  ],
});

export default quietInTests(rule);

/** Trusts authorities that were loaded by hand, and not those of the system. */
function hasOwnAuthorities(made: CallSite): boolean {
  const calls = made.uses().flatMap((use) => (use.kind === 'call' ? [use.method] : []));
  if (calls.includes('load_default_certs') || calls.includes('set_default_verify_paths')) return false;
  const isGiven = ['cafile', 'capath', 'cadata'].some((name) => made.argument(name).isGiven());
  return isGiven || (calls.includes('load_verify_locations') && !made.name.endsWith('create_default_context'));
}
