// A file system that lives in memory, so that discovery is tested on any tree, readable or not.

import type { Machine } from '../../src/scan/index.ts';

/** Text of files by absolute path; `-> target` makes a link, `undefined` a file that cannot be opened. */
export function madeUpFiles(texts: Readonly<Record<string, string | undefined>>, cwd = '/work'): Machine {
  const encoder = new TextEncoder();
  const links = new Map<string, string>();
  const files = new Map<string, string | undefined>();
  const folders = new Set<string>(['/', cwd]);
  for (const [path, text] of Object.entries(texts)) {
    if (text?.startsWith('-> ')) links.set(path, text.slice(3));
    else files.set(path, text);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  }
  const absolute = (path: string): string =>
    new URL(path.replaceAll('#', '%23'), `file://${cwd}/`).pathname.replace(/(?<=.)\/$/, '');
  const resolve = (path: string): string => {
    let real = absolute(path);
    for (let hops = 0; hops < 40; hops++) {
      const link = [...links.keys()].find((each) => real === each || real.startsWith(`${each}/`));
      if (link === undefined) return real;
      const parent = link.slice(0, link.lastIndexOf('/'));
      real =
        new URL(links.get(link) as string, `file://${parent}/`).pathname.replace(/(?<=.)\/$/, '') +
        real.slice(link.length);
    }
    throw new Error('ELOOP: too many symbolic links, stat');
  };
  const read = (path: string): Uint8Array => {
    const text = files.get(resolve(path));
    if (text === undefined) throw new Error(`EACCES: permission denied, open '${path}'`);
    return encoder.encode(text);
  };
  return {
    cwd,
    absolute,
    kindOf(path) {
      const real = resolve(path);
      return files.has(real) ? 'file' : folders.has(real) ? 'directory' : 'missing';
    },
    sizeOf: (path) => read(path).length,
    realPath: resolve,
    readDirectory(path) {
      const real = resolve(path);
      const prefix = real === '/' ? '/' : `${real}/`;
      const names = new Set(
        [...files.keys(), ...folders, ...links.keys()]
          .filter((each) => each.startsWith(prefix) && each !== real)
          .map((each) => each.slice(prefix.length).split('/')[0] as string),
      );
      // Reversed, so that nothing leans on the order of a file system.
      return [...names].reverse().map((name) => {
        const child = `${prefix}${name}`;
        return { name, kind: links.has(child) ? 'link' : folders.has(child) ? 'directory' : 'file' } as const;
      });
    },
    readFile: read,
    readStart: (path, length) => read(path).subarray(0, length),
    openFile(path) {
      const bytes = read(path);
      return {
        size: () => bytes.length,
        read(into, position) {
          const piece = bytes.subarray(position, position + into.length);
          into.set(piece);
          return piece.length;
        },
        close: () => {},
      };
    },
  };
}
