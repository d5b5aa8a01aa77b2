import {
  defineRule,
  type Fix,
  type FunctionView,
  fixState,
  type Judge,
  type Subject,
  type ValueView,
} from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { contextMakers } from './context-use.ts';

const evidence = {
  table: 'the context is one of those that the program keeps',
  checked: 'the name is checked before it becomes part of a path',
} as const;

/** CVE-2026-19445 */
const keptAlive: Fix = { since: [3, 15], backports: { '3.10': 22, '3.11': 17, '3.12': 15, '3.13': 16, '3.14': 8 } };

type MessageId = 'path' | 'freed' | 'perhaps-freed' | 'unknown';

const rule = defineRule({
  id: 'ssl/context-by-client-name',
  code: 'SSL-25',
  title: 'The name that a client asks for, before anything is proven, chooses a file or a context',
  anchor: 'library/ssl.html#ssl.SSLContext.sni_callback',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [22, 416],
  aliases: [],
  advice: 'Make the contexts at the start and look the name up in a dict of them.',
  question: 'What can this callback load or free when a client asks for a name of its own choice?',
  docs: {
    why: 'The name comes in the first message of the handshake and can be any text: as part of a path it leads to other files. Releases of Python before those of September 2026 also freed the context that was replaced while OpenSSL still used it, when nothing else kept it alive.',
    fails: `import ssl
def pick(connection, name, context):
    other = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    other.load_cert_chain("/etc/certs/" + name + ".pem")
    connection.context = other
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.sni_callback = pick`,
    passes: `import ssl
CONTEXTS = {"a.example": ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)}
def pick(connection, name, context):
    connection.context = CONTEXTS.get(name, context)
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.sni_callback = pick`,
    evidence: Object.values(evidence),
    limits: 'Only the callback itself is looked at, not what it calls.',
  },
  messages: {
    path: '{name}, which the client chooses, becomes part of the path in {call}',
    freed: 'the callback makes a context that nothing else keeps, and Python {release} ({source}) frees the one in use',
    'perhaps-freed':
      'the callback makes a context that nothing else keeps; Python {release}, on which the project may run, can free the one in use',
    unknown: 'what {callback} makes of the name that the client chooses is not known',
  },
  on: [
    {
      kind: 'store',
      to: ['ssl.SSLContext.sni_callback'],
      judge: (store, verdict) => judgeCallback(store.value, store, verdict),
    },
    {
      kind: 'call',
      to: ['ssl.SSLContext.set_servername_callback'],
      judge: (call, verdict) => judgeCallback(call.argument(undefined, 0), call, verdict),
    },
  ],
});

export default quietInTests(rule);

function judgeCallback(callback: ValueView, site: Subject & Parameters<typeof stateOf>[0], verdict: Judge<MessageId>) {
  if (callback.isNone() || callback.isAbsent()) return undefined;
  const definition = callback.projectFunction();
  if (definition === undefined) return verdict.open(site, 'unknown', { callback: callback.text }, { severity: 'low' });
  // callback(connection, name, context), or a method
  const name = definition.parameters.at(-2);
  const used = name === undefined ? undefined : pathOf(name, definition);
  if (used !== undefined && !used.isChecked) {
    return verdict.fail(site, 'path', { name: name ?? '', call: used.call }, { severity: 'medium' });
  }
  if (definition.calls(...contextMakers).length > 0) {
    const state = stateOf(site);
    if (state.kind === 'missing') return verdict.fail(site, 'freed', state, { severity: 'medium' });
    if (state.kind === 'unknown') return verdict.open(site, 'perhaps-freed', state, { severity: 'low' });
  }
  return verdict.pass(site, used === undefined ? evidence.table : evidence.checked);
}

function stateOf(site: { readonly target: Parameters<typeof fixState>[0] }) {
  return fixState(site.target, keptAlive);
}

/** The path that the name becomes part of in the callback. */
function pathOf(name: string, callback: FunctionView) {
  const calls = callback.calls(
    'concept:path-open',
    'concept:path-read',
    'ssl.SSLContext.load_cert_chain',
    'ssl.SSLContext.load_verify_locations',
  );
  for (const call of calls) {
    const paths = call.name.startsWith('ssl.') ? call.positional : [call.operand()];
    for (const path of [...paths, call.argument('certfile'), call.argument('cafile'), call.argument('keyfile')]) {
      const origin = path.origin();
      if (!path.isGiven() || origin.provenance !== 'parameter') continue;
      if (!origin.text.startsWith(`the parameter ${name}`)) continue;
      const parts = (path.textParts() ?? [path]).filter((part) => typeof part !== 'string');
      const isChecked =
        path.isCleanedFor('path-traversal') ||
        parts.every((part) =>
          (['membership', 'equality', 'full-match'] as const).some((kind) => part.guard(kind) !== undefined),
        );
      return { call: call.text, isChecked };
    }
  }
  return undefined;
}
