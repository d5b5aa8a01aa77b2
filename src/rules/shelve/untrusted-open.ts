import { defineRule } from '../../rulekit/index.ts';

const evidence = {
  shipped: 'the shelf is shipped with the project',
  codec: 'the values are not stored as pickles',
  temporary: 'the shelf lies in a directory that was made for this process alone',
} as const;

/** Directories that every user of the machine may write to; whoever comes first owns the file. */
const sharedDirectory = /^\/(tmp|var\/tmp|dev\/shm)\//;

export default defineRule({
  id: 'shelve/untrusted-open',
  code: 'SHV-01',
  title: 'A shelf someone else can write runs their code when it is read',
  anchor: 'library/shelve.html#shelve-security',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: ['B301', 'S301'],
  advice: 'Keep the data in SQLite or JSON, or keep the shelf where only its owner can write.',
  question: 'Who can write to the files of this shelf besides the user that runs the program?',
  docs: {
    why: 'A shelf stores its values as pickles: reading a value rebuilds whatever object the file describes, and runs the code that this takes.',
    fails: 'import shelve, flask\nshelve.open(flask.request.args["db"])["x"]',
    passes: 'import sqlite3\nsqlite3.connect("app.db")',
    evidence: Object.values(evidence),
    limits: 'Who may write to a file is not seen, apart from directories that are shared by all.',
  },
  messages: {
    hostile: 'the shelf is chosen by {source}; reading it runs the code in it',
    shared: '{path} lies where every user of the machine can write; reading it runs what they put there',
    unknown: 'who can write to {path} is not known; reading the shelf runs the code in it',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-open'],
    judge(call, verdict) {
      const path = call.operand();
      if (path.isAbsent()) return undefined;

      // 1. a shelf without pickles (Python 3.15)
      const deserializer = call.argument('deserializer');
      if (deserializer.isGiven() && !deserializer.isNone() && !deserializer.canBe('pickle.loads')) {
        return verdict.pass(call, evidence.codec);
      }

      // 2. who chose the file
      const origin = path.origin();
      if (origin.isHostile) return verdict.fail(path, 'hostile', { source: origin.text });
      if (origin.provenance === 'shipped') return verdict.pass(call, evidence.shipped);

      // 3. who can write where it lies
      const [start] = path.textParts() ?? [];
      if (typeof start === 'string' && sharedDirectory.test(start)) {
        return verdict.fail(path, 'shared', { path: path.text }, { provenance: 'file' });
      }
      if (path.isDerivedFrom('tempfile.mkdtemp', 'tempfile.TemporaryDirectory')) {
        return verdict.pass(call, evidence.temporary);
      }
      return verdict.open(path, 'unknown', { path: path.text });
    },
  },
});
