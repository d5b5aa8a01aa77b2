import { type CallSite, defineRule, type UseView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { contextMakers, isRequired, isServerMade, sideOf, storesOf } from './context-use.ts';

const chain = /\.VERIFY_CRL_CHECK_CHAIN$/;
const leaf = /\.VERIFY_CRL_CHECK_LEAF$/;

const evidence = {
  chain: 'the certificates of the whole chain are looked up in the revocation lists that are loaded',
} as const;

const rule = defineRule({
  id: 'ssl/revocation-unchecked',
  code: 'SSL-16',
  title: 'A certificate that was revoked is accepted until it expires',
  anchor: 'library/ssl.html#ssl.SSLContext.verify_flags',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [299],
  aliases: [],
  advice: 'Set verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN and load the current revocation lists.',
  question: 'How soon must a revoked certificate be refused here, and what makes sure of that?',
  docs: {
    why: 'The module looks at revocation lists only when verify_flags says so. Loading a list changes nothing by itself, and the owner of a stolen key keeps being let in.',
    fails:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.load_verify_locations("revoked.crl")\ncontext.check_hostname = True',
    passes:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.load_verify_locations("revoked.crl")\ncontext.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN',
    evidence: Object.values(evidence),
    limits: 'A list is recognised by the name of its file; whether it is kept up to date is not seen.',
  },
  messages: {
    unused: 'the revocation list {list} is loaded, and verify_flags never asks for it',
    leaf: 'only the last certificate is looked up: a revoked authority between is believed',
    'nothing-loaded': 'no revocation list is loaded here; without one every connection is refused',
    clients: 'clients prove themselves by certificate, and a revoked one is let in until it expires',
  },
  on: [
    {
      kind: 'call',
      to: ['ssl.SSLContext.load_verify_locations'],
      judge(call, verdict) {
        if (!isList(call)) return undefined;
        const list = call.argument('cafile', 0).string() ?? call.argument('capath', 1).text;
        const uses = call.receiverUses();
        const flags = uses.flatMap((use) => (use.kind === 'store' && use.attribute === 'verify_flags' ? [use] : []));
        const isAsked = flags.some(({ value }) => {
          const names = value.flags();
          return names === undefined || names.some(({ name, isNegated }) => !isNegated && /CRL_CHECK/.test(name));
        });
        // a context that others get to see may be told there
        return isAsked || uses.some(isOut) ? undefined : verdict.fail(call, 'unused', { list }, inCode);
      },
    },
    {
      kind: 'store',
      to: ['ssl.SSLContext.verify_flags'],
      judge(store, verdict) {
        const flags = store.value.flags() ?? [];
        const isSet = (name: RegExp) => flags.some((flag) => !flag.isNegated && name.test(flag.name));
        if (isSet(leaf) && !isSet(chain)) return verdict.open(store, 'leaf', {}, { severity: 'low' });
        if (!isSet(chain)) return undefined;
        const made = store.receiver()?.callTo(...contextMakers);
        const loads = made?.uses().some((use) => use.kind === 'call' && /^load_verify_locations$/.test(use.method));
        const isLoaded = loads || made?.argument('cafile').isGiven() || made?.argument('capath').isGiven();
        if (isLoaded) return verdict.pass(store, evidence.chain);
        return verdict.open(store, 'nothing-loaded', {}, { severity: 'low' });
      },
    },
    {
      kind: 'store',
      to: ['ssl.SSLContext.verify_mode'],
      judge(store, verdict) {
        if (!isRequired(store.value)) return undefined;
        const made = store.receiver()?.callTo(...contextMakers);
        if (made === undefined || !(isServerMade(made) || sideOf(made) === 'server')) return undefined;
        return storesOf(made, 'verify_flags').length > 0
          ? undefined
          : verdict.open(store, 'clients', {}, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);

function isList(call: CallSite): boolean {
  const file = call.argument('cafile', 0).string() ?? '';
  const folder = call.argument('capath', 1).string() ?? '';
  return /(\.crl|\bcrls?\b[^/]*)$/i.test(file) || /(^|[/_-])crls?\/?$/i.test(folder);
}

function isOut(use: UseView): boolean {
  return use.kind === 'escape' && use.how !== 'with';
}
