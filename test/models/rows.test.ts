// The hand-written rows against the generated table: a misspelt name or operand fails here.

import { describe, expect, test } from 'vitest';
import { library } from '../../src/models/index.ts';
import type { Row } from '../../src/models/model.ts';
import { allRows } from '../../src/models/rows.ts';
import { namesBeyondTypeshed } from '../../src/models/stdlib/beyond-typeshed.ts';
import { isTableModule, tableModule } from '../../src/models/stdlib-table.ts';

const rows = allRows();

/** The dotted name that a path begins with: `os.environ["HOME"]` → `os.environ`. */
const headOf = (name: string) => name.replace(/[([].*$/s, '');
const isStandard = (name: string) => isTableModule(name.split('.')[0] as string);
const beyond = namesBeyondTypeshed();
const isBeyond = (name: string) => beyond.some((each) => name === each || name.startsWith(`${each}.`));

/** Whether the generated table has the name, itself or inherited. */
function isInTable(name: string): boolean {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const module = tableModule(name.slice(0, dot));
    if (module === undefined) continue;
    const rest = name.slice(dot + 1);
    if (module.entries.has(rest) || isTableModule(name)) return true;
    const owner = rest.slice(0, rest.lastIndexOf('.'));
    const member = rest.slice(owner.length + 1);
    const entry = module.entries.get(owner);
    if (entry?.kind === 'class') {
      const defined = [`${module.name}.${owner}`, ...ancestorsOf(`${module.name}.${owner}`)];
      return defined.some((className) => membersOf(className)?.has(member));
    }
    // sys.path.insert: a method of the attribute's class
    const type = library.typeOf(`${module.name}.${owner}`);
    return entry?.kind === 'attribute' && type !== undefined && library.memberOf(type, member) !== undefined;
  }
  return isTableModule(name);
}

function ancestorsOf(className: string): string[] {
  return (library.basesOf(className) ?? []).flatMap((base) => [base, ...ancestorsOf(base)]);
}

function membersOf(className: string): ReadonlyMap<string, unknown> | undefined {
  const dot = className.lastIndexOf('.');
  const entry = tableModule(className.slice(0, dot))?.entries.get(className.slice(dot + 1));
  return entry?.kind === 'class' ? entry.members : undefined;
}

const failing = (candidates: readonly Row[], isRight: (row: Row) => boolean) =>
  candidates.filter((row) => !isRight(row)).map((row) => `${row.kind} ${row.name}`);

describe('hand-written rows', () => {
  test('no row stands twice', () => {
    const about = (row: Row) => (row.kind === 'concept' ? row.concept : row.kind === 'handed' ? row.parameter : '');
    const keys = rows.map((row) => `${row.kind} ${row.name} ${about(row)}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('names of the standard library exist, or are listed as beyond typeshed', () => {
    const named = rows.filter((row) => row.kind !== 'twin' && isStandard(row.name));
    expect(failing(named, (row) => isInTable(headOf(row.name)) || isBeyond(headOf(row.name)))).toEqual([]);
  });

  test('what is listed as beyond typeshed is so', () => {
    expect(beyond.filter((name) => isInTable(name))).toEqual([]);
  });

  test('twins lead to names that exist', () => {
    const targets = rows.flatMap((row) => (row.kind === 'twin' ? [row.of.replace(/\.\*$/, '')] : []));
    const wrong = targets.filter((name) => isStandard(name) && !isInTable(name) && !isBeyond(name));
    expect(wrong).toEqual([]);
  });

  test('rows use canonical names', () => {
    const named = rows.filter((row) => row.kind !== 'twin');
    expect(failing(named, (row) => library.canonicalName(headOf(row.name)) === headOf(row.name))).toEqual([]);
  });

  test('operands are parameters of what they belong to', () => {
    const wrong: string[] = [];
    for (const row of rows) {
      if (row.kind !== 'concept' || (row.parameter === undefined && row.position === undefined)) continue;
      const parameters = library.parametersOf(row.name);
      if (parameters === undefined) continue;
      const described = `${row.name}(${parameters.map((each) => each.name).join(', ')})`;
      const index = parameters.findIndex((each) => each.name === row.parameter);
      const variadic = parameters.findIndex((each) => each.role === 'variadic');
      if (row.parameter !== undefined && index < 0) wrong.push(`${described} has no ${row.parameter}`);
      else if (index >= 0 && row.position !== undefined && row.position !== index) {
        wrong.push(`${described}: ${row.parameter} is not at ${row.position}`);
      } else if (index >= 0 && row.position === undefined && parameters[index]?.role === 'positional-only') {
        wrong.push(`${described}: ${row.parameter} is passed by position`);
      } else if (index < 0 && row.position !== undefined && row.position >= parameters.length && variadic < 0) {
        wrong.push(`${described} has no position ${row.position}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('classes that rows name are known', () => {
    const named = rows.flatMap((row) =>
      row.kind === 'returns' || row.kind === 'items' ? [row.className] : row.kind === 'class' ? [...row.bases] : [],
    );
    // abort() never gives anything back
    const objects = [...new Set(named)].filter((name) => name !== 'typing.NoReturn');
    expect(objects.filter((name) => !library.isClass(name))).toEqual([]);
  });
});
