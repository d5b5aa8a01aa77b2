import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = {
  own: 'the mapping was made here and holds what this program put in',
  shipped: 'the stored values are shipped with the project',
} as const;

const rule = defineRule({
  id: 'shelve/untrusted-mapping',
  code: 'SHV-02',
  title: 'A Shelf unpickles every value that it reads from the mapping below it',
  anchor: 'library/shelve.html#shelve.Shelf',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [502],
  aliases: ['B301', 'S301'],
  advice: 'Store the values as JSON, or wrap only a mapping that nobody else can write to.',
  question: 'Who can write to the mapping or store below this shelf?',
  docs: {
    why: 'Shelf is a thin layer over any mapping of bytes. If others can put entries into that mapping, reading one runs their code.',
    fails: 'import shelve, dbm, flask\nshelve.Shelf(dbm.open(flask.request.args["name"]))["x"]',
    passes: 'import shelve\nshelve.Shelf({})["x"] = 1',
    evidence: Object.values(evidence),
    limits: 'Who writes to a database outside the program is not seen.',
  },
  messages: {
    hostile: 'the shelf unpickles values out of {source}',
    unknown: 'the shelf unpickles values out of {mapping}, and it is not known who writes to it',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-wrap'],
    judge(call, verdict) {
      const mapping = call.operand();
      if (mapping.isAbsent()) return undefined;
      if (mapping.keys()?.length === 0 || mapping.callTo('dict', 'collections.OrderedDict')?.positional.length === 0) {
        return verdict.pass(call, evidence.own);
      }
      const origin = mapping.origin();
      if (origin.provenance === 'shipped') return verdict.pass(call, evidence.shipped);
      if (isForeign(origin, call)) return verdict.fail(mapping, 'hostile', { source: origin.text });
      return verdict.open(mapping, 'unknown', { mapping: mapping.text });
    },
  },
});

export default onlyFailuresInTests(rule);
