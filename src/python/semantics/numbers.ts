// Python's arithmetic and comparison on constants, with limits on size.

import type { OperatorName } from '../syntax/index.ts';
import type { Literal } from './value.ts';
import { fromLatin1, latin1, MAX_BITS, MAX_TEXT } from './values.ts';

/** Result of a binary operator on two constants; undefined when Python raises or the result is too large. */
export function foldBinary(operator: OperatorName, left: Literal, right: Literal): Literal | undefined {
  if (isText(left) || isText(right)) return foldText(operator, left, right);
  const one = numberOf(left);
  const other = numberOf(right);
  if (one === undefined || other === undefined) return undefined;
  if (typeof one === 'bigint' && typeof other === 'bigint') return foldIntegers(operator, one, other, left, right);
  return foldFloats(operator, Number(one), Number(other));
}

function isText(value: Literal): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function numberOf(value: Literal): bigint | number | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}

function foldText(operator: OperatorName, left: Literal, right: Literal): Literal | undefined {
  if (operator === 'Add') {
    if (typeof left === 'string' && typeof right === 'string') return limited(left + right);
    if (left instanceof Uint8Array && right instanceof Uint8Array)
      return limited(fromLatin1(latin1(left) + latin1(right)));
    return undefined;
  }
  if (operator !== 'Mult') return undefined;
  const [text, times] = isText(left) ? [left, numberOf(right)] : [right as string | Uint8Array, numberOf(left)];
  if (typeof times !== 'bigint') return undefined;
  const count = times < 0n ? 0 : Number(times);
  if (count * text.length > MAX_TEXT) return undefined;
  return typeof text === 'string' ? text.repeat(count) : fromLatin1(latin1(text).repeat(count));
}

function limited<T extends string | Uint8Array>(text: T): T | undefined {
  return text.length > MAX_TEXT ? undefined : text;
}

function foldIntegers(
  operator: OperatorName,
  one: bigint,
  other: bigint,
  left: Literal,
  right: Literal,
): Literal | undefined {
  const areBooleans = typeof left === 'boolean' && typeof right === 'boolean';
  switch (operator) {
    case 'Add':
      return fits(one + other);
    case 'Sub':
      return fits(one - other);
    case 'Mult':
      return bits(one) + bits(other) > MAX_BITS ? undefined : one * other;
    case 'Div':
      return other === 0n ? undefined : Number(one) / Number(other);
    case 'FloorDiv':
      return other === 0n ? undefined : floorDivide(one, other);
    case 'Mod':
      return other === 0n ? undefined : one - floorDivide(one, other) * other;
    case 'Pow':
      if (other < 0n) return one === 0n ? undefined : Number(one) ** Number(other);
      return other > MAX_BITS || bits(one) * Number(other) > MAX_BITS ? undefined : one ** other;
    case 'LShift':
      return other < 0n || other > MAX_BITS || bits(one) + Number(other) > MAX_BITS ? undefined : one << other;
    case 'RShift':
      return other < 0n ? undefined : one >> (other > MAX_BITS ? BigInt(MAX_BITS) : other);
    case 'BitOr':
      return areBooleans ? left || right : one | other;
    case 'BitAnd':
      return areBooleans ? left && right : one & other;
    case 'BitXor':
      return areBooleans ? left !== right : one ^ other;
    default:
      return undefined;
  }
}

function fits(value: bigint): bigint | undefined {
  return bits(value) > MAX_BITS ? undefined : value;
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}

function floorDivide(one: bigint, other: bigint): bigint {
  const quotient = one / other;
  return one % other !== 0n && one < 0n !== other < 0n ? quotient - 1n : quotient;
}

function foldFloats(operator: OperatorName, one: number, other: number): number | undefined {
  switch (operator) {
    case 'Add':
      return one + other;
    case 'Sub':
      return one - other;
    case 'Mult':
      return one * other;
    case 'Div':
      return other === 0 ? undefined : one / other;
    case 'FloorDiv':
      return other === 0 ? undefined : Math.floor(one / other);
    case 'Mod':
      return other === 0 ? undefined : one - Math.floor(one / other) * other;
    case 'Pow': {
      const power = one ** other;
      return Number.isNaN(power) ? undefined : power;
    }
    default:
      return undefined;
  }
}

export function foldUnary(operator: OperatorName, operand: Literal): Literal | undefined {
  const number = numberOf(operand);
  if (number === undefined) return undefined;
  if (operator === 'USub') return -number;
  if (operator === 'UAdd') return number;
  if (operator === 'Invert') return typeof number === 'bigint' ? ~number : undefined;
  return undefined;
}

/** Result of a comparison of two constants; undefined when Python raises or it depends on identity. */
export function foldComparison(operator: OperatorName, left: Literal, right: Literal): boolean | undefined {
  switch (operator) {
    case 'Eq':
      return areEqual(left, right);
    case 'NotEq':
      return !areEqual(left, right);
    case 'Is':
    case 'IsNot': {
      if (!isSingleton(left) && !isSingleton(right)) return undefined;
      return (left === right) === (operator === 'Is');
    }
    case 'In':
    case 'NotIn': {
      if (typeof left !== 'string' || typeof right !== 'string') return undefined;
      return right.includes(left) === (operator === 'In');
    }
    case 'Lt':
    case 'LtE':
    case 'Gt':
    case 'GtE': {
      const order = orderOf(left, right);
      if (order === undefined) return undefined;
      if (operator === 'Lt') return order < 0;
      if (operator === 'LtE') return order <= 0;
      return operator === 'Gt' ? order > 0 : order >= 0;
    }
    default:
      return undefined;
  }
}

function isSingleton(value: Literal): boolean {
  return value === null || typeof value === 'boolean';
}

export function areEqual(left: Literal, right: Literal): boolean {
  const one = numberOf(left);
  const other = numberOf(right);
  // biome-ignore lint/suspicious/noDoubleEquals: 1 == 1.0 across bigint and number is what Python means
  if (one !== undefined && other !== undefined) return one == other;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return latin1(left) === latin1(right);
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    return !(left instanceof Uint8Array) && !(right instanceof Uint8Array);
  }
  return left === right;
}

function orderOf(left: Literal, right: Literal): number | undefined {
  const one = numberOf(left);
  const other = numberOf(right);
  if (one !== undefined && other !== undefined) return one < other ? -1 : one > other ? 1 : 0;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return undefined;
}
