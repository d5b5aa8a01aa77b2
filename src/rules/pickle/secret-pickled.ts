import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { secrecyOf } from '../security-words.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  chosen: 'the class says itself what goes into a pickle',
} as const;

const rule = defineRule({
  id: 'pickle/secret-pickled',
  code: 'PKL-11',
  title: 'A pickle holds what is put into it in the clear, passwords and keys included',
  anchor: 'library/pickle.html#handling-stateful-objects',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [312, 499],
  aliases: ['py/clear-text-storage-sensitive-data'],
  advice: 'Leave secrets out in __getstate__(), or keep them where the system keeps secrets.',
  question: 'Are objects of this class ever pickled, and who can read these pickles?',
  docs: {
    why: 'A pickle is not encrypted: whoever can read the file, the cache or the message has every attribute of the objects in it.',
    fails:
      'import getpass, pickle\npassword = getpass.getpass()\nwith open("login.pkl", "wb") as file:\n    pickle.dump(password, file)',
    passes: `import pickle
class Account:
    def __init__(self, name, password):
        self.name, self.password = name, password
    def __getstate__(self):
        return {"name": self.name}
def save(name, password):
    return pickle.dumps(Account(name, password))`,
    evidence: Object.values(evidence),
    limits: 'What is a secret is told by its name; what objects from elsewhere hold is not known.',
  },
  messages: {
    value: '{name} goes into the pickle in the clear',
    entry: 'the entry {name} goes into the pickle in the clear',
    attribute: '{class} is made with {name}, and has no __getstate__() that would leave it out of the pickle',
  },
  on: {
    kind: 'call',
    to: ['concept:serialize'],
    isTold: () => true,
    judge(call, verdict) {
      const thing = call.operand();
      if (!thing.isGiven()) return undefined;
      const definition = thing.projectClass();
      if (definition !== undefined && thing.callTo(definition.name) !== undefined) {
        const isChosen = ['__getstate__', '__reduce__', '__reduce_ex__'].some((name) => definition.method(name));
        const name = definition.method('__init__')?.parameters.find((each) => secrecyOf(each) === 'secret');
        if (name === undefined) return undefined;
        if (isChosen) return verdict.pass(call, evidence.chosen);
        return verdict.open(call, 'attribute', { class: definition.name, name }, { severity: 'low' });
      }
      const name = thing.lastName;
      if (name !== undefined && isSecret(name, thing)) return verdict.fail(thing, 'value', { name }, inCode);
      const key = thing.keys()?.find((each) => {
        const value = thing.entry(each);
        return value !== undefined && isSecret(each, value);
      });
      return key === undefined ? undefined : verdict.fail(thing, 'entry', { name: key }, inCode);
    },
  },
});

export default quietInTests(rule);

/** Called a secret, and text that can be one. */
function isSecret(name: string, value: ValueView): boolean {
  if (secrecyOf(name) !== 'secret' || value.isNone() || value.string() === '') return false;
  return !value.isInstanceOf('int', 'float', 'bool') && value.projectFunction() === undefined;
}
