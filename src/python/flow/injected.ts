// Parameters that a framework fills in with what functions of the project give: `page: dict = Depends(paging)`. The
// function is run as the framework calls it: with parameters of which nothing is known but what they are called.

import { argumentsOf, type Module, only, parametersOf, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { callValue, noArguments } from './calls.ts';
import { elementsOf } from './comprehensions.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';

/** What a framework fills a parameter in with; undefined when it is filled in otherwise. */
export function injectedValue(frame: Frame, parameter: NodeId, state: State): Value | undefined {
  const { module } = frame;
  const call = injectionOf(module, parameter);
  if (call === 0) return undefined;
  const { positional, named } = argumentsOf(module.tree, call);
  const function_ = positional[0] ?? named.get('dependency');
  if (function_ === undefined) return undefined;
  const callee = module.valueOf(function_);
  const fact = callee.complete && callee.facts.length === 1 ? callee.facts[0] : undefined;
  const definition = fact?.kind === 'reference' ? fact.definition : undefined;
  if (definition === undefined) return undefined;
  const owner = frame.engine.moduleOf(definition);
  const isFunction = owner.tree.kind(definition.node) === Kind.FunctionDef;
  const given = callValue(
    frame,
    state,
    callee,
    { ...noArguments, named: isFunction ? symbolicArguments(owner, definition.node) : new Map() },
    call,
  );
  if (!isFunction || owner.exitsOf(definition.node).yields.length === 0) return given;
  // def database(): session = open(); yield session; session.close()
  const { items, rest } = elementsOf(frame, call, given, state);
  return items[0] ?? rest ?? joinAll([given]);
}

function symbolicArguments(owner: Module, definition: NodeId): ReadonlyMap<string, Value> {
  const { tree } = owner;
  const named = new Map<string, Value>();
  for (const each of parametersOf(tree, definition)) {
    const own = owner.valueOf(each).facts.filter((fact) => fact.kind === 'parameter');
    if (own[0] !== undefined) named.set(tree.names.text(ast.Parameter.name(tree, each)), only(own[0]));
  }
  return named;
}

/** The call that asks for it: the default, or a part of the annotation. */
function injectionOf(module: Module, parameter: NodeId): NodeId {
  const { tree } = module;
  const fallback = ast.Parameter.default(tree, parameter);
  if (isInjection(module, fallback)) return fallback;
  // db: Annotated[Session, Depends(open_database)]
  const annotation = ast.Parameter.annotation(tree, parameter);
  if (annotation === 0 || tree.kind(annotation) !== Kind.Subscript) return 0;
  const index = ast.Subscript.index(tree, annotation);
  if (tree.kind(index) !== Kind.Tuple) return 0;
  return tree.list(ast.Tuple.elements(tree, index)).find((each) => isInjection(module, each)) ?? 0;
}

function isInjection(module: Module, node: NodeId): boolean {
  if (node === 0 || module.tree.kind(node) !== Kind.Call) return false;
  const { library } = module.session;
  return module
    .namesOf(ast.Call.callee(module.tree, node))
    .names.some((name) =>
      library.conceptsOf(library.canonicalName(name)).some(({ concept }) => concept === 'dependency-inject'),
    );
}
