// Writes the two files of a new rule, ready to be filled in, and adds it to the list of rules.
//
//   npm run new-rule -- shelve/concurrent-writers

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { considerations } from '../src/rules/index.ts';
import { generate } from './generate-rules.ts';
import { codePrefixByTopic } from './topics.ts';

const rules = fileURLToPath(new URL('../src/rules/', import.meta.url));

/** A rule that compiles and passes its fixture, about a call that everyone has. */
export function ruleSkeleton(id: string, code: string): string {
  const topic = id.slice(0, id.indexOf('/'));
  return `import { defineRule } from '../../rulekit/index.ts';

const evidence = { constant: 'the name is a constant in the code' } as const;

export default defineRule({
  id: '${id}',
  code: '${code}',
  title: 'The hazard as a fact, in one sentence',
  anchor: 'library/${topic}.html',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'none' },
  cwe: [20],
  aliases: [],
  advice: 'What to do instead, in one line.',
  question: 'What must somebody who knows the system answer?',
  docs: {
    why: 'Why this is a hazard.',
    fails: 'import flask\\nopen(flask.request.args["name"])',
    passes: 'open("settings.ini")',
    evidence: Object.values(evidence),
    limits: 'What the rule cannot see.',
  },
  messages: {
    hostile: '{source} chooses the file',
    unknown: 'who chooses {name} is not known',
  },
  on: {
    kind: 'call',
    to: ['builtins.open'],
    judge(call, verdict) {
      const name = call.argument('file', 0);
      const origin = name.origin();
      if (origin.isHostile) return verdict.fail(name, 'hostile', { source: origin.text });
      if (origin.provenance === 'constant') return verdict.pass(call, evidence.constant);
      return verdict.open(name, 'unknown', { name: name.text });
    },
  },
});
`;
}

export function fixtureSkeleton(): string {
  return `import flask


def view():
    open(flask.request.args["name"])  # fail: hostile
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^


def handed_in(name):
    open(name)  # open: unknown


def constant():
    open("settings.ini")  # pass: the name is a constant in the code


def other(door):
    door.open()  # nothing: not the builtin
`;
}

const usage = `usage: npm run new-rule -- topic/hazard [CODE]

  topic/hazard  the rule's id, such as shelve/concurrent-writers: what is wrong, not what to do
  CODE          the number of a consideration in its topic, such as SHV-06: it stays with the rule for good, in reports
                and in what people write about them. Left out: the one after the topic's highest`;

/** What is wrong with the arguments, or undefined. */
export function complaintAbout(id: string | undefined, code: string | undefined): string | undefined {
  if (id === undefined) return usage;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    return `"${id}" is not of the form topic/hazard, in small letters and dashes: shelve/untrusted-open`;
  }
  const topic = topicOf(id);
  const prefix = codePrefixByTopic.get(topic);
  if (prefix === undefined) {
    return `there is no topic "${topic}"; topics are ${[...codePrefixByTopic.keys()].join(', ')}`;
  }
  if (considerations.some((rule) => rule.id === id)) return `there is a rule ${id} already`;
  if (code === undefined) return undefined;
  if (!new RegExp(`^${prefix}-\\d{2}$`).test(code))
    return `"${code}" is no code of ${topic}: those look like ${prefix}-01`;
  const owner = considerations.find((rule) => rule.code === code || rule.alsoCodes?.includes(code));
  return owner && `${owner.id} has the code ${code}; the next free one of ${topic} is ${nextCode(topic)}`;
}

const topicOf = (id: string) => id.slice(0, id.indexOf('/'));

/** From here on, codes are those of considerations about data. */
const firstOfData = 51;

/** After the highest about code: a number that was left out belongs to a consideration without a rule. */
export function nextCode(topic: string): string {
  const prefix = `${codePrefixByTopic.get(topic)}-`;
  const numbers = considerations
    .flatMap(({ code, alsoCodes }) => [code, ...(alsoCodes ?? [])])
    .filter((code) => code.startsWith(prefix))
    .map((code) => Number(code.slice(prefix.length)))
    .filter((number) => number < firstOfData);
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

function run(id: string | undefined, wantedCode: string | undefined): void {
  const complaint = complaintAbout(id, wantedCode);
  if (complaint !== undefined || id === undefined) {
    console.error(complaint);
    process.exitCode = 2;
    return;
  }
  const code = wantedCode ?? nextCode(topicOf(id));
  const files = [
    [join(rules, `${id}.ts`), ruleSkeleton(id, code)],
    [join(rules, `${id}.fixture.py`), fixtureSkeleton()],
  ] as const;
  const taken = files.find(([path]) => existsSync(path));
  if (taken !== undefined) {
    console.error(`${taken[0]} is there already`);
    process.exitCode = 2;
    return;
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  generate(false);
  console.log(`src/rules/${id}.ts, with the code ${code}
src/rules/${id}.fixture.py

1. try it:        npm test -- fixtures -t ${id}
2. write them:    CONTRIBUTING.md has the notation
3. see it work:   npm run build && npx heed explain ${id} && npx heed some.py
4. before sending: npm run check`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv[2], process.argv[3]);
