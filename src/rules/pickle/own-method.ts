// The methods that a class defines itself. An inherited one is judged with the class that has it, so that it is reported
// once and where it stands.

import type { ClassSite, FunctionView } from '../../rulekit/index.ts';

export function ownMethod(definition: ClassSite, name: string): FunctionView | undefined {
  const method = definition.method(name);
  if (method === undefined) return undefined;
  if (method.calls().some((call) => call.moduleName !== definition.moduleName)) return undefined;
  const before = definition
    .classesInFile('pickle.Unpickler')
    .filter((each) => each.span.start < method.span.start)
    .sort((one, other) => other.span.start - one.span.start);
  return before[0]?.span.start === definition.span.start ? method : undefined;
}
