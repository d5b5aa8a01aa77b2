// Version specifiers of PEP 440, asked at the grain that considerations care about: which minor versions of Python does
// `>=3.9,<3.13` admit? A minor version counts when some patch release of it is admitted. Poetry's `^3.9` and `~3.9` are
// read too.

import { compareVersions, type Release, type Version } from '../rulekit/index.ts';

/** The newest Python that heed knows, and the oldest that it assumes when nothing is said. */
export const newestVersion: Version = [3, 15];
export const defaultMinimum: Version = [3, 9];

/** Every minor version that a specifier can admit, oldest first. */
const knownVersions: readonly Version[] = [
  [2, 6],
  [2, 7],
  ...Array.from({ length: newestVersion[1] + 1 }, (_, minor): Version => [3, minor]),
];

export interface VersionRange {
  readonly minimum: Version;
  readonly maximum: Version;
  /** of `minimum`, the oldest patch release, when one is named */
  readonly patch?: number;
  /** no other release is admitted */
  readonly isExact?: boolean;
}

/** `2.6.0` of a library, `3.11.7` of Python; a number that is left out is 0. `undefined`: not a version. */
export function readRelease(text: string): Release | undefined {
  const found = /^\s*v?(\d+)\.(\d+)(?:\.(\d+))?[a-z]?\s*$/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}

/** `undefined`: not a specifier, or one that admits no version that heed knows. */
export function readVersionRange(text: string): VersionRange | undefined {
  const exact = /^\s*(\d+)\.(\d+)(?:\.(\d+))?\s*$/.exec(text);
  if (exact) {
    const version: Version = [Number(exact[1]), Number(exact[2])];
    if (!knownVersions.some((known) => compareVersions(known, version) === 0)) return undefined;
    const release = exact[3] === undefined ? {} : { patch: Number(exact[3]), isExact: true };
    return { minimum: version, maximum: version, ...release };
  }
  const alternatives = text.split('||').map(readClauses);
  if (alternatives.some((clauses) => clauses === undefined)) return undefined;
  const admitted = knownVersions.filter((version) =>
    alternatives.some((clauses) => clauses?.every((clause) => clause(version))),
  );
  const [minimum, maximum] = [admitted[0], admitted.at(-1)];
  if (minimum === undefined || maximum === undefined) return undefined;
  return { minimum, maximum, ...oldestPatch(text, minimum) };
}

/** `>=3.11.4`, `~=3.11.4`, `==3.11.4`: the lower bound of the oldest minor version, when a single one is written. */
function oldestPatch(text: string, [major, minor]: Version): { readonly patch?: number; readonly isExact?: boolean } {
  const bounds = [...text.matchAll(/(>=?|~=|===?|\^|~)\s*v?(\d+)\.(\d+)\.(\d+)(?![.\w*])/g)].filter(
    ([, , first, second]) => Number(first) === major && Number(second) === minor,
  );
  const [bound] = bounds;
  if (bound === undefined || bounds.length > 1 || text.includes('||')) return {};
  const patch = Number(bound[4]);
  return bound[1]?.startsWith('==') ? { patch, isExact: true } : { patch };
}

type Clause = (version: Version) => boolean;

const clauseText = /^(===|==|!=|~=|<=|>=|<|>|\^|~)\s*v?(\d+)(?:\.(\d+))?((?:\.\d+)*)(\.\*)?[a-z0-9.+-]*$/i;

function readClauses(text: string): readonly Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const clause = readClause(part.trim());
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses.length === 0 ? undefined : clauses;
}

function readClause(text: string): Clause | undefined {
  const found = clauseText.exec(text);
  if (found === null) return undefined;
  const [, operator, majorText, minorText, rest, star] = found;
  const major = Number(majorText);
  const hasMinor = minorText !== undefined;
  const bound: Version = [major, hasMinor ? Number(minorText) : 0];
  const patch = Number(rest?.split('.')[1] ?? 0);
  const isSame: Clause = (version) => (hasMinor ? compareVersions(version, bound) === 0 : version[0] === major);
  switch (operator) {
    case '>=':
    // `>3.7` admits 3.7.1: a minor version is only left out by the next one's bound.
    case '>':
      return (version) => compareVersions(version, bound) >= 0;
    case '<=':
      return (version) => compareVersions(version, bound) <= 0;
    case '<':
      return (version) => compareVersions(version, bound) < (patch > 0 ? 1 : 0);
    case '==':
    case '===':
    case '~':
      return isSame;
    case '!=':
      // `!=3.9.7` leaves the other patch releases of 3.9.
      return star !== undefined && hasMinor && !rest ? (version) => !isSame(version) : () => true;
    case '~=':
      // `~=3.9` means at least 3.9 and below 4; `~=3.9.2` stays in 3.9.
      return rest ? isSame : (version) => version[0] === major && compareVersions(version, bound) >= 0;
    case '^':
      return (version) => version[0] === major && compareVersions(version, bound) >= 0;
    default:
      return undefined;
  }
}
