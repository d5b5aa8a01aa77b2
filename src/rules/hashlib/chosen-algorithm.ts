import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const weakNames = /^(md2|md4|md5|md5-?sha1|sha|sha0|sha-?1|mdc2|crc.*)$/i;

const rule = defineRule({
  id: 'hashlib/chosen-algorithm',
  code: 'HASH-03',
  title: 'Whoever chooses the hash algorithm can choose a broken one',
  anchor: 'library/hashlib.html#hashlib.new',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [757, 327],
  aliases: [],
  advice: 'Test the name against a fixed set of strong algorithms before it is used.',
  question: 'Who can set the name of the algorithm, and which names are possible?',
  docs: {
    why:
      'hashlib.new() takes any algorithm that the local OpenSSL offers. If the name comes with the data it protects, an ' +
      'attacker names MD4 and forges the rest.',
    fails: 'import hashlib, flask\nhashlib.new(flask.request.args["algorithm"])',
    passes:
      'import hashlib, flask\nname = flask.request.args["algorithm"]\nif name not in {"sha256", "sha512"}:\n    raise ValueError(name)\nhashlib.new(name)',
    evidence: ['only strong algorithms can be chosen'],
    limits: 'Tests in other functions are not seen.',
  },
  messages: {
    chosen: '{source} chooses the algorithm, and can choose a broken one',
    allowsWeak: '{source} chooses the algorithm, and {weak} is among those that are allowed',
    unknown: 'which algorithm is used is not known: {source}',
  },
  on: {
    kind: 'call',
    to: ['hashlib.new', 'hashlib.file_digest'],
    judge(call, verdict) {
      const name = call.name === 'hashlib.new' ? call.argument('name', 0) : call.argument('digest', 1);
      if (name.constants() !== undefined) return undefined;
      if (name.isGiven() && name.names().some((each) => each.startsWith('hashlib.'))) return undefined;
      const origin = name.origin();
      const allowed = name.guard('membership')?.against ?? name.guard('equality')?.against;
      if (allowed !== undefined) {
        const weak = allowed.find((each) => typeof each === 'string' && weakNames.test(each));
        const areNames = allowed.every((each) => typeof each === 'string');
        if (weak === undefined && areNames) return verdict.pass(name, 'only strong algorithms can be chosen');
        if (weak !== undefined && origin.isHostile)
          return verdict.fail(name, 'allowsWeak', { source: origin.text, weak: String(weak) });
      }
      if (origin.isHostile) return verdict.fail(name, 'chosen', { source: origin.text });
      const subject = name.isGiven() ? name : call;
      return verdict.open(subject, 'unknown', { source: origin.text }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
