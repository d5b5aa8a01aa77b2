// Objects of the project's models that pydantic makes from documents: `Job.model_validate(data)`.

import { constant, type Fact, only, reference, type Value } from '../../semantics/index.ts';
import { ast, Kind } from '../../syntax/index.ts';
import { fieldsOf } from '../fields.ts';
import { itemValue } from '../items.ts';
import { current } from '../values.ts';
import { invoke } from './held.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';

/** The class that a class method was read from. */
function classBehind(call: NativeCall): (Fact & { readonly kind: 'reference' }) | undefined {
  const { frame, node, receiver } = call;
  const { tree } = frame.module;
  const callee = tree.kind(node) === Kind.Call ? ast.Call.callee(tree, node) : 0;
  const object =
    receiver ??
    (callee !== 0 && tree.kind(callee) === Kind.Attribute
      ? frame.latest(ast.Attribute.value(tree, callee))
      : undefined);
  const fact = object?.facts.length === 1 ? object.facts[0] : undefined;
  return fact?.kind === 'reference' && fact.definition !== undefined ? fact : undefined;
}

const fromDocument =
  (isText: boolean): Native =>
  (call) => {
    const { frame, state, node } = call;
    const [given] = call.given.positional;
    const owner = classBehind(call);
    if (given === undefined || owner?.definition === undefined) return undefined;
    const info = frame.engine.session.classes.at(owner.definition);
    const at = frame.place(node);
    const document: Value = isText ? invoke(call, reference('json.loads', at), { positional: [given] }) : given;
    const named = new Map<string, Value>();
    for (const { name, value } of fieldsOf(frame, info)) {
      const key = constant(name, at);
      const known = current(document, state);
      const isAbsent =
        value !== 0 &&
        known.complete &&
        known.facts.every((fact) => fact.kind === 'mapping' && fact.complete && !hasKey(fact, name));
      if (!isAbsent) named.set(name, itemValue(frame, node, document, key, state));
    }
    return invoke(call, only(owner), { named });
  };

const hasKey = (fact: Fact & { readonly kind: 'mapping' }, name: string) =>
  fact.entries.some(({ key }) => key.facts.some((each) => each.kind !== 'constant' || each.value === name));

export const modelNatives: NativeTable = {
  'pydantic.BaseModel.model_validate': fromDocument(false),
  'pydantic.BaseModel.parse_obj': fromDocument(false),
  'pydantic.BaseModel.model_validate_json': fromDocument(true),
  'pydantic.BaseModel.parse_raw': fromDocument(true),
};
