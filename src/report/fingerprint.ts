// What stays the same about a finding when lines above it come and go: the rule, the text of the site without its
// spacing, and its number among equal ones in the file. Kept stable between versions: services recognise findings by it.

import type { Finding } from '../core/index.ts';
import type { Places } from './view.ts';

/** Long sites (whole classes) are told apart by their beginning. */
const textLimit = 500;

/** Fingerprints of findings, in their order; hexadecimal, 64 bits. */
export function fingerprintsOf(findings: readonly Finding[], places: Places): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const text = textOf(finding, places);
    const ordinalKey = [finding.path, finding.ruleId, text].join('\0');
    const ordinal = seen.get(ordinalKey) ?? 0;
    seen.set(ordinalKey, ordinal + 1);
    return hash([finding.ruleId, text, ordinal].join('\0'));
  });
}

/** Data has no lines, and what is said of it is about the whole: it goes by where it lies, and by what is said. */
function textOf({ format, inside = [], messageId = '', path, site }: Finding, places: Places): string {
  if (format !== undefined) return [format, ...inside, messageId].join('\0');
  return places.textOf(path, site).replace(/\s+/g, ' ').slice(0, textLimit);
}

/** FNV-1a: short, without a dependency, and not for secrets. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
