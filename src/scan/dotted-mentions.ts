// What a file says behind dots: `sys.path`, `self.wfile`. Where an object is reached under one name only, code that
// works on it has to say that name somewhere.

import { ast, Kind, type Tree } from '../python/syntax/index.ts';

export class DottedMentions {
  /** attribute names by the name before the dot */
  readonly #afterName = new Map<number, Set<number>>();
  readonly #attributes = new Set<number>();
  /** how often a name is read other than before a dot */
  readonly #bare = new Map<number, number>();

  constructor(tree: Tree) {
    const count = (id: number, by: number) => this.#bare.set(id, (this.#bare.get(id) ?? 0) + by);
    for (let node = 1; node < tree.nodeCount; node++) {
      const kind = tree.kind(node);
      if (kind === Kind.Name) {
        if (tree.context(node) === 0) count(ast.Name.name(tree, node), 1);
      } else if (kind === Kind.Attribute) {
        const name = ast.Attribute.name(tree, node);
        this.#attributes.add(name);
        const value = ast.Attribute.value(tree, node);
        if (tree.kind(value) !== Kind.Name) continue;
        const before = ast.Name.name(tree, value);
        count(before, -1);
        const known = this.#afterName.get(before);
        if (known === undefined) this.#afterName.set(before, new Set([name]));
        else known.add(name);
      }
    }
  }

  hasAttribute(name: number): boolean {
    return this.#attributes.has(name);
  }

  /** `before.name`, or `before` handed on as it is, so that `name` may be read from another name. */
  canRead(before: number, name: number): boolean {
    return (this.#bare.get(before) ?? 0) > 0 || this.#afterName.get(before)?.has(name) === true;
  }
}
