// Elements of DER (X.690): what stands where. Only definite lengths, nothing by recursion, and nothing is copied.

export interface Element {
  readonly tag: number;
  /** in the bytes: of the element, and of its content */
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const OBJECT = 0x06;
export const SEQUENCE = 0x30;

/** The element at `at`; undefined when none fits before `end`, or its length is not in the one form that DER allows. */
export function elementAt(bytes: Uint8Array, at: number, end = bytes.length): Element | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end || (tag & 0x1f) === 0x1f) return undefined;
  let length = first;
  let content = at + 2;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count === 0 || count > 4 || content + count > end) return undefined;
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[content + index] as number);
    content += count;
    if (length < 0x80 || length < 256 ** (count - 1)) return undefined;
  }
  return content + length <= end ? { tag, start: at, content, end: content + length } : undefined;
}

/** Elements one behind the other in the content of one; undefined when something else is among them. */
export function childrenOf(bytes: Uint8Array, parent: Element, limit = 1000): readonly Element[] | undefined {
  const children: Element[] = [];
  let at = parent.content;
  while (at < parent.end) {
    const child = elementAt(bytes, at, parent.end);
    if (child === undefined || children.length >= limit) return undefined;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** `1.2.840.113549.1.1.1`; empty for what is none. */
export function objectName(bytes: Uint8Array, element: Element | undefined): string {
  if (element === undefined || element.tag !== OBJECT || element.end - element.content > 64) return '';
  const parts: number[] = [];
  let part = 0;
  for (let at = element.content; at < element.end; at++) {
    const byte = bytes[at] as number;
    part = part * 128 + (byte & 127);
    if (byte >= 128) continue;
    if (parts.length > 0) parts.push(part);
    else parts.push(Math.min(Math.floor(part / 40), 2), part - 40 * Math.min(Math.floor(part / 40), 2));
    part = 0;
  }
  return parts.join('.');
}

/** Bits of a number, without leading zeros; 0 for zero. */
export function bitsOf(bytes: Uint8Array, { content, end }: Element): number {
  let at = content;
  while (at < end && bytes[at] === 0) at++;
  return at === end ? 0 : (end - at - 1) * 8 + (32 - Math.clz32(bytes[at] as number));
}

/** Of a number that fits; undefined for larger ones. */
export function smallInteger(bytes: Uint8Array, element: Element | undefined): number | undefined {
  if (element === undefined || element.tag !== INTEGER || bitsOf(bytes, element) > 48) return undefined;
  let value = 0;
  for (let at = element.content; at < element.end; at++) value = value * 256 + (bytes[at] as number);
  return value;
}
