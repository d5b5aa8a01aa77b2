// heed's side of the comparison: a tree as the canonical text that `cpython.py` describes. The table says, for each kind
// of CPython's `ast`, what its fields are called there and where the tree keeps them; kinds that only heed has (Python 2,
// damaged statements) are written by their own names, so that they never match.

import { createHash } from 'node:crypto';
import {
  ast, ConstantType, type ConstantValue, constantValue, fieldsByKind, Kind, type KindName, kindNames, layout, type NodeId, ParameterRole, partText,type Tree, 
} from '../../src/python/syntax/index.ts'; // biome-ignore format: one block

/** One field of an `ast` node: what the header says of it, and the children it adds. */
interface Field {
  header?(tree: Tree, node: NodeId): string;
  children?(tree: Tree, node: NodeId): readonly NodeId[];
}

interface Shape {
  /** The name in `ast`, without and with heed's mark. */
  readonly names: readonly [string, string];
  readonly located: boolean;
  readonly fields: readonly Field[];
}

type Reader = (tree: Tree, node: NodeId) => number;

/** Stands in a list of children for one that is missing. */
const gap = 0;
/** Stands for the `arguments` of a function that has none. */
const noArguments = -1;

export function canonicalText(tree: Tree): string {
  const lines: string[] = [];
  const stack: NodeId[] = [tree.root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === gap) lines.push('gap');
    else if (node === noArguments) lines.push(emptyArguments);
    else lines.push(writeNode(tree, node, stack));
  }
  return lines.join('\n');
}

export function canonicalDigest(tree: Tree): string {
  return createHash('sha1').update(canonicalText(tree)).digest('hex');
}

function writeNode(tree: Tree, node: NodeId, stack: NodeId[]): string {
  const shape = shapeByKind[tree.kind(node)] as Shape;
  let line = shape.names[tree.isMarked(node) ? 1 : 0];
  if (shape.located) line += ` ${place(tree, tree.start(node))}-${place(tree, tree.end(node))}`;
  for (const field of shape.fields) if (field.header !== undefined) line += ` ${field.header(tree, node)}`;
  for (let index = shape.fields.length - 1; index >= 0; index--) {
    const children = shape.fields[index]?.children?.(tree, node) ?? [];
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at] as NodeId);
  }
  return line;
}

function place(tree: Tree, offset: number): string {
  const line = tree.lines.lineOf(offset);
  return `${line}:${offset - tree.lines.startOf(line)}`;
}

// ---- fields

const one = (read: Reader): Field => ({ children: (tree, node) => [read(tree, node)] });

const maybe = (name: string, read: Reader): Field => ({
  header: (tree, node) => `${name}=${read(tree, node) === 0 ? 0 : 1}`,
  children: (tree, node) => (read(tree, node) === 0 ? [] : [read(tree, node)]),
});

const many = (name: string, list: (tree: Tree, node: NodeId) => readonly NodeId[]): Field => ({
  header: (tree, node) => `${name}=${list(tree, node).length}`,
  children: list,
});

const members =
  (read: Reader) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    tree.list(read(tree, node));

const list = (name: string, read: Reader): Field => many(name, members(read));

const text = (name: string, read: Reader): Field => ({
  header: (tree, node) => `${name}=${quoted(tree.names.text(read(tree, node)))}`,
});

const textOrNone = (name: string, read: Reader): Field => ({
  header: (tree, node) => `${name}=${read(tree, node) === 0 ? '-' : quoted(tree.names.text(read(tree, node)))}`,
});

const texts = (name: string, first: Reader, read: Reader): Field => ({
  header: (tree, node) =>
    `${name}=${tree
      .list(first(tree, node))
      .map((member) => quoted(tree.names.text(read(tree, member))))
      .join(',')}`,
});

const number = (name: string, read: Reader): Field => ({ header: (tree, node) => `${name}=${read(tree, node)}` });

const mark = (name: string): Field => ({ header: (tree, node) => `${name}=${tree.isMarked(node) ? 1 : 0}` });

const operator: Field = { header: (tree, node) => `op=${tree.operator(node)}` };

const contextNames = ['Load', 'Store', 'Del'];
const context: Field = { header: (tree, node) => `ctx=${contextNames[tree.context(node)]}` };

/** Members of one list that `ast` keeps in two: the Keywords of a call or class, and the rest. */
const ordinary =
  (read: Reader) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    tree.list(read(tree, node)).filter((member) => tree.kind(member) !== Kind.Keyword);
const keywords =
  (read: Reader) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    tree.list(read(tree, node)).filter((member) => tree.kind(member) === Kind.Keyword);

/** One field of each part in a list: the keys of a Dict's entries. */
const through =
  (first: Reader, read: Reader) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    tree.list(first(tree, node)).map((member) => read(tree, member));

/** A list that hangs on a part node which may be absent: the decorators of a function's head. */
const behind =
  (part: Reader, read: Reader) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    part(tree, node) === 0 ? [] : tree.list(read(tree, part(tree, node)));

const returns: Reader = (tree, node) => {
  const head = ast.FunctionDef.head(tree, node);
  return head === 0 ? 0 : ast.FunctionHead.returns(tree, head);
};

const parameters = (read: Reader): Field => ({
  children: (tree, node) => [read(tree, node) === 0 ? noArguments : read(tree, node)],
});

const inRole =
  (role: number) =>
  (tree: Tree, node: NodeId): readonly NodeId[] =>
    tree.list(ast.Arguments.parameters(tree, node)).filter((each) => ast.Parameter.role(tree, each) === role);

const onlyInRole = (name: string, role: number): Field => maybe(name, (tree, node) => inRole(role)(tree, node)[0] ?? 0);

const keywordDefaults = (tree: Tree, node: NodeId): readonly NodeId[] =>
  inRole(ParameterRole.keywordOnly)(tree, node).map((each) => ast.Parameter.default(tree, each));

const defaults = (tree: Tree, node: NodeId): readonly NodeId[] =>
  [...inRole(ParameterRole.positionalOnly)(tree, node), ...inRole(ParameterRole.ordinary)(tree, node)]
    .map((each) => ast.Parameter.default(tree, each))
    .filter((value) => value !== 0);

// ---- the table

type Row = readonly Field[] | { readonly name: string; readonly marked?: string; readonly fields: readonly Field[] };

const unlocated = new Set<KindName>(['Module', 'Arguments', 'Comprehension', 'WithItem', 'MatchCase']);

const rows: Partial<Record<KindName, Row>> = {
  Module: [list('body', ast.Module.body)],
  FunctionDef: {
    name: 'FunctionDef',
    marked: 'AsyncFunctionDef',
    fields: [
      text('name', ast.FunctionDef.name),
      parameters(ast.FunctionDef.parameters),
      list('body', ast.FunctionDef.body),
      many('decorator_list', behind(ast.FunctionDef.head, ast.FunctionHead.decorators)),
      maybe('returns', returns),
      many('type_params', behind(ast.FunctionDef.head, ast.FunctionHead.typeParameters)),
    ],
  },
  ClassDef: [
    text('name', ast.ClassDef.name),
    many('bases', ordinary(ast.ClassDef.arguments)),
    many('keywords', keywords(ast.ClassDef.arguments)),
    list('body', ast.ClassDef.body),
    many('decorator_list', behind(ast.ClassDef.head, ast.ClassHead.decorators)),
    many('type_params', behind(ast.ClassDef.head, ast.ClassHead.typeParameters)),
  ],
  Return: [maybe('value', ast.Return.value)],
  Delete: [list('targets', ast.Delete.targets)],
  Assign: [list('targets', ast.Assign.targets), one(ast.Assign.value)],
  TypeAlias: [one(ast.TypeAlias.name), list('type_params', ast.TypeAlias.typeParameters), one(ast.TypeAlias.value)],
  AugAssign: [one(ast.AugAssign.target), operator, one(ast.AugAssign.value)],
  AnnAssign: [
    one(ast.AnnAssign.target),
    one(ast.AnnAssign.annotation),
    maybe('value', ast.AnnAssign.value),
    mark('simple'),
  ],
  For: {
    name: 'For',
    marked: 'AsyncFor',
    fields: [one(ast.For.target), one(ast.For.iterable), list('body', ast.For.body), list('orelse', ast.For.orelse)],
  },
  While: [one(ast.While.test), list('body', ast.While.body), list('orelse', ast.While.orelse)],
  If: [one(ast.If.test), list('body', ast.If.body), list('orelse', ast.If.orelse)],
  With: { name: 'With', marked: 'AsyncWith', fields: [list('items', ast.With.items), list('body', ast.With.body)] },
  Match: [one(ast.Match.subject), list('cases', ast.Match.cases)],
  Raise: [
    maybe('exc', ast.Raise.exception),
    maybe('cause', ast.Raise.cause),
    // Python 2's `raise E, value, traceback`: never empty where CPython 3 sees a Raise.
    {
      children: (tree, node) =>
        [ast.Raise.legacyValue(tree, node), ast.Raise.legacyTraceback(tree, node)].filter((child) => child !== 0),
    },
  ],
  Try: {
    name: 'Try',
    marked: 'TryStar',
    fields: [
      list('body', ast.Try.body),
      list('handlers', ast.Try.handlers),
      list('orelse', ast.Try.orelse),
      list('finalbody', ast.Try.finalbody),
    ],
  },
  Assert: [one(ast.Assert.test), maybe('msg', ast.Assert.message)],
  Import: { name: 'Import', marked: 'LazyImport', fields: [list('names', ast.Import.names)] },
  ImportFrom: {
    name: 'ImportFrom',
    marked: 'LazyImportFrom',
    fields: [
      textOrNone('module', ast.ImportFrom.module),
      list('names', ast.ImportFrom.names),
      number('level', ast.ImportFrom.level),
    ],
  },
  Global: [texts('names', ast.Global.names, ast.Identifier.name)],
  Nonlocal: [texts('names', ast.Nonlocal.names, ast.Identifier.name)],
  Expr: [one(ast.Expr.value)],
  Pass: [],
  Break: [],
  Continue: [],

  BoolOp: [operator, list('values', ast.BoolOp.values)],
  NamedExpr: [one(ast.NamedExpr.target), one(ast.NamedExpr.value)],
  BinOp: [one(ast.BinOp.left), operator, one(ast.BinOp.right)],
  UnaryOp: [operator, one(ast.UnaryOp.operand)],
  Lambda: [parameters(ast.Lambda.parameters), one(ast.Lambda.body)],
  IfExp: [one(ast.IfExp.test), one(ast.IfExp.body), one(ast.IfExp.orelse)],
  Dict: [
    many('keys', through(ast.Dict.entries, ast.DictEntry.key)),
    many('values', through(ast.Dict.entries, ast.DictEntry.value)),
  ],
  Set: [list('elts', ast.Set.elements)],
  ListComp: [one(ast.ListComp.element), list('generators', ast.ListComp.generators)],
  SetComp: [one(ast.SetComp.element), list('generators', ast.SetComp.generators)],
  DictComp: [one(ast.DictComp.key), one(ast.DictComp.value), list('generators', ast.DictComp.generators)],
  GeneratorExp: [one(ast.GeneratorExp.element), list('generators', ast.GeneratorExp.generators)],
  Await: [one(ast.Await.value)],
  Yield: [maybe('value', ast.Yield.value)],
  YieldFrom: [one(ast.YieldFrom.value)],
  Compare: [
    one(ast.Compare.left),
    {
      header: (tree, node) =>
        `ops=${members(ast.Compare.steps)(tree, node)
          .map((step) => tree.operator(step))
          .join(',')}`,
    },
    many('comparators', through(ast.Compare.steps, ast.CompareStep.right)),
  ],
  Call: [
    one(ast.Call.callee),
    many('args', ordinary(ast.Call.arguments)),
    many('keywords', keywords(ast.Call.arguments)),
  ],
  FormattedValue: [
    one(ast.FormattedValue.value),
    number('conversion', ast.FormattedValue.conversion),
    maybe('format_spec', ast.FormattedValue.spec),
  ],
  Interpolation: [
    one(ast.Interpolation.value),
    { header: (tree, node) => `str=${quoted(partText(tree, ast.Interpolation.text(tree, node)) ?? '')}` },
    number('conversion', ast.Interpolation.conversion),
    maybe('format_spec', ast.Interpolation.spec),
  ],
  JoinedStr: [list('values', ast.JoinedStr.values)],
  TemplateStr: [list('values', ast.TemplateStr.values)],
  Constant: [{ header: (tree, node) => `value=${literalText(tree, node)}` }],
  Attribute: [one(ast.Attribute.value), text('attr', ast.Attribute.name), context],
  Subscript: [one(ast.Subscript.value), one(ast.Subscript.index), context],
  Starred: [one(ast.Starred.value), context],
  Name: [text('id', ast.Name.name), context],
  List: [list('elts', ast.List.elements), context],
  Tuple: [list('elts', ast.Tuple.elements), context],
  Slice: [maybe('lower', ast.Slice.lower), maybe('upper', ast.Slice.upper), maybe('step', ast.Slice.step)],

  MatchValue: [one(ast.MatchValue.value)],
  MatchSingleton: [
    { header: (tree, node) => `value=${constantText(constantValue(tree, ast.MatchSingleton.value(tree, node)))}` },
  ],
  MatchSequence: [list('patterns', ast.MatchSequence.patterns)],
  MatchMapping: [
    many('keys', through(ast.MatchMapping.entries, ast.MatchEntry.key)),
    many('patterns', through(ast.MatchMapping.entries, ast.MatchEntry.pattern)),
    textOrNone('rest', ast.MatchMapping.rest),
  ],
  MatchClass: [
    one(ast.MatchClass.class),
    list('patterns', ast.MatchClass.patterns),
    texts('kwd_attrs', ast.MatchClass.keywords, ast.MatchKeyword.name),
    many('kwd_patterns', through(ast.MatchClass.keywords, ast.MatchKeyword.pattern)),
  ],
  MatchStar: [textOrNone('name', ast.MatchStar.name)],
  MatchAs: [maybe('pattern', ast.MatchAs.pattern), textOrNone('name', ast.MatchAs.name)],
  MatchOr: [list('patterns', ast.MatchOr.patterns)],

  Arguments: {
    name: 'arguments',
    fields: [
      many('posonlyargs', inRole(ParameterRole.positionalOnly)),
      many('args', inRole(ParameterRole.ordinary)),
      onlyInRole('vararg', ParameterRole.variadic),
      many('kwonlyargs', inRole(ParameterRole.keywordOnly)),
      many('kw_defaults', keywordDefaults),
      onlyInRole('kwarg', ParameterRole.keywordVariadic),
      many('defaults', defaults),
    ],
  },
  Parameter: { name: 'arg', fields: [text('arg', ast.Parameter.name), maybe('annotation', ast.Parameter.annotation)] },
  Keyword: { name: 'keyword', fields: [textOrNone('arg', ast.Keyword.name), one(ast.Keyword.value)] },
  Alias: { name: 'alias', fields: [text('name', ast.Alias.name), textOrNone('asname', ast.Alias.asname)] },
  WithItem: { name: 'withitem', fields: [one(ast.WithItem.context), maybe('optional_vars', ast.WithItem.target)] },
  MatchCase: {
    name: 'match_case',
    fields: [one(ast.MatchCase.pattern), maybe('guard', ast.MatchCase.guard), list('body', ast.MatchCase.body)],
  },
  ExceptHandler: [
    maybe('type', ast.ExceptHandler.type),
    textOrNone('name', ast.ExceptHandler.name),
    list('body', ast.ExceptHandler.body),
  ],
  Comprehension: {
    name: 'comprehension',
    fields: [
      one(ast.Comprehension.target),
      one(ast.Comprehension.iterable),
      list('ifs', ast.Comprehension.conditions),
      mark('is_async'),
    ],
  },
  TypeVar: [
    text('name', ast.TypeVar.name),
    maybe('bound', ast.TypeVar.bound),
    maybe('default_value', ast.TypeVar.default),
  ],
  ParamSpec: [text('name', ast.ParamSpec.name), maybe('default_value', ast.ParamSpec.default)],
  TypeVarTuple: [text('name', ast.TypeVarTuple.name), maybe('default_value', ast.TypeVarTuple.default)],
};

const emptyArguments = 'arguments posonlyargs=0 args=0 vararg=0 kwonlyargs=0 kw_defaults=0 kwarg=0 defaults=0';

const shapeByKind: readonly Shape[] = kindNames.map((kind) => {
  const row = rows[kind] ?? { name: `(${kind})`, fields: ownFields(kind) };
  const { name, marked, fields } = 'fields' in row ? row : { name: kind, marked: undefined, fields: row };
  return { names: [name, marked ?? name], located: !unlocated.has(kind), fields };
});

/** Fields of a kind that `ast` does not have, so that a listing still shows what is inside. */
function ownFields(kind: KindName): readonly Field[] {
  const types = Object.values(layout[kind]) as string[];
  return (fieldsByKind[kindNames.indexOf(kind)] ?? []).flatMap((field, slot) =>
    types[slot] === 'list'
      ? [list(field.name, field.read)]
      : types[slot] === 'node'
        ? [maybe(field.name, field.read)]
        : [],
  );
}

// ---- scalars

/** CPython's side says why `named`. */
function literalText(tree: Tree, node: NodeId): string {
  const isText = ast.Constant.constant(tree, node) === ConstantType.string;
  const source = Buffer.from(
    tree.bytes.buffer,
    tree.bytes.byteOffset + tree.start(node),
    tree.end(node) - tree.start(node),
  );
  return isText && source.includes('\\N{') ? 'named' : constantText(constantValue(tree, node));
}

function constantText(value: ConstantValue | undefined): string {
  if (value === undefined) return 'undecoded';
  if (value === null) return 'None';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `i${value.toString(16)}`;
  if (typeof value === 'number') return `f${bitsOf(value)}`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('hex')}`;
  return 'imaginary' in value ? `j${bitsOf(value.imaginary)}` : 'Ellipsis';
}

function bitsOf(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}

/** As Python's `json` writes a string in ASCII. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
