// What ConfigParser.get() makes of `%(name)s` (Lib/configparser.py, BasicInterpolation): the texts of other options, put
// in before anybody looks at the value. Names that the file does not have come from the program that reads it.

import type { IniConfiguration, IniOption } from './configuration.ts';

export type Interpolated =
  | { readonly kind: 'value'; readonly text: string; readonly missing: readonly string[] }
  | { readonly kind: 'syntax' | 'depth' | 'size'; readonly missing: readonly string[] };

/** CPython's MAX_INTERPOLATION_DEPTH. */
const deepest = 10;
/** Ours: options that name each other ten times on ten levels come to more than anybody has memory for. */
const longest = 256 * 1024;
const mostSteps = 20_000;

const reference = /%\(([^)]+)\)s/y;

/** An option of a section, or of the defaults. `section` may be a section that is not there. */
export function optionOf(configuration: IniConfiguration, section: string, name: string): IniOption | undefined {
  return configuration.sections.get(section)?.options.get(name) ?? configuration.defaults.get(name);
}

/** Names that are missing are left as they are written. */
export function interpolate(configuration: IniConfiguration, section: string, value: string): Interpolated {
  const missing: string[] = [];
  let text = '';
  let steps = 0;
  const waiting: { readonly rest: string; at: number }[] = [{ rest: value, at: 0 }];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    if (waiting.length > deepest) return { kind: 'depth', missing };
    if (++steps > mostSteps || text.length > longest) return { kind: 'size', missing };
    const { rest, at } = top;
    const sign = rest.indexOf('%', at);
    if (sign < 0) {
      text += rest.slice(at);
      waiting.pop();
      continue;
    }
    text += rest.slice(at, sign);
    if (rest[sign + 1] === '%') {
      text += '%';
      top.at = sign + 2;
      continue;
    }
    reference.lastIndex = sign;
    const found = reference.exec(rest);
    if (found === null) return { kind: 'syntax', missing };
    top.at = sign + found[0].length;
    const name = (found[1] as string).toLowerCase();
    const inner = optionOf(configuration, section, name);
    if (inner === undefined) {
      missing.push(name);
      text += found[0];
    } else if (inner.value.includes('%')) waiting.push({ rest: inner.value, at: 0 });
    else text += inner.value;
  }
  return text.length > longest ? { kind: 'size', missing } : { kind: 'value', text, missing };
}
