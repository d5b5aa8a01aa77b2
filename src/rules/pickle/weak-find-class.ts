import { type CallSite, defineRule, type FunctionView, type Judge, type ValueView } from '../../rulekit/index.ts';
import { ownMethod } from './own-method.ts';

const evidence = {
  list: 'find_class refuses every pair of module and name outside a fixed set',
  refused: 'find_class refuses every global',
  table: 'find_class gives back entries of a fixed table only',
} as const;

type MessageId = 'delegates' | 'module-only' | 'prefix' | 'deny-list' | 'escape' | 'unknown';

/** Globals that undo an allow-list: each calls, imports or reaches something of the pickle's choice. */
const escapes = [
  /^(__builtin__|builtins)\.(eval|exec|execfile|compile|getattr|setattr|delattr|__import__|open|breakpoint|input|type|object|globals|vars)$/,
  /^(os|posix|nt|sys|subprocess|operator|_operator|importlib|types|codecs|ctypes|runpy|code|pty|logging\.config|shutil|socket)\./,
  /^(functools\.(partial|reduce)|copyreg\._reconstructor|pydoc\.locate|pkgutil\.resolve_name)$/,
];

export default defineRule({
  id: 'pickle/weak-find-class',
  code: 'PKL-03',
  title: 'A find_class that lets through more than an exact list does not restrict a pickle',
  anchor: 'library/pickle.html#restricting-globals',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'high' },
  cwe: [502, 184],
  aliases: [],
  advice:
    'Test the pair (module, name) against a fixed set, raise UnpicklingError for all else, and only then delegate.',
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
      const results = method.returns().filter((value) => !value.isNone());
      if (results.length === 0) {
        return method.raises || method.canReturnNothing ? verdict.pass(definition, evidence.refused) : undefined;
      }
      const verdicts = results.map((value) => judgeResult(value, method, verdict));
      const worst = ['fail', 'open', 'pass'].map((kind) => verdicts.find((each) => each?.kind === kind)).find(Boolean);
      return worst?.kind === 'pass' ? verdict.pass(definition, worst.message) : worst;
    },
  },
});

function judgeResult(value: ValueView, method: FunctionView, verdict: Judge<MessageId>) {
  const lookup = value.callTo('pickle.Unpickler.find_class', 'getattr', 'importlib.import_module', '__import__');
  if (lookup === undefined) {
    // return ALLOWED[module, name]
    return isEntry(value) ? verdict.pass(value, evidence.table) : verdict.open(value, 'unknown');
  }
  const [moduleName = 'module', name = 'name'] = method.parameters.slice(1);
  const byName = argumentNamed(lookup, name);
  const byModule = argumentNamed(lookup, moduleName);
  const nameGuard = byName?.guard('membership') ?? byName?.guard('equality') ?? byName?.guard('full-match');
  const moduleGuard = byModule?.guard('membership') ?? byModule?.guard('equality');

  // 1. both parts are tested, or the name is and the module is fixed: getattr(builtins, name)
  if (nameGuard !== undefined) {
    const allowed = allowedBy(nameGuard.test?.right, moduleGuard?.test?.right);
    const dangerous = allowed?.find((each) => escapes.some((pattern) => pattern.test(each)));
    if (dangerous !== undefined) return verdict.fail(nameGuard, 'escape', { global: dangerous });
    return verdict.pass(value, evidence.list);
  }
  if (moduleGuard !== undefined) return verdict.fail(moduleGuard, 'module-only', { tested: moduleGuard.text, name });
  const prefix = byName?.guard('prefix') ?? byModule?.guard('prefix');
  if (prefix !== undefined) return verdict.fail(prefix, 'prefix', { tested: prefix.text });

  // 2. tests that refuse some and let the rest through
  const test = method.comparisons().find((each) => [moduleName, name].some((part) => mentions(each.left, part)));
  if (test !== undefined) {
    return method.raises ? verdict.fail(test, 'deny-list', { tested: test.text }) : verdict.fail(value, 'delegates');
  }
  // 3. no test at all; a call of the project may make one
  const isAlone = method.calls().every((call) => call.text === lookup.text || call.callee.text === 'super');
  return isAlone ? verdict.fail(value, 'delegates') : verdict.open(value, 'unknown');
}

function argumentNamed(call: CallSite, name: string): ValueView | undefined {
  return (
    call.positional.find((each) => each.lastName === name) ??
    [call.argument('module'), call.argument('name')].find((each) => each.lastName === name)
  );
}

/** Allowed globals as `module.name`, as far as they are written out. */
function allowedBy(names: ValueView | undefined, modules: ValueView | undefined): readonly string[] | undefined {
  const items = names?.items();
  if (items === undefined) return undefined;
  const module = modules?.string() ?? modules?.items()?.[0]?.string();
  return items.flatMap((item) => {
    const pair = item.items()?.map((part) => part.string());
    if (pair !== undefined) return pair.every((part) => part !== undefined) ? [pair.join('.')] : [];
    const text = item.string();
    return text === undefined ? [] : [module === undefined ? text : `${module}.${text}`];
  });
}

function mentions(value: ValueView, name: string): boolean {
  return value.lastName === name || (value.items()?.some((item) => item.lastName === name) ?? false);
}

/** What a table of fixed objects gives: one of them, or None. */
function isEntry(value: ValueView): boolean {
  const names = value.names();
  return value.callTo('dict.get') !== undefined || (names.length > 0 && value.is(...names));
}
