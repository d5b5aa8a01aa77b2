import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { promisesSafety } from '../security-words.ts';
import { inCode } from '../written-in-code.ts';
import { restrictionOf } from './find-class.ts';
import { ownMethod } from './own-method.ts';

const evidence = {
  list: 'find_class refuses every pair of module and name outside a fixed set',
  refused: 'find_class refuses every global',
  table: 'find_class gives back entries of a fixed table only',
} as const;

const rule = defineRule({
  id: 'pickle/weak-find-class',
  code: 'PKL-03',
  title: 'A find_class that lets through more than an exact list does not restrict a pickle',
  anchor: 'library/pickle.html#restricting-globals',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [502, 184],
  aliases: [],
  advice:
    'Test the pair (module, name) against a fixed set, raise UnpicklingError for all else, and only then delegate.',
  question: 'Which globals must these pickles be able to name, and does find_class refuse all others?',
  docs: {
    why: 'find_class is asked for every global a pickle names, and names may contain dots. A test of the module alone, of a prefix, or against a list of bad names leaves callables within reach that run code.',
    fails: `import pickle
class U(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "collections":
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)`,
    passes: `import pickle
ALLOWED = {("collections", "OrderedDict")}
class U(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)`,
    evidence: Object.values(evidence),
    limits: 'A check that is made in another function is not followed.',
  },
  messages: {
    delegates: 'find_class never refuses: every global that a pickle names is looked up',
    'module-only':
      'find_class tests {tested} but not {name}: a dotted name such as "_sys.modules" leads out of the module',
    prefix: 'find_class tests only how {tested} begins',
    'deny-list': 'find_class refuses what {tested} finds and allows everything else',
    escape: 'the allowed global {global} can call or reach anything',
    unknown: 'it is not known which globals this find_class lets through',
  },
  on: {
    kind: 'class',
    extends: ['pickle.Unpickler'],
    judge(definition, verdict) {
      const method = ownMethod(definition, 'find_class');
      if (method === undefined) return undefined;
      const restriction = restrictionOf(method);
      if (restriction.kind === 'strong') return verdict.pass(definition, evidence[restriction.by]);
      if (restriction.kind === 'unknown') return verdict.open(restriction.subject, 'unknown');
      switch (restriction.why) {
        case 'delegates':
          // Without a test it may only give old names new ones; a name that promises safety is another matter.
          return promisesSafety(definition.name)
            ? verdict.fail(restriction.subject, 'delegates', {}, inCode)
            : verdict.open(restriction.subject, 'delegates');
        case 'escape':
          return verdict.fail(restriction.subject, 'escape', { global: restriction.global }, inCode);
        default:
          return verdict.fail(
            restriction.subject,
            restriction.why,
            {
              tested: restriction.subject.text,
              name: restriction.name,
            },
            inCode,
          );
      }
    },
  },
});

export default quietInTests(rule);
