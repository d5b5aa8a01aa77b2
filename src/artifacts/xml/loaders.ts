// What the parsers that Python programs use make of a document: which read it, which refuse it, and which leave something
// out. Expat without a handler for external entities fetches nothing; what differs is what the modules above it do then.

import type { Document } from './document.ts';

export interface Loading {
  readonly loader: string;
  readonly outcome: 'reads' | 'leaves out' | 'refuses';
  readonly why: string;
}

/** libxml2 goes no deeper unless told to. */
const LIBXML_DEPTH = 256;

export function loadingsOf(document: Document): readonly Loading[] {
  const external = document.addresses.find(({ use, isUsed }) => use === 'external-entity' && isUsed);
  const missing = missingEntity(document);
  const left = external?.name ?? missing;
  const expat = (loader: string, isStrict: boolean, isLimited: boolean): Loading => {
    const why = refusedByExpat(document, isLimited);
    if (why !== undefined) return { loader, outcome: 'refuses', why };
    if (left === undefined) return reads(loader, document);
    return isStrict
      ? { loader, outcome: 'refuses', why: `the entity ${left} is undefined to it` }
      : { loader, outcome: 'leaves out', why: `the entity ${left}` };
  };
  return [
    expat('xml.etree.ElementTree', true, true),
    expat('xml.dom.minidom', false, true),
    expat('xml.sax', false, true),
    expat('xml.dom.pulldom', false, true),
    ...(document.growth.isRefusedByExpat ? [expat('xml.etree.ElementTree, Expat before 2.4', true, false)] : []),
    libxml(document, left),
    defused(document, expat('defusedxml.ElementTree', true, true)),
  ];
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

function refusedByExpat(document: Document, isLimited: boolean): string | undefined {
  const { encoding, mistake, growth, cycles } = document;
  if (encoding.found === 'UTF-32' || encoding.found === 'EBCDIC') return `it does not read ${encoding.found}`;
  if (encoding.state === 'disagrees' && encoding.mark !== 3) return 'the declared encoding is not that of the bytes';
  if (encoding.state === 'rare') return `it reads no encodings of several bytes, as ${encoding.declared} may be`;
  if (mistake !== undefined) return `it is not well-formed: ${mistake.text}`;
  if (cycles.some((way) => way.some((name) => document.references.has(name)))) return 'an entity refers to itself';
  if (missingEntity(document) !== undefined && !hasUnreadDeclarations(document)) return 'an entity is not declared';
  return isLimited && growth.isRefusedByExpat ? 'it comes to more than 100 times the document and 8 MiB' : undefined;
}

function libxml(document: Document, left: string | undefined): Loading {
  const loader = 'lxml';
  const refuse = (why: string): Loading => ({ loader, outcome: 'refuses', why });
  if (document.mistake !== undefined) return refuse(`it is not well-formed: ${document.mistake.text}`);
  if (document.cycles.length > 0) return refuse('an entity refers to itself');
  if (left !== undefined) return refuse(`the entity ${left} is not loaded, unless resolve_entities is set`);
  if (document.growth.isRefusedByLibxml) return refuse('it comes to more than 5 times the document and 1 MB');
  if (document.content.depth > LIBXML_DEPTH) return refuse(`it is more than ${LIBXML_DEPTH} elements deep`);
  return reads(loader, document);
}

function defused(document: Document, otherwise: Loading): Loading {
  const { loader } = otherwise;
  const { doctype } = document;
  if (doctype === undefined || doctype.entities.size + doctype.parameters.size === 0) return otherwise;
  return { loader, outcome: 'refuses', why: 'it declares entities' };
}
