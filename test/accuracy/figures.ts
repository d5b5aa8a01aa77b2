// Recall, false alarms and open verdicts by ability, as numbers and as a table.

import type { Program } from './program.ts';
import { deficitOf, type Said } from './verdict.ts';

export interface Judged {
  readonly program: Program;
  readonly said: Said;
}

export interface Figures {
  readonly ability: string;
  readonly hostile: number;
  readonly safe: number;
  /** hostile ones that fail */
  readonly found: number;
  /** hostile ones that pass, or of which nothing is said: worse than open */
  readonly silent: number;
  /** safe ones that fail */
  readonly falseAlarms: number;
  /** safe ones that are left open */
  readonly undecided: number;
  /** deficits that are marked as known */
  readonly known: number;
}

export function figuresOf(ability: string, judged: readonly Judged[]): Figures {
  const count = (deficit: string) => judged.filter(({ program, said }) => deficitOf(program, said) === deficit).length;
  const hostile = judged.filter(({ program }) => program.truth === 'hostile').length;
  return {
    ability,
    hostile,
    safe: judged.length - hostile,
    found: hostile - count('missed'),
    silent: judged.filter(({ program, said }) => program.truth === 'hostile' && (said === 'pass' || said === 'nothing'))
      .length,
    falseAlarms: count('false-alarm'),
    undecided: count('undecided'),
    known: judged.filter(({ program }) => program.known !== undefined).length,
  };
}

/** One row an ability, in order of their names, and one for all. */
export function figuresByAbility(judged: readonly Judged[]): Figures[] {
  const abilities = [...new Set(judged.map(({ program }) => program.ability))].sort();
  return [
    ...abilities.map((ability) =>
      figuresOf(
        ability,
        judged.filter(({ program }) => program.ability === ability),
      ),
    ),
    figuresOf('all', judged),
  ];
}

export function tableOf(rows: readonly Figures[]): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const cells = rows.map((row) => [
    row.ability,
    String(row.hostile + row.safe),
    share(row.found, row.hostile),
    share(row.falseAlarms, row.safe),
    share(row.undecided, row.safe),
    String(row.hostile - row.found),
    String(row.silent),
    String(row.falseAlarms),
    String(row.undecided),
    String(row.known),
  ]);
  const head = [
    'ability',
    'programs',
    'recall',
    'false alarms',
    'undecided',
    'missed',
    'silently',
    'false',
    'open',
    'marked',
  ];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => (row[at] as string).length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] as number) : cell.padStart(widths[at] as number)))
      .join('  ');
  return [line(head), ...cells.map(line)].join('\n');
}
