// What a run saw, as text: each call of a function with the values of its arguments, in the notation of the semantics
// layer.

import { describeValue, type Module } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import type { Engine } from './engine.ts';
import type { Frame } from './frame.ts';

/** One line a call, `3:5 f(x) = value <- argument, argument`; functions in source order. */
export function describeFlow(engine: Engine, module: Module, functionName: string | undefined): string {
  const { tree } = module;
  const lines: string[] = [];
  // Who calls whom is known when all have been run.
  for (const definition of functionsOf(module)) engine.entry(module, definition);
  for (const definition of functionsOf(module)) {
    const name = definition === tree.root ? '<module>' : module.qualifiedName(definition);
    if (functionName !== undefined && name !== functionName && !name.endsWith(`.${functionName}`)) continue;
    const own = describeFrame(engine.entry(module, definition), 'on its own');
    const seen = engine
      .seenByAll(module, definition)
      .flatMap((frame) => describeFrame(frame, `called from ${callersOf(frame)}`));
    if (own.length + seen.length > 0) lines.push(name, ...own, ...seen);
  }
  return lines.join('\n');
}

function functionsOf({ tree }: Module): NodeId[] {
  const found = [tree.root];
  for (let node = 1; node < tree.nodeCount; node++) if (tree.kind(node) === Kind.FunctionDef) found.push(node);
  return found;
}

function callersOf(frame: Frame): string {
  const steps: string[] = [];
  for (let at = frame; at.caller !== undefined; at = at.caller) {
    const { line } = at.caller.module.tree.lines.positionOf(at.caller.module.tree.start(at.call));
    steps.push(`${at.caller.module.path}:${line}`);
  }
  return steps.join(' from ');
}

function describeFrame(frame: Frame, how: string): string[] {
  const { tree } = frame.module;
  const lines: string[] = [];
  const calls = [...frame.values.keys()]
    .filter((node) => tree.kind(node) === Kind.Call)
    .sort((one, other) => one - other);
  for (const call of calls) {
    const { line, column } = tree.lines.positionOf(tree.start(call));
    const given = tree
      .list(ast.Call.arguments(tree, call))
      .map((argument) => describeValue(frame.seen(argument) ?? frame.latest(argument)));
    const value = frame.values.get(call);
    lines.push(
      `  ${line}:${column} ${tree.text(call).split('\n', 1)[0]} = ${value === undefined ? '?' : describeValue(value)} <- ${given.join(', ')}`,
    );
  }
  return lines.length === 0 ? [] : [` ${how}`, ...lines];
}
