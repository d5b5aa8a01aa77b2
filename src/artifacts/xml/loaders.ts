// What the parsers that Python programs use make of a document: which read it, which refuse it, and which leave something
// out. Expat without a handler for external entities fetches nothing; what differs is what the modules above it do then.

import { predefined } from './content.ts';
import type { Document } from './document.ts';

export interface Loading {
  readonly loader: string;
  readonly outcome: 'reads' | 'leaves out' | 'refuses';
  readonly why: string;
}

/** libxml2 goes no deeper unless told to. */
const LIBXML_DEPTH = 256;
const LIBXML_CHAIN = 40;

/** What sets the modules above Expat apart. */
interface Kind {
  readonly loader: string;
  /** stops at an entity that it has not got, instead of leaving it out */
  readonly isStrict: boolean;
  /** reads parameter entities, as SAX has Expat do */
  readonly hasParameters: boolean;
  readonly isLimited: boolean;
}

const kinds: readonly Kind[] = [
  { loader: 'xml.etree.ElementTree', isStrict: true, hasParameters: false, isLimited: true },
  { loader: 'xml.dom.minidom', isStrict: false, hasParameters: false, isLimited: true },
  { loader: 'xml.sax', isStrict: false, hasParameters: true, isLimited: true },
  { loader: 'xml.dom.pulldom', isStrict: false, hasParameters: true, isLimited: true },
];
const unlimited: Kind = { loader: 'xml.sax, Expat before 2.4', isStrict: false, hasParameters: true, isLimited: false };
const defusing: Kind = { loader: 'defusedxml.ElementTree', isStrict: true, hasParameters: false, isLimited: true };

export function loadingsOf(document: Document): readonly Loading[] {
  const old = document.growth.isRefusedWithParameters ? [throughExpat(document, unlimited)] : [];
  return [
    ...kinds.map((kind) => throughExpat(document, kind)),
    ...old,
    throughLibxml(document),
    throughDefused(document),
  ];
}

function throughExpat(document: Document, kind: Kind): Loading {
  const { loader, isStrict } = kind;
  const refusal = refusedByExpat(document, kind);
  if (refusal !== undefined) return { loader, outcome: 'refuses', why: refusal };
  const left = externalEntity(document) ?? unseenEntity(document, kind);
  if (left === undefined) return reads(loader, document);
  return isStrict
    ? { loader, outcome: 'refuses', why: `the entity ${left} is undefined to it` }
    : { loader, outcome: 'leaves out', why: `the entity ${left}` };
}

function externalEntity({ addresses }: Document): string | undefined {
  return addresses.find(({ use, isUsed }) => use === 'external-entity' && isUsed)?.name;
}

/** One that is declared where the parser does not look: outside the document, or behind a parameter entity. */
function unseenEntity(document: Document, { hasParameters }: Pick<Kind, 'hasParameters'>): string | undefined {
  const { references, doctype, isStandalone } = document;
  const behind = (name: string) => doctype?.entities.get(name)?.behind ?? 'nothing';
  const isUnseen = (name: string) =>
    !isStandalone && (hasParameters ? behind(name) === 'external parameters' : behind(name) !== 'nothing');
  return missingEntity(document) ?? [...references.keys()].find(isUnseen);
}

/** An entity that is referred to and not declared here, though it may be in a part that is not read. */
export function missingEntity({ references, doctype }: Document): string | undefined {
  return [...references.keys()].find((name) => doctype?.entities.has(name) !== true);
}

/** Whether declarations may stand where nobody looks: then an undeclared entity is no mistake. */
export function hasUnreadDeclarations({ doctype, isStandalone }: Document): boolean {
  return (
    !isStandalone && doctype !== undefined && (doctype.external !== undefined || doctype.parameterReferences.size > 0)
  );
}

function reads(loader: string, { growth }: Document): Loading {
  const added = growth.entities + growth.defaults;
  const why = added === 0n ? '' : `it grows by ${added.toLocaleString('en')} bytes`;
  return { loader, outcome: 'reads', why };
}

function refusedByExpat(document: Document, { hasParameters, isLimited }: Kind): string | undefined {
  const { encoding, mistake, growth, cycles } = document;
  if (encoding.found === 'UTF-32' || encoding.found === 'EBCDIC') return `it does not read ${encoding.found}`;
  if (encoding.state === 'disagrees' && encoding.mark !== 3) return 'the declared encoding is not that of the bytes';
  // pyexpat takes what maps 256 bytes to 256 characters for an encoding of one byte
  const isTaken = /^iso-?2022-?jp/.test(encoding.declared ?? '');
  if (encoding.state === 'rare' && !isTaken)
    return `it reads no encodings of several bytes, as ${encoding.declared} may be`;
  if (mistake !== undefined) return `it is not well-formed: ${mistake.text}`;
  if (cycles.some(({ isUsed, isParameter }) => isUsed && (hasParameters || !isParameter))) {
    return 'an entity refers to itself';
  }
  if (missingEntity(document) !== undefined && !hasUnreadDeclarations(document)) return 'an entity is not declared';
  const isTooMuch = hasParameters ? growth.isRefusedWithParameters : growth.isRefusedByExpat;
  return isLimited && isTooMuch ? 'it comes to more than 100 times the document and 8 MiB' : undefined;
}

function throughLibxml(document: Document): Loading {
  const loader = 'lxml';
  const refusal = refusedByLibxml(document);
  return refusal === undefined ? reads(loader, document) : { loader, outcome: 'refuses', why: refusal };
}

/** As lxml 6.1 with libxml2 2.14 does without options. */
function refusedByLibxml(document: Document): string | undefined {
  const { encoding, doctype, mistake, cycles, growth, content, chain } = document;
  const { found, mark, state } = encoding;
  if ((found === 'UTF-32' && mark > 0) || (state === 'unmarked' && !encoding.hasDeclaration)) {
    return 'it does not see what it is encoded in';
  }
  if (state === 'disagrees' && found === 'UTF-8' && mark === 0) return 'the declared encoding is not that of the bytes';
  // iconv decodes what heed does not
  if (mistake !== undefined && state !== 'rare') return `it is not well-formed: ${mistake.text}`;
  if (cycles.some(({ isUsed }) => isUsed)) return 'an entity refers to itself';
  if ((doctype?.parameterReferences.size ?? 0) > 0) return 'a parameter entity is referred to, and none is loaded';
  const left = externalEntity(document) ?? missingEntity(document);
  if (left !== undefined) return `the entity ${left} is not loaded, unless resolve_entities is set`;
  if (chain.depth > LIBXML_CHAIN) return `entities refer to entities more than ${LIBXML_CHAIN} times over`;
  if (growth.isRefusedByLibxml) return 'it comes to more than 5 times the document and 1 MB';
  if (Math.max(content.depth, doctype?.modelDepth ?? 0) > LIBXML_DEPTH)
    return `it is nested more than ${LIBXML_DEPTH} deep`;
  return undefined;
}

function throughDefused(document: Document): Loading {
  const { doctype } = document;
  // Expat does not tell of declarations of what is predefined
  const names = [
    ...(doctype?.entities.keys() ?? []),
    ...[...(doctype?.parameters.keys() ?? [])].map((name) => `%${name}`),
  ];
  return names.some((name) => !predefined.has(name))
    ? { loader: defusing.loader, outcome: 'refuses', why: 'it declares entities' }
    : throughExpat(document, defusing);
}
