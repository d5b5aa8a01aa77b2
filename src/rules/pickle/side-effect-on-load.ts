import { defineRule, type ReferenceSite } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

/** Methods that say what a load shall call. */
const reducers = new Set(['__reduce__', '__reduce_ex__']);

const rule = defineRule({
  id: 'pickle/side-effect-on-load',
  code: 'PKL-06',
  title: 'A class whose objects run commands or code while they are unpickled serves as a tool to an attacker',
  anchor: 'library/pickle.html#object.__reduce__',
  severity: { network: 'high', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [502, 913],
  aliases: [],
  advice: 'Let objects carry plain state; do the work in a method that the program calls itself.',
  question: 'Does anyone unpickle data from others in a process that can import this class?',
  docs: {
    why: 'What __reduce__ returns is called by every load of such a pickle, and __setstate__ runs with a state of the pickle’s choice. Work done there is done for whoever wrote the data.',
    fails: 'import os\nclass Job:\n    def __reduce__(self):\n        return os.system, ("make",)',
    passes: 'class Point:\n    def __reduce__(self):\n        return Point, (self.x, self.y)',
    evidence: [],
    limits: 'Only the body of the method itself is looked at, not what it calls.',
  },
  messages: {
    reduced: 'unpickling an object of {class} calls {callee}',
    restored: '{class}.{method} calls {callee} while an object is being unpickled',
  },
  on: [
    {
      kind: 'reference',
      to: ['concept:os-command', 'concept:start-process', 'concept:code-execute'],
      judge(reference, verdict) {
        if (!reducers.has(reference.functionName) || !isHandedOut(reference)) return undefined;
        return verdict.fail(reference, 'reduced', { class: reference.className, callee: reference.name }, inCode);
      },
    },
    {
      kind: 'call',
      to: ['concept:os-command', 'concept:start-process', 'concept:code-execute'],
      judge(call, verdict) {
        if (call.functionName !== '__setstate__' || call.className === '') return undefined;
        const parameters = { class: call.className, method: call.functionName, callee: call.name };
        return verdict.fail(call, 'restored', parameters, inCode);
      },
    },
  ],
});

export default quietInTests(rule);

function isHandedOut(reference: ReferenceSite): boolean {
  return reference.usage === 'returned' || reference.usage === 'stored';
}
