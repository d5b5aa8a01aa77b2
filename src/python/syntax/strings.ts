// String literals as nodes: adjacent literals become one constant, or one JoinedStr or TemplateStr whose neighbouring
// stretches of text are merged. What is merged, where it starts and ends, and that empty text vanishes, follows
// CPython's `_PyPegen_concatenate_strings` and `_PyPegen_formatted_value` (Parser/action_helpers.c, 3.14).

import { enter, starExpressions, yielded } from './expressions.ts';
import { ConstantType, KIND_MASK, Kind, NODE_SIZE, SLOT_END, SLOT_NEXT, StringEncoding } from './layout.ts';
import {
  advance,
  describe,
  endBefore,
  expect,
  fail,
  link,
  node,
  type ParserState,
  problem,
  startHere,
} from './state.ts';
import * as T from './token-kinds.ts';
import type { NodeId } from './tree.ts';

const { Constant, FormattedValue, Interpolation, JoinedStr, StringPart, TemplateStr } = Kind;

/** One or more adjacent literals. */
export function strings(p: ParserState): NodeId {
  const start = p.starts[p.at] as number;
  const firstFlags = p.values[p.at] as number;
  let formatted = false;
  let template = false;
  let mixed = false;
  let index = p.at;
  for (let kind = p.token; ; kind = p.kinds[index] as number) {
    if (kind === T.STRING) {
      if ((((p.values[index] as number) ^ firstFlags) & T.STRING_BYTES) !== 0) mixed = true;
      index++;
    } else if (kind === T.FSTRING_START) {
      formatted = true;
      if (((p.values[index] as number) & T.STRING_TEMPLATE) !== 0) template = true;
      break;
    } else {
      break;
    }
  }
  if (formatted) return formattedStrings(p, start, template);
  p.at = index;
  p.token = p.kinds[index] as number;
  const end = p.ends[index - 1] as number;
  if (mixed) problem(p, start, end, 'cannot mix bytes and nonbytes literals');
  const type = (firstFlags & T.STRING_BYTES) !== 0 ? ConstantType.bytes : ConstantType.string;
  return node(p, Constant, start, end, 0, type, 0, 0);
}

/** A list of values under construction. */
interface Values {
  first: NodeId;
  last: NodeId;
  /** Whether `last` is a constant whose text is empty so far: it vanishes unless more text joins it. */
  lastIsEmpty: boolean;
  /** The value before `last`; 0 when there is none. */
  beforeLast: NodeId;
}

function formattedStrings(p: ParserState, start: number, startsTemplate: boolean): NodeId {
  const values: Values = { first: 0, last: 0, lastIsEmpty: false, beforeLast: 0 };
  let template = startsTemplate;
  let mixed = false;
  let seenOther = false;
  let seenTemplate = false;
  while (p.token === T.STRING || p.token === T.FSTRING_START) {
    const flags = p.values[p.at] as number;
    const isTemplate = (flags & T.STRING_TEMPLATE) !== 0;
    template ||= isTemplate;
    if (isTemplate) seenTemplate = true;
    else seenOther = true;
    if (p.token === T.STRING) {
      if ((flags & T.STRING_BYTES) !== 0) mixed = true;
      const from = startHere(p);
      const end = p.ends[p.at] as number;
      addText(p, values, from, end, StringEncoding.literal, isEmptyLiteral(p, from, end));
      advance(p);
    } else {
      advance(p);
      pieces(p, values, T.FSTRING_END, template, false);
      expect(p, T.FSTRING_END);
    }
  }
  dropEmpty(p, values);
  if (mixed || (seenTemplate && seenOther))
    problem(p, start, endBefore(p), 'cannot mix t-strings or bytes with other string literals');
  return node(p, template ? TemplateStr : JoinedStr, start, endBefore(p), values.first, 0, 0, 0);
}

/** Texts and fields up to the token `closer`. */
function pieces(p: ParserState, values: Values, closer: number, template: boolean, inSpec: boolean): void {
  while (p.token !== closer) {
    if (p.token === T.FSTRING_MIDDLE) {
      const start = startHere(p);
      const end = p.ends[p.at] as number;
      addText(p, values, start, end, p.values[p.at] as number, isEmptyMiddle(p, start, end));
      advance(p);
    } else if (p.token === T.LBRACE) {
      field(p, values, template, inSpec);
    } else {
      fail(p, `expected '}', found ${describe(p)}`);
    }
  }
}

/** `{value!r:spec}`, or with the source text of `{value=}` in front of it. */
function field(p: ParserState, values: Values, template: boolean, inSpec: boolean): void {
  const start = startHere(p);
  enter(p);
  advance(p);
  const textStart = start + 1;
  if (p.token === T.RBRACE || p.token === T.EXCLAMATION || p.token === T.COLON || p.token === T.EQUAL) {
    fail(p, 'an f-string field needs an expression');
  }
  const value = p.token === T.YIELD ? yielded(p) : starExpressions(p);
  const isDebug = p.token === T.EQUAL;
  const valueEnd = endBefore(p);
  if (isDebug) advance(p);
  const textEnd = startHere(p);
  let conversion = -1;
  if (p.token === T.EXCLAMATION) {
    advance(p);
    if (p.token !== T.NAME || startHere(p) !== endBefore(p)) fail(p, "expected 's', 'r' or 'a' right after '!'");
    conversion = p.text[startHere(p)] as number;
    const isKnown = conversion === 115 || conversion === 114 || conversion === 97;
    if (!isKnown || (p.ends[p.at] as number) - startHere(p) !== 1) {
      problem(p, startHere(p), p.ends[p.at] as number, "the conversion of an f-string field must be 's', 'r' or 'a'");
    }
    advance(p);
  }
  const spec = p.token === T.COLON ? formatSpec(p) : 0;
  if (isDebug && conversion === -1 && spec === 0) conversion = 114;
  if (p.token !== T.RBRACE) fail(p, `expected '}', found ${describe(p)}`);
  advance(p);
  const end = endBefore(p);
  if (isDebug) addText(p, values, textStart, textEnd, StringEncoding.verbatim, false);
  let item: NodeId;
  if (template && !inSpec) {
    const text = node(p, StringPart, textStart, valueEnd, StringEncoding.verbatim, 0, 0, 0);
    item = node(p, Interpolation, start, end, value, spec, conversion, text);
  } else {
    item = node(p, FormattedValue, start, end, value, spec, conversion, 0);
  }
  add(p, values, item, false);
  p.depth--;
}

/** `:>{width}`, from its colon to before the closing brace. */
function formatSpec(p: ParserState): NodeId {
  const start = startHere(p);
  advance(p);
  const values: Values = { first: 0, last: 0, lastIsEmpty: false, beforeLast: 0 };
  pieces(p, values, T.RBRACE, false, true);
  dropEmpty(p, values);
  return node(p, JoinedStr, start, endBefore(p), values.first, 0, 0, 0);
}

/** Adds text: to the constant at the end of the list, or as a new constant. */
function addText(p: ParserState, values: Values, start: number, end: number, encoding: number, isEmpty: boolean): void {
  const part = node(p, StringPart, start, end, encoding, 0, 0, 0);
  const last = values.last;
  if (last !== 0 && ((p.nodes[last * NODE_SIZE] as number) & KIND_MASK) === Constant) {
    // The last slot of a constant, which has no field, holds its last part, so that a long run of texts stays linear.
    link(p, p.nodes[last * NODE_SIZE + 7] as number, part);
    p.nodes[last * NODE_SIZE + 7] = part;
    p.nodes[last * NODE_SIZE + SLOT_END] = end;
    values.lastIsEmpty = values.lastIsEmpty && isEmpty;
    return;
  }
  add(p, values, node(p, Constant, start, end, part, ConstantType.string, 0, part), isEmpty);
}

function add(p: ParserState, values: Values, item: NodeId, isEmpty: boolean): void {
  dropEmpty(p, values);
  if (values.last === 0) values.first = item;
  else link(p, values.last, item);
  values.beforeLast = values.last;
  values.last = item;
  values.lastIsEmpty = isEmpty;
}

/** Takes the last value off the list when it is text without a character. */
function dropEmpty(p: ParserState, values: Values): void {
  const last = values.last;
  if (last === 0 || !values.lastIsEmpty) return;
  // Kind 0: whoever scans the arena must not meet nodes that the tree does not have.
  for (
    let part = p.nodes[last * NODE_SIZE + 4] as number;
    part !== 0;
    part = p.nodes[part * NODE_SIZE + SLOT_NEXT] as number
  ) {
    p.nodes[part * NODE_SIZE] = 0;
  }
  p.nodes[last * NODE_SIZE] = 0;
  values.lastIsEmpty = false;
  values.last = values.beforeLast;
  if (values.last === 0) values.first = 0;
  else link(p, values.last, 0);
}

/** '' or "", with any prefix, tripled, or with nothing but continuation lines in it. */
function isEmptyLiteral(p: ParserState, start: number, end: number): boolean {
  if (end - start > 8 && p.text[start + 4] !== 92) return false;
  let at = start;
  while (p.text[at] !== 34 && p.text[at] !== 39) at++;
  const isTriple = end - at >= 6 && p.text[at] === p.text[at + 1] && p.text[at] === p.text[at + 2];
  const quotes = isTriple ? 3 : 1;
  return isEmptyMiddle(p, at + quotes, end - quotes);
}

/** Nothing, or continuation lines only. */
function isEmptyMiddle(p: ParserState, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (p.text[at] !== 92) return false;
    if (p.text[at + 1] === 13 && p.text[at + 2] === 10) at += 3;
    else if (p.text[at + 1] === 10 || p.text[at + 1] === 13) at += 2;
    else return false;
  }
  return true;
}
