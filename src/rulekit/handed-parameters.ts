// Parameters that a library fills in: those of views, message handlers, tasks and commands, which it knows by their
// decorator or because they were registered, those of methods that override one of its own, and those of functions that
// a platform calls by convention. The models say which, and with what.

import { conventions, type HandedSource, modulesOfOtherRequests } from '../models/index.ts';
import type { ModuleSemantics, ParameterFact, Place } from '../python/semantics/index.ts';
import { ast, Kind, type NodeId, ParameterRole } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import { nodesOfFunction } from './function-nodes.ts';
import { registrationsOf } from './registrations.ts';
import type { Session } from './session.ts';
import { importsOf } from './site-context.ts';
import { isConvertedByUrl } from './url-converters.ts';

/** Annotations of values that frameworks convert, or refuse to: no text of anyone's choice is left in them. */
const converted = new Set([
  ...['builtins.int', 'builtins.float', 'builtins.bool', 'uuid.UUID', 'decimal.Decimal'],
  ...['datetime.date', 'datetime.datetime', 'datetime.time', 'datetime.timedelta'],
]);

/** Whether objects of a class hold no text of anyone's choice. */
export const isConvertedType = (className: string): boolean => converted.has(className);

interface Parameter {
  readonly name: string;
  /** from 0, `self` and `cls` left out */
  readonly position: number;
}

/** What a library hands to a parameter of the project; undefined when none is known to. */
export function handedSource(session: Session, fact: ParameterFact): HandedSource | undefined {
  const { module, node } = fact.at;
  const { tree } = module;
  if (tree.kind(node) !== Kind.Parameter) return undefined;
  const definition = tree.parent(tree.parent(node));
  if (tree.kind(definition) !== Kind.FunctionDef) return undefined;
  const isConverted = converts(session, fact);
  if (!isConverted && isOwnObject(session, fact)) return undefined;
  const position = positionOf(module, definition, node);
  if (position < 0) return undefined;
  const parameter = { name: fact.name, position };
  const owner = { module, node: definition };
  const source =
    byDecorator(session, owner, parameter) ??
    byOverriding(session, owner, parameter) ??
    byRegistration(session, owner, parameter) ??
    (fact.annotation === undefined ? byConvention(session, owner, parameter) : undefined);
  if (source === undefined || isInjected(session, module, node)) return undefined;
  if (source.text === partOfAddress && !isVariadic(module, node) && isUsedAsObject(session, owner, fact.name))
    return undefined;
  return isConverted ? convertedSource : source;
}

/** What the models call what stands in the URL: a text. */
const partOfAddress = 'the URL';

/**
 * Whether something is asked of a parameter that texts do not have. Then the project calls the method itself, with
 * objects of its own.
 *
 *     class Login(View):
 *         def dispatch(self, request, helper): helper.next_step()
 */
function isUsedAsObject(session: Session, { module, node }: Place, name: string): boolean {
  const { tree } = module;
  return nodesOfFunction(session, module, node).some((each) => {
    if (tree.kind(each) !== Kind.Attribute) return false;
    const receiver = ast.Attribute.value(tree, each);
    if (tree.kind(receiver) !== Kind.Name || tree.names.text(ast.Name.name(tree, receiver)) !== name) return false;
    const member = tree.names.text(ast.Attribute.name(tree, each));
    return session.library.parametersOf(`builtins.str.${member}`) === undefined;
  });
}

function isVariadic({ tree }: ModuleSemantics, parameter: NodeId): boolean {
  const role = ast.Parameter.role(tree, parameter);
  return role === ParameterRole.variadic || role === ParameterRole.keywordVariadic;
}

/** What is left when a framework has made a number, or one of a few, of what came in. */
const convertedSource: HandedSource = { provenance: 'constant', text: 'a converted value', className: undefined };

/** Whether an annotation says that no text of anyone's choice can arrive, as it is converted. */
function converts({ project }: Session, { annotation, at: { module, node } }: ParameterFact): boolean {
  if (annotation === undefined) {
    // size: Literal["small", "large"]
    const { tree } = module;
    const written = ast.Parameter.annotation(tree, node);
    return (
      written !== 0 &&
      tree.kind(written) === Kind.Subscript &&
      lastNameOf(module, ast.Subscript.value(tree, written)) === 'Literal'
    );
  }
  if (converted.has(qualified(annotation))) return true;
  return project.classNamed(annotation)?.ancestors.includes('enum.Enum') ?? false;
}

/** `tasks: BackgroundTasks`, an object that the framework makes */
function isOwnObject({ library }: Session, { annotation }: ParameterFact): boolean {
  if (annotation === undefined) return false;
  const isStandard = library.exportsOf(annotation.slice(0, annotation.indexOf('.'))) !== undefined;
  return (
    annotation.includes('.') && !isStandard && library.isClass(annotation) && library.sourceOf(annotation) === undefined
  );
}

const qualified = (name: string) => (name.includes('.') ? name : `builtins.${name}`);

function parametersOf({ tree }: ModuleSemantics, definition: NodeId): readonly NodeId[] {
  return tree.list(ast.Arguments.parameters(tree, ast.FunctionDef.parameters(tree, definition)));
}

const nameOf = ({ tree }: ModuleSemantics, parameter: NodeId) => tree.names.text(ast.Parameter.name(tree, parameter));

/** -1 for `self` and `cls`. */
function positionOf(module: ModuleSemantics, definition: NodeId, parameter: NodeId): number {
  const all = parametersOf(module, definition);
  const first = all[0];
  const hasReceiver = first !== undefined && /^(self|cls)$/.test(nameOf(module, first));
  return all.indexOf(parameter) - (hasReceiver ? 1 : 0);
}

// @app.route("/users/<name>")
// def show(name)
function byDecorator(session: Session, { module, node }: Place, parameter: Parameter): HandedSource | undefined {
  const { tree } = module;
  const head = ast.FunctionDef.head(tree, node);
  if (head === 0) return undefined;
  let source: HandedSource | undefined;
  for (let each = ast.FunctionHead.decorators(tree, head); each !== 0; each = tree.next(each)) {
    const decorator = tree.kind(each) === Kind.Call ? ast.Call.callee(tree, each) : each;
    // @click.pass_context   puts an object of its own in front
    const isPassing = /^pass_/.test(lastNameOf(module, decorator));
    if (isPassing && parameter.position === 0) return undefined;
    const found = sourceByNames(session, module, decorator, parameter);
    if (found !== undefined && isConvertedByUrl({ module, node: each }, parameter.name)) return convertedSource;
    source ??= found;
  }
  return source !== undefined && isConvertedOption(module, head, parameter.name) ? convertedSource : source;
}

/** Types of options that are no text: numbers, and one of a few words. */
const optionTypes =
  /^(builtins\.(int|float|bool)|uuid\.UUID|(.*\.)?(INT|FLOAT|BOOL|UUID|IntRange|FloatRange|DateTime|Choice))$/;

// @click.option("--count", type=int)
function isConvertedOption(module: ModuleSemantics, head: NodeId, parameter: string): boolean {
  const { tree } = module;
  return tree.list(ast.FunctionHead.decorators(tree, head)).some((each) => {
    if (tree.kind(each) !== Kind.Call) return false;
    if (!/^(option|argument)$/.test(lastNameOf(module, ast.Call.callee(tree, each)))) return false;
    let isNamed = false;
    let isTyped = false;
    for (const argument of tree.list(ast.Call.arguments(tree, each))) {
      if (tree.kind(argument) !== Kind.Keyword) {
        const flag = module.valueOf(argument).facts[0];
        const name = flag?.kind === 'constant' && typeof flag.value === 'string' ? flag.value : '';
        isNamed ||= name.replace(/^-+/, '').replaceAll('-', '_') === parameter;
        continue;
      }
      const keyword = tree.names.text(ast.Keyword.name(tree, argument));
      const value = ast.Keyword.value(tree, argument);
      if (keyword === 'is_flag' || keyword === 'count') isTyped ||= module.valueOf(value).facts[0] !== undefined;
      if (keyword !== 'type') continue;
      const type = tree.kind(value) === Kind.Call ? ast.Call.callee(tree, value) : value;
      const { names, complete } = module.namesOf(type);
      isTyped ||= complete && names.length > 0 && names.every((name) => optionTypes.test(name));
    }
    return isNamed && isTyped;
  });
}

function sourceByNames(
  session: Session,
  module: ModuleSemantics,
  decorator: NodeId,
  { name, position }: Parameter,
): HandedSource | undefined {
  const ofGroup = namesOfGroup(session, module, decorator);
  const { names, complete } =
    ofGroup === undefined ? resolveNames(session, module, decorator) : { names: ofGroup, complete: true };
  // What may be another decorator proves nothing.
  if (!complete) return undefined;
  const sources = names.map((each) => session.library.handedSourceOf(each, name, position));
  return sources.every((each) => each !== undefined) ? sources[0] : undefined;
}

// @click.group()
// def tool(): …
// @tool.command()
function namesOfGroup(session: Session, module: ModuleSemantics, decorator: NodeId): readonly string[] | undefined {
  if (module.tree.kind(decorator) !== Kind.Attribute) return undefined;
  const group = module.valueOf(ast.Attribute.value(module.tree, decorator)).facts[0];
  const definition = group?.kind === 'reference' ? group.definition : undefined;
  if (definition === undefined || definition.module.tree.kind(definition.node) !== Kind.FunctionDef) return undefined;
  const { tree } = definition.module;
  const head = ast.FunctionDef.head(tree, definition.node);
  const classes = (head === 0 ? [] : tree.list(ast.FunctionHead.decorators(tree, head))).flatMap((each) => {
    const callee = tree.kind(each) === Kind.Call ? ast.Call.callee(tree, each) : each;
    return resolveNames(session, definition.module, callee).names.flatMap((name) => session.library.typeOf(name) ?? []);
  });
  const made = classes.filter((name) => session.library.isClass(name));
  return made.length === 0 ? undefined : made.map((name) => `${name}.${lastNameOf(module, decorator)}`);
}

// class Server(asyncio.Protocol):
//     def data_received(self, data)
function byOverriding(session: Session, { module, node }: Place, parameter: Parameter): HandedSource | undefined {
  const { tree } = module;
  const owner = tree.parent(node);
  if (tree.kind(owner) !== Kind.ClassDef || ast.ClassDef.arguments(tree, owner) === 0) return undefined;
  const method = tree.names.text(ast.FunctionDef.name(tree, node));
  for (const ancestor of module.classOf(owner).ancestors.slice(1)) {
    const source = session.library.handedSourceOf(`${ancestor}.${method}`, parameter.name, parameter.position);
    if (source !== undefined) return source;
  }
  return undefined;
}

// app.add_url_rule("/users/<name>", view_func=show)
function byRegistration(session: Session, owner: Place, { name, position }: Parameter): HandedSource | undefined {
  for (const { name: registrar, call } of registrationsOf(session, owner)) {
    const source = session.library.handedSourceOf(registrar, name, position);
    if (source !== undefined) return isConvertedByUrl(call, name) ? convertedSource : source;
  }
  return undefined;
}

// def lambda_handler(event, context)
function byConvention(session: Session, { module, node }: Place, parameter: Parameter): HandedSource | undefined {
  const { tree } = module;
  for (const { parameters, isWhole, isTopLevel, imports, gives } of conventions) {
    const source = Object.hasOwn(gives, parameter.name) ? gives[parameter.name] : undefined;
    if (source === undefined || parameters[parameter.position] !== parameter.name) continue;
    if (isTopLevel && tree.kind(tree.parent(node)) !== Kind.Module) continue;
    const others = parametersOf(module, node).map((each) => nameOf(module, each));
    const own = /^(self|cls)$/.test(others[0] ?? '') ? others.slice(1) : others;
    if (isWhole ? own.length !== parameters.length : own.length < parameters.length) continue;
    if (!parameters.every((each, at) => own[at] === each)) continue;
    if (imports.length > 0 && !isAtHome(session, module, imports)) continue;
    return source;
  }
  return undefined;
}

/** Whether a file imports one of the modules, and none that gives the same names another meaning. */
function isAtHome(session: Session, module: ModuleSemantics, wanted: readonly string[]): boolean {
  const imported = importsOf(session, module);
  const has = (name: string) => imported.some((each) => each === name || each.startsWith(`${name}.`));
  return wanted.some(has) && !modulesOfOtherRequests.some(has);
}

/** A default by which a parameter asks for something that the project makes: `db = Depends(open_database)`. */
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
  return callee.names.some((name) =>
    session.library.conceptsOf(name).some(({ concept }) => concept === 'dependency-inject'),
  );
}

function lastNameOf({ tree }: ModuleSemantics, node: NodeId): string {
  if (tree.kind(node) === Kind.Name) return tree.names.text(ast.Name.name(tree, node));
  return tree.kind(node) === Kind.Attribute ? tree.names.text(ast.Attribute.name(tree, node)) : '';
}
