// A module in the notation of the tests: what every call's callee is named and what every call gives. For debugging
// (`heed debug names FILE`).

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import type { ModuleSemantics, NameSet } from './module-semantics.ts';
import type { Module } from './session.ts';
import type { Fact, Literal, Value } from './value.ts';
import { latin1 } from './values.ts';

/** One line for each call, in source order: `line: text  # name: …  # value: …`. */
export function describe(semantics: ModuleSemantics): string {
  const module = semantics as Module;
  const { tree } = module;
  return callsOf(tree)
    .map((call) => {
      const line = tree.lines.lineOf(tree.start(call));
      const names = describeNames(module.namesOf(ast.Call.callee(tree, call)));
      return `${line}: ${shortText(module, call)}  # name: ${names}  # value: ${describeValue(module.valueOf(call))}`;
    })
    .join('\n');
}

function callsOf(tree: Tree): NodeId[] {
  const calls: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) === Kind.Call && tree.parent(node) !== 0) calls.push(node);
  }
  return calls.sort((one, other) => tree.start(one) - tree.start(other));
}

function shortText(module: ModuleSemantics, node: NodeId): string {
  const text = module.tree.text(node).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** `os.system`, `a.f | b.f`, `os.system | ?` when it can be something else too, `nothing`. */
export function describeNames(set: NameSet): string {
  if (set.names.length === 0) return 'nothing';
  return [...set.names, ...(set.complete ? [] : ['?'])].join(' | ');
}

const MAX_NESTING = 5;

/** What may follow: `...`, or `..."a"` when it is known what that can be. */
function describeRest(rest: Value | undefined, nesting: number): string {
  return rest === undefined ? '...' : `...${describeValue(rest, nesting + 1)}`;
}

/** `"rb"`, `1 | 2`, `["ls", ...]`, `<ssl.SSLContext>`, `ssl.CERT_NONE`, `os.getenv()`, `parameter x`; `?` for the unknown. */
export function describeValue(value: Value, nesting = 0): string {
  if (nesting > MAX_NESTING) return '…';
  const facts = value.facts.map((fact) => describeFact(fact, nesting));
  return [...facts, ...(value.complete ? [] : ['?'])].join(' | ');
}

function describeFact(fact: Fact, nesting: number): string {
  switch (fact.kind) {
    case 'constant':
      return describeLiteral(fact.value);
    case 'text': {
      const parts = fact.parts.map((part) =>
        typeof part === 'string' ? part : `{${describeValue(part, nesting + 1)}}`,
      );
      return `${fact.type === 'str' ? 'f' : 'bf'}"${parts.join('')}"`;
    }
    case 'sequence': {
      const items = fact.items.map((item) => describeValue(item, nesting + 1));
      if (!fact.complete) items.push(describeRest(fact.rest, nesting));
      const text = items.join(', ');
      if (fact.className !== undefined) return `<${fact.className} [${text}]>`;
      if (fact.type === 'list') return `[${text}]`;
      if (fact.type === 'tuple') return items.length === 1 ? `(${text},)` : `(${text})`;
      return `${fact.type === 'set' ? '' : 'frozenset'}{${text}}`;
    }
    case 'mapping': {
      const entries = fact.entries.map(
        (entry) => `${describeValue(entry.key, nesting + 1)}: ${describeValue(entry.value, nesting + 1)}`,
      );
      if (!fact.complete) entries.push(describeRest(fact.rest, nesting));
      const text = `{${entries.join(', ')}}`;
      return fact.className === undefined ? text : `<${fact.className} ${text}>`;
    }
    case 'reference':
      return fact.partial === undefined ? fact.name : `partial ${fact.name}`;
    case 'instance':
      return fact.text === undefined
        ? `<${fact.className}>`
        : `<${fact.className} ${describeValue(fact.text, nesting + 1)}>`;
    case 'computed':
      return fact.by;
    case 'parameter':
      return fact.annotation === undefined ? `parameter ${fact.name}` : `parameter ${fact.name}: ${fact.annotation}`;
  }
}

function describeLiteral(value: Literal): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (value instanceof Uint8Array) return `b${JSON.stringify(latin1(value))}`;
  return '...';
}
