// Which names a file looks out for, by name id: one table for all files, and on top of it the aliases of one file.

/** Why a name is of interest: bits. */
export const Interest = {
  call: 1,
  store: 2,
  reference: 4,
  base: 8,
  compare: 16,
  /** can reach attributes through text: `getattr`, `__dict__` … */
  dynamic: 32,
  /** another name of something of interest that stands behind a dot: `self.run`, after `self.run = os.system` */
  alias: 64,
  /** `setattr` */
  setter: 128,
  /** can reach modules through text: `import_module`, `__import__`, `sys.modules` */
  dynamicImport: 256,
  /** another name that stands alone, or behind the name of a module of the project: `run`, `compat.run` */
  nameAlias: 512,
  /** was handed over as an argument: what a call of it calls is up to who hands it over */
  handed: 1024,
} as const;

/** Every kind of other name. Which of them a place can have is told in `visibility.ts`. */
export const anyAlias = Interest.alias | Interest.nameAlias;

/** Bits by name id. */
export type Bits = ReadonlyMap<number, number>;

export class Interests {
  readonly #table: Uint16Array;
  readonly #aliases: Bits | undefined;

  constructor(table: Uint16Array, aliases?: Bits) {
    this.#table = table;
    this.#aliases = aliases;
  }

  of(id: number): number {
    return (this.#table[id] ?? 0) | (this.#aliases?.get(id) ?? 0);
  }

  /** These and the given ones; this very object when it has them all. */
  with(sources: readonly (Bits | undefined)[]): Interests {
    let wider: Map<number, number> | undefined;
    for (const source of sources) {
      for (const [id, bits] of source ?? []) {
        const known = (wider?.get(id) ?? 0) | this.of(id);
        if ((known | bits) === known) continue;
        wider ??= new Map(this.#aliases);
        wider.set(id, (wider.get(id) ?? 0) | bits);
      }
    }
    return wider === undefined ? this : new Interests(this.#table, wider);
  }

  /**
   * Calls back with one table that holds everything, for scans that ask for each node. The aliases are written into the
   * common table for the time of the call, which is shorter than copying it for every file.
   */
  scan<T>(use: (table: Uint16Array) => T): T {
    const table = this.#table;
    const before: [id: number, bits: number][] = [];
    for (const [id, bits] of this.#aliases ?? []) {
      if (id >= table.length) continue;
      before.push([id, table[id] as number]);
      table[id] = (table[id] as number) | bits;
    }
    try {
      return use(table);
    } finally {
      for (const [id, bits] of before) table[id] = bits;
    }
  }
}
