// What one piece of DER says about itself that somebody should know before using it.

import type { Draft, Weight } from '../artifact.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { type Element, elementAt } from './der.ts';
import { type Key, type PrivateKey, primeBits, privateKeyOf } from './keys.ts';

export interface Told {
  readonly kind: string;
  readonly weight: Weight;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** What the bytes are, in a few words, and what there is to say about it. */
export interface Material {
  readonly description: string;
  readonly told: readonly Told[];
}

/** Labels of PEM (RFC 7468) whose bodies are certificates. */
const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const parameterLabels = new Set(['DH PARAMETERS', 'X9.42 DH PARAMETERS']);
const MIN_PRIME = 2048;

/** `label` is that of PEM; undefined for bytes that stand by themselves, which are nothing unless they fit. */
export function materialOf(bytes: Uint8Array, label: string | undefined): Material | undefined {
  const whole = elementAt(bytes, 0);
  if (whole === undefined) {
    return label === undefined ? undefined : { description: label, told: [told('unreadable', 'unknown', { label })] };
  }
  const found = readMaterial(bytes, whole, label);
  if (found === undefined) return undefined;
  const more = bytes.length - whole.end;
  // what OpenSSL adds to a trusted certificate is known to stand there
  if (more === 0 || label === 'TRUSTED CERTIFICATE') return found;
  const trailing = told('trailing-data', 'unknown', { label: found.description, count: more });
  return { ...found, told: [...found.told, trailing] };
}

function readMaterial(bytes: Uint8Array, whole: Element, label: string | undefined): Material | undefined {
  const key = label === undefined || label.endsWith('PRIVATE KEY') ? privateKeyOf(bytes, whole) : undefined;
  if (key !== undefined) return describeKey(key);
  if (label === undefined || certificateLabels.has(label)) {
    const certificate = certificateOf(bytes, whole);
    if (certificate !== undefined) return describeCertificate(certificate);
  }
  if (label === undefined) return undefined;
  const isKnown = certificateLabels.has(label) || label.endsWith('PRIVATE KEY');
  if (isKnown) return { description: label, told: [told('unreadable', 'unknown', { label })] };
  const bits = parameterLabels.has(label) ? primeBits(bytes, whole) : undefined;
  const isWeak = bits !== undefined && bits < MIN_PRIME;
  const weak = isWeak ? [told('weak-parameters', 'dangerous', { bits })] : [];
  return { description: bits === undefined ? label : `${label}, ${bits} bits`, told: weak };
}

export function describeKey({ key, isEncrypted, container }: PrivateKey): Material {
  if (isEncrypted) return { description: `encrypted private key (${container})`, told: [] };
  const what = nameOf(key);
  return {
    description: `private key: ${what} (${container})`,
    told: [told('private-key', 'dangerous', { what, container })],
  };
}

function describeCertificate(certificate: Certificate): Material {
  const { key, weakSignature, isSelfIssued, isAuthority, names, hasNames, isForServers, from, until } = certificate;
  const concerns: Told[] = [];
  if (key.isWeak) concerns.push(told('weak-key', 'dangerous', { what: nameOf(key) }));
  if (key.exponent !== undefined && (key.exponent < 3 || key.exponent % 2 === 0)) {
    concerns.push(told('weak-exponent', 'dangerous', { exponent: key.exponent }));
  }
  if (weakSignature !== undefined && !isSelfIssued) {
    concerns.push(told('weak-signature', 'dangerous', { algorithm: weakSignature }));
  }
  if (!isAuthority && !isSelfIssued && !hasNames && isForServers) concerns.push(told('no-names', 'unknown', {}));
  const wide = names.find((name) => /^\*(\.[^.]+)?$/.test(name) && !/^\*\.(localhost|local|test|internal)$/.test(name));
  if (wide !== undefined) concerns.push(told('wide-name', 'unknown', { name: wide }));
  const role = isAuthority ? 'authority' : 'certificate';
  return { description: `${role}: ${nameOf(key)}, ${from} to ${until}`, told: concerns };
}

export function tell(draft: Draft, { told: all }: Material, start: number, end: number): void {
  for (const { kind, weight, parameters } of all) draft.concern(kind, weight, { start, end }, parameters);
}

function told(kind: string, weight: Weight, parameters: Told['parameters']): Told {
  return { kind: `tls:${kind}`, weight, parameters };
}

function nameOf({ kind, bits }: Key): string {
  return bits === undefined || /\d/.test(kind) ? kind : `${kind} of ${bits} bits`;
}
