// What the names of members are to those who read them: several things, often. Python decodes them one way and cuts them at
// a zero byte, other readers and file systems fold case, slashes, dots and accents; a name that means two things makes two
// archives of one.

import { latin1 } from '../bytes.ts';
import { crc32 } from '../compression/checksums.ts';
import { type CentralHeader, extraIds, flags, type Header } from './records.ts';

export interface MemberName {
  /** as Python decodes it, uncut; for people, and to look members up */
  readonly text: string;
  /** what Python calls the member: cut at a zero byte */
  readonly python: string;
  /** of the field for Unicode names, which Python reads since 3.12 and other readers always have */
  readonly unicode: string | undefined;
  /** it is declared to be UTF-8 and is not; Python refuses the archive */
  readonly isUndecodable: boolean;
}

export function nameOf(header: Header): MemberName {
  const decoded = decode(header.rawName, (header.flags & flags.utf8) !== 0);
  const text = decoded ?? cp437(header.rawName);
  const zero = text.indexOf('\0');
  return {
    text,
    python: zero < 0 ? text : text.slice(0, zero),
    unicode: unicodeName(header),
    isUndecodable: decoded === undefined,
  };
}

function decode(bytes: Uint8Array, isUtf8: boolean): string | undefined {
  if (bytes.every((byte) => byte < 0x80)) return latin1(bytes);
  if (!isUtf8) return cp437(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The upper half of code page 437. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function cp437(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80];
  return text;
}

/** It counts only where it was made for this very name (APPNOTE 4.6.9). */
function unicodeName({ extra, rawName }: Header): string | undefined {
  const field = extra.fields.find(({ id }) => id === extraIds.unicodePath)?.bytes;
  if (field === undefined || field.length <= 5 || field[0] !== 1) return undefined;
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
  if (view.getUint32(1, true) !== crc32(rawName)) return undefined;
  return new TextDecoder().decode(field.subarray(5));
}

/**
 * Whether a Unicode name is what the plain one stands for: writers put `?`, `#U00e4` or bytes of some code page where it
 * has letters that the plain one cannot have.
 */
export function isTranscription(unicode: string, rawName: Uint8Array): boolean {
  let plain = '';
  for (const byte of rawName) plain += byte < 0x80 ? String.fromCharCode(byte) : '?';
  const fold = (text: string) =>
    text
      .replace(/#U[0-9a-fA-F]{4}|#L[0-9a-fA-F]{6}/g, '?')
      .replace(/[^\0-\x7f]/g, '?')
      .replaceAll(/[?_]+/g, '?');
  return fold(plain) === fold(unicode) || new TextDecoder().decode(rawName) === unicode;
}

/** Where a name leads, for whoever joins it to a folder. */
export type Escape = 'leaves-folder' | 'absolute-name';

export function escapeOf(name: string): Escape | undefined {
  if (/^[/\\]/.test(name) || /^[A-Za-z]:/.test(name)) return 'absolute-name';
  let depth = 0;
  for (const part of name.split(/[/\\]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return 'leaves-folder';
  }
  return undefined;
}

/** Where a link that lies at `name` leads, once links are followed by their text alone. */
export function linkEscapes(name: string, target: string): boolean {
  if (escapeOf(target) === 'absolute-name') return true;
  const folder = name.split('/').slice(0, -1).join('/');
  return escapeOf(folder === '' ? target : `${folder}/${target}`) !== undefined;
}

const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const LONGEST_PART = 255;
const LONGEST_NAME = 4096;

/** What a file system or a reader of lists would not take as it stands; the first that holds. */
export function awkwardnessOf(name: string, byteLength: number): string | undefined {
  if (/[\u202a-\u202e\u2066-\u2069]/.test(name)) return 'it has characters that turn the direction of writing';
  if (/[\u0001-\u001f\u007f-\u009f]/.test(name)) return 'it has control characters';
  if (byteLength > LONGEST_NAME) return `it has ${byteLength.toLocaleString('en')} bytes`;
  const parts = name.split(/[/\\]/);
  if (parts.some((part) => part.length > LONGEST_PART)) return 'a part of it is longer than file names may be';
  if (parts.some((part) => deviceName.test(part))) return 'Windows takes it for a device';
  if (name.includes(':')) return 'Windows takes what follows the colon for a stream of the file';
  if (parts.some((part) => /[^.][. ]+$/.test(part) && part !== '..'))
    return 'Windows drops the dot or space at its end';
  return undefined;
}

export type Collision = 'same' | 'same-path' | 'same-on-some';

/**
 * Names that are one. `same`: byte for byte, as Python calls them; `same-path`: once slashes and dots are read as paths;
 * `same-on-some`: where case or accents do not count.
 */
export function collisions(
  names: readonly MemberName[],
): readonly { readonly one: number; readonly other: number; readonly kind: Collision }[] {
  const found: { one: number; other: number; kind: Collision }[] = [];
  const seen = new Map<string, number>();
  const seenPaths = new Map<string, number>();
  const seenFolded = new Map<string, number>();
  names.forEach(({ python }, index) => {
    const path = toPath(python);
    const folded = path.normalize('NFC').toLowerCase();
    const same = seen.get(python);
    const samePath = seenPaths.get(path);
    const sameFolded = seenFolded.get(folded);
    if (same !== undefined) found.push({ one: same, other: index, kind: 'same' });
    else if (samePath !== undefined) found.push({ one: samePath, other: index, kind: 'same-path' });
    else if (sameFolded !== undefined) found.push({ one: sameFolded, other: index, kind: 'same-on-some' });
    if (same === undefined) seen.set(python, index);
    if (samePath === undefined) seenPaths.set(path, index);
    if (sameFolded === undefined) seenFolded.set(folded, index);
  });
  return found;
}

/** A folder and a file of one name stay two: they are told apart by the slash at the end. */
function toPath(name: string): string {
  const parts = name.split(/[/\\]/).map((part) => (part === '..' ? part : withoutTail(part)));
  const path = parts.filter((part) => part !== '').join('/');
  return /[/\\]$/.test(name) ? `${path}/` : path;
}

/** Without the dots and spaces at its end, which Windows drops. */
function withoutTail(part: string): string {
  let end = part.length;
  while (end > 0 && (part[end - 1] === '.' || part[end - 1] === ' ')) end--;
  return part.slice(0, end);
}

/** Unix or macOS, whose attributes hold a mode. */
export function modeOf({ system, attributes }: CentralHeader): number {
  return system === 3 || system === 19 ? attributes >>> 16 : 0;
}
