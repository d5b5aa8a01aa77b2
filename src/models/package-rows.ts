// The rows of one package, each kind in a map by name.

import type { CleanedUse } from './concepts.ts';
import type { HandedSource, LibraryConcept, LibrarySource } from './library.ts';
import type { Row } from './model.ts';

/** A source by the beginning of its key: `os.environ["HTTP_*"]`. */
interface KeyPattern {
  readonly prefix: string;
  readonly source: LibrarySource;
}

export class PackageRows {
  readonly twins = new Map<string, string>();
  /** module, without the trailing `.*` → replacement */
  readonly moduleTwins = new Map<string, string>();
  /** undefined: harmless */
  readonly sources = new Map<string, LibrarySource | undefined>();
  /** by name, then by parameter */
  readonly handed = new Map<string, Map<string, HandedSource>>();
  readonly keyPatterns = new Map<string, KeyPattern[]>();
  readonly concepts = new Map<string, LibraryConcept[]>();
  readonly cleaners = new Map<string, readonly CleanedUse[]>();
  readonly opaque = new Set<string>();
  readonly passing = new Set<string>();
  readonly holders = new Set<string>();
  readonly returns = new Map<string, string>();
  readonly items = new Map<string, string>();
  readonly classes = new Map<string, readonly string[]>();
  readonly signatures = new Map<string, string>();
  /** names that some row other than a twin speaks about */
  readonly known = new Set<string>();

  add(row: Row): void {
    if (row.kind !== 'twin') this.known.add(row.name);
    switch (row.kind) {
      case 'twin':
        if (row.name.endsWith('.*')) this.moduleTwins.set(row.name.slice(0, -2), row.of.replace(/\.\*$/, ''));
        else this.twins.set(row.name, row.of);
        break;
      case 'source':
        this.#addSource(row.name, { provenance: row.provenance, text: row.text });
        break;
      case 'handed': {
        const source = { provenance: row.provenance, text: row.text, className: row.className };
        const parameters = this.handed.get(row.name);
        if (parameters === undefined) this.handed.set(row.name, new Map([[row.parameter, source]]));
        else parameters.set(row.parameter, source);
        break;
      }
      case 'harmless':
        this.sources.set(row.name, undefined);
        break;
      case 'concept': {
        const { concept, parameter, position } = row;
        const concepts = this.concepts.get(row.name);
        if (concepts === undefined) this.concepts.set(row.name, [{ concept, parameter, position }]);
        else concepts.push({ concept, parameter, position });
        break;
      }
      case 'cleaner':
        this.cleaners.set(row.name, row.cleans);
        break;
      case 'opaque':
        this.opaque.add(row.name);
        break;
      case 'passes':
        this.passing.add(row.name);
        break;
      case 'holder':
        this.holders.add(row.name);
        break;
      case 'returns':
        this.returns.set(row.name, row.className);
        break;
      case 'items':
        this.items.set(row.name, row.className);
        break;
      case 'class':
        this.classes.set(row.name, row.bases);
        break;
      case 'signature':
        this.signatures.set(row.name, row.parameters);
        break;
    }
  }

  #addSource(name: string, source: LibrarySource): void {
    const pattern = /^(.*)\["([^"]*)\*"\]$/.exec(name);
    if (pattern === null) {
      this.sources.set(name, source);
      return;
    }
    const owner = pattern[1] as string;
    const patterns = this.keyPatterns.get(owner) ?? [];
    patterns.push({ prefix: pattern[2] as string, source });
    this.keyPatterns.set(owner, patterns);
  }
}
