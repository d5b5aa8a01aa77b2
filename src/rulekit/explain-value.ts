// What is known about a value, for people who ask why a verdict is what it is. Everything is asked of the same views
// that rules ask.

import type { CheckExplanation, OriginExplanation, ValueExplanation } from '../core/index.ts';
import type { CleanedUse } from '../models/index.ts';
import type { Literal } from '../python/semantics/index.ts';
import { shorten } from './excerpt.ts';
import type { CheckView, ValueView } from './site.ts';

/** Values within values that are explained, and how many of one. */
const deepestPart = 3;
const mostParts = 12;
const mostItems = 20;

const cleanedUses: Readonly<Record<CleanedUse, string>> = {
  code: 'code',
  shell: 'a shell word',
  argument: 'an argument of a command',
  'path-traversal': 'a name in a path',
  markup: 'markup',
  header: 'a header',
  sql: 'SQL',
  url: 'a part of a URL',
  regex: 'a pattern',
  format: 'a format string',
  secret: 'a log',
};

export function explainValue(name: string, view: ValueView): ValueExplanation {
  return explain(name, view, deepestPart);
}

function explain(name: string, view: ValueView, depth: number): ValueExplanation {
  const isConstant = view.constants() !== undefined;
  const parts = isConstant ? [] : partsOf(view, depth);
  return {
    name,
    path: view.path,
    span: view.span,
    presence: view.presence === 'given' ? 'given' : 'unknown',
    text: view.text,
    known: knownText(view, deepestPart),
    classes: isConstant ? [] : view.classes().map(withoutBuiltins),
    lost: isConstant ? undefined : view.lost,
    // Of what is made of parts, the parts tell where they come from.
    origin: isConstant || view.presence !== 'given' || parts.length > 0 ? undefined : explainOrigin(view),
    cleanedFor: isConstant ? [] : usesCleanedFor(view),
    checks: isConstant ? [] : view.checks().map(explainCheck),
    parts,
  };
}

function explainOrigin(view: ValueView): OriginExplanation | undefined {
  const { provenance, text, path, span, isHostile } = view.origin();
  return provenance === 'constant' ? undefined : { provenance, text, path, span, isHostile };
}

function usesCleanedFor(view: ValueView): readonly string[] {
  return (Object.keys(cleanedUses) as CleanedUse[])
    .filter((use) => view.isCleanedFor(use))
    .map((use) => cleanedUses[use]);
}

function explainCheck({ path, span, text, outcome, kind, against, weakness }: CheckView): CheckExplanation {
  return {
    path,
    span,
    text,
    outcome,
    kind,
    against: against === undefined ? undefined : shorten(against.map(literalText).join(', ')),
    weakness,
    countsFor: [],
  };
}

/** What of a text, list or dict is not constant. */
function partsOf(view: ValueView, depth: number): readonly ValueExplanation[] {
  if (depth === 0) return [];
  const within = [
    ...(view.textParts() ?? []).filter((part) => typeof part !== 'string'),
    ...(view.items() ?? view.firstItems()),
    ...(view.keys() ?? []).slice(0, mostItems).flatMap((key) => view.entry(key) ?? []),
  ];
  return within
    .filter((part) => part.constants() === undefined)
    .slice(0, mostParts)
    .map((part) => explain(part.text, part, depth - 1));
}

/** As Python would write it; `undefined` when it is nothing certain. */
function knownText(view: ValueView, depth: number): string | undefined {
  const constants = view.constants();
  if (constants !== undefined) return constants.map(literalText).join(' or ');
  const path = view.string();
  if (path !== undefined) return literalText(path);
  return textOf(view) ?? displayOf(view, depth) ?? nameOf(view);
}

function textOf(view: ValueView): string | undefined {
  const parts = view.textParts();
  if (parts === undefined) return undefined;
  const inside = parts.map((part) => (typeof part === 'string' ? literalText(part).slice(1, -1) : `{${part.text}}`));
  return `f"${inside.join('')}"`;
}

function displayOf(view: ValueView, depth: number): string | undefined {
  if (depth === 0) return undefined;
  const inside = (part: ValueView): string => knownText(part, depth - 1) ?? part.text;
  const items = view.items() ?? view.firstItems();
  if (items.length > 0) {
    const isOpen = view.items() === undefined || items.length > mostItems;
    const shown = items.slice(0, mostItems).map(inside).join(', ');
    const [open, close] = brackets(view.classes());
    return `${open}${shown}${isOpen ? ', …' : ''}${close}`;
  }
  const keys = view.keys();
  if (keys === undefined || keys.length === 0) return undefined;
  const entries = keys.slice(0, mostItems).map((key) => {
    const entry = view.entry(key);
    return `${literalText(key)}: ${entry === undefined ? '…' : inside(entry)}`;
  });
  return `{${entries.join(', ')}${keys.length > mostItems ? ', …' : ''}}`;
}

function brackets(classes: readonly string[]): readonly [string, string] {
  if (classes.includes('builtins.tuple')) return ['(', ')'];
  return classes.includes('builtins.list') ? ['[', ']'] : ['{', '}'];
}

/** `ssl.CERT_NONE`; what a call or an item gives has no name of its own. */
function nameOf(view: ValueView): string | undefined {
  const [name, ...others] = view.names();
  if (name === undefined || others.length > 0 || name.startsWith('?') || /[)\]]$/.test(name)) return undefined;
  return view.is(name) ? withoutBuiltins(name) : undefined;
}

export function withoutBuiltins(name: string): string {
  return name.replace(/^builtins\./, '');
}

/** A constant as Python writes it; floats show that they are. */
function literalText(value: Literal): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (value instanceof Uint8Array) return `b${JSON.stringify(String.fromCharCode(...value.subarray(0, 200)))}`;
  return '...';
}
