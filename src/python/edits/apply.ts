// Edits become text, and places in the old text places in the new one.

import type { Edit } from '../../core/index.ts';

/** Sorted by place; a shared edit that several asked for is there once. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  return sorted.filter((edit, at) => at === 0 || !isSameShared(edit, sorted[at - 1] as Edit));
}

/** The edits must be in order and not overlap. */
export function applyEdits(text: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const edit of inOrder(edits)) {
    parts.push(text.subarray(at, edit.start), encoder.encode(edit.text));
    at = edit.end;
  }
  parts.push(text.subarray(at));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole;
}

/** Two edits that cannot both be made as they are: they touch, even if only at their ends. */
export function collide(one: Edit, other: Edit): boolean {
  if (isSameShared(one, other)) return false;
  return one.start <= other.end && other.start <= one.end;
}

function isSameShared(one: Edit, other: Edit): boolean {
  return (
    one.isShared === true &&
    other.isShared === true &&
    one.start === other.start &&
    one.end === other.end &&
    one.text === other.text
  );
}

/**
 * Where an offset of the old text lies in the new one. What is inserted where a span starts or ends stays outside of it;
 * inside of what was replaced, a start goes in front of the new text and an end behind it.
 */
export function moved(edits: readonly Edit[], offset: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    const length = lengthOf(edit.text);
    const isInsertion = edit.start === edit.end;
    if (edit.end < offset || (edit.end === offset && (!isInsertion || side === 'start'))) {
      shift += length - (edit.end - edit.start);
    } else if (edit.start < offset && offset < edit.end) {
      return edit.start + shift + (side === 'start' ? 0 : length);
    } else {
      break;
    }
  }
  return offset + shift;
}

const encoder = new TextEncoder();
const lengthOf = (text: string): number => encoder.encode(text).length;
