// Each program of the suite: what heed says of its sink agrees with the truth, or the deficit is marked as known.

import { expect, test } from 'vitest';
import { generatePrograms } from './grammar.ts';
import { type Program, readPrograms } from './program.ts';
import { complaintOf, saidOf } from './verdict.ts';

const complaintsOf = (programs: readonly Program[]) =>
  programs.flatMap((program) => complaintOf(program, saidOf(program)) ?? []);

const written = readPrograms();
const abilities = [...new Set(written.map(({ ability }) => ability))];

test.each(abilities)('programs of %s', (ability) => {
  expect(complaintsOf(written.filter((program) => program.ability === ability))).toEqual([]);
});

test('generated programs', () => {
  expect(complaintsOf(generatePrograms())).toEqual([]);
});
