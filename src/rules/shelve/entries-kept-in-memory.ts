import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { off: 'writeback is off' } as const;

const rule = defineRule({
  id: 'shelve/entries-kept-in-memory',
  code: 'SHV-05',
  title: 'With writeback a shelf keeps every entry it reads and writes all of them back when it is closed',
  anchor: 'library/shelve.html#shelve.open',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [400],
  aliases: [],
  advice: 'Leave writeback off and assign changed values back to their keys.',
  question: 'How many entries does this program read before it closes or syncs the shelf?',
  docs: {
    why: 'Reading through a shelf that someone else filled then takes as much memory as it has entries, and unpickles and pickles all of them again on close.',
    fails: 'import shelve, flask\nshelve.open(flask.request.args["db"], writeback=True)',
    passes: 'import shelve\nshelve.open("app.db")',
    evidence: Object.values(evidence),
    limits: 'How large a shelf is cannot be seen in code.',
  },
  messages: {
    hostile: 'writeback keeps every entry of {source} in memory',
    unknown: 'writeback keeps every entry that is read in memory, and how many there are is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-open', 'concept:shelf-wrap'],
    judge(call, verdict) {
      const writeback = call.name.endsWith('.open') ? call.argument('writeback', 3) : call.argument('writeback', 2);
      if (writeback.isGiven() && writeback.truth() === false) return verdict.pass(call, evidence.off);
      if (writeback.truth() !== true) return undefined;
      const origin = call.operand().origin();
      if (isForeign(origin, call)) return verdict.fail(writeback, 'hostile', { source: origin.text });
      if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
      return verdict.open(writeback, 'unknown');
    },
  },
});

export default quietInTests(rule);
