// Text from scanned code on its way to a terminal. That code may be hostile: escape sequences could move the cursor or
// rewrite what was printed, and bidirectional controls could make code read as something that it is not. Every
// character that is not plainly visible is shown as its escape.

/** Controls, bidirectional and zero-width characters, line separators, tags, private use, lone surrogates. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** One line of text, safe to print; tabs become spaces up to the next stop. */
export function visible(text: string): string {
  return clusters(text)
    .map(({ shown }) => shown)
    .join('');
}

/** How many columns text takes that has passed through {@link visible}. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** A character, how it is shown, and how many columns it takes. */
export interface Cluster {
  readonly shown: string;
  readonly width: number;
  /** UTF-16 units in the original text */
  readonly length: number;
}

const tabStop = 4;

export function clusters(text: string): readonly Cluster[] {
  const result: Cluster[] = [];
  let column = 0;
  for (const character of text) {
    let shown = character;
    let width = widthOf(character);
    if (character === '\t') {
      width = tabStop - (column % tabStop);
      shown = ' '.repeat(width);
    } else {
      hidden.lastIndex = 0;
      if (hidden.test(character)) {
        shown = escapeOf(character);
        width = shown.length;
      }
    }
    column += width;
    result.push({ shown, width, length: character.length });
  }
  return result;
}

/** As Python would write it: `\x1b`, `\u202e`. */
function escapeOf(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

const combining = /^[\p{Mn}\p{Me}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;

/** Ranges of East Asian Width W and F (Unicode Standard Annex 11), without the unassigned. */
const wideRanges: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];

function widthOf(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code < 0x300) return 1;
  if (combining.test(character)) return 0;
  if (emoji.test(character) || wideRanges.some(([first, last]) => code >= first && code <= last)) return 2;
  return 1;
}
