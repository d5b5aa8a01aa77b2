// Hand-written rows as text. Thousands of small objects are slow to make at start, and most runs ask about a few
// packages: so `npm run generate` writes the rows of each package as one string, which is read when the package is first
// asked about.
//
// Rows end at a semicolon and fields at a bar; the first letter is the kind. A leading dot stands for the package.

import { type CleanedUse, type Concept, concepts } from './concepts.ts';
import type { Provenance, Row } from './model.ts';
import { LINE_SEPARATOR, MODULE_SEPARATOR } from './stdlib-notation.ts';

const FIELD_SEPARATOR = '|';
const conceptNames = Object.keys(concepts) as Concept[];

const letters = {
  source: 's',
  harmless: 'h',
  handed: 'p',
  concept: 'c',
  cleaner: 'k',
  opaque: 'o',
  passes: 'u',
  holder: 'd',
  twin: 't',
  returns: 'r',
  items: 'i',
  class: 'b',
  signature: 'g',
} as const satisfies Readonly<Record<Row['kind'], string>>;

const kindByLetter = new Map(Object.entries(letters).map(([kind, letter]) => [letter as string, kind as Row['kind']]));

/** The package that a name or path belongs to: what stands before the first dot. */
export function packageOf(name: string): string {
  const end = name.search(/[.([]/);
  return end < 0 ? name : name.slice(0, end);
}

/** Rows of each package, and the names that carry each concept, as the generated file has them. */
export function writeRows(rows: readonly Row[]): { packages: string; texts: string; names: string } {
  const byPackage = new Map<string, string[]>();
  const byConcept = new Map<Concept, string[]>();
  for (const row of rows) {
    const owner = packageOf(row.name);
    byPackage.set(owner, [...(byPackage.get(owner) ?? []), writeRow(row, owner)]);
    if (row.kind === 'concept') byConcept.set(row.concept, [...(byConcept.get(row.concept) ?? []), row.name]);
  }
  const packages = [...byPackage.keys()].sort();
  return {
    packages: packages.join(' '),
    texts: packages.map((name) => (byPackage.get(name) as string[]).join(LINE_SEPARATOR)).join(MODULE_SEPARATOR),
    names: conceptNames.map((name) => (byConcept.get(name) ?? []).sort().join(' ')).join(LINE_SEPARATOR),
  };
}

function writeRow(row: Row, owner: string): string {
  const name = row.name.startsWith(`${owner}.`) ? row.name.slice(owner.length) : row.name;
  const fields = [letters[row.kind] + name, ...writeFields(row)];
  while (fields.at(-1) === '') fields.pop();
  return fields.join(FIELD_SEPARATOR);
}

function writeFields(row: Row): string[] {
  switch (row.kind) {
    case 'source':
      return [row.provenance, row.text === row.name ? '' : row.text];
    case 'handed':
      return [row.parameter, row.provenance, row.text === row.name ? '' : row.text, row.className ?? ''];
    case 'concept':
      return [conceptNames.indexOf(row.concept).toString(36), row.parameter ?? '', row.position?.toString() ?? ''];
    case 'cleaner':
      return [row.cleans.join(',')];
    case 'twin':
      return [row.of];
    case 'returns':
    case 'items':
      return [row.className];
    case 'class':
      return [row.bases.join(',')];
    case 'signature':
      return [row.parameters.replaceAll(', ', ',')];
    default:
      return [];
  }
}

export function readRow(text: string, owner: string): Row {
  const [head = '', one = '', two = '', three = '', four = ''] = text.split(FIELD_SEPARATOR);
  const kind = kindByLetter.get(head.charAt(0)) as Row['kind'];
  const ownName = head.slice(1);
  const name = ownName.startsWith('.') ? owner + ownName : ownName;
  switch (kind) {
    case 'source':
      return { kind, name, provenance: one as Provenance, text: two === '' ? name : two };
    case 'handed':
      return {
        kind,
        name,
        parameter: one,
        provenance: two as Provenance,
        text: three === '' ? name : three,
        className: four === '' ? undefined : four,
      };
    case 'concept':
      return {
        kind,
        name,
        concept: conceptNames[Number.parseInt(one, 36)] as Concept,
        parameter: two === '' ? undefined : two,
        position: three === '' ? undefined : Number(three),
      };
    case 'cleaner':
      return { kind, name, cleans: one.split(',') as CleanedUse[] };
    case 'twin':
      return { kind, name, of: one };
    case 'returns':
    case 'items':
      return { kind, name, className: one };
    case 'class':
      return { kind, name, bases: one === '' ? [] : one.split(',') };
    case 'signature':
      return { kind, name, parameters: one };
    default:
      return { kind, name };
  }
}

/** The names that carry each concept, in the order of {@link conceptNames}. */
export function readNames(text: string): ReadonlyMap<Concept, string> {
  const lists = text.split(LINE_SEPARATOR);
  return new Map(conceptNames.map((concept, index) => [concept, lists[index] ?? '']));
}
