// Writes the two files of a new rule, ready to be filled in, and adds it to the list of rules.
//
//   npm run new-rule -- shelve/untrusted-open SHV-01

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate-rules.ts';

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

/** What is wrong with the arguments, or undefined. */
export function complaintAbout(id: string | undefined, code: string | undefined): string | undefined {
  if (id === undefined || code === undefined) return 'usage: npm run new-rule -- topic/name CODE';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `"${id}" is not of the form topic/name`;
  if (!/^[A-Z0-9]+-\d+$/.test(code)) return `"${code}" is not a code like SHV-01`;
  return undefined;
}

function run(id: string | undefined, code: string | undefined): void {
  const complaint = complaintAbout(id, code);
  if (complaint !== undefined || id === undefined || code === undefined) {
    console.error(complaint);
    process.exitCode = 2;
    return;
  }
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
  console.log(`src/rules/${id}.ts\nsrc/rules/${id}.fixture.py\nnow: npm test -- fixtures -t ${id}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv[2], process.argv[3]);
