// The last part of a path: what `name`, `stem` and `suffix` of pathlib and `os.path.basename` take out of one of which
// only the end may be known.

import {
  computed,
  type InstanceFact,
  type Parts,
  partsOf,
  rsplitParts,
  singleConstant,
  textFrom,
  type Value,
} from '../semantics/index.ts';
import type { NodeId } from '../syntax/index.ts';
import type { Frame } from './frame.ts';

/** Paths joined to paths that are followed. */
const MAX_DEPTH = 8;

/** `path.name` where the end of the path decides it; undefined when it does not. */
export function pathAttribute(frame: Frame, node: NodeId, path: InstanceFact, name: string): Value | undefined {
  if (name !== 'name' && name !== 'suffix' && name !== 'stem') return undefined;
  if (!/^pathlib\.(Pure)?(Posix|Windows)?Path$/.test(path.className)) return undefined;
  const last = lastName(frame, node, lastOf(path), 0);
  if (last === undefined) return undefined;
  const at = frame.place(node);
  if (name === 'name') return textFrom(last, 'str', at);
  const { items, rest } = rsplitParts(
    last,
    '.',
    1,
    (parts) => textFrom(parts, 'str', at),
    () => true,
  );
  const [stem, suffix] = items;
  // ".profile" has no suffix
  if (rest !== undefined || stem === undefined || (suffix !== undefined && stem.length === 0)) return undefined;
  if (suffix === undefined) return textFrom(name === 'stem' ? last : [], 'str', at);
  return textFrom(name === 'stem' ? stem : ['.', ...suffix], 'str', at);
}

/** `os.path.basename(path)` */
export function baseName(frame: Frame, node: NodeId, path: Value): Value | undefined {
  const last = lastName(frame, node, path, 0);
  return last === undefined ? undefined : textFrom(last, 'str', frame.place(node));
}

/** What was joined to a path last. */
function lastOf(path: InstanceFact): Value | undefined {
  return path.text ?? path.from?.at(-1);
}

function lastName(frame: Frame, node: NodeId, value: Value | undefined, depth: number): Parts | undefined {
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (value === undefined || fact === undefined || depth > MAX_DEPTH) return undefined;
  if (fact.kind === 'instance') return lastName(frame, node, lastOf(fact), depth + 1);
  if (fact.kind === 'computed' && fact.by === 'os.path.join()')
    return lastName(frame, node, fact.from.at(-1), depth + 1);
  const isText = fact.kind === 'text' ? fact.type === 'str' : typeof singleConstant(value)?.value === 'string';
  if (!isText) return undefined;
  const at = frame.place(node);
  const piece = (parts: Parts): Value => computed('os.path.basename()', [textFrom(parts, 'str', at)], at);
  const { items, rest, tail } = rsplitParts(partsOf(value, 'str'), '/', 1, piece, () => true);
  const last = rest === undefined ? items.at(-1) : tail.at(-1);
  // "a/", "a/."   name what stands before
  if (last === undefined || last.length === 0) return undefined;
  return last.length === 1 && last[0] === '.' ? undefined : last;
}
