// Base64 as Python's binascii.a2b_base64() decodes it (Modules/binascii.c, 3.14): what is foreign is passed over, and what
// stands behind complete padding is not looked at. What a strict decoder, or another one, would object to is counted.

export interface Base64 {
  readonly bytes: Uint8Array;
  /** of the text, that were decoded */
  readonly digits: number;
  /** where in the text it ended: behind the padding, or the text's end */
  readonly end: number;
  /** characters outside the alphabet that are not blank */
  readonly foreign: number;
  readonly blanks: number;
  /** `=` where no padding can be, or digits behind one */
  readonly hasStrayPadding: boolean;
  /** digits stand behind the padding */
  readonly hasMore: boolean;
  /** bits that belong to no byte, and are set: another text stands for the same bytes */
  readonly hasTrailingBits: boolean;
  /** digits of both alphabets: `+` or `/`, and `-` or `_` */
  readonly isMixed: boolean;
  /** digits of the last group that are not made up to four, by padding or otherwise */
  readonly missing: 'nothing' | 'padding' | 'digits';
}

/** `any`: digits of both alphabets, as urlsafe_b64decode() has it; `standard`: `-` and `_` are foreign. */
export type Alphabet = 'any' | 'standard';

const PAD = 0x3d;
const NONE = 255;
const BLANK = 254;
const digitOf = new Uint8Array(256).fill(NONE);
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let digit = 0; digit < 64; digit++) digitOf[signs.charCodeAt(digit)] = digit;
for (const blank of [0x00, 0x09, 0x0a, 0x0d, 0x20]) digitOf[blank] = BLANK;

/** Of either alphabet; -1 for what is no digit. */
export function base64Digit(code: number): number {
  if (code === 0x2d) return 62;
  if (code === 0x5f) return 63;
  const digit = digitOf[code] as number;
  return digit < 64 ? digit : -1;
}

/** The character of the standard alphabet. */
export function digitSign(digit: number): number {
  return signs.charCodeAt(digit);
}

export function isBase64Digit(code: number): boolean {
  return base64Digit(code) >= 0;
}

export function decodeBase64(text: Uint8Array, alphabet: Alphabet = 'any'): Base64 {
  const bytes = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let made = 0;
  let digits = 0;
  let foreign = 0;
  let blanks = 0;
  let pads = 0;
  let quad = 0;
  let left = 0;
  let hasStrayPadding = false;
  let isPadded = false;
  let hasStandard = false;
  let hasOther = false;
  let at = 0;
  for (; at < text.length; at++) {
    const code = text[at] as number;
    if (code === PAD) {
      isPadded = true;
      if (quad < 2) hasStrayPadding = true;
      else if (quad + ++pads >= 4) {
        at++;
        break;
      }
      continue;
    }
    let digit = digitOf[code] as number;
    if (code === 0x2b || code === 0x2f) hasStandard = true;
    else if (code === 0x2d || code === 0x5f) {
      hasOther = true;
      if (alphabet === 'any') digit = code === 0x2d ? 62 : 63;
    }
    if (digit >= 64) {
      if (digit === BLANK) blanks++;
      else foreign++;
      continue;
    }
    if (isPadded) hasStrayPadding = true;
    pads = 0;
    digits++;
    if (quad > 0) bytes[made++] = ((left << (quad * 2)) | (digit >> (6 - quad * 2))) & 255;
    left = digit & (63 >> (quad * 2));
    quad = (quad + 1) & 3;
  }
  const isComplete = quad === 0 || quad + pads >= 4;
  let hasMore = false;
  if (quad !== 0 && isComplete) {
    for (let rest = at; rest < text.length && !hasMore; rest++)
      hasMore = (digitOf[text[rest] as number] as number) < 64;
  }
  return {
    bytes: bytes.subarray(0, made),
    digits,
    end: at,
    foreign,
    blanks,
    hasStrayPadding,
    hasMore,
    hasTrailingBits: quad > 1 && left !== 0,
    isMixed: hasStandard && hasOther,
    missing: isComplete ? 'nothing' : quad === 1 ? 'digits' : 'padding',
  };
}
