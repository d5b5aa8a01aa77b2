// Fields that are converted to what their annotations say when an object is made: models of pydantic. What is no number
// is refused, so that a field that says `int` holds one.

import { computed, constant, literalOf, type ProjectClass, reference, type Value } from '../semantics/index.ts';
import { ast, Kind, type NodeId } from '../syntax/index.ts';
import { callValue, noArguments } from './calls.ts';
import type { Field } from './fields.ts';
import type { Frame } from './frame.ts';
import { joinAll } from './join.ts';
import type { State } from './state.ts';

export const isValidated = (info: ProjectClass) => info.ancestors.some((name) => /^pydantic\.(\w+\.)*\w+$/.test(name));

/** Classes whose objects are made from text, and are written otherwise. */
const converting =
  /^(builtins\.(int|float|bool|complex)|decimal\.Decimal|uuid\.UUID\d?|datetime\.(date|time|datetime|timedelta)|ipaddress\.\w+)$/;

/** What a field holds that was given a value. */
export function validated(frame: Frame, field: Field, value: Value, state: State, node: NodeId): Value {
  const owner = frame.engine.moduleOf(field.owner);
  const { tree } = owner;
  const annotation = ast.AnnAssign.annotation(tree, field.owner.node);
  // kind: Literal["a", "b"]
  const literals = literalsOf(frame, field, annotation);
  if (literals !== undefined) return literals;
  const classes = owner.classesOfAnnotation(annotation);
  const [first] = classes ?? [];
  if (first === undefined || classes?.length !== 1) return value;
  const name = first.name.includes('.') ? first.name : `builtins.${first.name}`;
  const isAsked = value.facts.some((fact) => fact.kind !== 'constant' && fact.kind !== 'instance');
  if (converting.test(name) && isAsked) return computed(`${name}()`, [value], frame.place(node));
  const own = first.definition;
  if (own === undefined || !isAsked) return value;
  const info = frame.engine.session.classes.at(own);
  if (!info.ancestors.includes('enum.Enum')) return value;
  return callValue(
    frame,
    state,
    reference(first.name, frame.place(node), own),
    { ...noArguments, positional: [value] },
    node,
  );
}

function literalsOf(frame: Frame, field: Field, annotation: NodeId): Value | undefined {
  const { tree } = frame.engine.moduleOf(field.owner);
  if (tree.kind(annotation) !== Kind.Subscript) return undefined;
  const base = tree.text(ast.Subscript.value(tree, annotation));
  if (!/^(?:\w+\.)?Literal$/.test(base)) return undefined;
  const index = ast.Subscript.index(tree, annotation);
  const items = tree.kind(index) === Kind.Tuple ? tree.list(ast.Tuple.elements(tree, index)) : [index];
  const values = items.map((item) => literalOf(tree, item));
  if (!values.every((each) => each !== undefined)) return undefined;
  return joinAll(values.map((each) => constant(each, field.owner)));
}
