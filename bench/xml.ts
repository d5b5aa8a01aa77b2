// What it costs to read XML: a made-up document of 100 MB through a window of a file, one of attributes and references, one
// of expansions, and the documents of a folder when one is named.
//
//   npm run bench -- xml [--only FOLDER] [--rounds N]

import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type ByteSource, inspect, MAX_PAGE, memorySource, readers } from '../src/artifacts/index.ts';
import { formatTable } from './measure.ts';
import type { Benchmark } from './run.ts';

interface Row {
  readonly name: string;
  readonly megabytes: number;
  /** of processor time, which other work on the machine hardly lengthens */
  readonly milliseconds: number;
  /** what the process holds more than before, at most */
  readonly grownMegabytes: number;
}

const xml = readers.filter(({ format }) => format === 'xml');

/** What each document repeats between its start and its end. */
const documents = {
  'elements and text': [
    '<r>',
    '<row id="1"><name>A name of somebody</name><value>12.5</value>\n<note/></row>\n',
    '</r>',
  ],
  'attributes and references': ['<r>', '<a b="c &amp; d" e="f" xlink:href="#g" h=\'i\'>&lt;j&gt; &#233;</a>', '</r>'],
  'text only': ['<r>', 'All that stands here is text, in English and in Français.\n', '</r>'],
  entities: ['<!DOCTYPE r [<!ENTITY e "text">]><r>', '<a>&e; and &e;</a>', '</r>'],
} as const;

export const benchmark: Benchmark<{ readonly rows: readonly Row[] }> = {
  async measure({ rounds = 3, only }) {
    const folder = mkdtempSync(join(tmpdir(), 'heed-bench-xml-'));
    try {
      const rows = Object.entries(documents).map(([name, pieces]) => {
        const path = join(folder, 'document.xml');
        write(path, pieces, 100_000_000);
        return best(rounds, () => measureFile(name, path));
      });
      if (only !== undefined) rows.push(best(rounds, () => measureFolder(only)));
      return { rows };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  print({ rows }) {
    const cells = rows.map(({ name, megabytes, milliseconds, grownMegabytes }) => [
      name,
      megabytes.toFixed(1),
      milliseconds.toFixed(0),
      ((megabytes / milliseconds) * 1000).toFixed(0),
      grownMegabytes.toFixed(0),
    ]);
    return formatTable([['document', 'MB', 'ms', 'MB/s', 'memory, MB'], ...cells]);
  },
};

function best(rounds: number, measure: () => Row): Row {
  const rows = Array.from({ length: rounds }, measure);
  return rows.reduce((least, row) => (row.milliseconds < least.milliseconds ? row : least));
}

function measureFile(name: string, path: string): Row {
  const file = openSync(path, 'r');
  const before = process.memoryUsage.rss();
  let most = before;
  const start = process.cpuUsage();
  inspect(windowOf(file), basename(path), xml, {
    now: () => {
      most = Math.max(most, process.memoryUsage.rss());
      return 0;
    },
  });
  const milliseconds = since(start);
  closeSync(file);
  return { name, megabytes: statSync(path).size / 1e6, milliseconds, grownMegabytes: (most - before) / 1e6 };
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function measureFolder(folder: string): Row {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(xml|svg|plist|xsd|xsl)$/.test(entry.name))
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));
  const before = process.memoryUsage.rss();
  const start = process.cpuUsage();
  for (const { name, bytes } of files) inspect(memorySource(bytes), name, xml, { now: () => 0 });
  const milliseconds = since(start);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const grownMegabytes = (process.memoryUsage.rss() - before) / 1e6;
  return { name: `${files.length} files`, megabytes, milliseconds, grownMegabytes };
}

/** A file through one page at a time. */
function windowOf(file: number): ByteSource {
  const page = Buffer.alloc(MAX_PAGE);
  const { size } = statSync(`/proc/self/fd/${file}`);
  const load = (start: number, target: Buffer) => target.subarray(0, readSync(file, target, 0, target.length, start));
  return {
    size,
    pageAt(offset) {
      const start = offset - (offset % MAX_PAGE);
      return { start, bytes: load(start, page) };
    },
    read: (start, end) => load(start, Buffer.alloc(Math.max(Math.min(end, size) - start, 0))),
  };
}

function write(path: string, [start, piece, end]: readonly [string, string, string], size: number): void {
  const file = openSync(path, 'w');
  const block = piece.repeat(Math.ceil(100_000 / piece.length));
  writeSync(file, start);
  for (let written = 0; written < size; written += Buffer.byteLength(block)) writeSync(file, block);
  writeSync(file, end);
  closeSync(file);
}
