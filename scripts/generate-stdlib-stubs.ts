// The declarations of typeshed's stub files, as plain data. Branches on versions and platforms are united: heed wants to
// know every name that some Python has.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LibraryParameter } from '../src/models/library.ts';

export type StubExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly value: StubExpression; readonly name: string }
  | { readonly kind: 'subscript'; readonly value: StubExpression; readonly items: readonly StubExpression[] }
  | { readonly kind: 'union'; readonly members: readonly StubExpression[] }
  | { readonly kind: 'list'; readonly items: readonly StubExpression[] }
  | { readonly kind: 'call'; readonly callee: StubExpression }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'other' };

export interface StubFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly isAsync: boolean;
  readonly decorators: readonly StubExpression[];
  /** `self` and `cls` included */
  readonly parameters: readonly LibraryParameter[];
  readonly returns: StubExpression | null;
}

export interface StubClass {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly StubExpression[];
  readonly body: readonly StubStatement[];
}

export interface StubVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly annotation: StubExpression | null;
  readonly value: StubExpression | null;
}

/** Names come as pairs: the name and what it is bound to after `as`. */
type ImportedName = readonly [name: string, as: string | null];

export type StubStatement =
  | StubFunction
  | StubClass
  | StubVariable
  | { readonly kind: 'import'; readonly names: readonly ImportedName[] }
  | {
      readonly kind: 'from';
      readonly module: string;
      /** number of leading dots */
      readonly level: number;
      readonly names: readonly ImportedName[];
    };

export interface StubModule {
  readonly name: string;
  readonly isPackage: boolean;
  readonly body: readonly StubStatement[];
}

/** Reads every stub below a directory, in the order of their paths. */
export function readStubs(directory: string): readonly StubModule[] {
  const script = fileURLToPath(new URL('./generate-stdlib-stubs.py', import.meta.url));
  return JSON.parse(execFileSync('python3', [script, directory], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}
