// Certificates (RFC 5280), as far as anybody can tell from one alone whether it should be used.

import { BIT_STRING, childrenOf, type Element, elementAt, OCTET_STRING, objectName, SEQUENCE } from './der.ts';
import { type Key, publicKeyOf } from './keys.ts';

export interface Certificate {
  readonly key: Key;
  /** an algorithm whose signatures can be forged; undefined for others */
  readonly weakSignature: string | undefined;
  /** issued by who it is about, as roots are: nobody checks that signature */
  readonly isSelfIssued: boolean;
  readonly isAuthority: boolean;
  /** `localhost`, `*.example.org`, `IP` */
  readonly names: readonly string[];
  readonly hasNames: boolean;
  /** whether it is for servers, or does not say what it is for */
  readonly isForServers: boolean;
  /** as they stand: `20490531000000Z` */
  readonly from: string;
  readonly until: string;
}

const weakSignatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2',
  '1.2.840.113549.1.1.3': 'MD4',
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.3.14.3.2.29': 'SHA-1',
  '1.2.840.10040.4.3': 'SHA-1',
  '1.2.840.10045.4.1': 'SHA-1',
};

const basicConstraints = '2.5.29.19';
const alternativeNames = '2.5.29.17';
const extendedKeyUsage = '2.5.29.37';
const forServers = '1.3.6.1.5.5.7.3.1';
const anyUsage = '2.5.29.37.0';

export function certificateOf(bytes: Uint8Array, whole: Element): Certificate | undefined {
  const [body, algorithm, signature] = (whole.tag === SEQUENCE && childrenOf(bytes, whole)) || [];
  if (body?.tag !== SEQUENCE || algorithm?.tag !== SEQUENCE || signature?.tag !== BIT_STRING) return undefined;
  const parts = childrenOf(bytes, body) ?? [];
  // [0] version, serial number, signature, issuer, validity, subject, subject public key info, …, [3] extensions
  const first = parts[0]?.tag === 0xa0 ? 1 : 0;
  const [, , issuer, validity, subject, info] = parts.slice(first);
  if (issuer === undefined || validity === undefined || subject === undefined || info?.tag !== SEQUENCE)
    return undefined;
  const times = childrenOf(bytes, validity) ?? [];
  const [name] = childrenOf(bytes, algorithm) ?? [];
  const extensions = extensionsOf(
    bytes,
    parts.find(({ tag }) => tag === 0xa3),
  );
  const constraints = extensions.get(basicConstraints);
  const names = extensions.get(alternativeNames);
  const usage = extensions.get(extendedKeyUsage);
  const usages = ((usage && childrenOf(bytes, usage)) ?? []).map((each) => objectName(bytes, each));
  return {
    key: publicKeyOf(bytes, info),
    weakSignature: weakSignatures[objectName(bytes, name)],
    isSelfIssued: textOf(bytes, issuer) === textOf(bytes, subject),
    isAuthority: isTrueFirst(bytes, constraints),
    names: ((names && childrenOf(bytes, names)) ?? []).flatMap((each) =>
      each.tag === 0x82 ? [textOf(bytes, each)] : [],
    ),
    hasNames: names !== undefined,
    isForServers: usage === undefined || usages.includes(forServers) || usages.includes(anyUsage),
    from: timeOf(bytes, times[0]),
    until: timeOf(bytes, times[1]),
  };
}

/** By name, what stands in the octet string of each. */
function extensionsOf(bytes: Uint8Array, tagged: Element | undefined): ReadonlyMap<string, Element> {
  const [list] = (tagged && childrenOf(bytes, tagged)) ?? [];
  const found = new Map<string, Element>();
  for (const extension of (list && childrenOf(bytes, list)) ?? []) {
    const parts = childrenOf(bytes, extension) ?? [];
    const value = parts.find(({ tag }) => tag === OCTET_STRING);
    const inner = value && elementAt(bytes, value.content, value.end);
    const name = objectName(bytes, parts[0]);
    if (inner !== undefined && !found.has(name)) found.set(name, inner);
  }
  return found;
}

function isTrueFirst(bytes: Uint8Array, sequence: Element | undefined): boolean {
  const [first] = (sequence && childrenOf(bytes, sequence)) ?? [];
  return first?.tag === 0x01 && bytes[first.content] !== 0;
}

/** With the century that UTCTime leaves out (RFC 5280, 4.1.2.5.1). */
function timeOf(bytes: Uint8Array, element: Element | undefined): string {
  if (element === undefined) return '';
  const text = textOf(bytes, element);
  return element.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
}

function textOf(bytes: Uint8Array, { content, end }: Element): string {
  let text = '';
  for (let at = content; at < Math.min(end, content + 4096); at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}
