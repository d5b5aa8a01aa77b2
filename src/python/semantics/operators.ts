// Python's operators on values: constants are folded, text and sequences are put together, what remains is a result
// named as in Python's `operator` module.

import { ast, Kind, type NodeId, type OperatorName } from '../syntax/index.ts';
import { formatPercent } from './format.ts';
import { areEqual, foldBinary, foldComparison, foldUnary } from './numbers.ts';
import type { Module } from './session.ts';
import { textFrom, textOfFact } from './text.ts';
import type { Fact, InstanceFact, Literal, MappingFact, SequenceFact, Value } from './value.ts';
import {
  computed,
  constant,
  constantKey,
  constantsOf,
  MAX_ITEMS,
  only,
  singleConstant,
  truthOf,
  truthOfFact,
  union,
  unknown,
} from './values.ts';

const functionNames: Partial<Record<OperatorName, string>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or_',
  BitXor: 'xor',
  BitAnd: 'and_',
  FloorDiv: 'floordiv',
  Invert: 'invert',
  Not: 'not_',
  UAdd: 'pos',
  USub: 'neg',
  Eq: 'eq',
  NotEq: 'ne',
  Lt: 'lt',
  LtE: 'le',
  Gt: 'gt',
  GtE: 'ge',
  Is: 'is_',
  IsNot: 'is_not',
  In: 'contains',
  NotIn: 'not_contains',
};

/** Combinations of two values' constants that are folded one by one. */
const MAX_PAIRS = 16;

export function evaluateBinary(module: Module, at: NodeId, operator: OperatorName, left: Value, right: Value): Value {
  const place = module.place(at);
  const special =
    operator === 'Add'
      ? addition(module, at, left, right)
      : operator === 'Mod'
        ? percent(module, at, left, right)
        : operator === 'Div'
          ? pathBelow(module, at, left, right)
          : undefined;
  if (special !== undefined) return special;
  const folded = foldPairs(left, right, (one, other) => {
    const result = foldBinary(operator, one, other);
    return result === undefined ? undefined : constant(result, place);
  });
  if (folded !== undefined) return folded;
  if (operator === 'BitOr') {
    const merged = mergedMappings(left, right);
    if (merged !== undefined) return only({ kind: 'mapping', ...merged, at: place });
  }
  return operatorMethod(module, at, operator, left, right) ?? computed(functionName(operator), [left, right], place);
}

/** An operator as the function of Python's `operator` module: `operator.lt()`. */
export function functionName(operator: OperatorName): string {
  return `operator.${functionNames[operator] ?? operator}()`;
}

/** Folds every pair of constants when both values are sets of constants. */
function foldPairs(
  left: Value,
  right: Value,
  fold: (one: Literal, other: Literal) => Value | undefined,
): Value | undefined {
  const lefts = constantsOf(left);
  const rights = constantsOf(right);
  if (lefts === undefined || rights === undefined || lefts.length * rights.length > MAX_PAIRS) return undefined;
  const results: Value[] = [];
  for (const one of lefts) {
    for (const other of rights) {
      const result = fold(one.value, other.value);
      if (result === undefined) return undefined;
      results.push(result);
    }
  }
  return union(results);
}

function addition(module: Module, at: NodeId, left: Value, right: Value): Value | undefined {
  const place = module.place(at);
  const type = textType(left) ?? textType(right);
  // A constant or text on one side means that the other side is text as well, or Python raises.
  if (type !== undefined) return textFrom([left, right], type, place);
  const one = singleSequence(left);
  const other = singleSequence(right);
  if (one !== undefined && (other !== undefined || right.facts.length === 0)) {
    return only(joined(one, other, place.node, module));
  }
  // ["a"] + rest   what comes first is certain
  if (one !== undefined) return only({ ...one, complete: false, at: place });
  if (other !== undefined && other.type === 'list')
    return only({ kind: 'sequence', type: 'list', items: [], complete: false, at: place });
  return undefined;
}

function joined(one: SequenceFact, other: SequenceFact | undefined, at: NodeId, module: Module): SequenceFact {
  const items = one.complete ? [...one.items, ...(other?.items ?? [])] : one.items;
  const complete = one.complete && other?.complete === true && items.length <= MAX_ITEMS;
  return { kind: 'sequence', type: one.type, items: items.slice(0, MAX_ITEMS), complete, at: module.place(at) };
}

function singleSequence(value: Value): SequenceFact | undefined {
  const fact = value.facts[0];
  return value.complete && value.facts.length === 1 && fact?.kind === 'sequence' ? fact : undefined;
}

/** The type of text that a value certainly is. */
export function textType(value: Value): 'str' | 'bytes' | undefined {
  if (!value.complete || value.facts.length === 0) return undefined;
  let type: 'str' | 'bytes' | undefined;
  for (const fact of value.facts) {
    const own = textTypeOf(fact);
    if (own === undefined || (type !== undefined && own !== type)) return undefined;
    type = own;
  }
  return type;
}

function textTypeOf(fact: Fact): 'str' | 'bytes' | undefined {
  if (fact.kind === 'text') return fact.type;
  if (fact.kind === 'reference') return textOfFact(fact, 'str') === undefined ? undefined : 'str';
  if (fact.kind !== 'constant') return undefined;
  if (typeof fact.value === 'string') return 'str';
  return fact.value instanceof Uint8Array ? 'bytes' : undefined;
}

/** `"…" % values` */
function percent(module: Module, at: NodeId, left: Value, right: Value): Value | undefined {
  const template = singleConstant(left)?.value;
  if (typeof template !== 'string')
    return textType(left) === undefined ? undefined : computed(functionName('Mod'), [left, right], module.place(at));
  const fact = right.complete && right.facts.length === 1 ? right.facts[0] : undefined;
  const tuple = fact?.kind === 'sequence' && fact.type === 'tuple' ? fact : undefined;
  let used = 0;
  const parts = formatPercent(template, {
    positional: (index) => {
      used = index + 1;
      return tuple !== undefined ? tuple.items[index] : index === 0 ? right : undefined;
    },
    named: (name) => (fact?.kind === 'mapping' ? entryOf(fact, name) : undefined),
  });
  // "a" % x   raises, unless x is a mapping
  const isUnused = tuple !== undefined ? used !== tuple.items.length : used === 0 && fact?.kind !== 'mapping';
  if (parts === undefined || isUnused) return computed(functionName('Mod'), [left, right], module.place(at));
  return textFrom(parts, 'str', module.place(at));
}

export function entryOf(fact: MappingFact, name: string): Value | undefined {
  for (let index = fact.entries.length - 1; index >= 0; index--) {
    const entry = fact.entries[index];
    const key = entry === undefined ? undefined : singleConstant(entry.key);
    if (entry === undefined || key === undefined) return undefined;
    if (key.value === name) return entry.value;
  }
  return undefined;
}

/** `Path("a") / "b"` */
function pathBelow(module: Module, at: NodeId, left: Value, right: Value): Value | undefined {
  const fact = left.facts.length === 1 ? left.facts[0] : undefined;
  if (fact?.kind !== 'instance' || fact.text === undefined) return undefined;
  const text = joinPath([fact.text, pathText(right)], module, at);
  const path: InstanceFact = {
    kind: 'instance',
    className: fact.className,
    at: module.place(at),
    by: functionName('Div'),
    from: [left, right],
    ...(text === undefined ? {} : { text }),
  };
  return only(path);
}

/** The text of a path given as text or as a path object. */
export function pathText(value: Value): Value {
  const fact = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  return fact?.kind === 'instance' && fact.text !== undefined ? fact.text : value;
}

/** `os.path.join` of constants, each of which may be one of a few; undefined when a part is not constant. */
export function joinPath(parts: readonly Value[], module: Module, at: NodeId): Value | undefined {
  let joinedParts: readonly string[] = [''];
  for (const [index, part] of parts.entries()) {
    const texts = constantsOf(part)?.map((fact) => fact.value);
    if (texts === undefined || !texts.every((text) => typeof text === 'string')) return undefined;
    if (texts.length * joinedParts.length > MAX_PAIRS) return undefined;
    joinedParts = joinedParts.flatMap((before) => texts.map((text) => (index === 0 ? text : joinTwo(before, text))));
  }
  return union(joinedParts.map((text) => constant(text, module.place(at))));
}

function joinTwo(before: string, text: string): string {
  if (text.startsWith('/') || before === '') return text;
  return before.endsWith('/') ? before + text : `${before}/${text}`;
}

export function mergedMappings(left: Value, right: Value): Omit<MappingFact, 'kind' | 'at'> | undefined {
  const one = left.facts.length === 1 ? left.facts[0] : undefined;
  const other = right.facts.length === 1 ? right.facts[0] : undefined;
  if (one?.kind !== 'mapping' || other?.kind !== 'mapping') return undefined;
  return {
    entries: merged(one.entries, other.entries),
    complete: one.complete && other.complete && left.complete && right.complete,
  };
}

/** Entries with those of the second replacing equal keys of the first. */
export function merged(one: MappingFact['entries'], other: MappingFact['entries']): MappingFact['entries'] {
  const replaced = new Set(other.map((entry) => keyText(entry.key)).filter((key) => key !== undefined));
  const kept = one.filter((entry) => {
    const key = keyText(entry.key);
    return key === undefined || !replaced.has(key);
  });
  return [...kept, ...other];
}

function keyText(key: Value): string | undefined {
  const fact = singleConstant(key);
  return fact === undefined ? undefined : constantKey(fact.value);
}

const methodNames: Partial<Record<OperatorName, string>> = {
  Add: '__add__',
  Sub: '__sub__',
  Div: '__truediv__',
  BitOr: '__or__',
  BitAnd: '__and__',
};

/** An operator on a library's object: the class says what comes out. */
function operatorMethod(
  module: Module,
  at: NodeId,
  operator: OperatorName,
  left: Value,
  right: Value,
): Value | undefined {
  const fact = left.facts.length === 1 ? left.facts[0] : undefined;
  const method = methodNames[operator];
  if (fact?.kind !== 'instance' || method === undefined) return undefined;
  const { library } = module.session;
  const name = library.memberOf(fact.className, method);
  if (name === undefined) return undefined;
  // pathlib.Path("a") / "b"   is of the class that it was
  const type = library.returnsReceiver(name) ? fact.className : library.typeOf(name);
  if (type === undefined || type.startsWith('builtins.') || !library.isClass(type)) return undefined;
  return only({ kind: 'instance', className: type, by: `${name}()`, from: [left, right], at: module.place(at) });
}

export function evaluateUnary(module: Module, at: NodeId, operator: OperatorName, operand: Value): Value {
  const place = module.place(at);
  if (operator === 'Not') {
    const truth = truthOf(operand);
    return truth === undefined ? computed(functionName(operator), [operand], place) : constant(!truth, place);
  }
  const facts = constantsOf(operand);
  const results = facts?.map((fact) => foldUnary(operator, fact.value));
  if (results?.every((result) => result !== undefined)) return union(results.map((result) => constant(result, place)));
  return computed(functionName(operator), [operand], place);
}

/** `a < b <= c`: true when all steps are, false when one is. */
export function evaluateCompare(module: Module, node: NodeId): Value {
  const { tree } = module;
  const place = module.place(node);
  let left = module.valueOf(ast.Compare.left(tree, node));
  const inputs = [left];
  let undecided = false;
  let last = 'Eq' as OperatorName;
  for (let step = ast.Compare.steps(tree, node); step !== 0; step = tree.next(step)) {
    const right = module.valueOf(ast.CompareStep.right(tree, step));
    inputs.push(right);
    last = tree.operator(step);
    const outcome = compareValues(module, tree.operator(step), left, right);
    if (outcome === false) return constant(false, place);
    undecided ||= outcome === undefined;
    left = right;
  }
  return undecided ? computed(functionName(last), inputs, place) : constant(true, place);
}

/** What a comparison gives whatever the two values are of those they can be. */
export function compareValues(module: Module, operator: OperatorName, left: Value, right: Value): boolean | undefined {
  const version = compareVersions(module, operator, left, right);
  if (version !== undefined) return version;
  if (operator === 'In' || operator === 'NotIn') {
    const within = isContained(left, right);
    return within === undefined ? undefined : within === (operator === 'In');
  }
  const lefts = constantsOf(left);
  const rights = constantsOf(right);
  if (lefts === undefined || rights === undefined || lefts.length * rights.length > MAX_PAIRS) {
    return operator === 'Is' || operator === 'IsNot' ? identity(operator, left, right) : undefined;
  }
  let result: boolean | undefined;
  for (const one of lefts) {
    for (const other of rights) {
      const outcome = foldComparison(operator, one.value, other.value);
      if (outcome === undefined || (result !== undefined && outcome !== result)) return undefined;
      result = outcome;
    }
  }
  return result;
}

/** `x is None` where x is something else for certain. */
function identity(operator: OperatorName, left: Value, right: Value): boolean | undefined {
  if (singleConstant(right)?.value !== null || !left.complete || left.facts.length === 0) return undefined;
  const isOther = left.facts.every(
    (fact) =>
      fact.kind === 'text' ||
      fact.kind === 'sequence' ||
      fact.kind === 'mapping' ||
      // re.match(…) gives a match, or None
      (fact.kind === 'instance' && (fact.by === undefined || fact.by === `${fact.className}()`)),
  );
  return isOther ? operator === 'IsNot' : undefined;
}

function isContained(left: Value, right: Value): boolean | undefined {
  const needle = singleConstant(left)?.value;
  const fact = right.complete && right.facts.length === 1 ? right.facts[0] : undefined;
  if (needle === undefined || fact === undefined) return undefined;
  if (fact.kind === 'constant') return foldComparison('In', needle, fact.value);
  const items =
    fact.kind === 'sequence'
      ? fact.items
      : fact.kind === 'mapping'
        ? fact.entries.map((entry) => entry.key)
        : undefined;
  if (items === undefined) return undefined;
  let open = fact.kind === 'sequence' || fact.kind === 'mapping' ? !fact.complete : true;
  for (const item of items) {
    const known = singleConstant(item);
    if (known === undefined) open = true;
    else if (areEqual(known.value, needle)) return true;
  }
  return open ? undefined : false;
}

/** `sys.version_info >= (3, 9)`, `sys.version_info[0] == 2` under the Pythons that the project runs on. */
function compareVersions(module: Module, operator: OperatorName, left: Value, right: Value): boolean | undefined {
  const python = module.session.options.python;
  const fact = left.facts.length === 1 ? left.facts[0] : undefined;
  if (python === undefined || fact === undefined) return undefined;
  const name = fact.kind === 'reference' ? fact.name : fact.kind === 'computed' ? fact.by : undefined;
  if (name === 'sys.version_info')
    return compareWithin(operator, [...python.minimum], [...python.maximum], versionOf(right));
  const isMajor =
    name === 'sys.version_info.major' ||
    (name === 'sys.version_info[]' && fact.kind === 'computed' && isZero(fact.from[1]));
  if (!isMajor) return undefined;
  const major = singleConstant(right)?.value;
  return typeof major === 'bigint'
    ? compareWithin(operator, [python.minimum[0]], [python.maximum[0]], [Number(major)])
    : undefined;
}

function isZero(value: Value | undefined): boolean {
  return value !== undefined && singleConstant(value)?.value === 0n;
}

function versionOf(value: Value): number[] | undefined {
  const fact = value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'sequence' || !fact.complete) return undefined;
  const numbers = fact.items.map((item) => singleConstant(item)?.value);
  return numbers.every((number) => typeof number === 'bigint') ? numbers.map(Number) : undefined;
}

/** An ordering that all versions of a range agree on. */
function compareWithin(
  operator: OperatorName,
  minimum: number[],
  maximum: number[],
  bound: number[] | undefined,
): boolean | undefined {
  if (bound === undefined || bound.length === 0) return undefined;
  const low = order(minimum, bound);
  const high = order(maximum, bound);
  switch (operator) {
    case 'GtE':
    case 'Gt':
      // A version of two parts is the start of all its releases: (3, 9) stands for 3.9.0 and later.
      return low > 0 || (low === 0 && (operator === 'GtE' || bound.length < 3)) ? true : high < 0 ? false : undefined;
    case 'Lt':
    case 'LtE':
      return high < 0 ? true : low > 0 || (low === 0 && operator === 'Lt') ? false : undefined;
    case 'Eq':
    case 'NotEq':
      if (low > 0 || high < 0) return operator === 'NotEq';
      return low === 0 && high === 0 && minimum.length === bound.length && bound.length === 1
        ? operator === 'Eq'
        : undefined;
    default:
      return undefined;
  }
}

function order(version: readonly number[], bound: readonly number[]): number {
  for (let index = 0; index < Math.min(version.length, bound.length); index++) {
    const difference = (version[index] as number) - (bound[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `a or b or c`, `a and b`: what certainly stops the chain ends it, what certainly does not is left out. */
export function evaluateBoolOp(module: Module, node: NodeId): Value {
  const { tree } = module;
  const stopsAt = tree.operator(node) === 'Or';
  const results: Value[] = [];
  for (let operand = ast.BoolOp.values(tree, node); operand !== 0; operand = tree.next(operand)) {
    const value = module.valueOf(operand);
    const isLast = tree.next(operand) === 0;
    const truth = truthOf(value);
    if (isLast || truth === stopsAt) {
      results.push(value);
      break;
    }
    if (truth === undefined) {
      // Of what it can be, only what stops the chain comes through.
      const facts = value.facts.filter((fact) => truthOfFact(fact) !== !stopsAt);
      if (facts.length > 0) results.push(value.complete ? { facts, complete: true } : { ...value, facts });
      else if (!value.complete) results.push(unknown(value.why ?? 'an operand is not known'));
    }
  }
  return union(results);
}

/** `a if test else b` */
export function evaluateIfExp(module: Module, node: NodeId): Value {
  const { tree } = module;
  const truth = truthOf(module.valueOf(ast.IfExp.test(tree, node)));
  const chosen: NodeId[] = [];
  if (truth !== false) chosen.push(ast.IfExp.body(tree, node));
  if (truth !== true) chosen.push(ast.IfExp.orelse(tree, node));
  return union(chosen.map((each) => module.valueOf(each)));
}

/** A BinOp; long chains of `+` are taken from the left without recursion. */
export function evaluateBinOp(module: Module, node: NodeId): Value {
  const { tree } = module;
  const chain: NodeId[] = [];
  let left = node;
  while (tree.kind(left) === Kind.BinOp && chain.length < MAX_ITEMS) {
    chain.push(left);
    left = ast.BinOp.left(tree, left);
  }
  let value = tree.kind(left) === Kind.BinOp ? unknown('the expression is too long') : module.valueOf(left);
  for (const each of chain.reverse()) {
    value = evaluateBinary(module, each, tree.operator(each), value, module.valueOf(ast.BinOp.right(tree, each)));
  }
  return value;
}
