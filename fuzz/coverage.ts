// How much of the readers has run, as V8 counts it: functions, and characters of code inside blocks.

import { Session } from 'node:inspector/promises';

export interface Coverage {
  readonly files: number;
  readonly functions: number;
  readonly functionsRun: number;
  readonly characters: number;
  readonly charactersRun: number;
  /** by folder of `src/artifacts` */
  readonly byFolder: ReadonlyMap<string, { readonly characters: number; readonly charactersRun: number }>;
}

export async function startCoverage(): Promise<() => Promise<Coverage>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const scripts = result.filter(({ url }) => url.includes('/src/artifacts/'));
    const byFolder = new Map<string, { characters: number; charactersRun: number }>();
    let [functions, functionsRun] = [0, 0];
    for (const { url, functions: found } of scripts) {
      const inside = url.slice(url.indexOf('/src/artifacts/') + '/src/artifacts/'.length).replace(/\?.*$/, '');
      const folder = inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : '.';
      const size = Math.max(...found.flatMap(({ ranges }) => ranges.map(({ endOffset }) => endOffset)));
      // Ranges nest, and an inner one says more than the one around it.
      const isRun = new Uint8Array(size);
      const ranges = found.flatMap((each) => each.ranges);
      ranges.sort((one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset);
      for (const { startOffset, endOffset, count } of ranges) isRun.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      const own = byFolder.get(folder) ?? { characters: 0, charactersRun: 0 };
      byFolder.set(folder, {
        characters: own.characters + size,
        charactersRun: own.charactersRun + isRun.reduce((sum, bit) => sum + bit, 0),
      });
      functions += found.length;
      functionsRun += found.filter((each) => each.ranges.some(({ count }) => count > 0)).length;
    }
    const all = [...byFolder.values()];
    const sum = (of: 'characters' | 'charactersRun') => all.reduce((total, each) => total + each[of], 0);
    return {
      files: scripts.length,
      functions,
      functionsRun,
      characters: sum('characters'),
      charactersRun: sum('charactersRun'),
      byFolder,
    };
  };
}
