import { type CallSite, defineRule, isAtLeast, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { storesOf } from './context-use.ts';

const evidence = {
  floor: 'TLS 1.2 or newer is required',
  default: 'every Python that the project may run on starts contexts with TLS 1.2',
} as const;

/** Names of versions that are broken or withdrawn (RFC 6176, RFC 7568, RFC 8996), as the last part of a dotted name. */
const versions: readonly { readonly name: RegExp; readonly shown: string; readonly severity: 'high' | 'medium' }[] = [
  { name: /(^|_)SSLv2(_METHOD)?$/, shown: 'SSL 2', severity: 'high' },
  { name: /(^|_)SSLv3(_METHOD)?$/, shown: 'SSL 3', severity: 'high' },
  { name: /(^|_)TLSv1(_METHOD|_VERSION)?$/, shown: 'TLS 1.0', severity: 'medium' },
  { name: /(^|_)TLSv1_1(_METHOD|_VERSION)?$/, shown: 'TLS 1.1', severity: 'medium' },
];

/** Protocols that negotiate the newest version both sides have. */
const general = ['PROTOCOL_TLS', 'PROTOCOL_SSLv23', 'PROTOCOL_TLS_CLIENT', 'PROTOCOL_TLS_SERVER'].flatMap((name) => [
  `ssl.${name}`,
  `ssl._SSLMethod.${name}`,
]);

const rule = defineRule({
  id: 'ssl/old-protocol',
  code: 'SSL-06',
  title: 'SSL and the first versions of TLS no longer protect a connection',
  anchor: 'library/ssl.html#protocol-versions',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [326, 327, 757],
  aliases: ['B502', 'B503', 'S502', 'S503', 'py/insecure-protocol', 'py/insecure-default-protocol'],
  advice: 'Use PROTOCOL_TLS_CLIENT or PROTOCOL_TLS_SERVER and set minimum_version to TLSVersion.TLSv1_2.',
  question: 'Which versions of TLS does the OpenSSL that this runs with allow by default?',
  docs: {
    why: 'SSL 2 and 3 can be decrypted by an attacker on the way; TLS 1.0 and 1.1 rest on MD5 and SHA-1 and were withdrawn in 2021.',
    fails: 'import ssl\nssl.SSLContext(ssl.PROTOCOL_TLSv1)',
    passes: 'import ssl\ncontext = ssl.create_default_context()\ncontext.minimum_version = ssl.TLSVersion.TLSv1_2',
    evidence: Object.values(evidence),
    limits: 'What the installed OpenSSL still offers is not seen.',
  },
  messages: {
    fixed: 'this speaks {version}, which no longer protects a connection',
    floor: 'connections down to {version} are accepted',
    ceiling: 'nothing newer than {version} is spoken',
    default:
      'Python {version}, on which the project runs, leaves it to OpenSSL whether this context speaks TLS 1.0: set minimum_version',
    lowest: 'MINIMUM_SUPPORTED accepts whatever old version the installed OpenSSL still speaks',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:tls-context', 'concept:tls-context-unverified'],
      judge(call, verdict) {
        const protocol = call.argument('protocol', 0);
        const old = oldVersion(protocol);
        if (old !== undefined) {
          return verdict.fail(protocol, 'fixed', { version: old.shown }, { severity: old.severity });
        }
        return judgeDefault(call, verdict);
      },
    },
    { kind: 'call', to: ['concept:tls-context-default'], judge: judgeDefault },
    {
      kind: 'call',
      to: ['concept:tls-wrap-bare', 'concept:tls-verify-option', 'concept:tls-client', 'ssl.get_server_certificate'],
      judge(call, verdict) {
        const protocol = call.argument('ssl_version');
        const old = protocol.isGiven() ? oldVersion(protocol) : undefined;
        if (old === undefined) return undefined;
        return verdict.fail(protocol, 'fixed', { version: old.shown }, { severity: old.severity });
      },
    },
    {
      kind: 'store',
      to: ['ssl.SSLContext.minimum_version'],
      judge(store, verdict) {
        if (store.value.is('ssl.TLSVersion.MINIMUM_SUPPORTED')) return verdict.fail(store, 'lowest', {}, inCode);
        const old = oldVersion(store.value);
        if (old !== undefined) return verdict.fail(store, 'floor', { version: old.shown }, { severity: old.severity });
        const isNew = store.value.is(
          'ssl.TLSVersion.TLSv1_2',
          'ssl.TLSVersion.TLSv1_3',
          'ssl.TLSVersion.MAXIMUM_SUPPORTED',
        );
        return isNew ? verdict.pass(store, evidence.floor) : undefined;
      },
    },
    {
      kind: 'store',
      to: ['ssl.SSLContext.maximum_version'],
      judge(store, verdict) {
        const old = oldVersion(store.value);
        if (old === undefined) return undefined;
        return verdict.fail(store, 'ceiling', { version: old.shown }, { severity: old.severity });
      },
    },
  ],
});

export default quietInTests(rule);

/** What a context speaks when nobody sets a floor: since Python 3.10 at least TLS 1.2. */
function judgeDefault(call: CallSite, verdict: Judge<'fixed' | 'floor' | 'ceiling' | 'lowest' | 'default'>) {
  const protocol = call.argument('protocol', 0);
  const isGeneral = call.name !== 'ssl.SSLContext' || protocol.isAbsent() || protocol.is(...general);
  if (!isGeneral || storesOf(call, 'minimum_version').length > 0 || storesOf(call, 'options').length > 0)
    return undefined;
  if (isAtLeast(call.target, 3, 10)) return verdict.pass(call, evidence.default);
  // a project that says nothing is not known to care for old Pythons
  if (call.target.source === 'default') return undefined;
  return verdict.open(call, 'default', { version: call.target.minimum.join('.') }, { severity: 'low' });
}

/** Certainly one of the old versions, by whatever library names it. */
function oldVersion(value: ValueView) {
  const names = value.names();
  if (names.length === 0 || !value.is(...names)) return undefined;
  const each = names.map((name) =>
    versions.find((version) => version.name.test(name.slice(name.lastIndexOf('.') + 1))),
  );
  return each.includes(undefined) ? undefined : each[0];
}
