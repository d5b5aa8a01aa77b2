// What is known about an object besides what it says itself: as a WeakMap, but kept on the object, in a private field that
// copies (`{ ...fact }`) do not take over. A WeakMap with hundreds of thousands of keys costs the garbage collector more
// than all the running of code.

/** A constructor that gives back what it is given, so that a subclass puts its private fields on it. */
class Itself {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for
    return object;
  }
}

class Sides extends Itself {
  #slots: unknown[] = [];

  static of(object: object): unknown[] | undefined {
    return #slots in object ? (object as Sides).#slots : undefined;
  }

  static made(object: object): unknown[] {
    if (!(#slots in object)) new Sides(object);
    return (object as Sides).#slots;
  }
}

/** Legal for objects that are not frozen; an entry lives as long as its key. */
export class SideTable<K extends object, V> {
  static #count = 0;
  readonly #slot = SideTable.#count++;

  get(key: K): V | undefined {
    return Sides.of(key)?.[this.#slot] as V | undefined;
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  set(key: K, value: V): void {
    Sides.made(key)[this.#slot] = value;
  }
}
