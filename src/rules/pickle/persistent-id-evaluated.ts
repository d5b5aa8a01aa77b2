import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { ownMethod } from './own-method.ts';

const evidence = {
  refused: 'persistent_load refuses every identifier',
  tested: 'the identifier is compared with fixed values before it is used',
} as const;

const dangerous = [
  'concept:code-execute',
  'concept:import-by-name',
  'concept:deserialize',
  'concept:os-command',
  'concept:start-process',
  'concept:path-open',
  'getattr',
];

const rule = defineRule({
  id: 'pickle/persistent-id-evaluated',
  code: 'PKL-05',
  title: 'A persistent_load that evaluates, imports or opens the identifier lets the pickle choose what happens',
  anchor: 'library/pickle.html#persistence-of-external-objects',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [94, 470, 22],
  aliases: [],
  advice: 'Accept only tuples of known shape, look the object up in a table, and raise UnpicklingError for the rest.',
  question: 'Who writes the pickles that this method is asked to resolve identifiers for?',
  docs: {
    why: 'The identifier is part of the pickle and can be any object. What persistent_load does with it happens while untrusted data is being read, and find_class is not asked.',
    fails: `import pickle
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return eval(pid)`,
    passes: `import pickle
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent ids are refused")`,
    evidence: Object.values(evidence),
    limits: 'What other functions do with the identifier is not followed.',
  },
  messages: {
    used: 'persistent_load gives the identifier of the pickle to {callee}',
  },
  on: {
    kind: 'class',
    extends: ['pickle.Unpickler'],
    judge(definition, verdict) {
      const method = ownMethod(definition, 'persistent_load');
      if (method === undefined) return undefined;
      const identifier = method.parameters[1];
      if (method.returns().length === 0 && method.raises) return verdict.pass(definition, evidence.refused);
      if (identifier === undefined) return undefined;
      const comesFromIdentifier = (value: ValueView) =>
        value.origin().provenance === 'parameter' && value.origin().text.startsWith(`the parameter ${identifier}`);
      for (const call of method.calls(...dangerous)) {
        const used = call.positional.find(comesFromIdentifier);
        if (used === undefined) continue;
        if (isTested(used)) return verdict.pass(definition, evidence.tested);
        return verdict.fail(call, 'used', { callee: call.callee.text }, inCode);
      }
      return undefined;
    },
  },
});

export default quietInTests(rule);

/** The identifier, or each part of the text that holds it, is compared with constants first. */
function isTested(value: ValueView): boolean {
  const parts = (value.textParts() ?? [value]).filter((part) => typeof part !== 'string');
  return parts.every(
    (part) =>
      part.constants() !== undefined || part.guard('membership') !== undefined || part.guard('equality') !== undefined,
  );
}
