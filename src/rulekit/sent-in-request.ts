// Whether a value leaves in a request that this code makes: in the query, the headers or the body of a call that asks a
// service for something. Who sends a value does not choose how it is made; the service does. Looked for by the text:
// through variables of one function, keys of dicts, and functions of the same file that give the value back.

import type { Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { matchNames, namesListed, resolveNames } from './canonical-names.ts';
import { nodesOfFunction } from './function-nodes.ts';
import { parameterNames } from './result-names.ts';
import type { Session } from './session.ts';

/** Keywords under which clients of many kinds take the parts of a request. */
const requestParts = new Set('params query headers data json cookies form fields payload body http_headers'.split(' '));
/** Words in names of functions of a project that make requests, or put them together. */
const requestWords = /(^|_)(requests?|download|fetch|get|post|put|api|call|query|webpage|urlopen)(_|$)/i;

/** Variables and functions that are followed. */
const mostSteps = 40;

interface Search {
  readonly session: Session;
  readonly seen: Set<NodeId>;
}

export function isSentInRequest(session: Session, { module, node }: Place): boolean {
  return leads({ session, seen: new Set() }, { module, node });
}

function leads(search: Search, { module, node }: Place): boolean {
  const { tree } = module;
  if (search.seen.has(node) || search.seen.size >= mostSteps) return false;
  search.seen.add(node);
  let child = node;
  for (let outer = tree.parent(child); outer !== 0; child = outer, outer = tree.parent(outer)) {
    switch (tree.kind(outer)) {
      case Kind.Keyword: {
        const name = tree.names.text(ast.Keyword.name(tree, outer));
        if (requestParts.has(name) && isRequest(search.session, { module, node: tree.parent(outer) })) return true;
        break;
      }
      case Kind.Call:
        // query.update(sign=…), fields.append(("sign", …))
        if (tree.kind(tree.parent(outer)) === Kind.Expr) return containerLeads(search, module, outer);
        // update_url_query(url, fields), whose parameters are called url and query
        if (
          parameterNames(search.session, { module, node }, outer, child).some((name) => requestParts.has(name)) &&
          isRequest(search.session, { module, node: outer })
        ) {
          return true;
        }
        break;
      case Kind.Assign:
        return tree
          .list(ast.Assign.targets(tree, outer))
          .some((target) => target !== child && targetLeads(search, { module, node: target }));
      case Kind.AnnAssign:
        return targetLeads(search, { module, node: ast.AnnAssign.target(tree, outer) });
      case Kind.AugAssign:
        return targetLeads(search, { module, node: ast.AugAssign.target(tree, outer) });
      case Kind.Return:
        return callersLead(search, { module, node: module.functionOf(outer) });
      case Kind.FunctionDef:
      case Kind.ClassDef:
      case Kind.Lambda:
      case Kind.If:
      case Kind.While:
      case Kind.For:
      case Kind.Compare:
        return false;
    }
  }
  return false;
}

/** `token = …` and `params["sign"] = …`: what is then read from the variable. */
function targetLeads(search: Search, { module, node }: Place): boolean {
  const { tree } = module;
  let target = node;
  while (tree.kind(target) === Kind.Subscript) target = ast.Subscript.value(tree, target);
  return tree.kind(target) === Kind.Name && mentionsLead(search, { module, node: target });
}

function containerLeads(search: Search, module: Place['module'], call: NodeId): boolean {
  const { tree } = module;
  const callee = ast.Call.callee(tree, call);
  return (
    tree.kind(callee) === Kind.Attribute && targetLeads(search, { module, node: ast.Attribute.value(tree, callee) })
  );
}

function mentionsLead(search: Search, { module, node }: Place): boolean {
  const { tree } = module;
  const name = ast.Name.name(tree, node);
  return nodesOfFunction(search.session, module, module.functionOf(node)).some(
    (each) =>
      tree.kind(each) === Kind.Name &&
      ast.Name.name(tree, each) === name &&
      tree.start(each) > tree.start(node) &&
      leads(search, { module, node: each }),
  );
}

/** `query=self._sign(query)`: calls of the function in its own file, `self.` before it or nothing. */
function callersLead(search: Search, { module, node }: Place): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.FunctionDef) return false;
  const name = ast.FunctionDef.name(tree, node);
  for (let call = 1; call < tree.nodeCount; call++) {
    if (tree.kind(call) !== Kind.Call || ast.Call.calleeName(tree, call) !== name) continue;
    const callee = ast.Call.callee(tree, call);
    const receiver = tree.kind(callee) === Kind.Attribute ? ast.Attribute.value(tree, callee) : 0;
    if (receiver !== 0 && !/^(self|cls)$/.test(tree.text(receiver))) continue;
    if (leads(search, { module, node: call })) return true;
  }
  return false;
}

function isRequest(session: Session, { module, node }: Place): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return false;
  const callee = resolveNames(session, module, ast.Call.callee(tree, node));
  if (matchNames(session, callee, new Set(namesListed(session.library, ['concept:http-request']))).matched.length > 0) {
    return true;
  }
  const isLibrary = callee.complete && callee.names.every((name) => session.library.parametersOf(name) !== undefined);
  return !isLibrary && requestWords.test(tree.names.text(ast.Call.calleeName(tree, node)));
}
