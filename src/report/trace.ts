// The way a value took, for people: one line with as many steps as fit, or every step with its code. The steps come
// from scanned code, so all of their text passes through `visible`.

import type { Evidence, Finding } from '../core/index.ts';
import { frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { amount, type Places } from './view.ts';
import { columnsOf, visible } from './visible.ts';

/** A step's code in the one line, in columns; the second is for lines that do not fit otherwise. */
const excerptColumns = [48, 24] as const;
/** Steps that are shown with their code; of more, the middle ones are counted. */
const mostFrames = 40;

/** Steps worth showing: what the engine noted twice is told once, and the site itself is where the finding points. */
export function stepsOf({ trace, path, span, site }: Finding): readonly Evidence[] {
  const isSame = (one: Evidence, other: Pick<Evidence, 'path' | 'span'>): boolean =>
    one.path === other.path && one.span.start === other.span.start && one.span.end === other.span.end;
  return trace.filter((step, at) => {
    const before = trace[at - 1];
    if (before !== undefined && isSame(step, before) && step.text === before.text) return false;
    return at < trace.length - 1 || !(isSame(step, { path, span }) || isSame(step, { path, span: site }));
  });
}

/** Without the label that stands before it; `columns` is what is left of the line. Empty when nothing flowed. */
export function compactTrace(finding: Finding, places: Places, layout: Layout, columns: number): string {
  const steps = stepsOf(finding);
  if (steps.length === 0) return '';
  const isNarrow = lineOf(steps, finding, places, layout, excerptColumns[0]).width > columns;
  const excerpt = isNarrow ? excerptColumns[1] : excerptColumns[0];
  // The ends of a way say most: it is the middle that is left out.
  for (let kept = steps.length; kept > 1; kept--) {
    const line = lineOf(withoutMiddle(steps, kept), finding, places, layout, excerpt);
    if (line.width <= columns) return line.text;
  }
  return lineOf(withoutMiddle(steps, 1), finding, places, layout, excerpt).text;
}

/** All steps, each with its code and what happens there. */
export function expandedTrace(finding: Finding, places: Places, layout: Layout): readonly string[] {
  const { style } = layout;
  const steps = stepsOf(finding);
  const shown = withoutMiddle(steps, mostFrames);
  const numberWidth = String(steps.length + 1).length;
  const indent = ' '.repeat(numberWidth + 2);
  const lines: string[] = [];
  let number = 1;
  for (const step of shown) {
    if (typeof step === 'number') {
      lines.push(`${indent}${style.faint(`… ${amount(step, 'step')} …`)}`);
      number += step;
      continue;
    }
    const position = places.startOf(step.path, step.span);
    const at = position === undefined ? '' : `:${position.line}:${position.column}`;
    lines.push(`${String(number++).padStart(numberWidth)}  ${style.strong(`${visible(step.path)}${at}`)}`);
    const caption = visible(step.text);
    const framed = frame({ ...step, caption }, places, style, layout.columns - indent.length);
    lines.push(...(framed.length === 0 ? [caption] : framed).map((line) => `${indent}${line}`));
  }
  return steps.length === 0 ? [] : [...lines, `${String(number).padStart(numberWidth)}  here`];
}

/** `kept` of the steps, from both ends, and between them how many are left out. */
export function withoutMiddle<Step>(steps: readonly Step[], kept: number): readonly (Step | number)[] {
  if (steps.length <= kept) return steps;
  const behind = Math.floor(kept / 2);
  return [...steps.slice(0, kept - behind), steps.length - kept, ...steps.slice(steps.length - behind)];
}

function lineOf(
  steps: readonly (Evidence | number)[],
  finding: Finding,
  places: Places,
  { style }: Layout,
  excerpt: number,
): { readonly text: string; readonly width: number } {
  const parts: string[] = [];
  let width = 0;
  let path = finding.path;
  const add = (place: string, text: string): void => {
    width += columnsOf(place) + columnsOf(text) + 3;
    parts.push(`${style.faint(place)}${text}`);
  };
  for (const step of steps) {
    if (typeof step === 'number') {
      add('', `… ${amount(step, 'step')} …`);
      continue;
    }
    const line = places.startOf(step.path, step.span)?.line;
    // The file is named where it changes.
    const file = step.path === path ? 'line ' : `${visible(step.path)}:`;
    path = step.path;
    add(line === undefined ? '' : `${file}${line} `, codeOf(step, places, excerpt));
  }
  add('', 'here');
  return { text: parts.join(style.faint(' → ')), width: width - 3 };
}

/** The code of a step on one line, or what is said of it where the report does not hold the code. */
function codeOf({ path, span, text }: Evidence, places: Places, limit: number): string {
  const code = places.linesOf(path) === undefined ? text : places.textOf(path, span);
  const line = visible(code.replace(/\s+/g, ' ').trim());
  if (columnsOf(line) <= limit) return line;
  let short = '';
  let width = 1;
  for (const character of line) {
    width += columnsOf(character);
    if (width > limit) break;
    short += character;
  }
  return `${short}…`;
}
