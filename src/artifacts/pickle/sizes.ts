// What the values of a program come to when somebody prints, copies or compares them: containers that are shared cost once to
// load and as often as they occur to go through. Counted in numbers, never by going through them so.

import type { Draft } from '../artifact.ts';
import type { Facts } from './facts.ts';
import type { Program, Value } from './program.ts';

/** Values that a program may come to; a tree of ten containers of ten of ten … has 10 to the power of its levels. */
const MAX_EXPANDED = 1e9;
/** Containers in containers: CPython gives up at some thousands, where it goes through them by recursion. */
const MAX_NESTING = 50_000;
/** Bytes that a constant may say it has beyond those that there are: a download that broke off says less. */
const MAX_MISSING = 2 ** 40;
const MIN_MISSING = 64 * 1024;
/** Keys of a dictionary with the same hash. */
const MAX_COLLISIONS = 1000;
/** CPython's modulus of hashes of numbers, on 64-bit machines. */
const HASH_MODULUS = 2n ** 61n - 1n;

/** Calls `visit` with every value that is reached, each once, and tells what is too large. */
export function judgeSizes(program: Program, facts: Facts, draft: Draft, visit: (value: Value) => void): void {
  const walk = new Walk(facts, visit);
  for (const root of rootsOf(program)) walk.from(root);
  const span = { start: program.start, end: program.start + 1 };
  if (walk.largest > MAX_EXPANDED) {
    draft.concern('pickle:expands', 'dangerous', span, { count: inWords(walk.largest) });
  }
  if (walk.deepest > MAX_NESTING) {
    draft.concern('pickle:nests-deep', 'unknown', span, { depth: walk.deepest });
  }
  if (walk.collisions > MAX_COLLISIONS) {
    draft.concern('pickle:hashes-collide', 'dangerous', span, { count: walk.collisions });
  }
  for (const { kind, offset, text } of program.oddities) {
    const at = { start: offset, end: offset + 1 };
    if (kind === 'huge-memo-index') draft.concern('pickle:huge-memo-index', 'dangerous', at, { text });
    if (kind === 'length-too-long') draft.concern('pickle:length-too-long', 'unknown', at, { text });
  }
  judgeLength(program, draft);
  for (const value of walk.hugeNumbers) {
    draft.concern('pickle:huge-number', 'unknown', span, { size: value });
  }
  for (const { offset, text } of walk.allocations) {
    draft.concern('pickle:asks-for-memory', 'dangerous', { start: offset, end: offset + 1 }, { call: text });
  }
}

/** A constant that says that it goes on behind the end of the data; loaders may make room for it first. */
function judgeLength({ ending, why, end }: Program, draft: Draft): void {
  if (ending !== 'end-of-data' && ending !== 'bad-argument') return;
  const said = Number(/^(\d+) bytes are read|^a length of (\S+) bytes/.exec(why)?.slice(1).find(Boolean) ?? 0);
  if (said < MIN_MISSING) return;
  const weight = said > MAX_MISSING ? 'dangerous' : 'unknown';
  draft.concern('pickle:length-too-long', weight, { start: end, end: end + 1 }, { text: why });
}

/** Everything that the program leaves or hands to something. */
function* rootsOf({ events, result }: Program): Generator<Value> {
  if (result !== undefined) yield result;
  for (const event of events) {
    switch (event.kind) {
      case 'call':
        yield event.call;
        break;
      case 'build':
        yield event.state;
        break;
      case 'set-item':
        yield event.key;
        yield event.value;
        break;
      case 'append':
        yield* event.items;
        break;
      case 'add':
        yield event.item;
        break;
      case 'persistent':
        yield event.persistent;
        break;
    }
  }
}

/** How many values one comes to, 0 while that is counted, and how deep it is. */
interface Node {
  size: number;
  depth: number;
}

class Walk {
  largest = 0;
  deepest = 0;
  collisions = 0;
  readonly hugeNumbers: number[] = [];
  readonly allocations: { readonly offset: number; readonly text: string }[] = [];
  readonly #facts: Facts;
  readonly #visit: (value: Value) => void;
  readonly #nodes = new Map<Value, Node>();

  constructor(facts: Facts, visit: (value: Value) => void) {
    this.#facts = facts;
    this.#visit = visit;
  }

  /** A walk with a stack of its own: what has parts is met again when these are done. */
  from(root: Value): void {
    const waiting: Value[] = [];
    this.#enter(root, waiting);
    while (waiting.length > 0) {
      const value = waiting.at(-1) as Value;
      this.#facts.budget.spend();
      const parts = partsOf(value) ?? [];
      const node = this.#nodes.get(value);
      if (node === undefined) {
        this.#nodes.set(value, { size: 0, depth: 0 });
        this.#visit(value);
        for (const part of parts) this.#enter(part, waiting);
      } else {
        waiting.pop();
        if (node.size === 0) this.#close(value, parts, node);
      }
    }
  }

  /** Most values hold nothing, and are done with at once. */
  #enter(value: Value, waiting: Value[]): void {
    if (value.kind === 'int') {
      if (value.value === undefined && value.size > 65_536) this.hugeNumbers.push(value.size);
    } else if (partsOf(value) !== undefined && !this.#nodes.has(value)) {
      // A cycle ends where it closes.
      waiting.push(value);
    }
  }

  #close(value: Value, parts: readonly Value[], node: Node): void {
    let size = 1;
    let depth = 0;
    this.#facts.budget.spend(parts.length);
    for (const part of parts) {
      const known = partsOf(part) === undefined ? undefined : this.#nodes.get(part);
      size += known?.size || 1;
      if (known !== undefined && known.depth > depth) depth = known.depth;
    }
    // Objects decide themselves what they show of what they hold.
    const isObject = value.kind === 'call';
    node.size = isObject ? 1 : size;
    node.depth = isObject ? 0 : depth + 1;
    if (!isObject && size > this.largest) this.largest = size;
    if (!isObject && depth + 1 > this.deepest) this.deepest = depth + 1;
    if (value.kind === 'dict') this.#countCollisions(value.entries, 2);
    if (value.kind === 'set' || value.kind === 'frozenset') this.#countCollisions(value.items, 1);
    if (value.kind === 'call') this.#asksForMemory(value);
  }

  /** `step` 2: every second value is a key. */
  #countCollisions(keys: readonly Value[], step: 1 | 2): void {
    if (keys.length <= MAX_COLLISIONS * step) return;
    const countByHash = new Map<bigint, number>();
    const seen = new Set<bigint>();
    for (let at = 0; at < keys.length; at += step) {
      const key = keys[at] as Value;
      // Smaller numbers are their own hashes.
      if (key.kind !== 'int' || typeof key.value !== 'bigint' || seen.has(key.value)) continue;
      seen.add(key.value);
      const hash = key.value % HASH_MODULUS;
      const count = (countByHash.get(hash) ?? 0) + 1;
      countByHash.set(hash, count);
      if (count > this.collisions) this.collisions = count;
    }
  }

  /** `bytearray(10**12)`, and its like. */
  #asksForMemory(call: Extract<Value, { kind: 'call' }>): void {
    const name = this.#facts.nameOf(call.target)?.full ?? '';
    const [first] = call.args.kind === 'tuple' ? call.args.items : [];
    if (!allocators.has(name) || first?.kind !== 'int') return;
    if (first.value === undefined || first.value > 2 ** 28) {
      this.allocations.push({ offset: call.offset, text: `${name}(${first.value ?? 'a huge number'})` });
    }
  }
}

const allocators = new Set(['builtins.bytearray', 'builtins.bytes', 'numpy.empty', 'numpy.zeros', 'numpy.ones']);

/** What a value holds; undefined for those that hold nothing. */
function partsOf(value: Value): readonly Value[] | undefined {
  switch (value.kind) {
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return value.items;
    case 'dict':
      return value.entries;
    case 'call':
      return value.kwargs === undefined ? [value.args] : [value.args, value.kwargs];
    case 'persistent':
      return [value.id];
    case 'buffer':
      return value.of === undefined ? undefined : [value.of];
    default:
      return undefined;
  }
}

const inWords = (count: number) =>
  count > 1e15 ? `more than 10^${Math.floor(Math.log10(count))}` : count.toLocaleString('en');
