// The arguments of a call as written, and which parameter of a project function each of them is for.

import { ast, Kind, type NodeId, ParameterRole, type Tree } from '../syntax/index.ts';
import { parametersOf } from './bound-values.ts';
import type { Module } from './session.ts';
import type { Value } from './value.ts';
import { unknown } from './values.ts';

export interface CallArguments {
  /** positional ones up to the first starred one */
  readonly positional: readonly NodeId[];
  readonly named: ReadonlyMap<string, NodeId>;
  /** values of `*…` and `**…` */
  readonly starred: readonly NodeId[];
}

export function argumentsOf(tree: Tree, call: NodeId): CallArguments {
  const positional: NodeId[] = [];
  const named = new Map<string, NodeId>();
  const starred: NodeId[] = [];
  for (let argument = ast.Call.arguments(tree, call); argument !== 0; argument = tree.next(argument)) {
    if (tree.kind(argument) === Kind.Keyword) {
      const name = ast.Keyword.name(tree, argument);
      const value = ast.Keyword.value(tree, argument);
      if (name === 0) starred.push(value);
      else named.set(tree.names.text(name), value);
    } else if (tree.kind(argument) === Kind.Starred) starred.push(ast.Starred.value(tree, argument));
    else if (starred.length === 0) positional.push(argument);
    else starred.push(argument);
  }
  return { positional, named, starred };
}

/** Values of all arguments in source order. */
export function argumentValues(module: Module, call: NodeId): Value[] {
  const { positional, named, starred } = argumentsOf(module.tree, call);
  return [...positional, ...named.values(), ...starred].map((node) => module.valueOf(node));
}

/** The value that a call gives to a parameter of a function of the project. */
export function argumentFor(
  caller: Module,
  written: CallArguments,
  owner: Module,
  definition: NodeId,
  isBound: boolean,
  name: string,
): Value | undefined {
  const { positional, named, starred } = written;
  const byName = named.get(name);
  const parameters = parametersOf(owner.tree, definition);
  const node = parameters.find(
    (parameter) => owner.tree.names.text(ast.Parameter.name(owner.tree, parameter)) === name,
  );
  if (node === undefined) return undefined;
  const role = ast.Parameter.role(owner.tree, node);
  if (role === ParameterRole.variadic || role === ParameterRole.keywordVariadic) return undefined;
  if (byName !== undefined && role !== ParameterRole.positionalOnly) return caller.valueOf(byName);
  const position = parameters.indexOf(node) - (isBound ? 1 : 0);
  const given = role === ParameterRole.keywordOnly ? undefined : positional[position];
  if (given !== undefined) return caller.valueOf(given);
  if (starred.length > 0) return unknown('the argument may come from a starred one');
  const fallback = ast.Parameter.default(owner.tree, node);
  return fallback === 0 ? unknown(`no argument is given for ${name}`) : owner.valueOf(fallback);
}
