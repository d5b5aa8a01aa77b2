// The calls among a list of nodes: all of them, or those to the names that a rule asks for.

import type { ModuleSemantics } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { matchNames, namesListed, resolveNames } from './canonical-names.ts';
import type { Session } from './session.ts';
import type { CallSite } from './site.ts';

export function selectCalls(
  session: Session,
  module: ModuleSemantics,
  nodes: readonly NodeId[],
  names: readonly string[],
): readonly CallSite[] {
  const { tree } = module;
  const wanted = new Set(namesListed(session.library, names));
  const concepts = names.filter((name) => name.startsWith('concept:')).map((name) => name.slice('concept:'.length));
  const calls: CallSite[] = [];
  for (const node of nodes) {
    if (tree.kind(node) !== Kind.Call) continue;
    const place = { module, node };
    if (names.length === 0) {
      calls.push(session.views.call(place));
      continue;
    }
    const callee = resolveNames(session, module, ast.Call.callee(tree, node));
    const { matched, isUncertain } = matchNames(session, callee, wanted);
    const name = matched[0];
    if (name !== undefined) {
      calls.push(session.views.call(place, { name, names: callee.names, concepts, isUncertain, arguments: undefined }));
    }
  }
  return calls;
}
