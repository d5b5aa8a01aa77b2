// Combinations of bits, read from the expression: `ssl.OP_ALL | ssl.OP_NO_SSLv3`, `options & ~ssl.OP_NO_TLSv1`.

import type { Place } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import type { Session } from './session.ts';
import type { Flag } from './site.ts';

export function flagsOf(session: Session, place: Place, isNegated = false): readonly Flag[] | undefined {
  const { module, node } = place;
  const { tree } = module;
  if (tree.kind(node) === Kind.BinOp) {
    const operator = tree.operator(node);
    if (operator !== 'BitOr' && operator !== 'BitAnd') return undefined;
    const left = flagsOf(session, { module, node: ast.BinOp.left(tree, node) }, isNegated);
    const right = flagsOf(session, { module, node: ast.BinOp.right(tree, node) }, isNegated);
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (tree.kind(node) === Kind.UnaryOp && tree.operator(node) === 'Invert') {
    return flagsOf(session, { module, node: ast.UnaryOp.operand(tree, node) }, !isNegated);
  }
  const { names, complete } = resolveNames(session, module, node);
  return complete && names.length > 0 ? names.map((name) => ({ name, isNegated })) : undefined;
}
