// Measures heed against programs whose truth is known.
//
//   npm run accuracy                      truths checked by running, then recall and false alarms by ability
//   npm run accuracy -- --quick           without running the programs
//   npm run accuracy -- --thorough        the safe ones with thousands of payloads each; takes minutes
//   npm run accuracy -- --only SUBSTRING  programs whose name holds it
//   npm run accuracy -- --wrong           lists each wrong verdict
//   npm run accuracy -- --show NAME       prints one program, and what came of running it
//   npm run accuracy -- --seed 2          other generated programs, whose deficits are not marked
//   npm run accuracy -- --json            figures and verdicts as JSON
//
// Exit code 1 when a stated truth is not so, or a deficit is not marked.

import { parseArgs } from 'node:util';
import { figuresByAbility, tableOf } from './figures.ts';
import { generatePrograms } from './grammar.ts';
import { readPrograms } from './program.ts';
import { complaintOf, deficitOf, saidOf } from './verdict.ts';
import { checkTruth, openWorld } from './world.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    thorough: { type: 'boolean', default: false },
    only: { type: 'string' },
    wrong: { type: 'boolean', default: false },
    show: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const all = [...readPrograms(), ...generatePrograms(Number(options.seed))];

if (options.show !== undefined) {
  const program = all.find(({ name }) => name === options.show || name.endsWith(`/${options.show}`));
  if (program === undefined) {
    console.error(`no program is called ${options.show}`);
    process.exit(2);
  }
  for (const [path, text] of program.files) console.log(program.files.size > 1 ? `# ${path}\n${text}` : text);
  console.log(`# heed says ${saidOf(program)}`);
  console.log(`# ${JSON.stringify((await openWorld()).run(program), undefined, 1)}`);
  process.exit(0);
}

const programs = all.filter(({ name }) => name.includes(options.only ?? ''));

// 1. are the truths true?
const untrue: string[] = [];
let unrun = 0;
if (!options.quick) {
  const world = await openWorld();
  for (const program of programs) {
    if (program.notRun !== undefined) unrun++;
    else {
      const complaint = checkTruth(program, world.run(program, options.thorough && program.truth === 'safe'));
      if (complaint !== undefined) untrue.push(`${program.name}: ${complaint}`);
    }
  }
}
const names = new Map(all.map((program) => [program.name, program]));
for (const { name, twin, truth } of programs) {
  const other = names.get(twin);
  if (other === undefined) untrue.push(`${name}: there is no twin ${twin}`);
  else if (other.truth === truth) untrue.push(`${name}: its twin ${twin} is ${truth} too`);
}

// 2. what does heed say?
const judged = programs.map((program) => ({ program, said: saidOf(program) }));
const complaints = judged.flatMap(({ program, said }) => complaintOf(program, said) ?? []);
const figures = figuresByAbility(judged);

// 3. report
if (options.json) {
  const verdicts = judged.map(({ program, said }) => ({
    name: program.name,
    truth: program.truth,
    said,
    deficit: deficitOf(program, said) ?? null,
    known: program.known ?? null,
  }));
  console.log(JSON.stringify({ figures, verdicts, untrue }, undefined, 1));
} else {
  console.log(tableOf(figures));
  if (unrun > 0) console.log(`\n${unrun} programs cannot be run; their truth is argued in their headers`);
  if (untrue.length > 0) console.log(`\ntruths that are not so:\n  ${untrue.join('\n  ')}`);
  if (complaints.length > 0) {
    console.log(`\n${complaints.length} verdicts are wrong and not marked, or marked and right`);
    if (options.wrong) console.log(`  ${complaints.join('\n  ')}`);
    else console.log('  --wrong lists them');
  }
}
process.exit(untrue.length + complaints.length > 0 ? 1 : 0);
