// Ways to write bytes as text besides Base64: hexadecimal digits, Base32, Base85 in its two alphabets, and uuencode. Each
// decodes what stands at the beginning of a text, as leniently as any of Python's decoders, and stops where it cannot go on.

import { base64Digit, decodeBase64 } from './base64.ts';

export interface Encoding {
  /** for people */
  readonly name: string;
  /** characters that any decoding of what matters needs */
  readonly least: number;
  decode(text: Uint8Array): Uint8Array;
  /**
   * The least and the greatest byte that two characters can be the beginning of; `nothing` if of none. The second may be
   * one that a lenient decoder passes over.
   */
  firstBytesOf(first: number, second: number): readonly [least: number, greatest: number];
  /** The first three bytes as a number, of a text that begins at `at`; or one of the two below. Allocates nothing. */
  firstThreeOf(text: Uint8Array, at: number): number;
  /** Negative if the text is clearly too short. */
  lengthOf(text: Uint8Array, at: number): number;
  /** No blanks within the first characters: its alphabet is most of what there is. */
  readonly isUnbroken: boolean;
  /** … quotes and brackets among it */
  readonly isDense?: true;
}

const nothing = [1, 0] as const;
/** of {@link Encoding.firstThreeOf}: too short, or of another alphabet */
export const TOO_SHORT = -1;
/** … there are escapes, or the end of what is at hand: it takes a closer look */
export const UNCLEAR = -2;

/** Makes `firstThreeOf` and `lengthOf`: so many digits of so many values each; what is no digit is passed over, or ends the text. */
function threeBytes(
  count: number,
  base: number,
  divisor: number,
  digitOf: (code: number) => number,
  isLenient: boolean,
): Encoding['firstThreeOf'] {
  return (text, start) => {
    let value = 0;
    let left = count;
    const end = Math.min(text.length, start + 8 * count);
    for (let at = start; at < end; at++) {
      const code = text[at] as number;
      const digit = digitOf(code);
      if (digit >= 0) {
        value = value * base + digit;
        if (--left === 0) return Math.floor(value / divisor);
      } else if (code === 0x5c) {
        const letter = text[at + 1];
        if (letter === 0x75 || letter === 0x78 || letter === undefined) return UNCLEAR;
        at++;
      } else if (code === 0x22 || code === 0x27 || code === 0x3c || code === 0x3e) return TOO_SHORT;
      else if (!isLenient && !isBlank(code)) return TOO_SHORT;
    }
    return end === text.length ? UNCLEAR : TOO_SHORT;
  };
}

const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0;

/** bytes.fromhex() passes over blanks. */
const hex: Encoding = {
  name: 'hexadecimal',
  least: 24,
  decode(text) {
    const bytes = new Uint8Array(text.length >> 1);
    let made = 0;
    let high = -1;
    for (const code of text) {
      const digit = hexDigit(code);
      if (digit < 0 && isBlank(code) && high < 0) continue;
      if (digit < 0) break;
      if (high < 0) high = digit;
      else {
        bytes[made++] = high * 16 + digit;
        high = -1;
      }
    }
    return bytes.subarray(0, made);
  },
  firstBytesOf(first, second) {
    const byte = hexDigit(first) * 16 + hexDigit(second);
    return hexDigit(first) < 0 || hexDigit(second) < 0 ? nothing : [byte, byte];
  },
  firstThreeOf: threeBytes(6, 16, 1, hexDigit, false),
  lengthOf: threeBytes(24, 1, 1, hexDigit, false),
  isUnbroken: false,
};

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 87 : -1;
}

/** base64.b32decode() with casefold; blanks, which it refuses, are passed over. */
const base32: Encoding = {
  name: 'Base32',
  least: 32,
  decode(text) {
    const bytes = new Uint8Array((text.length * 5) >> 3);
    let made = 0;
    let bits = 0;
    let value = 0;
    for (const code of text) {
      const digit = base32Digit(code);
      if (digit < 0 && isBlank(code)) continue;
      if (digit < 0) break;
      value = ((value << 5) | digit) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[made++] = (value >> bits) & 255;
      }
    }
    return bytes.subarray(0, made);
  },
  firstBytesOf(first, second) {
    const byte = (base32Digit(first) << 3) | (base32Digit(second) >> 2);
    return base32Digit(first) < 0 || base32Digit(second) < 0 ? nothing : [byte, byte];
  },
  firstThreeOf: threeBytes(5, 32, 2, base32Digit, false),
  lengthOf: threeBytes(32, 1, 1, base32Digit, false),
  isUnbroken: true,
};

function base32Digit(code: number): number {
  if (code >= 0x32 && code <= 0x37) return code - 0x32 + 26;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x7a && code >= 0x41 ? letter - 0x61 : -1;
}

const base85Digits = new Int8Array(256).fill(-1);
const alphabet85 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
for (let index = 0; index < 85; index++) base85Digits[alphabet85.charCodeAt(index)] = index;

/** base64.b85decode() */
const base85: Encoding = {
  name: 'Base85',
  least: 30,
  decode: (text) => groupsOfFive(text, (code) => base85Digits[code] as number, false),
  firstBytesOf: (first, second) => firstOfFive(base85Digits[first] as number, base85Digits[second] as number),
  firstThreeOf: threeBytes(5, 85, 256, (code) => base85Digits[code] as number, false),
  lengthOf: () => 0,
  isUnbroken: true,
  isDense: true,
};

/** base64.a85decode(), with or without `<~` and `~>`. */
const ascii85: Encoding = {
  name: 'Ascii85',
  least: 30,
  decode(text) {
    const from = text[0] === 0x3c && text[1] === 0x7e ? text.subarray(2) : text;
    return groupsOfFive(from, ascii85Digit, true);
  },
  firstBytesOf: (first, second) =>
    // <~
    first === 0x3c && second === 0x7e ? [0, 255] : firstOfFive(ascii85Digit(first), ascii85Digit(second)),
  firstThreeOf: (text, at) => firstThreeOfAscii85(text, text[at] === 0x3c && text[at + 1] === 0x7e ? at + 2 : at),
  lengthOf: () => 0,
  isUnbroken: true,
  isDense: true,
};

function ascii85Digit(code: number): number {
  return code >= 0x21 && code <= 0x75 ? code - 0x21 : -1;
}

const firstThreeOfAscii85 = threeBytes(5, 85, 256, ascii85Digit, false);

function firstOfFive(first: number, second: number): readonly [number, number] {
  if (first < 0 || second < 0) return nothing;
  const least = first * 85 ** 4 + second * 85 ** 3;
  return least > 0xffffffff ? nothing : [least >>> 24, Math.min(least + 85 ** 3 - 1, 0xffffffff) >>> 24];
}

function groupsOfFive(text: Uint8Array, digitOf: (code: number) => number, hasShortGroups: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * (hasShortGroups ? 4 : 1) + 4);
  let made = 0;
  let count = 0;
  let value = 0;
  const put = (most: number): void => {
    for (let index = 0; index < most; index++) bytes[made++] = Math.floor(value / 256 ** (3 - index)) & 255;
    count = 0;
    value = 0;
  };
  for (const code of text) {
    // z stands for four zeros, y for four blanks
    if (hasShortGroups && count === 0 && (code === 0x7a || code === 0x79)) {
      value = code === 0x7a ? 0 : 0x20202020;
      put(4);
      continue;
    }
    const digit = digitOf(code);
    if (digit < 0 && isBlank(code)) continue;
    if (digit < 0) break;
    value = value * 85 + digit;
    if (++count < 5) continue;
    if (value > 0xffffffff) return bytes.subarray(0, made);
    put(4);
  }
  if (count > 1) {
    const left = count;
    for (; count < 5; count++) value = value * 85 + 84;
    if (value <= 0xffffffff) put(left - 1);
  }
  return bytes.subarray(0, made);
}

export const base64: Encoding = {
  name: 'Base64',
  least: 24,
  decode: (text) => decodeBase64(text).bytes,
  firstBytesOf(first, second) {
    const high = base64Digit(first) << 2;
    const low = base64Digit(second);
    if (high < 0) return nothing;
    return low < 0 ? [high, high + 3] : [high | (low >> 4), high | (low >> 4)];
  },
  firstThreeOf: threeBytes(4, 64, 1, base64Digit, true),
  lengthOf: threeBytes(24, 1, 1, base64Digit, true),
  isUnbroken: false,
};

/** The same for a decoder that passes over `-` and `_`. */
const standardBase64: Encoding = {
  ...base64,
  firstThreeOf: threeBytes(4, 64, 1, (code) => (code === 0x2d || code === 0x5f ? -1 : base64Digit(code)), true),
  decode: (text) => (text.some((code) => code === 0x2d || code === 0x5f) ? decodeBase64(text, 'standard').bytes : none),
};

const none = new Uint8Array(0);

/** `begin 644 name`, lines that begin with their length, `end`; as binascii.a2b_uu() reads them. */
export const uuencode: Pick<Encoding, 'name' | 'decode'> = {
  name: 'uuencoded',
  decode(text) {
    const bytes = new Uint8Array(text.length);
    let made = 0;
    let at = text.indexOf(0x0a) + 1;
    while (at > 0 && at < text.length) {
      const newline = text.indexOf(0x0a, at);
      const end = newline < 0 ? text.length : newline;
      const length = ((text[at] as number) - 32) & 63;
      if (length === 0) break;
      const stop = Math.min(made + length, bytes.length);
      for (let group = at + 1; group < end && made < stop; group += 4) {
        const digits = [0, 1, 2, 3].map((index) =>
          group + index < end ? ((text[group + index] as number) - 32) & 63 : 0,
        );
        const [a = 0, b = 0, c = 0, d = 0] = digits;
        for (const byte of [(a << 2) | (b >> 4), (b << 4) | (c >> 2), (c << 6) | d]) {
          if (made < stop) bytes[made++] = byte & 255;
        }
      }
      at = newline < 0 ? 0 : newline + 1;
    }
    return bytes.subarray(0, made);
  },
};

/** "\u0080\u0004\u0095…": a value whose escapes have been taken out. */
const escaped: Encoding = {
  name: 'escaped',
  least: 12,
  decode: (text) => (text.some((code) => code >= 0x80) ? text : none),
  firstBytesOf: () => nothing,
  firstThreeOf: () => UNCLEAR,
  lengthOf: () => 0,
  isUnbroken: false,
};

export const encodings: readonly Encoding[] = [base64, standardBase64, hex, base32, base85, ascii85, escaped];
