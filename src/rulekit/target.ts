// What the analysed project runs on. Rules whose consideration depends on a version ask here and say what they assumed.

/** A version as major and minor, e.g. [3, 12]. */
export type Version = readonly [major: number, minor: number];

export interface Target {
  /** the oldest Python that the project says it runs on */
  readonly minimum: Version;
  /** the newest Python to expect */
  readonly maximum: Version;
  /** how `minimum` was found: `requires-python`, `[tool.heed]`, or a default */
  readonly source: 'configuration' | 'requires-python' | 'default';
}

/** Whether every Python that the project may run on is at least this version. */
export function isAtLeast(target: Target, major: number, minor: number): boolean {
  return target.minimum[0] > major || (target.minimum[0] === major && target.minimum[1] >= minor);
}

/** Whether some Python that the project may run on is at least this version. */
export function mayReach(target: Target, major: number, minor: number): boolean {
  return target.maximum[0] > major || (target.maximum[0] === major && target.maximum[1] >= minor);
}
