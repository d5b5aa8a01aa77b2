import { type ClassSite, defineRule, type FunctionView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { restrictionOf } from '../pickle/find-class.ts';
import { promisesSafety } from '../security-words.ts';

const evidence = { everywhere: 'every way to a value goes through the restricted unpickler' } as const;

const shelves = ['shelve.Shelf', 'shelve.BsdDbShelf', 'shelve.DbfilenameShelf'] as const;
/** These unpickle by themselves; all others of a shelf ask `__getitem__`. */
const cursorMethods = ['set_location', 'next', 'previous', 'first', 'last'];
const readers = ['get', 'pop', 'popitem', 'setdefault', 'values', 'items', ...cursorMethods];
const loaders = ['pickle.loads', 'pickle.load', 'pickle.Unpickler.load'];

const rule = defineRule({
  id: 'shelve/restriction-bypassed',
  code: 'SHV-08',
  title: 'A shelf that restricts what is unpickled leaves a way to its values that does not',
  anchor: 'library/shelve.html#shelve.BsdDbShelf',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [502, 693],
  aliases: [],
  advice: 'Override __getitem__, and for BsdDbShelf all of set_location, next, previous, first and last.',
  question: 'Which methods of this shelf are called, and does each of them restrict what is unpickled?',
  docs: {
    why:
      'get(), values() and items() of a shelf read through __getitem__, so that one method restricts them all. The ' +
      'cursor methods of BsdDbShelf unpickle by themselves, and an override of get() alone leaves shelf[key] as it was.',
    fails:
      'import io, pickle, shelve\nclass Safe(pickle.Unpickler):\n    def find_class(self, module, name):\n        raise pickle.UnpicklingError(name)\nclass Restricted(shelve.BsdDbShelf):\n    def __getitem__(self, key):\n        return Safe(io.BytesIO(self.dict[key])).load()',
    passes:
      'import io, pickle, shelve\nclass Safe(pickle.Unpickler):\n    def find_class(self, module, name):\n        raise pickle.UnpicklingError(name)\nclass Restricted(shelve.Shelf):\n    def __getitem__(self, key):\n        return Safe(io.BytesIO(self.dict[key])).load()',
    evidence: Object.values(evidence),
    limits:
      'Restricted loaders are unpicklers with find_class, and functions of the project whose names promise safety.',
  },
  messages: {
    cursor: '{methods} of BsdDbShelf unpickle by themselves, and {name} does not override them',
    item: '{method}() is restricted, but shelf[key] is not: {name} does not override __getitem__',
    plain: '{method}() of {name} unpickles without the restriction that other methods have',
    unknown: 'whether {method}() of {name} restricts what is unpickled is not known',
  },
  on: {
    kind: 'class',
    extends: shelves,
    judge(definition, verdict) {
      const own = definition.methods().filter(({ name }) => name === '__getitem__' || readers.includes(name));
      const kinds = new Map(own.map((method) => [method.name, kindOf(method)]));
      const restricted = own.find((method) => kinds.get(method.name) === 'restricted');
      const name = definition.name.slice(definition.name.lastIndexOf('.') + 1);
      if (restricted === undefined) {
        const item = own.find((method) => kinds.get(method.name) === 'unknown');
        return item && verdict.open(item, 'unknown', { name, method: item.name }, { severity: 'low' });
      }
      const plain = own.find((method) => kinds.get(method.name) === 'plain');
      if (plain !== undefined) return verdict.fail(plain, 'plain', { name, method: plain.name }, medium);
      if (!kinds.has('__getitem__') && !overrides(definition, '__getitem__')) {
        return verdict.fail(restricted, 'item', { name, method: restricted.name }, medium);
      }
      const missing = definition.ancestors.includes('shelve.BsdDbShelf')
        ? cursorMethods.filter((method) => !overrides(definition, method))
        : [];
      return missing.length > 0
        ? verdict.fail(definition, 'cursor', { name, methods: missing.join(', ') }, medium)
        : verdict.pass(definition, evidence.everywhere);
    },
  },
});

const medium = { severity: 'medium' } as const;

const overrides = (definition: ClassSite, method: string): boolean => definition.method(method) !== undefined;

/** How a method comes by its values: `asks` for methods that ask others of the shelf. */
function kindOf(method: FunctionView): 'restricted' | 'plain' | 'asks' | 'unknown' {
  const calls = method.calls();
  const loads = method.calls(...loaders);
  if (loads.length > 0) {
    return loads.every((call) => {
      const finder = call.receiver()?.projectClass()?.method('find_class');
      return finder !== undefined && restrictionOf(finder).kind === 'strong';
    })
      ? 'restricted'
      : 'plain';
  }
  if (calls.some((call) => call.names.some(promisesSafety))) return 'restricted';
  return calls.length === 0 || method.calls('builtins.super').length > 0 ? 'asks' : 'unknown';
}

export default quietInTests(rule);
