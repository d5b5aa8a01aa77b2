// What the analysed project runs on. Rules whose consideration depends on a version ask here and say what they assumed.

/** A version as major and minor, e.g. [3, 12]. */
export type Version = readonly [major: number, minor: number];

/** A version to the third number: a release of Python, of Expat or of OpenSSL. */
export type Release = readonly [major: number, minor: number, patch: number];

/** Where it is written what a project runs on. */
export type TargetSource =
  | 'configuration'
  | 'requires-python'
  | 'Pipfile'
  | 'lock file'
  | 'classifiers'
  | 'Dockerfile'
  | 'runtime.txt'
  | '.python-version'
  | 'default';

/** What bounds the version of a library that the project runs with. */
export interface Requirement {
  /** the oldest version that is admitted, and the first that is not any more */
  readonly minimum: readonly number[] | undefined;
  readonly below: readonly number[] | undefined;
  /** as it is written: `lxml>=4.2`, and the file that says it */
  readonly text: string;
  readonly file: string;
}

/** By name of the package, as PEP 503 normalizes it. */
export type Requirements = Readonly<Record<string, readonly Requirement[]>>;

export interface Target {
  /** the oldest Python that the project says it runs on */
  readonly minimum: Version;
  /** the newest Python to expect */
  readonly maximum: Version;
  /** how `minimum` was found */
  readonly source: TargetSource;
  /** of `minimum`, the oldest patch release that is admitted, where one is named: 4 of `>=3.11.4` */
  readonly patch?: number | undefined;
  /** no other release than that one */
  readonly isExact?: boolean | undefined;
  /** the very release that the project is deployed with, where something names one to the third number */
  readonly deployed?: { readonly release: Release; readonly source: TargetSource } | undefined;
  /** the library that parses XML, and the one that speaks TLS, when the configuration names their versions */
  readonly expat?: Release | undefined;
  readonly openssl?: Release | undefined;
  /** what the project says of the libraries that it runs with */
  readonly requirements?: Requirements | undefined;
}

/** Whether every Python that the project may run on is at least this version. */
export function isAtLeast(target: Target, major: number, minor: number): boolean {
  return compareVersions(target.minimum, [major, minor]) >= 0;
}

/** Whether some Python that the project may run on is at least this version. */
export function mayReach(target: Target, major: number, minor: number): boolean {
  return compareVersions(target.maximum, [major, minor]) >= 0;
}

/**
 * Whether the project's requirements admit a version of a library before `since`. All of them hold at once, so that one
 * which rules it out decides; `requirement` is the one that says so.
 */
export function admitsOlder(
  target: Target,
  library: string,
  since: readonly number[],
): { readonly answer: 'yes' | 'no' | 'unknown'; readonly requirement: Requirement | undefined } {
  const all = target.requirements?.[library] ?? [];
  const newer = all.find(({ minimum }) => minimum !== undefined && compareVersions(minimum, since) >= 0);
  if (newer !== undefined) return { answer: 'no', requirement: newer };
  const older = all.find(
    ({ minimum, below }) => minimum !== undefined || (below && compareVersions(below, since) <= 0),
  );
  return older === undefined ? { answer: 'unknown', requirement: all[0] } : { answer: 'yes', requirement: older };
}

/** The releases of Python that a mistake was mended in. */
export interface Fix {
  /** the first minor version that had it; all of them, when left out */
  readonly from?: Version;
  /** the first minor version that never had the mistake */
  readonly since: Version;
  /** of older minor versions (`3.11`), the first patch release without it; the others never got the fix */
  readonly backports: Readonly<Record<string, number>>;
}

export type FixState =
  /** every release that the project may run on has it */
  | { readonly kind: 'fixed' }
  /** the project is known to run on one that lacks it, as `source` says */
  | { readonly kind: 'missing'; readonly release: string; readonly source: TargetSource }
  /** some may lack it; `release` is the oldest of these, to the third number where that is known */
  | { readonly kind: 'unknown'; readonly release: string };

/** Whether the releases of Python that the project may run on have a fix. */
export function fixState(target: Target, fix: Fix): FixState {
  const { deployed, source } = target;
  if (deployed !== undefined && !hasFix(deployed.release, fix)) {
    return { kind: 'missing', release: deployed.release.join('.'), source: deployed.source };
  }
  const perhaps: { readonly release: string; readonly isCertain: boolean }[] = [];
  let count = 0;
  for (let [major, minor] = target.minimum; compareVersions([major, minor], target.maximum) <= 0; minor++) {
    // There is nothing between 2.7 and 3.0.
    if (major === 2 && minor > 7) [major, minor] = [3, 0];
    count++;
    if (compareVersions([major, minor], fix.since) >= 0 || isBefore([major, minor], fix)) continue;
    const needed = fix.backports[`${major}.${minor}`];
    const patch = count === 1 ? target.patch : undefined;
    if (needed !== undefined && patch !== undefined && patch >= needed) continue;
    const release = patch === undefined ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
    perhaps.push({ release, isCertain: needed === undefined || (patch !== undefined && target.isExact === true) });
  }
  const [oldest] = perhaps;
  if (oldest === undefined) return { kind: 'fixed' };
  return perhaps.length === count && perhaps.every(({ isCertain }) => isCertain)
    ? { kind: 'missing', release: oldest.release, source }
    : { kind: 'unknown', release: oldest.release };
}

/** Below zero: the first is the older one. */
export function compareVersions(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function hasFix([major, minor, patch]: Release, fix: Fix): boolean {
  return (
    compareVersions([major, minor], fix.since) >= 0 ||
    isBefore([major, minor], fix) ||
    patch >= (fix.backports[`${major}.${minor}`] ?? Number.POSITIVE_INFINITY)
  );
}

function isBefore(version: Version, { from }: Fix): boolean {
  return from !== undefined && compareVersions(version, from) < 0;
}
