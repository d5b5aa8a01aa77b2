import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const rule = defineRule({
  id: 'pickle/extension-registry',
  code: 'PKL-04',
  title: 'Extension codes of pickles go round find_class',
  anchor: 'library/pickle.html#restricting-globals',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [693],
  aliases: [],
  advice: 'Leave the extension registry empty in programs that restrict unpickling.',
  question: 'Does any restricted unpickler of this program read data from others?',
  docs: {
    why: 'The first use of an extension code asks find_class; later uses, in any unpickler of the process, take the object from a cache without asking.',
    fails: `import copyreg, pickle
class U(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)
copyreg.add_extension("os", "system", 240)`,
    passes: 'import copyreg\ncopyreg.pickle(complex, lambda c: (complex, (c.real, c.imag)))',
    evidence: [],
    limits: 'Only unpicklers of the same file are seen to be restricted.',
  },
  messages: {
    bypass: 'extension code {code} reaches {global} without find_class once any unpickler has used it',
    unknown:
      'extension code {code} reaches {global} without find_class wherever an unpickler of this program is restricted',
  },
  on: {
    kind: 'call',
    to: ['concept:extension-register'],
    judge(call, verdict) {
      const [module, name, code] = ['module', 'name', 'code'].map((each, at) => call.argument(each, at));
      const parameters = {
        code: code?.text ?? 'of this call',
        global: `${module?.string() ?? module?.text}.${name?.string() ?? name?.text}`,
      };
      const restricted = call.classesInFile('pickle.Unpickler').some((each) => each.method('find_class') !== undefined);
      return restricted ? verdict.fail(call, 'bypass', parameters, inCode) : verdict.open(call, 'unknown', parameters);
    },
  },
});

export default quietInTests(rule);
