// A map from small numbers that is never changed: setting a key gives a new map that shares all but a few nodes with the
// old one. Two maps that came from one are compared and joined at the cost of what differs between them.

const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

/** Nodes hold nodes, those of the last level values. */
type Node = readonly unknown[];

const nothing: Node = Object.freeze([]);

export class NumberMap<V> {
  static #lastVersion = 0;
  static readonly #empty = new NumberMap<never>(nothing, 0);
  /** different for every map */
  readonly version = ++NumberMap.#lastVersion;
  readonly #root: Node;
  /** levels above the last one */
  readonly #height: number;

  private constructor(root: Node, height: number) {
    this.#root = root;
    this.#height = height;
  }

  static empty<V>(): NumberMap<V> {
    return NumberMap.#empty;
  }

  get isEmpty(): boolean {
    return this.#root === nothing;
  }

  get(key: number): V | undefined {
    let height = this.#height;
    if (key >>> (BITS * (height + 1)) !== 0) return undefined;
    let node = this.#root;
    for (; height > 0; height--) {
      const next = node[(key >>> (BITS * height)) & MASK] as Node | undefined;
      if (next === undefined) return undefined;
      node = next;
    }
    return node[key & MASK] as V | undefined;
  }

  /** `undefined` as a value takes the key away. */
  with(key: number, value: V | undefined): NumberMap<V> {
    let root = this.#root;
    let height = this.#height;
    while (key >>> (BITS * (height + 1)) !== 0) {
      root = root === nothing ? nothing : [root];
      height++;
    }
    return new NumberMap(setIn(root, height, key, value), height);
  }

  /** Both maps' entries; where they differ, `both` decides on what either has. */
  joined(other: NumberMap<V>, both: (mine: V | undefined, theirs: V | undefined) => V | undefined): NumberMap<V> {
    if (this.#root === other.#root) return this;
    const height = Math.max(this.#height, other.#height);
    const root = joinNodes(
      raised(this.#root, this.#height, height),
      raised(other.#root, other.#height, height),
      height,
      both,
    );
    return root === this.#root ? this : new NumberMap(root, height);
  }

  /** Entries that another map does not have, or has otherwise. */
  *differences(other: NumberMap<V>): Generator<readonly [key: number, mine: V | undefined, theirs: V | undefined]> {
    if (this.#root === other.#root) return;
    const height = Math.max(this.#height, other.#height);
    yield* differencesIn<V>(
      raised(this.#root, this.#height, height),
      raised(other.#root, other.#height, height),
      height,
      0,
    );
  }
}

function raised(root: Node, from: number, to: number): Node {
  let node = root;
  for (let height = from; height < to; height++) node = node === nothing ? nothing : [node];
  return node;
}

function setIn(node: Node, height: number, key: number, value: unknown): Node {
  const index = (key >>> (BITS * height)) & MASK;
  const copy = node.slice();
  copy[index] = height === 0 ? value : setIn((node[index] as Node | undefined) ?? nothing, height - 1, key, value);
  return copy;
}

function joinNodes<V>(
  one: Node,
  other: Node,
  height: number,
  both: (mine: V | undefined, theirs: V | undefined) => V | undefined,
): Node {
  if (one === other) return one;
  let joined: unknown[] | undefined;
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const mine = one[index];
    const theirs = other[index];
    if (mine === theirs) continue;
    const result =
      height === 0
        ? both(mine as V | undefined, theirs as V | undefined)
        : joinNodes((mine as Node | undefined) ?? nothing, (theirs as Node | undefined) ?? nothing, height - 1, both);
    if (result !== mine) (joined ??= one.slice())[index] = result;
  }
  return joined ?? one;
}

function* differencesIn<V>(
  one: Node,
  other: Node,
  height: number,
  prefix: number,
): Generator<readonly [number, V | undefined, V | undefined]> {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const mine = one[index];
    const theirs = other[index];
    if (mine === theirs) continue;
    const key = prefix * WIDTH + index;
    if (height === 0) yield [key, mine as V | undefined, theirs as V | undefined];
    else
      yield* differencesIn<V>(
        (mine as Node | undefined) ?? nothing,
        (theirs as Node | undefined) ?? nothing,
        height - 1,
        key,
      );
  }
}
