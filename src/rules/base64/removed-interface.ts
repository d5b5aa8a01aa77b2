import { defineRule, mayReach } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const successors = new Map([
  ['base64.decodestring', 'decodebytes'],
  ['base64.encodestring', 'encodebytes'],
]);

const evidence = { there: 'every Python that the project may run on has it' } as const;

const rule = defineRule({
  id: 'base64/removed-interface',
  code: 'B64-12',
  title: 'decodestring and encodestring are gone since Python 3.9',
  anchor: 'library/base64.html#base64.decodebytes',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [477],
  aliases: [],
  advice: 'Call decodebytes or encodebytes; prefer b64decode with validate=True for data from outside.',
  question: 'Does this code ever run on Python 3.9 or later, and does it still work there?',
  docs: {
    why:
      'These names were deprecated for years and removed in Python 3.9, where the call raises AttributeError. The decoder ' +
      'was of the old, line-oriented kind that passes over every foreign character.',
    fails: 'import base64\nbase64.decodestring(b"YQ==")',
    passes: 'import base64\nbase64.decodebytes(b"YQ==")',
    evidence: Object.values(evidence),
    limits: 'A name that the program itself puts into the module is not seen.',
  },
  messages: {
    removed:
      '{function}() is gone since Python 3.9; this call raises AttributeError there, {successor}() does the same',
    guarded: '{function}() is gone since Python 3.9; the AttributeError is caught, what happens then is not followed',
  },
  on: {
    kind: 'call',
    to: ['base64.decodestring', 'base64.encodestring'],
    judge(call, verdict) {
      const parameters = { function: call.name.slice('base64.'.length), successor: successors.get(call.name) ?? '' };
      if (!mayReach(call.target, 3, 9)) return verdict.pass(call.callee, evidence.there);
      if (call.isCaught('AttributeError')) {
        return verdict.open(call.callee, 'guarded', parameters, { severity: 'low' });
      }
      return verdict.fail(call.callee, 'removed', parameters, { severity: 'low' });
    },
    fixes: [
      {
        class: 'safe',
        title: 'Call the function by the name that it has in every Python 3',
        make: (call, edit) => edit.replaceCallee(call, edit.name(`base64.${successors.get(call.name)}`)),
      },
    ],
  },
});

export default quietInTests(rule);
