// What facts about a document mean: how large, how deep, where it reaches, and whether all readers see the same.

import type { Weight } from '../artifact.ts';
import { type Reach, reachOf } from './addresses.ts';
import type { Document } from './document.ts';
import type { Address } from './inclusions.ts';
import { hasUnreadDeclarations, missingEntity } from './loaders.ts';

export interface Told {
  readonly kind: string;
  readonly weight: Weight;
  /** in units */
  readonly at: number;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** Growth that nobody writes a document for: bytes, or times where it is more than a million bytes. */
const BOMB_BYTES = 100_000_000n;
const BOMB_TIMES = 10_000n;
const NOTABLE_BYTES = 1_000_000n;
const NOTABLE_TIMES = 10n;

/** Beyond the first, not shown to be harmless; beyond the second, what no writer makes. */
const depths = [256, 10_000] as const;
const attributeCounts = [256, 10_000] as const;
const chains = [100, 1000] as const;
const models = [100, 10_000] as const;
/** Units of one tag, comment or instruction, which parsers before Expat 2.6 read again with every block that arrives. */
const LONG_TOKEN = 16 * 1024 * 1024;

export function concernsOf(document: Document): readonly Told[] {
  return [...growthOf(document), ...shapeOf(document), ...reachesOf(document), ...disagreementsOf(document)];
}

function growthOf({ growth, cycles, doctypeAt }: Document): readonly Told[] {
  const told: Told[] = [];
  for (const { way, at } of cycles) {
    const [name = '', ...rest] = way;
    told.push({ kind: 'xml:cycle', weight: 'dangerous', at, parameters: { name, way: rest.join(' → ') } });
  }
  const size = BigInt(Math.max(growth.size, 1));
  const added = growth.entities + growth.defaults + growth.parameters;
  const times = (added + size) / size;
  const isBomb = (added > BOMB_BYTES && times > 1n) || (added > NOTABLE_BYTES && times > BOMB_TIMES);
  if (isBomb || (added > NOTABLE_BYTES && times > NOTABLE_TIMES)) {
    const isDefaults = growth.defaults * 2n > added;
    told.push({
      kind: isBomb ? 'xml:bomb' : 'xml:grows',
      weight: isBomb ? 'dangerous' : 'unknown',
      at: doctypeAt,
      parameters: {
        size: sized(added + size),
        times: times.toLocaleString('en'),
        by: isDefaults ? 'default attributes' : 'entities',
        // Expat counts what entities give, and not default attributes
        limited: growth.isRefusedWithParameters ? 'yes' : 'no',
      },
    });
  }
  return told;
}

function sized(bytes: bigint): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let size = bytes;
  while (size >= 10_000n && unit < units.length - 1) {
    size /= 1000n;
    unit++;
  }
  const digits = size.toString();
  return digits.length > 9 ? `10^${digits.length - 1} ${units[unit]}` : `${size.toLocaleString('en')} ${units[unit]}`;
}

function shapeOf({ content, chain, doctype, doctypeAt }: Document): readonly Told[] {
  const told: Told[] = [];
  const measure = (kind: string, count: number, [notable, extreme]: readonly [number, number], at: number) => {
    if (count > notable)
      told.push({ kind, weight: count > extreme ? 'dangerous' : 'unknown', at, parameters: { count } });
  };
  measure('xml:deep', content.depth, depths, content.deepest);
  measure('xml:many-attributes', content.attributes, attributeCounts, content.busiest);
  measure('xml:entity-chain', chain.depth, chains, chain.at);
  measure('xml:deep-model', doctype?.modelDepth ?? 0, models, doctypeAt);
  let declared = 0;
  for (const { size } of doctype?.attributes.values() ?? []) declared = Math.max(declared, size);
  measure('xml:many-attributes', declared, [1000, 10_000], doctypeAt);
  measure('xml:long-token', content.token, [LONG_TOKEN, Number.POSITIVE_INFINITY], content.longest);
  return told;
}

type Weights = Readonly<Record<Exclude<Reach, 'nowhere'>, Weight>>;

/** What it means that a document names a place, by what would be done with it. Parsers of Python follow none by default. */
const weightsByUse: Readonly<Record<Exclude<Address['use'], 'base'>, Weights>> = {
  // published document types are all over honest documents; others may be beside them
  'external-dtd': weights('note', 'unknown', 'unknown', 'note', 'unknown', 'dangerous'),
  'external-entity': weights('unknown', 'unknown', 'dangerous', 'unknown', 'dangerous', 'dangerous'),
  'external-parameter': weights('unknown', 'unknown', 'dangerous', 'note', 'dangerous', 'dangerous'),
  // books are put together from documents; text may be any file
  inclusion: weights('unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'dangerous'),
  'text-inclusion': weights('unknown', 'unknown', 'dangerous', 'unknown', 'dangerous', 'dangerous'),
  // hints, which validators may take; every build file has one
  'schema-hint': weights('note', 'note', 'unknown', 'note', 'note', 'unknown'),
  'schema-import': weights('note', 'note', 'unknown', 'note', 'unknown', 'unknown'),
  stylesheet: weights('note', 'note', 'note', 'note', 'unknown', 'unknown'),
  'stylesheet-import': weights('note', 'note', 'unknown', 'unknown', 'unknown', 'unknown'),
  program: weights('unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'),
};

function weights(
  beside: Weight,
  above: Weight,
  machine: Weight,
  published: Weight,
  network: Weight,
  special: Weight,
): Weights {
  return { beside, above, machine, published, network, special };
}

const places: Readonly<Record<Exclude<Reach, 'nowhere'>, string>> = {
  beside: 'a file beside the document',
  above: 'a file outside the folder of the document',
  machine: 'a file of the machine',
  published: 'a published document',
  network: 'a place on the network',
  special: 'what some parsers run programs or unpack archives for',
};

function reachesOf({ addresses }: Document): readonly Told[] {
  const base = addresses
    .filter(({ use }) => use === 'base')
    .map(({ address }) => reachOf(address))
    .find((reach) => reach === 'machine' || reach === 'network' || reach === 'special');
  return addresses.flatMap(({ use, name, address, publicId, at, isUsed }) => {
    if (use === 'base') return [];
    const own = reachOf(address);
    const reach = (own === 'beside' || own === 'above') && base !== undefined ? base : own;
    const isProgram = use === 'program';
    if (reach === 'nowhere' && !isProgram) return [];
    const place = reach === 'nowhere' ? 'special' : reach;
    let weight = weightsByUse[use][place];
    if (isProgram && /java\.lang\.(Runtime|ProcessBuilder)/.test(address)) weight = 'dangerous';
    // what nothing asks for is not fetched; sets of characters with a public identifier are published
    if (weight === 'dangerous' && !isUsed) weight = 'unknown';
    if (weight === 'dangerous' && use === 'external-parameter' && place === 'network' && publicId !== undefined) {
      weight = 'unknown';
    }
    return [{ kind: `xml:${use}`, weight, at, parameters: { name, address, place: places[place] } }];
  });
}

function disagreementsOf(document: Document): readonly Told[] {
  const { encoding, doctype, doctypeAt, mistake, references } = document;
  const told: Told[] = [];
  const declares =
    doctype !== undefined &&
    doctype.entities.size +
      doctype.parameters.size +
      doctype.defaults.length +
      (doctype.external === undefined ? 0 : 1) >
      0;
  const written = encoding.mark > 0 ? `${encoding.found} with a byte order mark` : encoding.found;
  const shown = { found: written, declared: encoding.declared ?? 'nothing' };
  if (encoding.state !== 'plain') {
    const isHidden = declares && encoding.found !== 'UTF-8';
    if (isHidden) told.push({ kind: 'xml:hidden-declarations', weight: 'dangerous', at: doctypeAt, parameters: shown });
    told.push({ kind: `xml:encoding-${encoding.state}`, weight: 'unknown', at: 0, parameters: shown });
  }
  if (mistake !== undefined) {
    told.push({ kind: 'xml:malformed', weight: 'unknown', at: mistake.at, parameters: { what: mistake.text } });
  }
  const missing = missingEntity(document);
  if (missing !== undefined && !hasUnreadDeclarations(document)) {
    const what = `the entity ${missing} is not declared`;
    told.push({ kind: 'xml:malformed', weight: 'unknown', at: references.get(missing)?.at ?? 0, parameters: { what } });
  }
  for (const { name, value, at } of doctype?.entities.values() ?? []) {
    const standard = standardValues.get(name);
    if (standard !== undefined && (value === undefined || !standard.includes(value))) {
      told.push({ kind: 'xml:predefined-changed', weight: 'unknown', at: doctypeAt + at, parameters: { name } });
    }
  }
  if (!document.isStandalone) {
    const behind = [...(doctype?.entities.values() ?? [])].find(
      (each) => each.behind !== 'nothing' && references.has(each.name),
    );
    if (behind !== undefined) {
      const { name, at } = behind;
      told.push({ kind: 'xml:declared-behind', weight: 'unknown', at: doctypeAt + at, parameters: { name } });
    }
  }
  return told;
}

/** What predefined entities may be declared as (XML 1.0, 4.6), their characters replaced once. */
const standardValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['lt', ['&#60;', '&#x3c;', '&#x3C;']],
  ['gt', ['>', '&#62;', '&#x3e;', '&#x3E;']],
  ['amp', ['&#38;', '&#x26;']],
  ['quot', ['"', '&#34;', '&#x22;']],
  ['apos', ["'", '&#39;', '&#x27;']],
]);
