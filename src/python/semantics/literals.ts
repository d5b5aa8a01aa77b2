// Literals of the source as values.

import { constantValue, type NodeId, type Tree } from '../syntax/index.ts';
import type { Literal } from './value.ts';

/** The value of a Constant node; undefined for imaginary numbers and for what cannot be decoded. */
export function literalOf(tree: Tree, node: NodeId): Literal | undefined {
  const value = constantValue(tree, node);
  return typeof value === 'object' && value !== null && 'imaginary' in value ? undefined : value;
}
