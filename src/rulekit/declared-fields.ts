// Values that a library converts because a class of the project declares them so: `copies = forms.IntegerField()` makes
// `form.cleaned_data["copies"]` a number. The models say what the `clean` of a field gives.

import type { Fact, Value } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { canonicalName, withoutCall } from './canonical-names.ts';
import { isConvertedType } from './handed-parameters.ts';
import type { Session } from './session.ts';

/** Steps from what is read back to the object that it is read from. */
const longestWay = 6;

/**
 * Whether a value, read by a path with its keys from `from[0]`, is a field that the class of the object it is read from
 * declares as a number or the like.
 */
export function isDeclaredNumber(session: Session, keyed: string, from: readonly Value[]): boolean {
  // form.cleaned_data["copies"], form.cleaned_data.get("copies")
  const [, holder, field] = /^([\w.]+?)(?:\["|\.get\(")(\w+)(?:"\]|"\))$/.exec(keyed) ?? [];
  if (holder === undefined || field === undefined) return false;
  const concepts = session.library.conceptsOf(canonicalName(session.library, holder));
  if (!concepts.some(({ concept }) => concept === 'declared-fields')) return false;
  const className = classReadFrom(from);
  const info = className === undefined ? undefined : session.project.classNamed(className);
  const place = info?.definition === undefined ? undefined : info.member(field);
  if (place === undefined) return false;
  const { tree } = place.module;
  // a member is given by its target or by its value
  const statement = tree.parent(place.node);
  const isTarget = tree.kind(place.node) === Kind.Name && tree.kind(statement) === Kind.Assign;
  const { facts, complete } = place.module.valueOf(isTarget ? ast.Assign.value(tree, statement) : place.node);
  const types = facts.map((fact) => {
    const made = fact.kind === 'computed' ? fact.by : fact.kind === 'instance' ? fact.className : undefined;
    return made === undefined
      ? undefined
      : session.library.typeOf(`${canonicalName(session.library, withoutCall(made))}.clean`);
  });
  return complete && types.length > 0 && types.every((type) => type !== undefined && isConvertedType(type));
}

/** The one class of the project's that an object certainly has from which a value was read. */
function classReadFrom(from: readonly Value[]): string | undefined {
  let value = from[0];
  for (let step = 0; step < longestWay && value !== undefined; step++) {
    const fact: Fact | undefined = value.complete && value.facts.length === 1 ? value.facts[0] : undefined;
    if (fact?.kind === 'instance' && fact.definition !== undefined) return fact.className;
    value = fact?.kind === 'computed' ? fact.from[0] : fact?.kind === 'reference' ? fact.receiver : undefined;
  }
  return undefined;
}
