// XML documents (XML 1.0, fifth edition), as Expat, the modules above it and libxml2 read them. Nothing is expanded and
// nothing is fetched: what a document would become is computed, and where it would reach is told.

import { Buffer } from 'node:buffer';
import type { Draft } from '../artifact.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { concernsOf } from './concerns.ts';
import { type Document, readDocument } from './document.ts';
import { hidesDoctypeInUtf7 } from './encoding.ts';
import { loadingsOf } from './loaders.ts';
import { sniffXml } from './sniff.ts';

/** Bytes of a document in UTF-7 that are looked into. */
const MAX_UTF7 = 1024 * 1024;
/** Addresses that are shown. */
const MAX_ADDRESSES = 50;

export const xml: Reader = {
  format: 'xml',
  sniff: sniffXml,
  read(source: ByteSource, draft: Draft, { budget }: Inspection) {
    const document = readDocument(source, budget);
    for (const { kind, weight, at, parameters } of concernsOf(document)) {
      const start = Math.min(document.toByte(at), source.size);
      draft.concern(kind, weight, { start, end: Math.min(start + 1, source.size) }, parameters);
    }
    if (document.encoding.declared === 'utf-7') {
      const text = Buffer.from(source.read(0, MAX_UTF7)).toString('latin1');
      if (hidesDoctypeInUtf7(text)) {
        const parameters = { found: 'ASCII', declared: 'utf-7' };
        draft.concern('xml:hidden-declarations', 'dangerous', { start: 0, end: 1 }, parameters);
      }
    }
    draft.claim(0, Math.min(document.toByte(document.content.end), source.size));
    describe(document, draft);
    if (document.limit !== undefined) throw document.limit;
  },
};

function describe(document: Document, draft: Draft): void {
  const { encoding, content, growth, doctype } = document;
  draft.detail('encoding', encoding.declared ?? encoding.found);
  draft.detail('elements', content.elements.toLocaleString('en'));
  draft.detail('depth', content.depth.toLocaleString('en'));
  if (doctype !== undefined) {
    draft.detail('document type', doctype.name);
    draft.detail('entities', (doctype.entities.size + doctype.parameters.size).toLocaleString('en'));
    const added = growth.entities + growth.defaults + growth.parameters;
    draft.detail('grows by', `${added.toLocaleString('en')} bytes`);
  }
  for (const { use, address } of document.addresses.slice(0, MAX_ADDRESSES)) {
    if (use !== 'schema-hint') draft.detail('names', address);
  }
  for (const { loader, outcome, why } of loadingsOf(document)) {
    draft.line(() => `${loader.padEnd(42)} ${outcome.padEnd(10)} ${why}`.trimEnd());
  }
}
