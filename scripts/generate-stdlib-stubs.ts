// The declarations of typeshed's stub files, as plain data. Branches on versions and platforms are united: heed wants to
// know every name that some Python has.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryParameter } from '../src/models/library.ts';
import {
  ast,
  constantValue,
  createParser,
  Kind,
  Names,
  type NodeId,
  Operator,
  operatorNames,
  ParameterRole,
  type Tree,
} from '../src/python/syntax/index.ts';

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

/** Reads every stub below a directory, in the order of their names. */
export function readStubs(directory: string): readonly StubModule[] {
  const parser = createParser(new Names());
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.pyi'));
  return paths.sort().map((path) => {
    const tree = parser.parse(readFileSync(join(directory, path)));
    const problem = tree.problems[0];
    if (problem !== undefined) throw new Error(`${path}: ${problem.message} at byte ${problem.start}`);
    const isEmpty = ast.Module.body(tree, tree.root) === 0;
    if (isEmpty && tree.nodeCount > 2) throw new Error(`${path}: its declarations are not in the tree`);
    const parts = path.slice(0, -'.pyi'.length).split('/');
    const isPackage = parts.at(-1) === '__init__';
    const name = (isPackage ? parts.slice(0, -1) : parts).join('.');
    return { name, isPackage, body: new StubReader(tree).statements(ast.Module.body(tree, tree.root)) };
  });
}

/** Reads the declarations of one tree. */
class StubReader {
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  statements(first: NodeId): StubStatement[] {
    return this.#tree.list(first).flatMap((node) => this.#statement(node));
  }

  #statement(node: NodeId): StubStatement[] {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.If:
        // if sys.version_info >= (3, 12): … else: …
        return [...this.statements(ast.If.body(tree, node)), ...this.statements(ast.If.orelse(tree, node))];
      case Kind.Import:
        return [{ kind: 'import', names: this.#imported(ast.Import.names(tree, node)) }];
      case Kind.ImportFrom:
        return [
          {
            kind: 'from',
            module: this.#name(ast.ImportFrom.module(tree, node)) ?? '',
            level: ast.ImportFrom.level(tree, node),
            names: this.#imported(ast.ImportFrom.names(tree, node)),
          },
        ];
      case Kind.ClassDef:
        return [this.#class(node)];
      case Kind.FunctionDef:
        return [this.#function(node)];
      case Kind.AnnAssign: {
        const target = ast.AnnAssign.target(tree, node);
        if (tree.kind(target) !== Kind.Name) return [];
        const annotation = this.#expression(ast.AnnAssign.annotation(tree, node));
        const value = this.#expression(ast.AnnAssign.value(tree, node));
        return [{ kind: 'variable', name: this.#name(ast.Name.name(tree, target)) as string, annotation, value }];
      }
      case Kind.Assign:
        return this.#assignment(node);
      case Kind.AugAssign:
        return this.#allExtension(ast.AugAssign.target(tree, node), ast.AugAssign.value(tree, node));
      case Kind.Expr: {
        // __all__.extend([…])
        const call = ast.Expr.value(tree, node);
        if (tree.kind(call) !== Kind.Call) return [];
        const callee = ast.Call.callee(tree, call);
        if (tree.kind(callee) !== Kind.Attribute) return [];
        return this.#allExtension(ast.Attribute.value(tree, callee), ast.Call.arguments(tree, call));
      }
      default:
        return [];
    }
  }

  #assignment(node: NodeId): StubStatement[] {
    const tree = this.#tree;
    const value = this.#expression(ast.Assign.value(tree, node));
    return tree
      .list(ast.Assign.targets(tree, node))
      .filter((target) => tree.kind(target) === Kind.Name)
      .map((target) => {
        const name = this.#name(ast.Name.name(tree, target)) as string;
        return { kind: 'variable', name, annotation: null, value };
      });
  }

  #allExtension(target: NodeId, value: NodeId): StubStatement[] {
    const tree = this.#tree;
    const isAll = tree.kind(target) === Kind.Name && this.#name(ast.Name.name(tree, target)) === '__all__';
    if (!isAll || value === 0) return [];
    return [{ kind: 'variable', name: '__all__', annotation: null, value: this.#expression(value) }];
  }

  #class(node: NodeId): StubClass {
    const tree = this.#tree;
    return {
      kind: 'class',
      name: this.#name(ast.ClassDef.name(tree, node)) as string,
      bases: tree
        .list(ast.ClassDef.arguments(tree, node))
        .filter((argument) => tree.kind(argument) !== Kind.Keyword)
        .map((base) => this.#expression(base) as StubExpression),
      body: this.statements(ast.ClassDef.body(tree, node)),
    };
  }

  #function(node: NodeId): StubFunction {
    const tree = this.#tree;
    const head = ast.FunctionDef.head(tree, node);
    const parameters = ast.FunctionDef.parameters(tree, node);
    return {
      kind: 'function',
      name: this.#name(ast.FunctionDef.name(tree, node)) as string,
      isAsync: tree.isMarked(node),
      decorators: tree
        .list(ast.FunctionHead.decorators(tree, head))
        .map((decorator) => this.#expression(decorator) as StubExpression),
      parameters: tree.list(ast.Arguments.parameters(tree, parameters)).map((parameter) => ({
        name: this.#name(ast.Parameter.name(tree, parameter)) as string,
        role: roles[ast.Parameter.role(tree, parameter)] as LibraryParameter['role'],
        hasDefault: ast.Parameter.default(tree, parameter) !== 0,
      })),
      returns: this.#expression(ast.FunctionHead.returns(tree, head)),
    };
  }

  #imported(first: NodeId): ImportedName[] {
    const tree = this.#tree;
    return tree
      .list(first)
      .map((alias) => [this.#name(ast.Alias.name(tree, alias)) as string, this.#name(ast.Alias.asname(tree, alias))]);
  }

  #expression(node: NodeId): StubExpression | null {
    if (node === 0) return null;
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.Name:
        return { kind: 'name', name: this.#name(ast.Name.name(tree, node)) as string };
      case Kind.Attribute:
        return {
          kind: 'attribute',
          value: this.#expression(ast.Attribute.value(tree, node)) as StubExpression,
          name: this.#name(ast.Attribute.name(tree, node)) as string,
        };
      case Kind.Subscript: {
        const index = ast.Subscript.index(tree, node);
        const items = tree.kind(index) === Kind.Tuple ? this.#list(ast.Tuple.elements(tree, index)) : this.#list(index);
        return {
          kind: 'subscript',
          value: this.#expression(ast.Subscript.value(tree, node)) as StubExpression,
          items,
        };
      }
      case Kind.BinOp:
        if (operatorNames.indexOf(tree.operator(node)) !== Operator.BitOr) return { kind: 'other' };
        return {
          kind: 'union',
          members: [ast.BinOp.left(tree, node), ast.BinOp.right(tree, node)].map(
            (side) => this.#expression(side) as StubExpression,
          ),
        };
      case Kind.List:
        return { kind: 'list', items: this.#list(ast.List.elements(tree, node)) };
      case Kind.Tuple:
        return { kind: 'list', items: this.#list(ast.Tuple.elements(tree, node)) };
      case Kind.Call:
        return { kind: 'call', callee: this.#expression(ast.Call.callee(tree, node)) as StubExpression };
      case Kind.Constant: {
        const value = constantValue(tree, node);
        if (value === null) return { kind: 'none' };
        return typeof value === 'string' ? { kind: 'string', text: value } : { kind: 'other' };
      }
      default:
        return { kind: 'other' };
    }
  }

  #list(first: NodeId): StubExpression[] {
    return this.#tree.list(first).map((item) => this.#expression(item) as StubExpression);
  }

  #name(id: number): string | null {
    return id === 0 ? null : this.#tree.names.text(id);
  }
}

const roles: Readonly<Record<number, LibraryParameter['role']>> = {
  [ParameterRole.positionalOnly]: 'positional-only',
  [ParameterRole.ordinary]: 'ordinary',
  [ParameterRole.variadic]: 'variadic',
  [ParameterRole.keywordOnly]: 'keyword-only',
  [ParameterRole.keywordVariadic]: 'keyword-variadic',
};
