// What a class statement leaves behind when its body has run: attributes on the class, descriptors that have been told
// their names, and base classes that have been told of it.

import { only, type ReferenceFact, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { storeOnClass } from './assign.ts';
import { methodOf, methodOfBases } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { evaluate } from './expressions.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';

/** `activation` holds the variables of the body. */
export function keepClass(frame: Frame, node: NodeId, activation: number, made: Value, state: State): void {
  const { module } = frame;
  const { tree } = module;
  const fact = made.facts[0] as ReferenceFact;
  const place = module.place(node);
  for (const [name, bindings] of module.scopes.scopeOpenedBy(node)?.bindings ?? []) {
    if (bindings.every(({ kind }) => kind === 'function' || kind === 'class' || kind === 'import')) continue;
    const value = state.get(activation, tree.names.intern(name));
    if (value === undefined) continue;
    storeOnClass(frame, place, fact, name, value, state);
    for (const each of value.facts) {
      const told = methodOf(frame, node, each, '__set_name__', state);
      if (told === undefined) continue;
      const text = only({ kind: 'constant', value: name, at: place });
      callValue(frame, state, told, { ...noArguments, positional: [made, text] }, node);
    }
  }
  const hook = methodOfBases(frame, node, place, '__init_subclass__', made, state);
  if (hook === undefined) return;
  const named = new Map<string, Value>();
  for (const argument of tree.list(ast.ClassDef.arguments(tree, node))) {
    if (tree.kind(argument) !== Kind.Keyword) continue;
    const name = tree.names.text(ast.Keyword.name(tree, argument));
    if (name !== 'metaclass') named.set(name, evaluate(frame, ast.Keyword.value(tree, argument), state));
  }
  callValue(frame, state, hook, { ...noArguments, named }, node);
}
