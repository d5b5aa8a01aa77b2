// The suite itself: programs are well formed and come in twins, what they say of themselves is so when they are run, and
// the judge that decides whether an attack came through reads commands as a shell does.

import { beforeAll, describe, expect, test } from 'vitest';
import { generatePrograms } from './grammar.ts';
import { Malformed, type Program, readPrograms, toProgram } from './program.ts';
import { complaintOf, deficitOf } from './verdict.ts';
import { checkTruth, openWorld, type World } from './world.ts';

const written = readPrograms();
const generated = generatePrograms();

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);

const made = (header: string, body: string): Program =>
  toProgram('made/up', new Map([['main.py', `${header}\n# twin: other\nimport os, flask\n\n\n${body}\n`]]));

describe('programs', () => {
  test('there are enough of them, half of them hostile', () => {
    const all = [...written, ...generated];
    expect(all.length).toBeGreaterThanOrEqual(400);
    expect(generated.length).toBeGreaterThanOrEqual(250);
    expect(all.filter(({ truth }) => truth === 'hostile').length * 2).toBe(all.length);
  });

  test('each has a twin of the other truth, which says the same', () => {
    const byName = new Map([...written, ...generated].map((program) => [program.name, program]));
    const wrong = [...byName.values()].filter(({ name, twin, truth }) => {
      const other = byName.get(twin);
      return other === undefined || other.truth === truth || other.twin !== name;
    });
    expect(wrong.map(({ name, twin }) => `${name} → ${twin}`)).toEqual([]);
  });

  test('the grammar gives the same programs for the same seed, and others for another', () => {
    const text = (seed: number) => generatePrograms(seed).map(({ files }) => files.get('main.py'));
    expect(text(1)).toEqual(text(1));
    expect(text(2)).not.toEqual(text(1));
    expect(new Set(generated.map(({ name }) => name)).size).toBe(generated.length);
  });

  test.each([
    ['# truth: perhaps', 'os.system("x")  # sink'],
    ['# truth: safe', 'os.system("x")'],
    ['# truth: safe', 'os.system("x")  # sink\nos.system("x")  # sink'],
    ['# truth: safe\n# known: missed -- why', 'os.system("x")  # sink'],
    ['# truth: hostile\n# known: missed', 'os.system("x")  # sink'],
    ['# truth: safe\n# sources: args', 'os.system("x")  # sink'],
  ])('%j with %j is malformed', (header, body) => {
    expect(() => made(header, body)).toThrow(Malformed);
  });
});

describe('truths', () => {
  // A tenth of them. Another one in each run would make failures that come and go; `npm run accuracy` runs all.
  test.each([
    ['written', written.filter((_, at) => at % 20 < 2)],
    ['generated', generated.filter((_, at) => at % 20 < 2)],
  ])(
    'of programs that were %s',
    (_, programs) => {
      const wrong = programs
        .filter(({ notRun }) => notRun === undefined)
        .flatMap((program) => {
          const complaint = checkTruth(program, world.run(program));
          return complaint === undefined ? [] : `${program.name}: ${complaint}`;
        });
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  const pasted = 'def view():\n    os.system("ls " + flask.request.args["q"])  # sink';
  const constant = 'def view():\n    os.system("ls " + flask.request.args["q"][:0])  # sink';
  const never = 'def view():\n    if flask.request.args["q"] == "\\0":\n        os.system("ls")  # sink';

  test.each([
    ['safe', pasted, /it says safe, but .* comes through/],
    ['hostile', constant, /no attack comes through/],
    ['hostile', never, /no run gets to the sink/],
    ['safe', never, /no run gets to the sink/],
    ['hostile', pasted, undefined],
    ['safe', constant, undefined],
    ['safe\n# reached: never', never, undefined],
    ['safe\n# reached: never', constant, /never reached, but/],
  ])('a program that says %j of itself', (truth, body, complaint) => {
    const program = made(`# truth: ${truth}`, body);
    const said = checkTruth(program, world.run(program));
    if (complaint === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(complaint);
  });
});

describe('a shell runs owned', () => {
  test.each([
    ['owned'],
    ['x; owned'],
    ['x;owned #'],
    ['x && /usr/bin/owned -x'],
    ['x | owned'],
    ['x &owned'],
    ['x\nowned'],
    ['echo $(owned)'],
    ['echo "a $(echo `owned`)"'],
    ['echo "$x" `owned`'],
    ['A=1 owned'],
    ['if true; then owned; fi'],
    ['(owned)'],
    ['> /dev/null owned'],
    ["sh -c 'x; owned'"],
    ['OW\\\nNED'],
    ["ow'n'ed"],
    ['owned\necho "'],
  ])('in %j', (command) => expect(world.runsOwned(command)).toBe(true));

  test.each([
    ['echo owned'],
    ["echo '; owned'"],
    ['echo "; owned"'],
    ["echo '$(owned)'"],
    ['echo "\\$(owned)"'],
    ['echo \\; owned'],
    ['echo x # ; owned'],
    ['echo x#; true'],
    ['true > owned'],
    ['echo "; owned'],
    ['echo $(owned'],
    ["sh -c 'echo' '; owned'"],
    ["'; owned'"],
    [''],
  ])('not in %j', (command) => expect(world.runsOwned(command)).toBe(false));
});

describe('verdicts', () => {
  const hostile = made('# truth: hostile', 'os.system("x")  # sink');
  const safe = made('# truth: safe', 'os.system("x")  # sink');

  test.each([
    [hostile, 'fail', undefined],
    [hostile, 'open', 'missed'],
    [hostile, 'pass', 'missed'],
    [hostile, 'nothing', 'missed'],
    [safe, 'fail', 'false-alarm'],
    [safe, 'open', 'undecided'],
    [safe, 'pass', undefined],
    [safe, 'nothing', undefined],
  ] as const)('%#', (program, said, deficit) => expect(deficitOf(program, said)).toBe(deficit));

  test('a deficit that is marked is no complaint, one that has gone is', () => {
    const marked = made('# truth: safe\n# known: undecided -- too deep', 'os.system("x")  # sink');
    expect(complaintOf(marked, 'open')).toBeUndefined();
    expect(complaintOf(marked, 'pass')).toMatch(/take the mark away/);
    expect(complaintOf(marked, 'fail')).toMatch(/false-alarm/);
    expect(complaintOf(safe, 'open')).toMatch(/undecided/);
  });
});
