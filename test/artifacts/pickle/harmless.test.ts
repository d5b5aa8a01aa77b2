// The claim behind a pass, put to CPython: programs are put together at random of the names on the list and of everything that
// they may be handed; those that heed passes are loaded, and an audit hook must hear of nothing.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect, memorySource, readers } from '../../../src/artifacts/index.ts';
import { allEntries } from '../../../src/artifacts/pickle/allowed/index.ts';

const modules =
  'builtins,collections,datetime,decimal,fractions,uuid,ipaddress,pathlib,re,array,random,argparse,types,zoneinfo,_codecs,copyreg,math,_operator,posixpath,logging,_io,string,functools,http,socket,ssl,os,time'.split(
    ',',
  );
const names = [...allEntries()]
  .map(({ name }) => name)
  .filter((name) => modules.includes(name.split('.')[0] as string) && !name.startsWith('pathlib._local'));

/** Numbers from a seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const words = [
  'int',
  'a',
  'append',
  '__setstate__',
  'latin1',
  'utf-8',
  'UTC',
  '1.5',
  '192.0.2.1',
  '../x',
  'd',
  'is_safe',
  '1/2',
  'zlib',
];

class Author {
  readonly #random: (below: number) => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  program(): Buffer {
    return Buffer.concat([Buffer.from([0x80, 4]), this.#object(4), Buffer.from('.')]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#random(from.length)] as T;
  }

  #value(depth: number): Buffer {
    const kind = this.#random(depth <= 0 ? 7 : 13);
    if (kind === 0) return Buffer.from('N');
    if (kind === 1) return Buffer.from(this.#pick(['\x88', '\x89']), 'latin1');
    if (kind === 2) return Buffer.from([0x4b, this.#random(256)]);
    if (kind === 3) return Buffer.from(`I${this.#random(2) ? '' : '-'}${this.#random(2 ** 31)}\n`);
    if (kind === 4 || kind === 5) return this.#text();
    if (kind === 6) return Buffer.concat([Buffer.from([0x43, 3]), Buffer.from('abc')]);
    if (kind === 7) return this.#many('(', depth, 't');
    if (kind === 8) return this.#many('](', depth, 'e');
    if (kind === 9) return Buffer.concat([Buffer.from('}('), this.#text(), this.#value(depth - 1), Buffer.from('u')]);
    if (kind === 10) return this.#name();
    return this.#object(depth - 1);
  }

  #text(): Buffer {
    const text = Buffer.from(this.#pick(words));
    return Buffer.concat([Buffer.from([0x8c, text.length]), text]);
  }

  #many(open: string, depth: number, close: string): Buffer {
    const items = Array.from({ length: this.#random(4) }, () => this.#value(depth - 1));
    return Buffer.concat([Buffer.from(open), ...items, Buffer.from(close)]);
  }

  #name(): Buffer {
    const [module, ...path] = this.#pick(names).split('.');
    return Buffer.from(`c${module}\n${path.join('.')}\n`);
  }

  /** A name, mostly called or made, and then perhaps filled. */
  #object(depth: number): Buffer {
    const name = this.#name();
    const made = [
      Buffer.concat([name, this.#many('(', depth, 'tR')]),
      Buffer.concat([name, Buffer.from(')R')]),
      Buffer.concat([name, Buffer.from(')\x81', 'latin1')]),
      Buffer.concat([Buffer.from('ccopyreg\n_reconstructor\n('), name, Buffer.from('cbuiltins\nobject\nNtR')]),
    ][this.#random(4)] as Buffer;
    switch (this.#random(6)) {
      case 0:
        return Buffer.concat([made, this.#value(depth), Buffer.from('b')]);
      case 1:
        return Buffer.concat([made, Buffer.from('}('), this.#text(), this.#value(depth), Buffer.from('ub')]);
      case 2:
        return Buffer.concat([made, this.#many('(', depth, 'e')]);
      case 3:
        return Buffer.concat([made, this.#value(depth), this.#value(depth), Buffer.from('s')]);
      default:
        return made;
    }
  }
}

function isPassed(bytes: Uint8Array): boolean {
  const { artifacts } = inspect(memorySource(bytes), 'data.pkl', readers, { now: () => 0 });
  return artifacts.length > 0 && artifacts.every(({ concerns }) => concerns.every(({ weight }) => weight === 'note'));
}

test('what passes does nothing that an audit hook hears of', () => {
  const author = new Author(20_240_229);
  const programs = Array.from({ length: 30_000 }, () => author.program());
  const passed = programs.filter(isPassed);
  expect(passed.length).toBeGreaterThan(2000);
  const script = fileURLToPath(new URL('load-watched.py', import.meta.url));
  const input = passed.map((program) => program.toString('base64')).join('\n');
  const output = execFileSync('python3', [script, modules.join(',')], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { loaded, events } = JSON.parse(output) as { loaded: number; events: [number, string, string][] };
  expect(loaded).toBeGreaterThan(1000);
  expect(events.map(([index, ...told]) => [passed[index]?.toString('latin1'), ...told])).toEqual([]);
}, 120_000);
