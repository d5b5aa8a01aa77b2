// The path by which a value was read, as rows of the models have it. Semantics names a result by what it was read from
// (`?.META[]` of a parameter, `os.environ[]`); here the class that a library hands to a parameter is put in front, and
// constant keys are put in: `django.http.HttpRequest.META["REMOTE_ADDR"]`, `os.environ["QUERY_STRING"]`.

import type { Fact, Value } from '../python/semantics/index.ts';
import { handedSource } from './handed-parameters.ts';
import type { Session } from './session.ts';

/** Steps from a value back to what it was first read from. */
const longestPath = 12;

export interface ReadPath {
  /** without keys */
  readonly path: string;
  /** with those keys that are constant; undefined when there are none */
  readonly keyed: string | undefined;
}

export function readPath(session: Session, by: string, from: readonly Value[]): ReadPath {
  let path = by;
  // what stands behind the prefix that was followed so far
  let rest = '';
  let hasKeys = false;
  let step: Step = { by, from };
  for (let count = 0; count < longestPath; count++) {
    const before = beforeOf(step);
    const prefix = before === undefined ? '' : before.kind === 'parameter' ? '?' : before.by;
    if (before === undefined || !step.by.startsWith(prefix) || prefix === '') {
      const key = keyOf(step, step.from[0], step.from[1]);
      const last = lastStepOf(step.by);
      if (key !== undefined) hasKeys = true;
      const own = key === undefined ? step.by : step.by.slice(0, -last.length) + withKey(last, key);
      return { path, keyed: hasKeys ? own + rest : undefined };
    }
    const steps = step.by.slice(prefix.length);
    const key = keyOf(step, step.from[1], step.from[1]);
    const last = lastStepOf(steps);
    if (key !== undefined) hasKeys = true;
    rest = (key === undefined ? steps : steps.slice(0, -last.length) + withKey(last, key)) + rest;
    if (before.kind === 'parameter') {
      const className = handedSource(session, before)?.className ?? before.annotation;
      if (className === undefined) return { path, keyed: hasKeys ? prefix + rest : undefined };
      path = className + by.slice(1);
      return { path, keyed: hasKeys ? className + rest : undefined };
    }
    step = before;
  }
  return { path, keyed: undefined };
}

interface Step {
  readonly by: string;
  readonly from: readonly Value[];
}

/** What a step was read from: a step before it, or the parameter that all of them began with. */
function beforeOf({ by, from }: Step) {
  const facts: readonly Fact[] = from[0]?.facts ?? [];
  for (const fact of facts) {
    if (fact.kind === 'parameter' && by.startsWith('?')) return fact;
    if (fact.kind === 'computed' && fact.by !== by && by.startsWith(fact.by)) return fact;
  }
  return undefined;
}

const lastStepOf = (steps: string) => steps.slice(-2);

const withKey = (last: string, key: string) => (last === '[]' ? `["${key}"]` : `("${key}")`);

/** The constant key of an item, or of a call of `get`. A module's `get` has no receiver: its key comes first. */
function keyOf({ by }: Step, first: Value | undefined, second: Value | undefined): string | undefined {
  if (by.endsWith('[]')) return constantKeyOf(second);
  if (!by.endsWith('.get()') && !by.endsWith('.getenv()')) return undefined;
  return constantKeyOf(first) ?? constantKeyOf(second);
}

/** Only keys that no path would misunderstand. */
function constantKeyOf(value: Value | undefined): string | undefined {
  const fact = value?.complete && value.facts.length === 1 ? value.facts[0] : undefined;
  if (fact?.kind !== 'constant' || typeof fact.value !== 'string') return undefined;
  return /^[\w.-]{1,80}$/.test(fact.value) ? fact.value : undefined;
}
