import { type CallSite, defineRule, type Fix, fixState, type Judge, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  named: 'the name to expect is given',
  refused: 'every Python that the project may run on refuses to go on without a name',
} as const;

/** CVE-2026-19553: an error since these; 3.12 and before only warn. */
const refusing: Fix = { since: [3, 15], backports: { '3.13': 16, '3.14': 8 } };

type MessageId = 'missing' | 'empty' | 'unknown';

const rule = defineRule({
  id: 'ssl/server-name-missing',
  code: 'SSL-19',
  title: 'Without a server name the certificate is verified but may belong to anyone',
  anchor: 'library/ssl.html#ssl.SSLContext.wrap_bio',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [297],
  aliases: [],
  advice: 'Pass server_hostname with the name of the host that is meant.',
  question: 'Which server is at the other end, and is its name given wherever this is called?',
  docs: {
    why: 'wrap_bio and the TLS upgrades of asyncio went on without a name to compare, even with check_hostname on, until the releases of September 2026.',
    fails: 'import ssl\ncontext = ssl.create_default_context()\ncontext.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())',
    passes:
      'import ssl\ncontext = ssl.create_default_context()\ncontext.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="example.org")',
    evidence: Object.values(evidence),
    limits:
      'The releases of September 2026 refuse such calls from Python 3.13 on, and only warn before; where no release is named, an older one is assumed. wrap_socket always refuses.',
  },
  messages: {
    missing: '{name}() is not told which name to expect: any valid certificate passes',
    empty: '{name}() is told to expect no name: any valid certificate passes',
    unknown: 'whether {name}() is told which name to expect is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['ssl.SSLContext.wrap_bio'],
      judge: (call, verdict) =>
        judgeName(call, call.argument('server_side', 2), call.argument('server_hostname', 3), verdict),
    },
    {
      kind: 'call',
      to: ['asyncio.AbstractEventLoop.start_tls'],
      judge: (call, verdict) =>
        judgeName(call, call.argument('server_side'), call.argument('server_hostname'), verdict),
    },
    {
      kind: 'call',
      to: ['asyncio.open_connection', 'asyncio.AbstractEventLoop.create_connection'],
      judge(call, verdict) {
        // the host is taken when the name is left out; only an empty name turns the check off
        const name = call.argument('server_hostname');
        return name.isGiven() && name.string() === '' ? verdict.fail(name, 'empty', { name: call.name }) : undefined;
      },
    },
  ],
});

export default quietInTests(rule);

function judgeName(call: CallSite, serverSide: ValueView, name: ValueView, verdict: Judge<MessageId>) {
  if (serverSide.truth() === true) return undefined;
  if (serverSide.isGiven() && serverSide.truth() === undefined) return undefined;
  // a context that checks no name is reported where it is made so
  if (call.receiverUses().some((use) => use.kind === 'store' && use.attribute === 'check_hostname')) return undefined;
  if (fixState(call.target, refusing).kind === 'fixed' && !name.isGiven()) return verdict.pass(call, evidence.refused);
  if (name.isAbsent() || name.isNone()) return verdict.fail(call, 'missing', { name: call.name }, inCode);
  if (name.string() === '') return verdict.fail(name, 'empty', { name: call.name });
  if (name.presence === 'unknown') return verdict.open(call, 'unknown', { name: call.name });
  return name.truth() === true ? verdict.pass(name, evidence.named) : undefined;
}
