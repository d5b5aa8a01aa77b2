// Names as Python has them: UTF-8, and a lone surrogate for each byte of what is none (`surrogateescape`), so that no two names
// of different bytes are equal.

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
    return text;
  }
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** For people: what does not show, or shows as something else, is written out. */
export function showName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b-\u200d\ufeff]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
