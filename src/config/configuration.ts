// The keys of `[tool.heed]`: what each may hold, how it is read, and how the JSON schema describes it. One table, so
// that reading, checking and documentation cannot disagree. Documented for users: do not change what a key means.

import { type FileRole, type Severity, severities, type ThreatModel, type VerdictKind } from '../core/index.ts';
import { cleanedUses, type Sanitizer } from '../models/index.ts';
import type { Release } from '../rulekit/index.ts';
import type { ScanOptions } from '../scan/index.ts';
import { readRelease, readVersionRange, type VersionRange } from './python-versions.ts';

export const verdictKinds: readonly VerdictKind[] = ['fail', 'open', 'pass'];
export const threatModels: readonly ThreatModel[] = ['web', 'cli', 'library', 'notebook'];
export const gates: readonly Gate[] = [...severities, 'never'];
const fileRoles: readonly FileRole[] = [
  'app',
  'test',
  'script',
  'example',
  'generated',
  'vendored',
  'stub',
  'notebook',
];

const text = { type: 'string', minLength: 1 };
/** A module and what is in it: `shop.cart.Cart` */
const dottedName = /^[^\s.:*]+(\.[^\s.:*]+)+$/;

/** The least severity that makes the exit code 1. */
export type Gate = Severity | 'never';

export interface Configuration {
  readonly exclude?: readonly string[];
  readonly show?: readonly VerdictKind[];
  readonly gate?: Gate;
  readonly 'min-severity'?: Severity;
  readonly 'threat-model'?: ThreatModel;
  readonly python?: VersionRange;
  readonly expat?: Release;
  readonly openssl?: Release;
  readonly sanitizers?: readonly Sanitizer[];
  readonly roles?: readonly (readonly [pattern: string, role: FileRole])[];
  readonly ignore?: NonNullable<ScanOptions['acknowledged']>;
  readonly pickle?: { readonly 'trusted-names'?: readonly string[] };
}

export type ConfigurationKey = keyof Configuration;

interface Key<Value> {
  readonly description: string;
  /** what a right value looks like, for messages */
  readonly expected: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** `undefined`: not a right value */
  read(value: unknown): Value | undefined;
}

export const configurationKeys: { readonly [K in ConfigurationKey]-?: Key<NonNullable<Configuration[K]>> } = {
  exclude: {
    description: 'Files and folders to leave out, in the pattern language of .gitignore, relative to this file.',
    expected: 'a list of patterns such as ["legacy/", "*_pb2.py"]',
    schema: { type: 'array', items: { type: 'string' } },
    read: (value) => (isListOf(value, isText) ? value : undefined),
  },
  show: {
    description: 'Verdicts that reports list. Verdicts that are not listed are still counted.',
    expected: `a list of ${inWords(verdictKinds)}`,
    schema: { type: 'array', items: { enum: verdictKinds }, uniqueItems: true },
    read: (value) => (isListOf(value, isOneOf(verdictKinds)) ? value : undefined),
  },
  gate: {
    description: 'The least severity of a failure that makes the exit code 1; never: findings do not change it.',
    expected: inWords(gates),
    schema: { enum: gates },
    read: (value) => (isOneOf(gates)(value) ? value : undefined),
  },
  'min-severity': {
    description: 'Reports leave out findings below this severity.',
    expected: inWords(severities),
    schema: { enum: severities },
    read: (value) => (isOneOf(severities)(value) ? value : undefined),
  },
  'threat-model': {
    description: 'Which sources count as hostile. Guessed from the imports when left out.',
    expected: inWords(threatModels),
    schema: { enum: threatModels },
    read: (value) => (isOneOf(threatModels)(value) ? value : undefined),
  },
  python: {
    description: 'The Python versions that the project runs on: "3.12", "3.12.4" or a specifier such as ">=3.9,<3.14".',
    expected: 'a version such as "3.12" or a specifier such as ">=3.9"',
    schema: { type: 'string' },
    read: (value) => (isText(value) ? readVersionRange(value) : undefined),
  },
  expat: {
    description:
      'The version of Expat that parses XML where the project runs: pyexpat.EXPAT_VERSION. Unknown when left out.',
    expected: 'a version such as "2.6.0"',
    schema: { type: 'string' },
    read: (value) => (isText(value) ? readRelease(value.replace(/^expat_/, '')) : undefined),
  },
  openssl: {
    description:
      'The version of OpenSSL that speaks TLS where the project runs: ssl.OPENSSL_VERSION. Unknown when left out.',
    expected: 'a version such as "3.0.13"',
    schema: { type: 'string' },
    read: (value) => (isText(value) ? readRelease(value.replace(/^OpenSSL\s+/i, '')) : undefined),
  },
  sanitizers: {
    description:
      'Functions of the project that make values harmless: canonical name, colon, the use that their result is harmless for.',
    expected: `a list such as ["app.text.clean:shell"], of a function's name and one of ${inWords(cleanedUses)}`,
    schema: { type: 'array', items: { type: 'string', pattern: `^[^:]+:(${cleanedUses.join('|')})$` } },
    read(value) {
      if (!isListOf(value, isText)) return undefined;
      const read = value.map(readSanitizer);
      return read.every((each) => each !== undefined) ? read : undefined;
    },
  },
  roles: {
    description: 'What files are for, by pattern; the last pattern that matches a file decides.',
    expected: `a table from pattern to ${inWords(fileRoles)}`,
    schema: { type: 'object', additionalProperties: { enum: fileRoles } },
    read(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const entries = Object.entries(value);
      return entries.every((entry): entry is [string, FileRole] => isOneOf(fileRoles)(entry[1])) ? entries : undefined;
    },
  },
  ignore: {
    description:
      'Findings that somebody has looked at, by file and rule, for files that hold no comments. Each needs a reason; one that acknowledges nothing is reported.',
    expected:
      'a list such as [{ path = "tests/data/*.pkl", rule = "pickle/untrusted-load", reason = "made by our own tests" }]',
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: text, rule: text, reason: text },
        required: ['path', 'rule', 'reason'],
        additionalProperties: false,
      },
    },
    read: (value) => (isListOf(value, isEntry) ? value : undefined),
  },
  pickle: {
    description:
      'Data: trusted-names lists classes and functions that pickles may name, besides those that heed knows, because loading what uses them does no harm: heed inspect FILE says which names a file needs.',
    expected: 'a table such as { trusted-names = ["shop.cart.Cart"] }',
    schema: {
      type: 'object',
      properties: { 'trusted-names': { type: 'array', items: { type: 'string', pattern: dottedName.source } } },
      additionalProperties: false,
    },
    read(value) {
      if (!isTable(value)) return undefined;
      const { 'trusted-names': names = [], ...others } = value;
      if (Object.keys(others).length > 0 || !isListOf(names, isText)) return undefined;
      return names.every((name) => dottedName.test(name)) ? { 'trusted-names': names } : undefined;
    },
  },
};

/** The JSON schema of `heed.toml` and of the table `[tool.heed]`; `docs/heed.schema.json` holds it. */
export function configurationSchema(): Readonly<Record<string, unknown>> {
  const properties = Object.entries(configurationKeys).map(([key, { description, schema }]) => [
    key,
    { description, ...schema },
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'heed',
    description: 'Configuration of heed: the content of heed.toml, and of the table [tool.heed] in pyproject.toml.',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

/** `critical, high or low` */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `app.text.clean:shell` */
function readSanitizer(text: string): Sanitizer | undefined {
  const [, name, use] = /^([^:\s]+):([a-z-]+)$/.exec(text) ?? [];
  return name !== undefined && isOneOf(cleanedUses)(use) ? [name, use] : undefined;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is NonNullable<Configuration['ignore']>[number] {
  if (!isTable(value) || Object.keys(value).length !== 3) return false;
  return [value.path, value.rule, value.reason].every((each) => isText(each) && each.trim() !== '');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

export function isOneOf<Word extends string>(words: readonly Word[]): (value: unknown) => value is Word {
  return (value): value is Word => (words as readonly unknown[]).includes(value);
}
