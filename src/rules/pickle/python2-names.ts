import { type CompareSite, defineRule, type FunctionView, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { restrictionOf } from './find-class.ts';
import { ownMethod } from './own-method.ts';

/** Modules that had another name in Python 2; the unpickler is asked for the old one in pickles of protocols 0 to 2. */
const oldNames: ReadonlyMap<string, string> = new Map([
  ['builtins', '__builtin__'],
  ['copyreg', 'copy_reg'],
  ['queue', 'Queue'],
  ['socketserver', 'SocketServer'],
  ['configparser', 'ConfigParser'],
  ['functools', '__builtin__'],
  ['subprocess', 'commands'],
]);

const evidence = {
  both: 'old and new names are tested',
  unmapped: 'old names are not translated',
} as const;

const rule = defineRule({
  id: 'pickle/python2-names',
  code: 'PKL-07',
  title: 'A find_class that knows only the new names of modules is asked for the old ones',
  anchor: 'library/pickle.html#pickle.Unpickler',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [184, 178],
  aliases: [],
  advice: 'Test against a list of what is allowed, under every name that it goes by; or pass fix_imports=False.',
  question: 'Must pickles of Python 2 still be read here, and which of their names does find_class meet?',
  docs: {
    why: 'find_class() is handed the names as they stand in the pickle, and translates the old ones only afterwards. A test that refuses "builtins" lets "__builtin__" through, which then becomes builtins.',
    fails: `import pickle
class U(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins":
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)`,
    passes: `import pickle
class U(pickle.Unpickler):
    def find_class(self, module, name):
        if module in ("builtins", "__builtin__"):
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)`,
    evidence: Object.values(evidence),
    limits: 'Only names that are written out in the method or in a constant are compared.',
  },
  messages: {
    refused: 'refusing {module} does not refuse {old}, which stands for it in pickles of protocol 2 and before',
    unlisted:
      '{encoding} reads pickles of Python 2, and find_class allows {module} but not {old}, as it is called there',
  },
  on: [
    {
      kind: 'class',
      extends: ['pickle.Unpickler'],
      judge(definition, verdict) {
        const method = ownMethod(definition, 'find_class');
        if (method === undefined || restrictionOf(method).kind === 'strong') return undefined;
        const tested = testedModules(method);
        const module = [...oldNames.keys()].find((each) => tested.has(each));
        const test = module === undefined ? undefined : tested.get(module);
        if (module === undefined || test === undefined) return undefined;
        const old = oldNames.get(module) as string;
        if (tested.has(old)) return verdict.pass(definition, evidence.both);
        // what follows such a test is a refusal only where the rest is let through
        return restrictionOf(method).kind === 'weak' && method.raises && !isAllowing(method)
          ? verdict.fail(test, 'refused', { module, old }, inCode)
          : undefined;
      },
    },
    {
      // Restricted(file, encoding="latin1").load()
      kind: 'call',
      to: ['pickle.Unpickler'],
      judge(call, verdict) {
        const method = call.result().projectClass()?.method('find_class');
        if (method === undefined || restrictionOf(method).kind !== 'strong') return undefined;
        const encoding = call.argument('encoding');
        const isOld = ['latin1', 'latin-1', 'bytes', 'iso-8859-1'].includes(encoding.string()?.toLowerCase() ?? '');
        if (!isOld) return undefined;
        if (call.argument('fix_imports').truth() === false) return verdict.pass(call, evidence.unmapped);
        const tested = testedModules(method);
        const missing = [...oldNames].find(([module, old]) => tested.has(module) && !tested.has(old));
        if (missing === undefined) {
          return [...oldNames.values()].some((old) => tested.has(old)) ? verdict.pass(call, evidence.both) : undefined;
        }
        const [module, old] = missing;
        return verdict.open(encoding, 'unlisted', { encoding: encoding.text, module, old }, { severity: 'low' });
      },
    },
  ],
});

export default quietInTests(rule);

/** Names of modules that the method compares something with, and where. */
function testedModules(method: FunctionView): ReadonlyMap<string, CompareSite> {
  const found = new Map<string, CompareSite>();
  for (const test of method.comparisons()) {
    for (const text of [test.left, test.right].flatMap(textsIn)) if (!found.has(text)) found.set(text, test);
  }
  return found;
}

/** A constant, the members of a display, and the first halves of pairs and dotted names. */
function textsIn(value: ValueView): readonly string[] {
  const own = value.string();
  if (own !== undefined) return [own, own.slice(0, Math.max(own.lastIndexOf('.'), 0))].filter((text) => text !== '');
  return (value.items() ?? []).flatMap((item) => {
    const text = item.string() ?? item.items()?.[0]?.string();
    return text === undefined ? [] : [text, text.slice(0, Math.max(text.lastIndexOf('.'), 0))];
  });
}

/** Looks things up only where a test of the method has held. */
function isAllowing(method: FunctionView): boolean {
  const restriction = restrictionOf(method);
  return restriction.kind === 'weak' && (restriction.why === 'module-only' || restriction.why === 'prefix');
}
