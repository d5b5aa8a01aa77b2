// Turns expressions that were read before their `=` was seen into targets: sets the store or delete context on them,
// and reports what cannot be one.

import {
  CONTEXT_SHIFT,
  Context,
  FLAG_PARENTHESISED,
  KIND_MASK,
  Kind,
  kindNames,
  NODE_SIZE,
  SLOT_NEXT,
} from './layout.ts';
import { type ParserState, problem } from './state.ts';
import type { NodeId } from './tree.ts';

const { Attribute, Constant, List, Name, Starred, Subscript, Tuple } = Kind;

export function assignTo(p: ParserState, target: NodeId): void {
  setContext(p, target, Context.store);
}

export function deleteFrom(p: ParserState, target: NodeId): void {
  setContext(p, target, Context.delete);
}

/** A target of `+=`, `x: T` or a walrus: no list of targets. */
export function assignToOne(p: ParserState, target: NodeId, purpose: string): void {
  const kind = kindOf(p, target);
  if (kind === Tuple || kind === List || kind === Starred) {
    report(p, target, `${kindNames[kind]} cannot be the target of ${purpose}`);
  }
  setContext(p, target, Context.store);
}

/** Whether `x: T` declares a plain name: neither an attribute nor `(x): T`. */
export function isSimple(p: ParserState, target: NodeId): boolean {
  return kindOf(p, target) === Name && ((p.nodes[target * NODE_SIZE] as number) & FLAG_PARENTHESISED) === 0;
}

function setContext(p: ParserState, target: NodeId, context: number): void {
  const at = target * NODE_SIZE;
  const head = p.nodes[at] as number;
  const kind = head & KIND_MASK;
  if (kind === Name || kind === Attribute || kind === Subscript) {
    p.nodes[at] = head | (context << CONTEXT_SHIFT);
  } else if (kind === Tuple || kind === List) {
    p.nodes[at] = head | (context << CONTEXT_SHIFT);
    let item = p.nodes[at + 4] as number;
    while (item !== 0) {
      setContext(p, item, context);
      item = p.nodes[item * NODE_SIZE + SLOT_NEXT] as number;
    }
  } else if (kind === Starred && context === Context.store) {
    p.nodes[at] = head | (context << CONTEXT_SHIFT);
    setContext(p, p.nodes[at + 4] as number, context);
  } else {
    report(p, target, `cannot ${context === Context.store ? 'assign to' : 'delete'} ${describeKind(kind)}`);
  }
}

function kindOf(p: ParserState, target: NodeId): number {
  return (p.nodes[target * NODE_SIZE] as number) & KIND_MASK;
}

function report(p: ParserState, target: NodeId, message: string): void {
  problem(p, p.nodes[target * NODE_SIZE + 1] as number, p.nodes[target * NODE_SIZE + 2] as number, message);
}

function describeKind(kind: number): string {
  return kind === Constant ? 'a literal' : `this expression (${kindNames[kind]})`;
}
