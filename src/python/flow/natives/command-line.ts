// Command lines that argparse reads: what was said of an argument when it was added decides what it can be when it is
// read.

import {
  computed,
  constant,
  type Fact,
  type InstanceFact,
  only,
  singleConstant,
  stringOf,
  type Value,
} from '../../semantics/index.ts';
import { allArguments, callValue, noArguments } from '../calls.ts';
import { joinAll } from '../join.ts';
import { allocate, current, identityOf, storeAttribute } from '../values.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { single } from './text-type.ts';

/** Where a parser keeps what was said of an argument; names in brackets are no attributes. */
const keyOf = (name: string) => `(argument) ${name}`;

/** Groups within groups that a parser is looked for behind. */
const MAX_GROUPS = 4;

/** `parser.add_argument("--level", type=int)`, also of a group of the parser */
const addArgument: Native = (call) => {
  const { given, frame, node, state } = call;
  const name = destinationOf(given.positional, given.named.get('dest'));
  if (name === undefined) return undefined;
  const at = frame.place(node);
  const entries = [...given.named].map(([key, value]) => ({ key: constant(key, at), value }));
  const said = only({ kind: 'mapping', entries, complete: given.restNamed === undefined, at });
  let holder = call.receiver;
  for (let step = 0; step < MAX_GROUPS && holder !== undefined; step++) {
    storeAttribute(state, holder, keyOf(name), said);
    const fact = single(holder);
    holder = fact?.kind === 'instance' && fact.className !== 'argparse.ArgumentParser' ? fact.from?.[0] : undefined;
  }
  return undefined;
};

/** The attribute that an argument is read as: `--dry-run` is `dry_run`. */
function destinationOf(flags: readonly Value[], dest: Value | undefined): string | undefined {
  if (dest !== undefined) return stringOf(dest);
  const names = flags.map((flag) => stringOf(flag)).filter((flag) => flag !== undefined);
  const name = names.find((each) => each.startsWith('--')) ?? names[0];
  return name?.replace(/^-+/, '').replaceAll('-', '_');
}

/** `parser.parse_args()`: an object whose attributes are what the arguments can be */
const parseArguments: Native = (call) => {
  const { frame, node, state, receiver } = call;
  const parser = receiver === undefined ? undefined : single(receiver);
  const identity = parser === undefined ? undefined : identityOf(parser);
  const added = identity === undefined ? undefined : state.cell(identity)?.attributes;
  if (added === undefined || receiver === undefined) return undefined;
  const at = frame.place(node);
  // Without a call that made it, as it may have attributes of other parsers too.
  const made: InstanceFact = {
    kind: 'instance',
    className: 'argparse.Namespace',
    by: 'argparse.ArgumentParser.parse_args()',
    from: [receiver, ...allArguments(call.given)],
    at,
  };
  const attributes = new Map<string, Value>();
  const prefix = keyOf('');
  for (const [key, said] of added) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    const raw = computed(`argparse.Namespace.${name}`, [only(made)], at);
    attributes.set(name, argumentValue(call, raw, said) ?? raw);
  }
  return allocate(frame, state, node, made, attributes);
};

/** Undefined where it can be any text. */
function argumentValue(call: NativeCall, raw: Value, said: Value): Value | undefined {
  const { frame, node, state } = call;
  const at = frame.place(node);
  const options = new Map<string, Value>();
  for (const fact of said.facts) {
    if (fact.kind !== 'mapping' || !fact.complete || said.facts.length > 1) return undefined;
    for (const { key, value } of fact.entries) options.set(stringOf(key) ?? '', value);
  }
  const action = options.get('action');
  const kind = action === undefined ? 'store' : stringOf(action);
  if (kind === 'store_true' || kind === 'store_false') return joinAll([constant(true, at), constant(false, at)]);
  if (kind === 'count') return computed('builtins.int()', [raw], at);
  if (kind !== 'store' && kind !== 'append' && kind !== 'extend') return undefined;
  const converted = chosen(options.get('choices')) ?? convertedBy(call, options.get('type'), raw);
  if (converted === undefined) return undefined;
  const nargs = options.get('nargs');
  const isList = kind !== 'store' || (nargs !== undefined && singleConstant(nargs)?.value !== '?');
  const value = isList
    ? allocate(frame, state, node, { kind: 'sequence', type: 'list', items: [], complete: false, rest: converted, at })
    : converted;
  const fallback = options.get('default');
  return fallback === undefined ? value : joinAll([value, current(fallback, state)]);
}

/** One of the constants that may be given. */
function chosen(choices: Value | undefined): Value | undefined {
  const fact = choices === undefined ? undefined : single(choices);
  if (fact?.kind !== 'sequence' || !fact.complete || fact.items.length === 0) return undefined;
  return fact.items.every((item) => singleConstant(item) !== undefined) ? joinAll(fact.items) : undefined;
}

/** `type=int`, or a function of the project */
function convertedBy(call: NativeCall, type: Value | undefined, raw: Value): Value | undefined {
  const fact: Fact | undefined = type === undefined ? undefined : single(type);
  if (type === undefined || fact?.kind !== 'reference' || fact.name === 'builtins.str') return undefined;
  return callValue(call.frame, call.state, type, { ...noArguments, positional: [raw] }, call.node);
}

const containers = ['_ActionsContainer', 'ArgumentParser', '_ArgumentGroup', '_MutuallyExclusiveGroup'];

export const commandLineNatives: NativeTable = {
  ...Object.fromEntries(containers.map((name) => [`argparse.${name}.add_argument`, addArgument])),
  'argparse.ArgumentParser.parse_args': parseArguments,
};
