// Sources that nobody wrote: statements of the standard library and of the cases with a few pieces removed, repeated,
// swapped or replaced. What CPython then accepts, heed must read alike; what it rejects, heed must not take silently.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from './files.ts';
import { randomNumbers } from './random.ts';

/** Pieces that are put in; chosen to turn one construct into another. */
const spice = (
  'a 1 "s" f"{x}" b"y" ( ) [ ] { } , : ; . .. ... = := == != < -> + - * ** / // % @ & | ^ ~ ! $ ? \\ \n # ' +
  'and as assert async await break case class continue def del elif else except finally for from global if import in is ' +
  'lambda match nonlocal not or pass raise return try type while with yield None True print exec _ 0x1 1. .1 1j 00 01 ' +
  "'' r'' f' } {x=} !r \t é"
).split(' ');

const longest = 1500;

/** Writes `count` mutated sources to `folder` and returns them as a collection. */
export function writeMutations(folder: string, bases: readonly Collection[], count: number, seed: number): Collection {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  while (files.length < count) {
    // The hand-written cases are few but dense: each collection has the same share.
    const base = pick(bases);
    const file = pick(base.files.filter((name) => base.name !== 'cases' || name.startsWith('accepted/')));
    const statements = statementsOf(readFileSync(path.join(base.folder, file), 'utf8'));
    if (statements.length === 0) continue;
    const pieces = piecesOf(pick(statements));
    for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
      const at = Math.floor(random() * pieces.length);
      const other = Math.floor(random() * pieces.length);
      switch (Math.floor(random() * 6)) {
        case 0:
          pieces.splice(at, 1);
          break;
        case 1:
          pieces.splice(at, 0, pieces[at] as string);
          break;
        case 2:
          [pieces[at], pieces[other]] = [pieces[other] as string, pieces[at] as string];
          break;
        case 3:
          pieces[at] = pick(spice);
          break;
        case 4:
          pieces.splice(at, 0, ` ${pick(spice)} `);
          break;
        default:
          pieces.splice(at, 0, pieces[other] as string);
      }
    }
    const name = `${String(files.length).padStart(6, '0')}.py`;
    writeFileSync(path.join(folder, name), pieces.join(''));
    files.push(name);
  }
  return { name: 'mutations', folder, files };
}

/** Stretches from one unindented line to the next; blocks stay whole. */
function statementsOf(source: string): string[] {
  return source.split(/\n(?=[^\s#)\]}'"])/).filter((statement) => statement !== '' && statement.length <= longest);
}

function piecesOf(statement: string): string[] {
  return statement.match(/\w+|[ \t]+|\n|\*\*|\/\/|->|:=|[=!<>]=|[^\w \t\n]/g) ?? [];
}
