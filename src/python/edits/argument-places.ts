// Where the arguments of a call stand in its text: their own parentheses, commas and the brackets around them, which the
// tree does not have.

import { ast, Kind, type NodeId, type Tree } from '../syntax/index.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface ArgumentPlace {
  readonly node: NodeId;
  /** with the parentheses that the argument stands in by itself */
  readonly start: number;
  readonly end: number;
  /** end of the comma behind it; 0 when there is none */
  readonly comma: number;
}

export interface ArgumentPlaces {
  /** offset behind the bracket that opens the list */
  readonly open: number;
  /** offset of the bracket that closes it */
  readonly close: number;
  readonly places: readonly ArgumentPlace[];
}

export function argumentPlaces(tree: Tree, call: NodeId): ArgumentPlaces | Refusal {
  const nodes = tree.list(ast.Call.arguments(tree, call));
  const close = tree.end(call) - 1;
  const first = nodes[0];
  if (nodes.length === 1 && first !== undefined && isBareGenerator(tree, first, call)) {
    return refuse('its argument is a generator without brackets of its own');
  }
  // f(x), (f)(x): the first bracket behind the callee that opens
  let at = tree.end(ast.Call.callee(tree, call));
  const head = punctuation(tree, at, first === undefined ? close : tree.start(first));
  const opening = head.find(({ mark }) => mark === '(');
  if (opening === undefined) return unreadable;
  const open = opening.offset + 1;

  const places: ArgumentPlace[] = [];
  at = open;
  for (const [index, node] of nodes.entries()) {
    const before = punctuation(tree, at, tree.start(node)).filter(({ mark }) => mark === '(');
    const next = nodes[index + 1];
    const behind = punctuation(tree, tree.end(node), next === undefined ? close : tree.start(next));
    const own = behind.slice(0, before.length);
    if (own.some(({ mark }) => mark !== ')')) return unreadable;
    const comma = behind[before.length];
    if (comma === undefined ? next !== undefined : comma.mark !== ',') return unreadable;
    const end = (own.at(-1)?.offset ?? tree.end(node) - 1) + 1;
    places.push({
      node,
      start: before[0]?.offset ?? tree.start(node),
      end,
      comma: comma === undefined ? 0 : comma.offset + 1,
    });
    at = comma === undefined ? end : comma.offset + 1;
  }
  return { open, close, places };
}

const unreadable = refuse('its brackets are not plain');

/** f(x for x in y): the brackets of the call are those of the generator */
function isBareGenerator(tree: Tree, argument: NodeId, call: NodeId): boolean {
  return tree.kind(argument) === Kind.GeneratorExp && tree.end(argument) === tree.end(call);
}

interface Mark {
  readonly mark: '(' | ')' | ',';
  readonly offset: number;
}

/** Brackets and commas between two nodes; white space, comments and `\` before a line end are passed over. */
function punctuation({ bytes }: Tree, from: number, to: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (let offset = from; offset < to; offset++) {
    const byte = bytes[offset];
    if (byte === HASH) while (offset + 1 < to && bytes[offset + 1] !== 10 && bytes[offset + 1] !== 13) offset++;
    else if (byte === 40) marks.push({ mark: '(', offset });
    else if (byte === 41) marks.push({ mark: ')', offset });
    else if (byte === 44) marks.push({ mark: ',', offset });
  }
  return marks;
}

const HASH = 35;
