// Configurations of Keras models: JSON in `config.json` of a .keras file, in attributes of an HDF5 file, or by itself. They
// name what is imported and called when a model is built, at any depth, and may hold compiled code.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import { latin1 } from '../bytes.ts';
import { readJson } from '../documents/json.ts';
import { type DocumentNode, entryOf, nodesBelow, scalarOf } from '../documents/tree.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { gadgetOf } from '../pickle/gadgets.ts';
import type { ByteSource } from '../source.ts';

/** Bytes of a configuration that are read. */
const MAX_CONFIG = 16 * 1024 * 1024;
/** … and of one that is looked at to see whether it is any. */
const GLANCE = 64 * 1024;
const BRACE = 0x7b;

export const kerasConfig: Reader = {
  format: 'keras-config',
  sniff(source, name) {
    const start = source.read(0, 64);
    // white space, a mark or zeros; most files begin with something else
    const [first] = start;
    if (first === undefined || (first > 0x20 && first < 0x80 && first !== BRACE)) return undefined;
    if (!/^[\ufeff\s]*\{/.test(decode(start))) return undefined;
    // The name by which a .keras file's loader looks for it; keys may be written with escapes.
    const isConfig = /(^|\/)config\.json$/.test(name);
    const bytes = source.read(0, isConfig ? MAX_CONFIG : GLANCE);
    if (!isConfig && first === BRACE && start[1] !== 0 && !holds(bytes, '"class_name"')) return undefined;
    const text = decode(bytes);
    return /"class_name"\s*:/.test(text) || (isConfig && /\\u00[0-9a-f]{2}/i.test(text)) ? 'certain' : undefined;
  },
  read: (source, draft, inspection) => readConfig(source, draft, inspection),
};

function readConfig(source: ByteSource, draft: Draft, inspection: Inspection): void {
  const text = decode(source.read(0, MAX_CONFIG));
  inspection.budget.spend(text.length);
  const { documents, problem } = readJson(text);
  draft.claim(0, source.size);
  const [root] = documents;
  if (root === undefined || problem !== undefined || source.size > MAX_CONFIG) {
    const why = problem ?? `it has more than ${MAX_CONFIG} bytes`;
    draft.concern('keras:config-unreadable', 'unknown', { start: 0, end: source.size }, { why });
  }
  if (root === undefined) return;
  for (const node of nodesBelow(root)) {
    inspection.budget.spend();
    if (node.kind === 'map') judgeObject(node, text, draft);
    else if (node.kind === 'scalar' && isCompiledCode(node.text)) {
      draft.concern('keras:compiled-code', 'dangerous', placeOf(node, text), { what: node.text.slice(0, 40) });
    }
  }
}

const holds = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word, 0, 'latin1');

/** As `json.detect_encoding` tells it, by where zeros are. */
function decode(bytes: Uint8Array): string {
  const [one, two, three, four] = bytes;
  if ((one === 0xff && two === 0xfe) || (one !== 0 && two === 0)) {
    if (three === 0 && four === 0) return latin1(bytes).replaceAll('\0', '');
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if ((one === 0xfe && two === 0xff) || (one === 0 && two !== 0)) return new TextDecoder('utf-16be').decode(bytes);
  return one === 0 && two === 0 ? latin1(bytes).replaceAll('\0', '') : new TextDecoder().decode(bytes);
}

/** In bytes, of a text in UTF-8. */
function placeOf({ span }: DocumentNode, text: string): { start: number; end: number } {
  const encoder = new TextEncoder();
  const start = encoder.encode(text.slice(0, span.start)).length;
  return { start, end: start + encoder.encode(text.slice(span.start, Math.min(span.end, span.start + 200))).length };
}

/** An object that `deserialize_keras_object` builds. */
function judgeObject(node: DocumentNode, text: string, draft: Draft): void {
  const className = scalarOf(entryOf(node, 'class_name'));
  if (className === undefined) return;
  const config = entryOf(node, 'config');
  if (className === '__lambda__') {
    draft.concern('keras:lambda', 'dangerous', placeOf(node, text));
    return;
  }
  const module = moduleOf(node);
  // Functions are named by their configuration, types of TensorFlow by `spec_name`.
  const name =
    className === 'function'
      ? (scalarOf(config) ?? '')
      : className === '__typespec__'
        ? (scalarOf(entryOf(node, 'spec_name')) ?? '')
        : className;
  if (className.startsWith('__') && className !== '__typespec__') return;
  const registered = scalarOf(entryOf(node, 'registered_name'));
  if (module === undefined) {
    if (className === 'TorchModuleWrapper')
      draft.concern('keras:name-unknown', 'unknown', placeOf(node, text), { name });
    return;
  }
  const full = `${module}.${name}`;
  draft.lookUp(full);
  draft.line(() => full);
  const judged = judgeName(module, name);
  if (judged === 'known') return;
  if (judged !== 'unknown') {
    draft.concern('keras:name-dangerous', 'dangerous', placeOf(node, text), { name: full, does: judged });
  } else if (registered !== undefined && registered !== 'null' && registered !== '') {
    draft.concern('keras:object-of-program', 'unknown', placeOf(node, text), { name: full, registered });
  } else draft.concern('keras:name-unknown', 'unknown', placeOf(node, text), { name: full });
}

function moduleOf(node: DocumentNode): string | undefined {
  const module = entryOf(node, 'module');
  return module?.kind === 'scalar' && module.isQuoted && module.text !== '' ? module.text : undefined;
}

/** Parts of Keras that hold nothing but what models are made of. */
const modelling =
  /^(tensorflow\.|tf_)?keras(\.api|\.src)?(\.legacy)?(\.(layers|models|engine|optimizers|losses|metrics|initializers|regularizers|constraints|activations|dtype_policies|quantizers|mixed_precision|random|ops|operations|trainers|backend\.common\.variables|backend\.common\.keras_tensor)(\.[a-z_0-9]+)*)?$/;
/** What does more than compute, where models are looked for: NON_MODELING_APIS of Keras, and what followed them. */
const notModelling =
  /^(load_model|save_model|load_weights|save_weights|load_img|save_img|get_file|enable_unsafe_deserialization|clear_session|model_from_json|model_from_config|clone_model|deserialize|deserialize_keras_object|disable_interactive_logging|set_backend|TorchModuleWrapper|FlaxLayer|JaxLayer|TFSMLayer)$/;
const dangerousInKeras: ReadonlyMap<string, string> = new Map([
  ['get_file', 'fetches a file and may unpack it'],
  ['enable_unsafe_deserialization', 'switches off the refusal of code in models'],
  ['load_model', 'loads another model'],
  ['load_weights', 'reads another file'],
  ['save_model', 'writes a file'],
  ['save_img', 'writes a file'],
  ['load_img', 'reads another file'],
]);

/** `known`, `unknown`, or what it does that is dangerous. */
function judgeName(module: string, name: string): string {
  const path = name.split('.');
  if (/^(tensorflow\.|tf_)?keras(\.|$)/.test(module)) {
    const harm = dangerousInKeras.get(path.at(-1) ?? '');
    if (harm !== undefined) return harm;
    return modelling.test(module) && path.length === 1 && !notModelling.test(name) ? 'known' : 'unknown';
  }
  const gadget = gadgetOf(module, path);
  if (gadget !== undefined && !gadget.isOrdinary) return gadget.does;
  // Keras writes its own functions so: `relu` of `builtins`.
  return module === 'builtins' && path.length === 1 ? 'known' : 'unknown';
}

/** base64 of what `marshal.dumps` gives for a code object: its type with the flag of references, and small counts. */
function isCompiledCode(text: string): boolean {
  if (!/^(4w|Yw)[A-Za-z0-9+/]{30}/.test(text)) return false;
  return /^[\xe3c][\0-\x3f]\0\0\0/.test(atob(text.slice(0, 8)));
}
