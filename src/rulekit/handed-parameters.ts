// Parameters that a library fills in: those of views, message handlers, tasks and commands, which it knows by their
// decorator, and those of methods that override one of its own. The models say which, and with what.

import type { LibrarySource } from '../models/index.ts';
import type { ModuleSemantics, ParameterFact, Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId } from '../python/syntax/index.ts';
import { matchNames, resolveNames } from './canonical-names.ts';
import type { Session } from './session.ts';

/** Annotations of values that frameworks convert, or refuse to: no text of anyone's choice is left in them. */
const converted = new Set(['builtins.int', 'builtins.float', 'builtins.bool', 'uuid.UUID', 'decimal.Decimal']);

/** Defaults by which a parameter asks for something that the project makes: `db = Depends(open_database)`. */
const injections = new Set([
  'fastapi.Depends',
  'fastapi.Security',
  'fastapi.params.Depends',
  'fastapi.params.Security',
  'litestar.di.Provide',
]);

export function handedSource(session: Session, fact: ParameterFact): LibrarySource | undefined {
  const { module, node } = fact.at;
  const { tree } = module;
  if (tree.kind(node) !== Kind.Parameter) return undefined;
  const definition = tree.parent(tree.parent(node));
  if (tree.kind(definition) !== Kind.FunctionDef) return undefined;
  if (fact.annotation !== undefined && converted.has(qualified(fact.annotation))) return undefined;
  const source =
    byDecorator(session, { module, node: definition }, fact.name) ??
    byOverriding(session, { module, node: definition }, fact.name);
  return source === undefined || isInjected(session, module, node) ? undefined : source;
}

const qualified = (name: string) => (name.includes('.') ? name : `builtins.${name}`);

// @app.route("/users/<name>")
// def show(name)
function byDecorator(session: Session, { module, node }: Place, parameter: string): LibrarySource | undefined {
  const { tree } = module;
  const head = ast.FunctionDef.head(tree, node);
  if (head === 0) return undefined;
  let source: LibrarySource | undefined;
  for (let each = ast.FunctionHead.decorators(tree, head); each !== 0; each = tree.next(each)) {
    const decorator = tree.kind(each) === Kind.Call ? ast.Call.callee(tree, each) : each;
    // @click.pass_context   puts an object of its own in front
    const isPassing = /^pass_/.test(lastNameOf(module, decorator));
    if (isPassing && isFirstParameter(module, node, parameter)) return undefined;
    source ??= sourceByNames(session, module, decorator, parameter);
  }
  return source;
}

function sourceByNames(
  session: Session,
  module: ModuleSemantics,
  decorator: NodeId,
  parameter: string,
): LibrarySource | undefined {
  const { names, complete } = resolveNames(session, module, decorator);
  // What may be another decorator proves nothing.
  if (!complete) return undefined;
  const sources = names.map((name) => session.library.handedSourceOf(name, parameter));
  return sources.every((each) => each !== undefined) ? sources[0] : undefined;
}

// class Server(asyncio.Protocol):
//     def data_received(self, data)
function byOverriding(session: Session, { module, node }: Place, parameter: string): LibrarySource | undefined {
  const { tree } = module;
  const owner = tree.parent(node);
  if (tree.kind(owner) !== Kind.ClassDef || ast.ClassDef.arguments(tree, owner) === 0) return undefined;
  const method = tree.names.text(ast.FunctionDef.name(tree, node));
  for (const ancestor of module.classOf(owner).ancestors.slice(1)) {
    const source = session.library.handedSourceOf(`${ancestor}.${method}`, parameter);
    if (source !== undefined) return source;
  }
  return undefined;
}

function isInjected(session: Session, module: ModuleSemantics, parameter: NodeId): boolean {
  const { tree } = module;
  const given = ast.Parameter.default(tree, parameter);
  if (given !== 0 && isInjection(session, module, given)) return true;
  // db: Annotated[Session, Depends(open_database)]
  const annotation = ast.Parameter.annotation(tree, parameter);
  if (annotation === 0 || tree.kind(annotation) !== Kind.Subscript) return false;
  const index = ast.Subscript.index(tree, annotation);
  if (tree.kind(index) !== Kind.Tuple) return false;
  return tree.list(ast.Tuple.elements(tree, index)).some((each) => isInjection(session, module, each));
}

function isInjection(session: Session, module: ModuleSemantics, expression: NodeId): boolean {
  if (module.tree.kind(expression) !== Kind.Call) return false;
  const callee = resolveNames(session, module, ast.Call.callee(module.tree, expression));
  return matchNames(session, callee, injections).matched.length > 0;
}

function isFirstParameter({ tree }: ModuleSemantics, definition: NodeId, name: string): boolean {
  const first = ast.Arguments.parameters(tree, ast.FunctionDef.parameters(tree, definition));
  return first !== 0 && tree.names.text(ast.Parameter.name(tree, first)) === name;
}

function lastNameOf({ tree }: ModuleSemantics, node: NodeId): string {
  if (tree.kind(node) === Kind.Name) return tree.names.text(ast.Name.name(tree, node));
  return tree.kind(node) === Kind.Attribute ? tree.names.text(ast.Attribute.name(tree, node)) : '';
}
