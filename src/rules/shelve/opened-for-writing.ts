import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { readOnly: 'the shelf is opened read-only' } as const;

/** What can be done with a shelf without changing it. */
const readers = new Set([
  '__getitem__', '__contains__', '__iter__', '__len__', 'get', 'keys', 'values', 'items', 'close', '__enter__',
]); // biome-ignore format: a list of words

const rule = defineRule({
  id: 'shelve/opened-for-writing',
  code: 'SHV-03',
  title: 'A shelf that is only read is opened for writing, and created when it is missing',
  anchor: 'library/shelve.html#shelve.open',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [732],
  aliases: [],
  advice: "Open it with flag='r'.",
  question: 'Does anything here write to the shelf, or could it be opened with flag="r"?',
  docs: {
    why: 'The default flag opens a shelf for reading and writing and creates an empty one under a mistyped or attacker-removed name, with the permissions of the umask.',
    fails: 'import shelve\nwith shelve.open("words") as words:\n    print(words["a"])',
    passes: 'import shelve\nwith shelve.open("words", flag="r") as words:\n    print(words["a"])',
    evidence: Object.values(evidence),
    limits: 'A shelf that leaves the function that opens it is not judged.',
  },
  messages: { reads: 'the shelf is only read here, but flag {flag} also creates it and opens it for writing' },
  on: {
    kind: 'call',
    to: ['concept:shelf-open'],
    judge(call, verdict) {
      const flag = call.argument('flag', 1);
      if (flag.string() === 'r') return verdict.pass(call, evidence.readOnly);
      if (!flag.isAbsent() && flag.string() === undefined) return undefined;
      const uses = call.uses();
      const isRead = uses.some((use) => use.kind === 'call' && use.method !== 'close' && readers.has(use.method));
      if (!isRead || !uses.every((use) => use.kind === 'call' && readers.has(use.method))) return undefined;
      if (call.argument('writeback', 3).truth() === true) return undefined;
      return verdict.fail(call, 'reads', { flag: flag.isAbsent() ? "'c' (the default)" : flag.text }, inCode);
    },
    fixes: [
      {
        class: 'unsafe',
        title: "Open the shelf with flag='r'",
        make: (call, edit) => edit.setArgument(call, 'flag', 1, edit.quoted('r')),
      },
    ],
  },
});

export default quietInTests(rule);
