// Values of literals, decoded from the source when somebody asks: most constants of a program are never looked at, so
// the tree only says where they stand and of which type they are.

import { ConstantType, Kind, StringEncoding } from './layout.ts';
import { decodeText, readLiterals } from './string-values.ts';
import { ast, type NodeId, type Tree } from './tree.ts';

export interface EllipsisValue {
  readonly ellipsis: true;
}

export interface ImaginaryValue {
  readonly imaginary: number;
}

/** Python's values in JavaScript: `int` is bigint, `float` number, `bytes` Uint8Array, `None` null. */
export type ConstantValue = string | Uint8Array | bigint | number | boolean | null | EllipsisValue | ImaginaryValue;

const ellipsis: EllipsisValue = { ellipsis: true };

/** Longer integers are not computed: CPython itself refuses decimal ones beyond 4,300 digits. */
const LONGEST_INTEGER = 20_000;

/**
 * The value of a Constant. Undefined when it cannot be told: a character given by its Unicode name (`\N{BULLET}`; the
 * table of names would outweigh the rest of heed), a malformed escape, or a number beyond any sensible length.
 */
export function constantValue(tree: Tree, node: NodeId): ConstantValue | undefined {
  if (tree.kind(node) !== Kind.Constant) return undefined;
  switch (ast.Constant.constant(tree, node)) {
    case ConstantType.none:
      return null;
    case ConstantType.true:
      return true;
    case ConstantType.false:
      return false;
    case ConstantType.ellipsis:
      return ellipsis;
    case ConstantType.integer:
      return integer(numberText(tree, node));
    case ConstantType.float:
      return Number(numberText(tree, node));
    case ConstantType.imaginary:
      return { imaginary: Number(numberText(tree, node).slice(0, -1)) };
    case ConstantType.bytes:
      return bytesValue(tree, node);
    default:
      return textValue(tree, node);
  }
}

function numberText(tree: Tree, node: NodeId): string {
  return tree.text(node).replaceAll('_', '').toLowerCase();
}

function integer(text: string): bigint | undefined {
  if (text.length > LONGEST_INTEGER) return undefined;
  let digits = text.endsWith('l') ? text.slice(0, -1) : text;
  // 0777    Python 2's octal; 00 is a zero in every version
  if (/^0[0-7]+$/.test(digits)) digits = `0o${digits}`;
  else if (/^0[0-9]/.test(digits)) digits = digits.replace(/^0+(?=.)/, '');
  try {
    return BigInt(digits);
  } catch {
    return undefined;
  }
}

/** The text that a StringPart stands for; undefined as for {@link constantValue}. */
export function partText(tree: Tree, part: NodeId): string | undefined {
  const start = tree.start(part);
  const end = tree.end(part);
  const encoding = ast.StringPart.encoding(tree, part);
  if (encoding === StringEncoding.literal) return joined(readLiterals(tree.bytes, start, end));
  if (encoding === StringEncoding.verbatim) return withoutComments(tree, start, end);
  return decodeText(tree.bytes, start, end, encoding);
}

/** Source text as `{x=}` shows it: as it stands, but CPython leaves comments out. */
function withoutComments(tree: Tree, start: number, end: number): string | undefined {
  const { comments } = tree;
  let low = 0;
  let high = comments.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle * 2] as number) < start) low = middle + 1;
    else high = middle;
  }
  let text = '';
  let from = start;
  for (let index = low * 2; index < comments.length && (comments[index] as number) < end; index += 2) {
    text += decodeText(tree.bytes, from, comments[index] as number, StringEncoding.verbatim);
    from = comments[index + 1] as number;
  }
  return text + decodeText(tree.bytes, from, end, StringEncoding.verbatim);
}

function textValue(tree: Tree, node: NodeId): string | undefined {
  const { bytes } = tree;
  let part = ast.Constant.parts(tree, node);
  if (part === 0) return joined(readLiterals(bytes, tree.start(node), tree.end(node)));
  let text = '';
  for (; part !== 0; part = tree.next(part)) {
    const piece = partText(tree, part);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function joined(pieces: readonly (string | undefined)[]): string | undefined {
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** The literals were decoded as latin-1: a character is a byte. */
function bytesValue(tree: Tree, node: NodeId): Uint8Array | undefined {
  const text = joined(readLiterals(tree.bytes, tree.start(node), tree.end(node)));
  return text === undefined ? undefined : Uint8Array.from(text, (character) => character.charCodeAt(0));
}
