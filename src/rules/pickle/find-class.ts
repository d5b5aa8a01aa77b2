// What a find_class method lets through. Asked where it is defined, and where an unpickler with it is used: both must
// agree on whether it restricts anything.

import type { CallSite, CompareSite, FunctionView, GuardView, Subject, ValueView } from '../../rulekit/index.ts';

export type Restriction =
  /** only what is listed: `list` pairs or names that are written out, `refused` nothing at all, `table` fixed objects */
  | { readonly kind: 'strong'; readonly by: 'list' | 'refused' | 'table' }
  | { readonly kind: 'weak'; readonly why: 'delegates'; readonly subject: Subject }
  | {
      readonly kind: 'weak';
      readonly why: 'module-only' | 'prefix' | 'deny-list';
      readonly subject: GuardView | CompareSite;
      /** the parameter for the name */
      readonly name: string;
    }
  | { readonly kind: 'weak'; readonly why: 'escape'; readonly subject: Subject; readonly global: string }
  | { readonly kind: 'unknown'; readonly subject: Subject };

/** Globals that undo an allow-list: each calls, imports or reaches something of the pickle's choice. */
const escapes = [
  /^(__builtin__|builtins)\.(eval|exec|execfile|compile|getattr|setattr|delattr|__import__|open|breakpoint|input|type|object|globals|vars)$/,
  /^(os|posix|nt|sys|subprocess|operator|_operator|importlib|types|codecs|ctypes|runpy|code|pty|logging\.config|shutil|socket)\./,
  /^(functools\.(partial|reduce)|copyreg\._reconstructor|pydoc\.locate|pkgutil\.resolve_name)$/,
];

const lookups = ['pickle.Unpickler.find_class', 'getattr', 'importlib.import_module', '__import__'];

export function restrictionOf(method: FunctionView): Restriction {
  const results = method.returns().filter((value) => !value.isNone());
  if (results.length === 0) {
    return method.raises || method.canReturnNothing
      ? { kind: 'strong', by: 'refused' }
      : { kind: 'unknown', subject: method };
  }
  const each = results.map((value) => restrictionOfResult(value, method));
  return (
    each.find(({ kind }) => kind === 'weak') ??
    each.find(({ kind }) => kind === 'unknown') ??
    each[0] ?? { kind: 'unknown', subject: method }
  );
}

function restrictionOfResult(value: ValueView, method: FunctionView): Restriction {
  const lookup = value.callTo(...lookups);
  if (lookup === undefined) {
    // return TABLE[module, name]
    return isEntry(value) ? { kind: 'strong', by: 'table' } : { kind: 'unknown', subject: value };
  }
  const [moduleName = 'module', name = 'name'] = method.parameters.slice(1);
  const byName = argumentNamed(lookup, name);
  const byModule = argumentNamed(lookup, moduleName);
  const nameGuard = byName?.guard('membership') ?? byName?.guard('equality') ?? byName?.guard('full-match');
  const moduleGuard = byModule?.guard('membership') ?? byModule?.guard('equality');

  // 1. both parts are tested, or the name is and the module is fixed: getattr(builtins, name)
  if (nameGuard !== undefined) {
    const allowed = allowedBy(nameGuard.test?.right, moduleGuard?.test?.right);
    const global = allowed?.find((each) => escapes.some((pattern) => pattern.test(each)));
    if (global !== undefined) return { kind: 'weak', why: 'escape', subject: nameGuard, global };
    return { kind: 'strong', by: 'list' };
  }
  if (moduleGuard !== undefined) return { kind: 'weak', why: 'module-only', subject: moduleGuard, name };
  const prefix = byName?.guard('prefix') ?? byModule?.guard('prefix');
  if (prefix !== undefined) return { kind: 'weak', why: 'prefix', subject: prefix, name };

  // 2. tests that refuse some and let the rest through
  const test = method.comparisons().find((each) => [moduleName, name].some((part) => mentions(each.left, part)));
  if (test !== undefined && method.raises) return { kind: 'weak', why: 'deny-list', subject: test, name };

  // 3. no test that refuses anything; a call of the project may make one
  const isAlone = method.calls().every((call) => call.text === lookup.text || call.callee.text === 'super');
  return isAlone ? { kind: 'weak', why: 'delegates', subject: value } : { kind: 'unknown', subject: value };
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
