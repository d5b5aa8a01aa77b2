// Python's three ways to put values into text: `%`, `str.format` and format specs. Where a placeholder cannot be
// followed exactly, the value itself becomes a hole in the text, which is always true.

import type { Part } from './text.ts';
import type { Literal, Value } from './value.ts';
import { computed, singleConstant, stringOf } from './values.ts';

/** `str(value)` of a constant; undefined where Python's spelling is not ours to give. */
export function strOf(value: Literal): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (typeof value === 'number') return strOfFloat(value);
  return undefined;
}

function strOfFloat(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value)) return Math.abs(value) < 1e16 ? `${Object.is(value, -0) ? '-0' : value}.0` : undefined;
  return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e16 ? String(value) : undefined;
}

/** `repr(value)` of a constant, for plain text only. */
export function reprOf(value: Literal): string | undefined {
  if (typeof value !== 'string') return strOf(value);
  return /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/.test(value) ? `'${value}'` : undefined;
}

/** One value put into text under a conversion (`s`, `r`, `a` or none) and a format spec. */
export function formatted(value: Value, conversion: string, spec: string): Part {
  const fact = singleConstant(value);
  if (fact === undefined) return converted(value, conversion);
  if (conversion === 'r' || conversion === 'a') {
    const text = reprOf(fact.value);
    return text === undefined || spec !== '' ? value : text;
  }
  const text = conversion === 's' ? strOf(fact.value) : undefined;
  return withSpec(text ?? fact.value, spec) ?? value;
}

/** `f"{name!r}"` goes through repr() and has no line breaks, whatever the name. */
function converted(value: Value, conversion: string): Value {
  const at = value.facts[0]?.at;
  if (at === undefined || (conversion !== 'r' && conversion !== 'a')) return value;
  return computed(conversion === 'r' ? 'builtins.repr()' : 'builtins.ascii()', [value], at);
}

const specPattern = /^(?:(.)?([<>^=]))?([+ -])?(#)?(0)?(\d+)?(,|_)?(?:\.(\d+))?([sdxXobcfF])?$/su;

function withSpec(value: Literal, spec: string): string | undefined {
  if (spec === '') return strOf(value);
  const match = specPattern.exec(spec);
  if (match === null) return undefined;
  const [, fill, align, sign, alternate, zero, width, separator, precision, type] = match;
  if (separator !== undefined || sign !== undefined || Number(width ?? 0) > 1000) return undefined;
  let text: string | undefined;
  let isNumber = false;
  if (typeof value === 'string') {
    if (type !== undefined && type !== 's') return undefined;
    text = precision === undefined ? value : [...value].slice(0, Number(precision)).join('');
  } else if (typeof value === 'bigint') {
    isNumber = true;
    text = integerAs(value, type ?? 'd', alternate !== undefined);
  } else if (typeof value === 'number' && (type === 'f' || type === 'F') && Number(precision ?? 6) <= 20) {
    isNumber = true;
    text = value.toFixed(Number(precision ?? 6));
  }
  if (text === undefined) return undefined;
  const missing = Number(width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  const padding = (fill ?? (zero === undefined ? ' ' : '0')).repeat(missing);
  const side = align ?? (isNumber ? (zero === undefined ? '>' : '=') : '<');
  if (side === '<') return text + padding;
  if (side === '>') return padding + text;
  if (side === '^') return padding.slice(0, missing >> 1) + text + padding.slice(missing >> 1);
  return text.startsWith('-') ? `-${padding}${text.slice(1)}` : padding + text;
}

function integerAs(value: bigint, type: string, alternate: boolean): string | undefined {
  const size = value < 0n ? -value : value;
  const sign = value < 0n ? '-' : '';
  if (type === 'd') return value.toString();
  if (type === 'c') return value >= 0n && value < 0x110000n ? String.fromCodePoint(Number(value)) : undefined;
  const radix = type === 'o' ? 8 : type === 'b' ? 2 : 16;
  if (type !== 'x' && type !== 'X' && type !== 'o' && type !== 'b') return undefined;
  const digits = size.toString(radix);
  return `${sign}${alternate ? `0${type}` : ''}${type === 'X' ? digits.toUpperCase() : digits}`;
}

/** What a template takes its values from. */
export interface FormatArguments {
  positional(index: number): Value | undefined;
  named(name: string): Value | undefined;
}

const percentPattern =
  /%(?:\((?<key>[^()]*)\))?(?<flags>[-+ #0]*)(?<width>\*|\d+)?(?:\.(?<precision>\*|\d+))?[hlL]?(?<type>[diouxXeEfFgGcrsab%])/gu;

/** `template % arguments`; undefined when the template does not fit the arguments. */
export function formatPercent(template: string, given: FormatArguments): Part[] | undefined {
  const parts: Part[] = [];
  let index = 0;
  let end = 0;
  for (const match of template.matchAll(percentPattern)) {
    const literal = template.slice(end, match.index);
    if (literal.includes('%')) return undefined;
    parts.push(literal);
    end = match.index + match[0].length;
    const { key, flags = '', width = '', precision, type = 's' } = match.groups as Record<string, string | undefined>;
    if (type === '%') {
      parts.push('%');
      continue;
    }
    if (width === '*' || precision === '*') return undefined;
    const value = key === undefined ? given.positional(index++) : given.named(key);
    if (value === undefined) return undefined;
    const align = flags.includes('-') ? '<' : type === 's' && width !== '' ? '>' : '';
    const spec = `${align}${flags.includes('#') ? '#' : ''}${flags.includes('0') && align === '' ? '0' : ''}${width}`;
    const letter = type === 'i' || type === 'u' ? 'd' : type;
    const isPlain = letter === 's' || letter === 'r' || letter === 'a';
    const kept = precision === undefined ? '' : `.${precision}`;
    parts.push(formatted(value, isPlain ? letter : '', isPlain ? `${spec}${kept}` : `${spec}${kept}${letter}`));
  }
  const rest = template.slice(end);
  return rest.includes('%') ? undefined : [...parts, rest];
}

const MAX_FIELDS = 1000;

/** `template.format(…)`; attribute and index lookups inside fields become holes through `look`. */
export function formatBraces(
  template: string,
  given: FormatArguments,
  look: (value: Value, path: string) => Value,
): Part[] | undefined {
  const parts: Part[] = [];
  let automatic = 0;
  let at = 0;
  while (at < template.length) {
    const brace = template.slice(at).search(/[{}]/);
    if (brace < 0) return [...parts, template.slice(at)];
    parts.push(template.slice(at, at + brace));
    at += brace;
    if (template[at + 1] === template[at]) {
      parts.push(template[at] as string);
      at += 2;
      continue;
    }
    if (template[at] === '}' || parts.length > MAX_FIELDS) return undefined;
    const close = template.indexOf('}', at);
    const field = close < 0 ? '' : template.slice(at + 1, close);
    // Fields inside specs, `{:{width}}`, are rare and not followed.
    if (close < 0 || field.includes('{')) return undefined;
    at = close + 1;
    const match = /^([^!:.[]*)((?:\.[^!:.[]+|\[[^\]]*\])*)(?:!([rsa]))?(?::(.*))?$/su.exec(field);
    if (match === null) return undefined;
    const [, name = '', path = '', conversion = '', spec = ''] = match;
    let value: Value | undefined;
    if (name === '') value = given.positional(automatic++);
    else if (/^\d+$/.test(name)) value = given.positional(Number(name));
    else value = given.named(name);
    if (value === undefined) return undefined;
    parts.push(formatted(path === '' ? value : look(value, path), conversion, spec));
  }
  return parts;
}

/** The text of a format spec, when it is constant. */
export function specText(spec: Value | undefined): string | undefined {
  return spec === undefined ? '' : stringOf(spec);
}
