// What a value was made from and what it went through on the way.

import type { CleanedUse, Library } from '../models/index.ts';
import type { ComputedFact, Fact, Value } from '../python/semantics/index.ts';
import { ast, Kind } from '../python/syntax/index.ts';
import { charactersOfFact } from './alphabet.ts';
import { canonicalName, withoutCall } from './canonical-names.ts';
import { isHarmlessFor } from './harmless-characters.ts';
import { isPure } from './pure-names.ts';
import type { Session } from './session.ts';

/** Calls within a value that are followed. */
export const deepestInput = 8;

/** Whether a value, or something it was computed from, is the result of a call to one of the names. */
export function isMadeBy(session: Session, value: Value, names: ReadonlySet<string>, depth: number): boolean {
  if (depth === 0) return false;
  const any = (values: readonly Value[]) => values.some((each) => isMadeBy(session, each, names, depth - 1));
  return value.facts.some((fact) => {
    switch (fact.kind) {
      case 'computed':
        return names.has(withoutCall(canonicalName(session.library, fact.by))) || any(fact.from);
      case 'instance': {
        const maker = fact.by === undefined ? fact.className : withoutCall(canonicalName(session.library, fact.by));
        return names.has(maker) || any(fact.from ?? []);
      }
      case 'text':
        return any(fact.parts.filter((part) => typeof part !== 'string'));
      case 'sequence':
        return any(fact.rest === undefined ? fact.items : [...fact.items, fact.rest]);
      case 'constant':
        return any((fact.conditions ?? []).map(({ subject }) => ({ facts: [subject], complete: true })));
      default:
        return false;
    }
  });
}

// request.args.get("page", type=int)
function convertsByArgument(library: Library, { by, at: { module, node } }: ComputedFact, use: CleanedUse): boolean {
  const { tree } = module;
  if (!/\.get(list)?\([^)]*\)$/.test(by) || tree.kind(node) !== Kind.Call) return false;
  for (let each = ast.Call.arguments(tree, node); each !== 0; each = tree.next(each)) {
    if (tree.kind(each) !== Kind.Keyword || tree.names.text(ast.Keyword.name(tree, each)) !== 'type') continue;
    const { names, complete } = module.namesOf(ast.Keyword.value(tree, each));
    return complete && names.length > 0 && names.every((converter) => library.cleansOf(converter).includes(use));
  }
  return false;
}

/** Whether everything in a value that is not constant is harmless for a kind of use: by a cleaner, or by what it holds. */
export function isCleaned(session: Session, value: Value, use: CleanedUse, depth: number): boolean {
  if (depth === 0 || !value.complete || value.facts.length === 0) return false;
  return value.facts.every((fact) => isCleanFact(session, fact, use, depth));
}

function isCleanFact(session: Session, fact: Fact, use: CleanedUse, depth: number): boolean {
  const { library } = session;
  const all = (values: readonly Value[]) => values.every((each) => isCleaned(session, each, use, depth - 1));
  switch (fact.kind) {
    case 'constant':
      // What a test has left of a value from elsewhere went through no cleaner.
      return fact.conditions === undefined;
    case 'text':
      if (all(fact.parts.filter((part) => typeof part !== 'string'))) return true;
      break;
    case 'sequence':
      return fact.rest === undefined ? fact.complete && all(fact.items) : all([...fact.items, fact.rest]);
    case 'computed': {
      const path = canonicalName(library, fact.by);
      const name = withoutCall(path);
      if (library.cleansOf(name).includes(use) || convertsByArgument(library, fact, use)) return true;
      // What comes from elsewhere is not clean because it was asked for with a constant: request.args.get("name")
      if (library.sourceOf(path) !== undefined || library.sourceOf(name) !== undefined) break;
      if (fact.from.length > 0 && isKept(session, path, fact, depth) && all(fact.from)) return true;
      break;
    }
    case 'instance': {
      // uuid.UUID(name): whatever is made of it later was checked when it was made
      const maker = fact.by === undefined ? fact.className : withoutCall(canonicalName(library, fact.by));
      if (library.cleansOf(maker).includes(use)) return true;
      break;
    }
  }
  return isHarmlessFor(use, charactersOfFact(session, fact));
}

/**
 * What leaves a text clean: putting it together, writing it with other letters, taking it out of a list. Taking parts of
 * the text or replacing them does not: `shlex.quote(x).strip("'")`. Numbers stay numbers under any pure function; what
 * is text is also looked at by its characters.
 */
const keeping =
  /^builtins\.(str|bytes|list|tuple|set|frozenset|sorted|reversed|iter|next|dict|format|map|filter|zip|enumerate|max|min)$|^operator\.(add|concat|mod|mul|or_)$|^os\.(fspath|fsencode|fsdecode)$|^(os\.path|posixpath)\.join$|^copy\.|^itertools\.|^pathlib\.|^shlex\.join$|^io\./;
const keepingMethods =
  /\.(join|format|format_map|encode|decode|ljust|rjust|center|lower|upper|casefold|copy|values|items|keys|get|pop|popleft|as_posix|isoformat)$/;

function isKept(session: Session, path: string, fact: ComputedFact, depth: number): boolean {
  const name = withoutCall(path);
  if (path.endsWith('[]') || keeping.test(name)) return true;
  if (!isPure(session.library, name)) return false;
  if (keepingMethods.test(name)) return true;
  // chr(int(value)) is any character
  if (/\.(chr|bytes|bytearray|to_bytes)$/.test(name)) return false;
  return fact.from.every((each) => isNumber(session, each, depth));
}

/** The value was cleaned for everything, as numbers are. */
function isNumber(session: Session, value: Value, depth: number): boolean {
  return isCleaned(session, value, 'code', Math.min(depth, 2));
}

/** Why a value, or something it was computed from, is not all known: the first reason on the way back. */
export function whyLost(value: Value, depth: number): string | undefined {
  if (!value.complete) return value.why ?? 'not all it can be is known';
  if (depth === 0) return undefined;
  for (const fact of value.facts) {
    const inputs = fact.kind === 'computed' || fact.kind === 'instance' ? (fact.from ?? []) : [];
    for (const input of inputs) {
      const why = whyLost(input, depth - 1);
      if (why !== undefined) return why;
    }
  }
  return undefined;
}
