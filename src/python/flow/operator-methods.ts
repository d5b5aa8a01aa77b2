// Operators of objects whose classes define them: `__add__`, `__str__`, `__format__`, `__contains__`, `__eq__`.

import { type Fact, only, stringOf, type Value } from '../semantics/index.ts';
import type { NodeId, OperatorName } from '../syntax/index.ts';
import { methodOf } from './attributes.ts';
import { callValue, noArguments } from './calls.ts';
import { textOfException } from './exception-text.ts';
import type { Frame } from './frame.ts';
import type { State } from './state.ts';

const methods: Readonly<Partial<Record<OperatorName | 'str' | 'format', readonly string[]>>> = {
  Add: ['__add__', '__radd__'],
  Sub: ['__sub__', '__rsub__'],
  Mult: ['__mul__', '__rmul__'],
  Mod: ['__mod__', '__rmod__'],
  Div: ['__truediv__', '__rtruediv__'],
  BitOr: ['__or__', '__ror__'],
  BitAnd: ['__and__', '__rand__'],
  LShift: ['__lshift__', '__rlshift__'],
  RShift: ['__rshift__', '__rrshift__'],
  Eq: ['__eq__', '__eq__'],
  In: ['', '__contains__'],
  NotIn: ['', '__contains__'],
  str: ['__str__'],
  format: ['__format__'],
};

/** What the operator gives when one side is an object of the project that defines it; undefined otherwise. */
export function operatorCall(
  frame: Frame,
  node: NodeId,
  operator: OperatorName | 'str' | 'format',
  left: Value,
  right: Value | undefined,
  state: State,
): Value | undefined {
  const [direct, reflected] = methods[operator] ?? [];
  if (direct === undefined) return undefined;
  const own =
    methodFor(frame, node, left, direct, state) ??
    (operator === 'format' || operator === 'str'
      ? (methodFor(frame, node, left, '__str__', state) ?? methodFor(frame, node, left, '__repr__', state))
      : undefined);
  if (own !== undefined) {
    const takesOther =
      right !== undefined && operator !== 'str' && !(operator === 'format' && own.name !== '__format__');
    return callValue(
      frame,
      state,
      own.method,
      takesOther ? { ...noArguments, positional: [right] } : noArguments,
      node,
    );
  }
  if (operator === 'str') return textOfException(frame, node, left, state);
  if (right === undefined || reflected === undefined) return undefined;
  const other = methodFor(frame, node, right, reflected, state);
  return other === undefined
    ? undefined
    : callValue(frame, state, other.method, { ...noArguments, positional: [left] }, node);
}

function methodFor(
  frame: Frame,
  node: NodeId,
  value: Value,
  name: string,
  state: State,
): { readonly method: Value; readonly name: string } | undefined {
  if (name === '' || value.facts.length !== 1) return undefined;
  const method = methodOf(frame, node, value.facts[0] as Fact, name, state);
  return method === undefined ? undefined : { method, name };
}

/** `"%r" % host`: objects of the project as their classes write them. */
export function writtenOperands(frame: Frame, node: NodeId, left: Value, right: Value, state: State): Value {
  const template = stringOf(left);
  const fact = right.facts.length === 1 && right.complete ? right.facts[0] : undefined;
  const items = fact?.kind === 'sequence' && fact.type === 'tuple' ? fact.items : [right];
  if (template === undefined || fact === undefined || !items.some(isOwnObject)) return right;
  const letters = [...template.matchAll(/%[-#0-9 +.]*([a-zA-Z%])/g)]
    .map(([, letter]) => letter)
    .filter((each) => each !== '%');
  const written = items.map((item, index) => {
    if (!isOwnObject(item)) return item;
    const names = letters[index] === 's' ? ['__str__', '__repr__'] : letters[index] === 'r' ? ['__repr__'] : [];
    for (const name of names) {
      const found = methodFor(frame, node, item, name, state);
      if (found !== undefined) return callValue(frame, state, found.method, noArguments, node);
    }
    return names.length > 1 ? (textOfException(frame, node, item, state) ?? item) : item;
  });
  return fact.kind === 'sequence' ? only({ ...fact, items: written }) : (written[0] as Value);
}

const isOwnObject = (value: Value) =>
  value.facts.some((fact) => fact.kind === 'instance' && (fact.definition !== undefined || fact.by !== undefined));
