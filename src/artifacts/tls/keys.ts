// Keys: of which kind and how strong, as they stand in certificates (RFC 5280), PKCS #1, #8 and #12, SEC 1 and OpenSSH.

import {
  BIT_STRING,
  bitsOf,
  childrenOf,
  type Element,
  elementAt,
  INTEGER,
  OCTET_STRING,
  objectName,
  SEQUENCE,
  smallInteger,
} from './der.ts';

export interface Key {
  /** `RSA`, `P-256`, `Ed25519` */
  readonly kind: string;
  /** undefined where it is not known */
  readonly bits: number | undefined;
  readonly exponent?: number | undefined;
  /** broken by computing today, or soon: below 112 bits of strength (NIST SP 800-57) */
  readonly isWeak: boolean;
}

export interface PrivateKey {
  readonly key: Key;
  readonly isEncrypted: boolean;
  /** PKCS #8, PKCS #12 */
  readonly container: string;
}

const curves: Readonly<Record<string, readonly [name: string, bits: number]>> = {
  '1.2.840.10045.3.1.1': ['P-192', 192],
  '1.2.840.10045.3.1.7': ['P-256', 256],
  '1.3.132.0.33': ['P-224', 224],
  '1.3.132.0.34': ['P-384', 384],
  '1.3.132.0.35': ['P-521', 521],
  '1.3.132.0.10': ['secp256k1', 256],
  '1.3.132.0.8': ['secp160r1', 160],
  '1.3.132.0.6': ['secp112r1', 112],
  '1.3.36.3.3.2.8.1.1.7': ['brainpoolP256r1', 256],
  '1.3.36.3.3.2.8.1.1.11': ['brainpoolP384r1', 384],
  '1.3.36.3.3.2.8.1.1.13': ['brainpoolP512r1', 512],
};

const MIN_RSA = 2048;
const MIN_CURVE = 224;

const unknownKey: Key = { kind: 'a key of unknown kind', bits: undefined, isWeak: false };

/** `AlgorithmIdentifier` and the key that it is about: a modulus with its exponent, or nothing that is looked at. */
export function keyOf(bytes: Uint8Array, algorithm: Element | undefined, numbers: Element | undefined): Key {
  const [name, parameters] = (algorithm && childrenOf(bytes, algorithm)) ?? [];
  switch (objectName(bytes, name)) {
    case '1.2.840.113549.1.1.1':
    case '1.2.840.113549.1.1.10':
      return rsaOf(bytes, numbers);
    case '1.2.840.10040.4.1': {
      const [prime] = (parameters && childrenOf(bytes, parameters)) ?? [];
      return sized('DSA', prime && bitsOf(bytes, prime), MIN_RSA);
    }
    case '1.2.840.10045.2.1':
      return curveOf(objectName(bytes, parameters));
    case '1.3.101.112':
      return { kind: 'Ed25519', bits: 256, isWeak: false };
    case '1.3.101.113':
      return { kind: 'Ed448', bits: 456, isWeak: false };
    default:
      return unknownKey;
  }
}

/** `SubjectPublicKeyInfo` */
export function publicKeyOf(bytes: Uint8Array, info: Element | undefined): Key {
  const [algorithm, bits] = (info && childrenOf(bytes, info)) ?? [];
  const numbers = bits?.tag === BIT_STRING ? elementAt(bytes, bits.content + 1, bits.end) : undefined;
  return keyOf(bytes, algorithm, numbers);
}

/** The private key that an element is; undefined for everything else. */
export function privateKeyOf(bytes: Uint8Array, whole: Element): PrivateKey | undefined {
  const parts = whole.tag === SEQUENCE ? childrenOf(bytes, whole) : undefined;
  if (parts === undefined) return undefined;
  const [first, second, third] = parts;
  if (first?.tag === SEQUENCE && second?.tag === OCTET_STRING && parts.length === 2) {
    const [name] = childrenOf(bytes, first) ?? [];
    const isEncryption = /^1\.2\.840\.113549\.1\.(5|12\.1)\./.test(objectName(bytes, name));
    return isEncryption ? { key: unknownKey, isEncrypted: true, container: 'PKCS #8' } : undefined;
  }
  const version = smallInteger(bytes, first);
  if (version === undefined || version > 3) return undefined;
  if (second?.tag === SEQUENCE && third?.tag === OCTET_STRING) {
    const inner = elementAt(bytes, third.content, third.end);
    const numbers = inner === undefined ? undefined : privateNumbers(bytes, inner);
    return { key: keyOf(bytes, second, numbers), isEncrypted: false, container: 'PKCS #8' };
  }
  if (version === 3 && second?.tag === SEQUENCE) return storeOf(bytes, whole, second);
  if (parts.length >= 9 && parts.every(({ tag }, at) => tag === INTEGER || at > 8)) {
    return { key: rsaNumbers(bytes, parts.slice(1)), isEncrypted: false, container: 'PKCS #1' };
  }
  if (version === 0 && parts.length === 6 && parts.every(({ tag }) => tag === INTEGER)) {
    return { key: sized('DSA', bitsOf(bytes, second as Element), MIN_RSA), isEncrypted: false, container: 'OpenSSL' };
  }
  if (version === 1 && second?.tag === OCTET_STRING) {
    const curve = parts.find(({ tag }) => tag === 0xa0);
    const name = curve && elementAt(bytes, curve.content, curve.end);
    return { key: curveOf(objectName(bytes, name)), isEncrypted: false, container: 'SEC 1' };
  }
  return undefined;
}

/** A key of OpenSSH (PROTOCOL.key): `none` is the name of the cipher that encrypts nothing. */
export function opensshKeyOf(bytes: Uint8Array): PrivateKey | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 64));
  if (!text.startsWith('openssh-key-v1\0')) return undefined;
  const isEncrypted = !text.startsWith('\0\0\0\x04none', 15);
  return { key: unknownKey, isEncrypted, container: 'OpenSSH' };
}

const keyBag = '1.2.840.113549.1.12.10.1.1';
const data = '1.2.840.113549.1.7.1';

/** PKCS #12 (RFC 7292): bags, of which those of certificates and some of keys are encrypted. */
function storeOf(bytes: Uint8Array, whole: Element, contents: Element): PrivateKey | undefined {
  const [name] = childrenOf(bytes, contents) ?? [];
  if (!/^1\.2\.840\.113549\.1\.7\.[12]$/.test(objectName(bytes, name))) return undefined;
  // the names of bags stand as they are wherever the bags are not encrypted
  const isOpen = objectsIn(bytes, whole).has(keyBag);
  return { key: unknownKey, isEncrypted: !isOpen, container: 'PKCS #12' };
}

/** Names of objects in an element, and in what octet strings hold: a few thousand elements at most. */
function objectsIn(bytes: Uint8Array, root: Element): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [root];
  for (let steps = 0; left.length > 0 && steps < 10_000; steps++) {
    const element = left.pop() as Element;
    if (element.tag === 0x06) found.add(objectName(bytes, element));
    else if (element.tag === OCTET_STRING || (element.tag & 0x20) !== 0)
      left.push(...(childrenOf(bytes, element) ?? []));
  }
  found.delete(data);
  return found;
}

/** Parameters for Diffie-Hellman (PKCS #3, X9.42): bits of the prime. */
export function primeBits(bytes: Uint8Array, whole: Element): number | undefined {
  const [prime] = childrenOf(bytes, whole) ?? [];
  return prime?.tag === INTEGER ? bitsOf(bytes, prime) : undefined;
}

/** Of a private key, those of the public one. */
function privateNumbers(bytes: Uint8Array, inner: Element): Element | undefined {
  const [, modulus, exponent] = childrenOf(bytes, inner) ?? [];
  return modulus?.tag === INTEGER && exponent?.tag === INTEGER
    ? { tag: SEQUENCE, start: modulus.start, content: modulus.start, end: exponent.end }
    : undefined;
}

function rsaOf(bytes: Uint8Array, numbers: Element | undefined): Key {
  const parts = (numbers && childrenOf(bytes, numbers)) ?? [];
  return rsaNumbers(bytes, parts);
}

function rsaNumbers(bytes: Uint8Array, [modulus, exponent]: readonly Element[]): Key {
  const key = sized('RSA', modulus?.tag === INTEGER ? bitsOf(bytes, modulus) : undefined, MIN_RSA);
  return { ...key, exponent: smallInteger(bytes, exponent) };
}

function curveOf(name: string): Key {
  const [kind, bits] = curves[name] ?? [];
  return kind === undefined ? { kind: 'EC', bits: undefined, isWeak: false } : sized(kind, bits, MIN_CURVE);
}

function sized(kind: string, bits: number | undefined, least: number): Key {
  return { kind, bits, isWeak: bits !== undefined && bits < least };
}
