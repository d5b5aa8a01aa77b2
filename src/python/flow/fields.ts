// What data classes, named tuples and their like are made of: annotated names in the bodies of their classes.

import { type decoratorNames, type Place, type ProjectClass, unknown, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { callValue } from './calls.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';

export interface Field {
  readonly name: string;
  readonly owner: Place;
  /** the default, or 0 */
  readonly value: NodeId;
}

export function isNamedTuple(info: ProjectClass): boolean {
  return info.ancestors.includes('typing.NamedTuple');
}

/** What the class's decorator or base makes parameters of `__init__` from: annotated names, inherited ones first. */
export function fieldsOf(frame: Frame, info: ProjectClass): readonly Field[] {
  const { engine } = frame;
  const isTuple = info.ancestors.some(
    (name) => name === 'typing.NamedTuple' || name.startsWith('pydantic.') || name === 'msgspec.Struct',
  );
  const fields = new Map<string, Field>();
  for (const ancestor of [...info.ancestors].reverse()) {
    const definition = info.definitions.get(ancestor);
    if (definition === undefined) continue;
    const owner = engine.moduleOf(definition);
    if (!isTuple && !isDataClass(decoratorNamesOf(owner, definition.node))) continue;
    const { tree } = owner;
    for (let each = ast.ClassDef.body(tree, definition.node); each !== 0; each = tree.next(each)) {
      if (tree.kind(each) !== Kind.AnnAssign) continue;
      const target = ast.AnnAssign.target(tree, each);
      if (tree.kind(target) !== Kind.Name) continue;
      if (/^(?:typing\.)?ClassVar\b/.test(tree.text(ast.AnnAssign.annotation(tree, each)))) continue;
      const name = tree.names.text(ast.Name.name(tree, target));
      fields.set(name, { name, owner: owner.place(each), value: ast.AnnAssign.value(tree, each) });
    }
  }
  return [...fields.values()];
}

function decoratorNamesOf(owner: Parameters<typeof decoratorNames>[0], definition: NodeId): string[] {
  const { tree } = owner;
  const head = ast.ClassDef.head(tree, definition);
  if (head === 0) return [];
  return tree.list(ast.ClassHead.decorators(tree, head)).map((decorator) => {
    const callee = tree.kind(decorator) === Kind.Call ? ast.Call.callee(tree, decorator) : decorator;
    return owner.namesOf(callee).names[0] ?? '';
  });
}

function isDataClass(decorators: readonly string[]): boolean {
  return decorators.some(
    (name) => /(?:^|\.)(?:dataclass|attrs|attr\.s|define|frozen|mutable)$/.test(name) || name === 'attr.s',
  );
}

/** `items: list = field(default_factory=list)` */
export function defaultOf(frame: Frame, field: Field, state: State, node: NodeId): Value {
  const owner = frame.engine.moduleOf(field.owner);
  if (field.value === 0) return unknown(`no value is given for ${field.name}`);
  const { tree } = owner;
  if (tree.kind(field.value) === Kind.Call) {
    for (const argument of tree.list(ast.Call.arguments(tree, field.value))) {
      if (tree.kind(argument) !== Kind.Keyword) continue;
      const name = tree.names.text(ast.Keyword.name(tree, argument));
      const value = owner.valueOf(ast.Keyword.value(tree, argument));
      if (name === 'default') return value;
      if (name === 'default_factory' || name === 'factory') {
        return callValue(
          frame,
          state,
          value,
          { positional: [], named: new Map(), rest: undefined, restNamed: undefined, isWritten: false },
          node,
        );
      }
    }
  }
  return owner.valueOf(field.value);
}
