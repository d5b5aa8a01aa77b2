// Configurations for logging.config.dictConfig() in JSON, YAML and TOML, wherever in a document: maps that name classes and
// factories, which are imported and called with what else the map holds (Lib/logging/config.py, DictConfigurator).

import type { Span } from '../../core/index.ts';
import type { Draft } from '../artifact.ts';
import { readDocuments } from '../documents/read.ts';
import { type DocumentNode, type DocumentTree, entryOf, nodesBelow, scalarOf } from '../documents/tree.ts';
import type { Inspection, Reader } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { encodingOf, isWritten, mentions, readText, type Text } from '../text/decode.ts';
import { callableOf, harmlessReferences } from './callables.ts';
import { judgeFormat, judgeHandler } from './settings.ts';

const longestFile = 16 * 1024 * 1024;
const parts = ['formatters', 'filters', 'handlers', 'loggers', 'root'];
/** How the words above can be written without being there: "\u0068andlers". */
const escapes = ['\\u00', '\\x', '\\U', '\\\n'];
/** How a factory is named, in JSON and in YAML. */
const calls = ['"()"', "'()'", '():', '() :'];

export const loggingDict: Reader = {
  format: 'logging-dict',
  sniff(source, name) {
    const text = candidate(source, name);
    if (text === undefined) return undefined;
    if (text === 'too long') return 'perhaps';
    const { documents, problem } = readDocuments(text.text, name);
    if (documents.some((document) => configurationsIn(document).length > 0)) return 'certain';
    // What CPython's loaders would not read either is none; what is only too much may be.
    return /too|more than/.test(problem ?? '') && looksLikeOne(text.text) ? 'perhaps' : undefined;
  },
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const text = candidate(source, draft.name);
    if (text === undefined || text === 'too long') {
      draft.concern('logging:unread', 'unknown', { start: 0, end: 0 }, { why: 'the file is too long' });
      return;
    }
    inspection.budget.keep(source.size);
    new DictReading(text, draft, inspection).read(readDocuments(text.text, draft.name));
    inspection.budget.release(source.size);
  },
};

function candidate(source: ByteSource, name: string): Text | 'too long' | undefined {
  const encoding = isWritten(name) ? undefined : encodingOf(source);
  // Markup is no document of these kinds.
  const start = source.read(0, 64).find((byte) => byte > 0x20 && byte < 0x80);
  if (encoding === undefined || start === 0x3c) return undefined;
  const isSpelt = mentions(source, encoding, ['version']) && mentions(source, encoding, parts.slice(0, 4));
  if (!isSpelt && !mentions(source, encoding, escapes)) return undefined;
  if (source.size > longestFile) return isSpelt && mentions(source, encoding, calls) ? 'too long' : undefined;
  const text = readText(source, longestFile);
  return text !== undefined && mayHoldVersion(text.text, name) ? text : undefined;
}

/**
 * 1, however JSON, YAML 1.1 and TOML write numbers and truth; whatever may round to it or is computed; and what stands
 * elsewhere, which dictConfig() looks up.
 */
const one = String.raw`(?:\+?(?:0[box])?[0_]{0,40}1_{0,40}(?:\.[0_]{0,40})?|[01]\.\d{16,60}|\+?[0_:]{1,40}:[0_]{0,40}1|\+?[\d_]{0,40}\.?[\d_]{0,40}e[+-]?\d{1,40}|true|yes|on|(?:cfg|ext)://[^"'\n]{1,200})`;
/** `version`, with the sign behind a key, and a 1; or what may stand between or instead of them in YAML */
const versionOne = new RegExp(String.raw`version["']?\s*(?::\s*(?:["']?${one}(?![\w.])|[*!&#|>])|#)`, 'i');
/** … in TOML, whose values are converted before anybody sees them */
const versionInToml = /version["']?[ \t]*=/;
/** `*name : value`, and `&name`, which it stands for */
const aliasAsKey = /(?:^|[\s,{[?])\*[^\s,[\]{}]+\s*:/;
const anchor = /(?:^|[\s,{[])&[^\s,[\]{}]+\s/;
/** `\u0076`, `\x76`, and lines that go on */
const escaped = /\\(?:(?:u00|x|U000000)([0-9a-fA-F]{2})|\r?\n[ \t]*)/g;

/**
 * Whether text can hold a key `version` of value 1, in whatever format and with whatever escapes: most that mentions one does
 * not, and reading documents takes a hundred times as long.
 */
function mayHoldVersion(text: string, name: string): boolean {
  const plain = text.replace(escaped, (_, digits = '') =>
    digits === '' ? '' : String.fromCharCode(Number.parseInt(digits, 16)),
  );
  if (/\.toml$/i.test(name)) return versionInToml.test(plain);
  return versionOne.test(plain) || (plain.includes('version') && aliasAsKey.test(plain) && anchor.test(plain));
}

/** Of a document that cannot be taken apart. */
function looksLikeOne(text: string): boolean {
  return /\bversion\b/.test(text) && /\b(?:handlers|formatters)\b/.test(text) && /\(\)|\bclass\b/.test(text);
}

const isOne = new RegExp(`^${one}$`, 'i');

/** Maps that dictConfig() would take: of version 1, with one of its parts. */
function configurationsIn(document: DocumentNode): readonly DocumentNode[] {
  const found: DocumentNode[] = [];
  for (const node of nodesBelow(document)) {
    if (node.kind !== 'map') continue;
    if (!isOne.test(scalarOf(entryOf(node, 'version')) ?? '')) continue;
    if (parts.some((part) => mayBeMap(entryOf(node, part)))) found.push(node);
  }
  return found;
}

function mayBeMap(node: DocumentNode | undefined): boolean {
  return node?.kind === 'map' || /^(?:cfg|ext):\/\//.test(scalarOf(node) ?? '');
}

class DictReading {
  readonly #text: Text;
  readonly #draft: Draft;
  readonly #inspection: Inspection;

  constructor(text: Text, draft: Draft, inspection: Inspection) {
    this.#text = text;
    this.#draft = draft;
    this.#inspection = inspection;
  }

  read({ documents, problem }: DocumentTree): void {
    if (problem !== undefined) this.#draft.concern('logging:unread', 'unknown', { start: 0, end: 0 }, { why: problem });
    const found = documents.flatMap(configurationsIn);
    this.#draft.detail('configurations', String(found.length));
    for (const configuration of found) this.#readConfiguration(configuration);
  }

  #readConfiguration(configuration: DocumentNode): void {
    for (const part of ['formatters', 'filters', 'handlers']) {
      // Of names that are there twice, loaders take one or the other.
      for (const { key, value } of entriesNamed(configuration, part).flatMap((each) => mapAt(configuration, each))) {
        this.#readObject(configuration, part, `${part}.${key}`, resolve(configuration, value) ?? value);
      }
    }
    for (const node of nodesBelow(configuration)) {
      this.#inspection.budget.spend();
      if (node.kind === 'scalar') this.#readReference(node);
      if (node.kind !== 'map') continue;
      for (const { key, value } of node.entries) {
        if (key === '()') this.#judgeCalled(configuration, value, '"()"');
        if (key === '.') this.#readAttributes(configuration, value);
      }
    }
  }

  #readObject(configuration: DocumentNode, part: string, where: string, node: DocumentNode): void {
    const classes = entriesNamed(node, 'class');
    const hasFactory = entriesNamed(node, '()').length > 0;
    if (!hasFactory && part !== 'filters') {
      for (const each of classes) this.#judgeCalled(configuration, each, where);
    }
    if (part === 'formatters') {
      const format = entryOf(node, 'format');
      if (scalarOf(entryOf(node, 'style')) === '{' && format?.kind === 'scalar') {
        judgeFormat(this.#draft, format.text, where, this.#spanOf(format));
      }
    }
    if (part !== 'handlers') return;
    // Since Python 3.12 names of what is called, and maps with "()".
    for (const key of ['queue', 'listener']) {
      for (const value of entriesNamed(node, key)) {
        if (value.kind === 'scalar') this.#judgeCalled(configuration, value, `${where}.${key}`);
      }
    }
    const named = resolve(configuration, classes.at(-1));
    const text = (...keys: readonly string[]) =>
      keys.map((key) => scalarOf(resolve(configuration, entryOf(node, key)))).find((each) => each !== undefined);
    const host = entryOf(node, 'mailhost') ?? entryOf(node, 'address');
    judgeHandler(this.#draft, {
      where,
      className: scalarOf(named) ?? '',
      span: this.#spanOf(classes.at(-1) ?? node),
      filename: text('filename', 'baseFilename'),
      mode: text('mode'),
      host: text('host') ?? scalarOf(host) ?? (host?.kind === 'list' ? scalarOf(host.items[0]) : undefined),
      hasCredentials: entryOf(node, 'credentials')?.kind === 'list',
      isSecure: entryOf(node, 'secure') !== undefined && text('secure') !== 'false',
    });
  }

  /** A name that is imported and called with the rest of its map. */
  #judgeCalled(configuration: DocumentNode, given: DocumentNode, where: string): void {
    const node = resolve(configuration, given);
    const span = this.#spanOf(given);
    if (node?.kind !== 'scalar') {
      this.#draft.concern('logging:named', 'unknown', span, { where, name: 'what is no name' });
      return;
    }
    const name = node.text.replace(/^ext:\/\//, '');
    this.#draft.lookUp(name);
    this.#draft.line(() => `${where} calls ${name}`);
    const callable = callableOf(name, this.#inspection.options.trusted);
    if (callable.kind === 'unknown') this.#draft.concern('logging:named', 'unknown', span, { where, name });
    if (callable.kind === 'harmful') {
      this.#draft.concern('logging:harmful', 'dangerous', span, { where, name, does: callable.does });
    }
  }

  /** `ext://sys.stdout`: imported and looked up wherever it stands, called by nobody. */
  #readReference(node: DocumentNode & { readonly kind: 'scalar' }): void {
    if (!node.text.startsWith('ext://')) return;
    const name = node.text.slice('ext://'.length);
    this.#draft.lookUp(name);
    const isHarmless =
      harmlessReferences.has(name) || callableOf(name, this.#inspection.options.trusted).kind === 'harmless';
    if (!isHarmless) this.#draft.concern('logging:referred', 'unknown', this.#spanOf(node), { name });
  }

  /** `".": {"name": value}`: attributes of what was made. */
  #readAttributes(configuration: DocumentNode, node: DocumentNode): void {
    for (const { key, keyNode } of mapAt(configuration, node)) {
      this.#draft.concern('logging:attributes', 'unknown', this.#spanOf(keyNode), { name: key });
    }
  }

  #spanOf(node: DocumentNode): Span {
    return this.#text.span(node.span);
  }
}

function entriesOf(node: DocumentNode) {
  return node.kind === 'map' ? node.entries : [];
}

/** Of a map, or of one that lies elsewhere in the configuration. */
function mapAt(configuration: DocumentNode, node: DocumentNode) {
  const map = resolve(configuration, node);
  return map === undefined ? [] : entriesOf(map);
}

function entriesNamed(node: DocumentNode, name: string): readonly DocumentNode[] {
  return entriesOf(node).flatMap(({ key, value }) => (key === name ? [value] : []));
}

/** Goes where `cfg://handlers.file.class` and `cfg://names[0]` lead. */
function resolve(configuration: DocumentNode, given: DocumentNode | undefined): DocumentNode | undefined {
  let node = given;
  for (let hops = 0; hops < 8 && node?.kind === 'scalar' && node.text.startsWith('cfg://'); hops++) {
    let at: DocumentNode | undefined = configuration;
    const path = node.text
      .slice('cfg://'.length)
      .matchAll(/\s{0,8}(?:\.?\s{0,8}(\w+)|\[\s{0,8}(\w+)\s{0,8}\])\s{0,8}/g);
    for (const [, word, index] of path) {
      const key = word ?? index ?? '';
      at = at?.kind === 'list' ? at.items[Number(key)] : entryOf(at, key);
    }
    node = at;
  }
  return node;
}
