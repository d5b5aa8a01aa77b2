// The verifier itself: for each thing that can be wrong with a fixture, a fixture in which it is wrong.

import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../src/config/python-versions.ts';
import { type CallSite, defineRule, type Judge, type Rule } from '../../src/rulekit/index.ts';
import { defaultTarget, readFixture } from './fixture.ts';
import { verifyRule } from './verify.ts';

const rule = defineRule({
  id: 'shelve/tiny',
  code: 'TINY-01',
  title: 'A tiny rule',
  anchor: 'library/shelve.html',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [20],
  aliases: [],
  advice: 'None.',
  docs: {
    why: 'For tests.',
    fails: 'import os\nos.system("bad")',
    passes: 'import os\nos.system("good")',
    evidence: ['the command is good'],
    limits: 'None.',
  },
  messages: { bad: '{command} is bad', unknown: '{command} is not known' },
  on: {
    kind: 'call',
    to: ['os.system'],
    judge(call, verdict) {
      const command = call.argument('command', 0);
      const text = command.string();
      if (text === undefined) return verdict.open(command, 'unknown', { command: command.text });
      if (text === 'good') return verdict.pass(call, 'the command is good');
      return text === 'bad' ? verdict.fail(command, 'bad', { command: command.text }) : undefined;
    },
  },
}) as unknown as Rule;

const source = 'verdict.fail() verdict.open() verdict.pass()'.replaceAll('()', '(x)');

const complete = `import os

os.system("bad")  # fail: bad
#         ^^^^^
os.system(command)  # open: unknown
os.system("good")  # pass: the command is good
os.system("other")  # nothing: neither good nor bad
`;

function complaintsAbout(fixture: string, changed: Partial<Rule> = {}): readonly string[] {
  return verifyRule({ rule: { ...rule, ...changed }, path: 'tiny.fixture.py', fixture, source }).complaints;
}

test('a fixture that is right is silent', () => {
  expect(complaintsAbout(complete)).toEqual([]);
});

describe('lines', () => {
  test('a failure on an unmarked line', () => {
    const complaints = complaintsAbout(`${complete}os.system("bad")\n`);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('tiny.fixture.py:8');
    expect(complaints[0]).toContain('8 | os.system("bad")');
    expect(complaints[0]).toMatch(/came {2}fail: bad \[.*columns 11–15\]/);
    expect(complaints[0]).toMatch(/mend {2}mark it "# fail: bad", or change the rule/);
  });

  test('a marked line of which more is true', () => {
    const complaints = complaintsAbout(`${complete}os.system("bad"); os.system("good")  # fail: bad\n`);
    expect(complaints[0]).toContain('append "; pass: the command is good", or change the rule');
  });

  test('a mark of something that never came', () => {
    expect(complaintsAbout(`${complete}os.system("other")  # fail: bad\n`)[0]).toContain(
      'came      nothing: the rule was asked',
    );
    expect(complaintsAbout(`${complete}os.sistem("bad")  # fail: bad\n`)[0]).toContain(
      'the rule was not asked about this line; `npx heed debug names FILE` shows canonical names',
    );
  });

  test('a rule that no line asks', () => {
    const on = { ...rule.on, to: ['os.sistem'] } as Rule['on'];
    expect(complaintsAbout(complete, { on })[0]).toContain(
      "the rule was never asked: nothing in this fixture is a call of 'os.sistem'; `npx heed debug names FILE` shows",
    );
  });

  test('files of different Pythons are different projects', () => {
    const gated = {
      ...rule.on,
      judge: (call: CallSite, verdict: Judge) =>
        call.target.minimum[1] < 12 ? verdict.fail(call.argument('command', 0), 'bad', { command: 'x' }) : undefined,
    } as Rule['on'];
    const fixture = `import os\nos.system("bad")  # fail: bad\n# file: new.py\n# python: 3.12\nimport os\nos.system("bad")  # nothing: new\n`;
    const about = complaintsAbout(fixture, { on: gated });
    expect(about.filter((complaint) => /fixture\.py:\d/.test(complaint))).toEqual([]);
  });

  test('an open verdict on an unmarked line', () => {
    expect(complaintsAbout(`${complete}os.system(x)\n`)[0]).toMatch(/came {2}open: unknown/);
  });

  test('a pass on an unmarked line is fine', () => {
    expect(complaintsAbout(`${complete}os.system("good")\n`)).toEqual([]);
  });

  test('a pass on a line that says nothing is wrong', () => {
    expect(complaintsAbout(`${complete}os.system("good")  # nothing: x\n`)[0]).toMatch(/came {2}pass/);
  });

  test('a mark that did not come true', () => {
    const complaints = complaintsAbout(`${complete}os.system("good")  # fail: bad\n`);
    expect(complaints[0]).toMatch(/expected {2}fail: bad/);
    expect(complaints[0]).toMatch(/came {6}pass: the command is good/);
  });

  test('several marks on one line', () => {
    expect(
      complaintsAbout(`${complete}os.system("bad"); os.system("good")  # fail: bad; pass: the command is good\n`),
    ).toEqual([]);
    expect(complaintsAbout(`${complete}os.system("bad"); os.system("bad")  # fail: bad\n`)).toHaveLength(1);
  });

  test('carets that point elsewhere', () => {
    const complaints = complaintsAbout(complete.replace('#         ^^^^^', '#        ^^^^'));
    expect(complaints[0]).toMatch(/^ {15}\^{4} expected$/m);
    expect(complaints[0]).toMatch(/^ {16}\^{5} came$/m);
  });

  test('syntax errors are not passed over', () => {
    expect(complaintsAbout(`${complete}def (:\n`).join()).toContain('problem');
  });

  test('further files have their own lines', () => {
    const complaints = complaintsAbout(`${complete}# file: other.py\nimport os\nos.system("bad")\n`);
    expect(complaints[0]).toContain('tiny.fixture.py:10');
  });
});

describe('limits of today', () => {
  test('a missed line that is found by now', () => {
    const [complaint] = complaintsAbout(`${complete}os.system("bad")  # missed: bad, some reason\n`);
    expect(complaint).toContain('change "missed: bad, some reason" to "fail: bad"');
  });

  test('a false alarm that is gone', () => {
    const [complaint] = complaintsAbout(`${complete}os.system("fine")  # false-alarm: bad, some reason\n`);
    expect(complaint).toContain('no false alarm any more');
  });

  test('marks are counted', () => {
    const fixture = `${complete}os.system("b" + f())  # open: unknown; missed: bad, why\nos.system("bad")  # false-alarm: bad, why\n`;
    const verification = verifyRule({ rule, path: 'tiny.fixture.py', fixture, source });
    expect(verification.complaints).toEqual([]);
    expect(Object.fromEntries(verification.marks)).toEqual({
      fail: 1,
      open: 2,
      pass: 1,
      nothing: 1,
      missed: 1,
      'false-alarm': 1,
    });
  });
});

describe('completeness', () => {
  test('a message that no line shows', () => {
    const complaints = complaintsAbout(complete, { messages: { ...rule.messages, third: 'never said' } });
    expect(complaints.join()).toContain('no line shows the message "third"');
  });

  test('a verdict that no line shows', () => {
    const complaints = complaintsAbout(complete.replace(/.*# pass.*\n/, ''));
    expect(complaints.join()).toContain('no line is marked "pass: …"');
  });

  test('evidence that no line shows', () => {
    const docs = { ...rule.docs, evidence: [...rule.docs.evidence, 'luck'] };
    expect(complaintsAbout(complete, { docs }).join()).toContain('no line is marked "pass: luck", which docs.evidence');
  });

  test('an unknown message id', () => {
    expect(complaintsAbout(`${complete}f()  # missed: worse, why\n`).join()).toContain('has no message "worse"');
  });

  test('unknown evidence', () => {
    expect(complaintsAbout(`${complete}os.system("good")  # pass: luck\n`).join()).toContain('"luck" is no evidence');
  });

  test('a parameter of a message that is not filled in', () => {
    const complaints = complaintsAbout(complete, { messages: { ...rule.messages, bad: '{program} is bad' } });
    expect(complaints.join()).toContain('{program} is not filled in');
  });
});

describe('documentation examples', () => {
  test('docs.fails must fail', () => {
    const docs = { ...rule.docs, fails: 'import os\nos.system("good")' };
    expect(complaintsAbout(complete, { docs }).join()).toContain('docs.fails');
  });

  test('docs.passes must not object', () => {
    const docs = { ...rule.docs, passes: 'import os\nos.system(x)' };
    expect(complaintsAbout(complete, { docs }).join()).toContain('must not object; came: open: unknown');
  });
});

describe('notation', () => {
  const mistakesOf = (text: string) => readFixture(text).mistakes.map((mistake) => mistake.text);

  test('a mark without colon, a source without label, a nothing without reason', () => {
    expect(mistakesOf('f()  # fail bad')).toEqual(['a mark is written "fail: …", with a colon']);
    expect(mistakesOf('f()  # source')).toEqual(['a source needs a label: source[a]']);
    expect(mistakesOf('f()  # nothing:')).toEqual(['nothing: says why, in a few words']);
  });

  test('options and versions', () => {
    const fixture = readFixture('# python: 3.8-3.11\n# options: {"threatModel": "cli", "role": "test"}\nf()\n');
    expect(fixture).toMatchObject({ threatModel: 'cli', role: 'test', mistakes: [] });
    expect(fixture.files[0]?.target).toEqual({ minimum: [3, 8], maximum: [3, 11], source: 'configuration' });
    expect(readFixture('f()\n').files[0]?.target).toEqual(defaultTarget);
    expect(mistakesOf('# python: new')).toEqual(['"new" is no range of Pythons: 3.9 (and later), 3.9-3.12 or =3.11.7']);
    expect(mistakesOf('# options: {"speed": 1}')[0]).toContain('there is no option "speed"');
    expect(mistakesOf('# options: {"role": "boss"}')[0]).toContain('"boss" is no role');
  });

  test('a file has the range above the first header, or one of its own', () => {
    const { files } = readFixture('# python: 3.8\n# file: a.py\nx = 1\n# file: b.py\n# python: 3.12-3.13\ny = 2\n');
    expect(files.map(({ target }) => [target.minimum, target.maximum])).toEqual([
      [[3, 8], newestVersion],
      [
        [3, 12],
        [3, 13],
      ],
    ]);
  });

  test('misspelt marks are named, other words are comments', () => {
    expect(mistakesOf('f()  # fial: bad')).toEqual(['"fial" is no mark; did you mean fail?']);
    expect(mistakesOf('f()  # Open[a]: bad')).toEqual(['"Open" is no mark; did you mean open?']);
    expect(mistakesOf('f()  # false alarm: bad')).toEqual(['"false alarm" is no mark; did you mean false-alarm?']);
    expect(mistakesOf('f()  # fail: bad; passes: good')).toEqual(['"passes" is no mark; did you mean pass?']);
    expect(mistakesOf('f()  # noting: why')).toEqual(['"noting" is no mark; did you mean nothing?']);
    expect(mistakesOf('f()  # type: ignore\n# note: this\nf()  # heed: ignore[x]\n# a file: why\n')).toEqual([]);
  });

  test('a file header replaces the first file, when nothing stood above it', () => {
    expect(
      readFixture('# file: a.py\nx = 1\n# file: b/c.py\ny = 2\n').files.map(({ path, firstLine }) => [path, firstLine]),
    ).toEqual([
      ['a.py', 2],
      ['b/c.py', 4],
    ]);
  });

  test('a hash that touches its carets counts as the first of them', () => {
    expect(readFixture('f(x)\n#^^^\n').files[0]?.carets.get(1)).toEqual([{ start: 0, end: 4, line: 2 }]);
  });
});
