import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'base64/digit-mapping',
  code: 'B64-07',
  title: 'Reading the digits 0 and 1 as letters gives the same data several spellings',
  anchor: 'library/base64.html#base64.b32decode',
  severity: { network: 'low', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [178],
  aliases: [],
  advice: 'Leave map01 out; replace the digits before the text is compared or stored if people must type it.',
  question: 'Does anything compare, cache or look up this text as it is spelled, before or after it is decoded?',
  docs: {
    why:
      'With map01 the digits 0 and 1 stand for the letters O and I or L, so that two different texts decode to the same ' +
      'bytes. The option is off by default for that reason.',
    fails: 'import base64, flask\nbase64.b32decode(flask.request.args["id"], map01=b"I")',
    passes: 'import base64, flask\nbase64.b32decode(flask.request.args["id"])',
    evidence: ['the digits 0 and 1 are refused', 'the encoded text is part of the program'],
    limits: 'Whether the text is ever compared or stored is not followed.',
  },
  messages: {
    mapped: 'b32decode() reads 0 as O and 1 as {letter}, so that {source} has several spellings of the same data',
    option: 'whether b32decode() reads digits as letters depends on {option}',
  },
  on: {
    kind: 'call',
    to: ['base64.b32decode'],
    judge(call, verdict) {
      const text = call.argument('s', 0);
      const map = call.argument('map01', 2);
      if (map.isAbsent() || map.isNone()) return verdict.pass(call, 'the digits 0 and 1 are refused');
      if (text.constants() !== undefined) return verdict.pass(text, 'the encoded text is part of the program');
      const letter = map.string();
      if (letter === undefined) {
        const subject = map.isGiven() ? map : call;
        return verdict.open(subject, 'option', { option: subject.text }, { severity: 'low' });
      }
      return verdict.fail(map, 'mapped', { letter, source: text.text }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
