// Classes that annotations name. An annotation is read as code whose names mean what they mean once the module has run,
// also when it is written as a string.

import { ast, ConstantType, Kind, type NodeId } from '../syntax/index.ts';
import { attributeOf } from './attributes.ts';
import { literalOf } from './literals.ts';
import type { Scope } from './module-semantics.ts';
import { dottedText } from './never-returns.ts';
import type { ClassName, Module } from './session.ts';
import type { Value } from './value.ts';

const MAX_NESTING = 20;

/** `X` from `Optional[X]`, `X | None`, `Annotated[X, …]`; undefined when it says nothing of use. */
export function classesOfAnnotation(module: Module, annotation: NodeId): readonly ClassName[] | undefined {
  return read(module, annotation, 0);
}

type Classes = readonly ClassName[] | undefined;

function read(module: Module, node: NodeId, nesting: number): Classes {
  const { tree } = module;
  if (nesting > MAX_NESTING) return undefined;
  switch (tree.kind(node)) {
    case Kind.Constant: {
      if (ast.Constant.constant(tree, node) === ConstantType.none) return [];
      const text = literalOf(tree, node);
      return typeof text === 'string' ? readText(module, node, text, nesting) : undefined;
    }
    case Kind.BinOp: {
      if (tree.operator(node) !== 'BitOr') return undefined;
      return both(
        read(module, ast.BinOp.left(tree, node), nesting + 1),
        read(module, ast.BinOp.right(tree, node), nesting + 1),
      );
    }
    case Kind.Subscript: {
      const base = dottedText(tree, ast.Subscript.value(tree, node));
      if (base === undefined) return undefined;
      const index = ast.Subscript.index(tree, node);
      const first = tree.kind(index) === Kind.Tuple ? ast.Tuple.elements(tree, index) : index;
      switch (specialForm(module, node, base)) {
        case 'union':
          return tree.list(first).reduce<Classes>((all, each) => both(all, read(module, each, nesting + 1)), []);
        case 'first':
          return read(module, first, nesting + 1);
        case 'nothing':
          return undefined;
        default:
          return resolve(module, node, base);
      }
    }
    case Kind.Name:
    case Kind.Attribute: {
      const path = dottedText(tree, node);
      return path === undefined ? undefined : resolve(module, node, path);
    }
    default:
      return undefined;
  }
}

/** Unions of Python's text; only what a string annotation usually holds. */
function readText(module: Module, node: NodeId, text: string, nesting: number): Classes {
  const trimmed = text.trim();
  if (nesting > MAX_NESTING || trimmed.length > 500) return undefined;
  if (trimmed === 'None') return [];
  if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(trimmed)) return resolve(module, node, trimmed);
  const pieces = splitOutsideBrackets(trimmed, '|');
  if (pieces.length > 1) {
    return pieces.reduce<Classes>((all, piece) => both(all, readText(module, node, piece, nesting + 1)), []);
  }
  const match = /^([\p{L}_][\p{L}\p{N}_.]*)\[(.*)\]$/su.exec(trimmed);
  if (match === null) return undefined;
  const [, base = '', inside = ''] = match;
  const items = splitOutsideBrackets(inside, ',');
  switch (specialForm(module, node, base)) {
    case 'union':
      return items.reduce<Classes>((all, each) => both(all, readText(module, node, each, nesting + 1)), []);
    case 'first':
      return readText(module, node, items[0] as string, nesting + 1);
    case 'nothing':
      return undefined;
    default:
      return resolve(module, node, base);
  }
}

function splitOutsideBrackets(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']') depth--;
    else if (text[at] === separator && depth === 0) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

function both(one: Classes, other: Classes): Classes {
  return one === undefined || other === undefined ? undefined : [...one, ...other];
}

/** The special forms of `typing`, by their last name: they keep it wherever they are re-exported. */
function specialForm(module: Module, node: NodeId, base: string): 'union' | 'first' | 'nothing' | undefined {
  const last = base.slice(base.lastIndexOf('.') + 1);
  switch (last) {
    case 'Optional':
    case 'Union':
      return isTyping(module, node, base) ? 'union' : undefined;
    case 'Annotated':
    case 'Final':
    case 'ClassVar':
    case 'Required':
    case 'NotRequired':
    case 'ReadOnly':
      return isTyping(module, node, base) ? 'first' : undefined;
    case 'Type':
    case 'type':
    case 'Literal':
    case 'Callable':
      return 'nothing';
    default:
      return undefined;
  }
}

function isTyping(module: Module, node: NodeId, base: string): boolean {
  return (resolve(module, node, base) ?? []).every((each) => /^typing(?:_extensions)?\./.test(each.name));
}

function resolve(module: Module, node: NodeId, path: string): Classes {
  const scope = scopeOfAnnotation(module, node);
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  if (root === 'Self' && rest.length === 0) return selfClass(module, scope);
  let value: Value = module.valueOfName(scope, root, node);
  for (const attribute of rest) value = attributeOf(module, node, value, attribute);
  const classes: ClassName[] = [];
  for (const fact of value.facts) {
    if (fact.kind !== 'reference') continue;
    const { name, definition } = fact;
    if (definition === undefined) classes.push({ name });
    else if (definition.module.tree.kind(definition.node) === Kind.ClassDef) classes.push({ name, definition });
  }
  return classes.length === 0 ? undefined : classes;
}

/** Annotations of a function with type parameters see those. */
function scopeOfAnnotation(module: Module, node: NodeId): Scope {
  const { tree, scopes } = module;
  for (let at = tree.parent(node); at !== 0; at = tree.parent(at)) {
    if (tree.kind(at) !== Kind.FunctionDef) continue;
    return scopes.scopeOpenedBy(at)?.parent ?? scopes.module;
  }
  return scopes.scopeOf(node);
}

function selfClass(module: Module, start: Scope): Classes {
  for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
    if (scope.kind !== 'class') continue;
    return [{ name: module.qualifiedName(scope.node), definition: module.place(scope.node) }];
  }
  return undefined;
}
