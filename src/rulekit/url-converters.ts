// What the pattern of a URL makes of its parts: `/users/<int:id>` (Flask, Django, Sanic), `/users/<id:int>` (Bottle,
// older Sanic), `/users/{id:int}` (Starlette). A part that was converted carries no text of anyone's choice.

import type { Place } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';

const converters = new Set(['int', 'integer', 'float', 'number', 'uuid', 'ymd']);

/** Whether a pattern among the arguments of a call converts the part of this name. */
export function isConvertedByUrl({ module, node }: Place, name: string): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.Call) return false;
  for (let each = ast.Call.arguments(tree, node); each !== 0; each = tree.next(each)) {
    if (tree.kind(each) === Kind.Starred) continue;
    const value = tree.kind(each) === Kind.Keyword ? ast.Keyword.value(tree, each) : each;
    if (tree.kind(value) !== Kind.Constant) continue;
    const fact = module.valueOf(value).facts[0];
    if (fact?.kind === 'constant' && typeof fact.value === 'string' && convertsPart(fact.value, name)) return true;
  }
  return false;
}

function convertsPart(pattern: string, name: string): boolean {
  // Parts are short; what stands behind an opening bracket without a closing one is no part.
  for (const [, , part = ''] of pattern.matchAll(/([<{])([^<>{}]{1,100})[>}]/g)) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const [before, behind] = [part.slice(0, colon), part.slice(colon + 1)];
    const converter = before === name ? behind : behind === name ? before : undefined;
    // <int(min=1):page>
    if (converter !== undefined && converters.has(converter.replace(/\(.*$/, ''))) return true;
  }
  return false;
}
