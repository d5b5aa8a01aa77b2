// A file's bytes and the UTF-8 text that trees are made of and edits count in: there and back again, for files that
// declare another encoding (PEP 263).

import { createParser, Names } from '../syntax/index.ts';

/** The text of a file; its bytes themselves, unless it declares another encoding. */
export function textOfFile(bytes: Uint8Array): Uint8Array {
  return createParser(new Names()).parse(bytes).bytes;
}

/**
 * Text as the bytes of a file that declares its encoding as `original` does; `undefined` where that cannot be written
 * faithfully: in encodings of several bytes a character, and for characters that the encoding does not have.
 */
export function inEncodingOf(original: Uint8Array, text: Uint8Array): Uint8Array | undefined {
  if (textOfFile(original) === original) return text;
  const byteByCharacter = singleBytes(original);
  const bytes: number[] = [];
  for (const character of decoder.decode(text)) {
    const code = character.codePointAt(0) as number;
    const byte = code < 128 ? code : byteByCharacter.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  const written = Uint8Array.from(bytes);
  const readBack = textOfFile(written);
  return readBack.length === text.length && readBack.every((byte, at) => byte === text[at]) ? written : undefined;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Cookies stand in the first two lines. */
const COOKIE_REACH = 2048;

/** What each byte beyond ASCII stands for, read under the file's own declaration. */
function singleBytes(original: Uint8Array): ReadonlyMap<string, number> {
  const head = String.fromCharCode(...original.subarray(0, COOKIE_REACH)).replace(/[^\x00-\x7f]/g, ' ');
  const declaration = new TextEncoder().encode(`${head.split(/\r\n?|\n/, 2).join('\n')}\n#`);
  const known = new Map<string, number>();
  for (let byte = 128; byte < 256; byte++) {
    const last =
      decoder
        .decode(textOfFile(Uint8Array.from([...declaration, byte])))
        .split('#')
        .at(-1) ?? '';
    if ([...last].length === 1 && last !== '\ufffd') known.set(last, byte);
  }
  return known;
}
