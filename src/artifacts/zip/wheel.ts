// What installing a wheel does besides putting files into folders (PEP 427, PEP 491): its RECORD promises what is in it, and
// some files are run as soon as Python starts. A wheel is an archive with a `*.dist-info/RECORD`.

import type { Draft } from '../artifact.ts';
import { type Digest, startDigest } from '../compression/checksums.ts';
import type { ByteSource } from '../source.ts';
import type { Member } from './layout.ts';

export interface Wheel {
  readonly record: Member;
  /** hashes by name, as RECORD writes them: `sha256=…`; empty where it gives none */
  readonly hashes: ReadonlyMap<string, string>;
}

const MAX_RECORD = 16 * 1024 ** 2;

export const isRecord = ({ name }: Member): boolean => /^[^/]+\.dist-info\/RECORD$/.test(name.python);

export function readRecord(record: Member, content: ByteSource): Wheel | undefined {
  if (content.size > MAX_RECORD) return undefined;
  const hashes = new Map<string, string>();
  for (const row of readRows(new TextDecoder().decode(content.read(0, content.size)))) {
    const [name = '', hash = ''] = row;
    if (name !== '') hashes.set(name.replaceAll('\\', '/'), hash);
  }
  return { record, hashes };
}

/** Rows of a table as Python's csv module writes them. */
function* readRows(text: string): Generator<readonly string[]> {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const cells: string[] = [];
    for (let at = 0; at <= line.length && line !== ''; ) {
      if (line[at] === '"') {
        let cell = '';
        for (at++; at < line.length; at++) {
          if (line[at] !== '"') cell += line[at];
          else if (line[at + 1] === '"') cell += line[++at];
          else break;
        }
        cells.push(cell);
        at += 2;
      } else {
        const comma = line.indexOf(',', at);
        const end = comma < 0 ? line.length : comma;
        cells.push(line.slice(at, end));
        at = end + 1;
      }
    }
    if (cells.length > 0) yield cells;
  }
}

/** Signatures of RECORD cannot be in it, nor can its own hash (PEP 427, "Signed wheel files"). */
const isExempt = (wheel: Wheel, name: string): boolean =>
  name === wheel.record.name.python || name === `${wheel.record.name.python}.jws` || name.endsWith('/RECORD.p7s');

/** What to feed a member's bytes to, to compare them with what is recorded; undefined: nothing is recorded. */
export function startComparison(
  wheel: Wheel,
  member: Member,
  draft: Draft,
): { readonly also: (bytes: Uint8Array) => void; readonly finish: () => void } | undefined {
  const name = member.name.python;
  if (name.endsWith('/') || isExempt(wheel, name)) return undefined;
  const recorded = wheel.hashes.get(name);
  const { span } = member.local;
  if (recorded === undefined) {
    draft.concern('zip:not-recorded', 'unknown', span, { name: member.shown });
    return undefined;
  }
  const [algorithm = '', hash = ''] = recorded.split('=');
  const digest = digestOf(algorithm);
  if (digest === undefined) {
    draft.concern('zip:record-weak', 'unknown', span, { name: member.shown, hash: algorithm || 'no hash' });
    return undefined;
  }
  return {
    also: (bytes) => digest.update(bytes),
    finish() {
      if (digest.base64() !== hash) draft.concern('zip:record-differs', 'unknown', span, { name: member.shown });
    },
  };
}

function digestOf(algorithm: string): Digest | undefined {
  return algorithm === 'sha256' || algorithm === 'sha384' || algorithm === 'sha512'
    ? startDigest(algorithm)
    : undefined;
}

/** Where files of a wheel are put on the path of modules: its root, and its `.data` folders of that name. */
const siteFile = /^(?:[^/]+\.data\/(?:purelib|platlib)\/)?[^/]+\.pth$/;
const startFile = /^(?:[^/]+\.data\/(?:purelib|platlib)\/)?(?:sitecustomize|usercustomize)\.py$/;
const MAX_PATH_FILE = 1024 ** 2;

/** Says which members run whenever Python starts. */
export function checkStart({ name, shown, local }: Member, content: ByteSource, draft: Draft): void {
  if (startFile.test(name.python)) {
    draft.concern('zip:runs-at-start', 'unknown', local.span, { name: shown });
  } else if (siteFile.test(name.python)) {
    const text = new TextDecoder().decode(content.read(0, MAX_PATH_FILE));
    // As `site.addpackage` decides.
    if (/^import[ \t]/m.test(text)) draft.concern('zip:runs-at-start', 'unknown', local.span, { name: shown });
  }
}

/** Says which members are programs, and which are compiled code that nobody can read the source of. */
export function checkPrograms(members: readonly Member[], draft: Draft): void {
  const names = new Set(members.map(({ name }) => name.python));
  let programs = 0;
  for (const { name, shown, local } of members) {
    const { python } = name;
    if (/\.(so|pyd|dll|dylib|exe)$|\.so\.\d/i.test(python)) programs++;
    if (!python.endsWith('.pyc') || python.includes('__pycache__/')) continue;
    if (!names.has(python.slice(0, -1))) draft.concern('zip:no-source', 'unknown', local.span, { name: shown });
  }
  if (programs > 0) draft.detail('compiled files', programs.toLocaleString('en'));
}
