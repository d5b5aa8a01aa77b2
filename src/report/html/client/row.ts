// One verdict: a line that opens to the code, the way of the value, why it matters and what to do.

import type { FixOffer, ReportPage, Row, RuleText } from '../data.ts';
import { inlineCode, rowPlace } from './code.ts';
import { amount, type Child, element, spoken } from './element.ts';
import { wayOf } from './way.ts';

export const stateNames = { fail: 'Fails', open: 'Undecided', pass: 'Heeded', acknowledged: 'Acknowledged' } as const;

/** `isOpen` is asked and told, so that rows stay open when the list is made anew. */
export function rowElement(row: Row, page: ReportPage, open: Set<string>): HTMLElement {
  const detailId = `detail-${row.id}`;
  const rule = page.rules[row.rule];
  const detail = element('div', { class: 'detail', id: detailId, hidden: true });
  const head = element(
    'button',
    { type: 'button', class: 'head', 'aria-expanded': 'false', 'aria-controls': detailId, onclick: () => toggle() },
    ...headOf(row, rule, page),
  );
  const made = element('li', { class: `row ${row.state}`, id: `v-${row.id}` }, head, detail);
  function toggle(isOpen = detail.hidden): void {
    if (isOpen && detail.childElementCount === 0) detail.append(...detailOf(row, rule, page));
    detail.hidden = !isOpen;
    head.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) open.add(row.id);
    else open.delete(row.id);
  }
  if (open.has(row.id)) toggle(true);
  return made;
}

function headOf(row: Row, rule: RuleText | undefined, page: ReportPage): readonly Child[] {
  const place = element('span', { class: 'place' }, shortPlace(row, page));
  const role = row.role === 'app' ? undefined : element('span', { class: 'role' }, row.role);
  // What is heeded stands below the sentence that says why: the code is what differs.
  if (row.state === 'pass') {
    const code = inlineCode(page.files, row.at);
    return [spoken('Heeded: '), element('span', { class: 'what' }, code ?? row.message), role, place];
  }
  const steps = row.trace?.reduce((sum: number, step) => sum + (typeof step === 'number' ? step : 1), 1);
  return [
    element('span', { class: `severity ${row.severity}` }, row.severity),
    element(
      'span',
      { class: 'what' },
      element('span', { class: 'message' }, row.message),
      element(
        'span',
        { class: 'about' },
        // The question above the row has named the rule.
        rule === undefined || row.state === 'open'
          ? undefined
          : element('span', { class: 'rule' }, `${rule.code} ${rule.id}`),
        steps === undefined ? undefined : element('span', {}, amount(steps, 'step')),
        row.fix?.command === undefined ? undefined : element('span', {}, row.fix.command),
        row.also === undefined ? undefined : element('span', {}, `also ${row.also.join(', ')}`),
        row.reason === undefined ? undefined : element('span', {}, row.reason),
      ),
    ),
    role,
    place,
  ];
}

/** File and line; breaks are allowed behind slashes. */
function shortPlace({ at, inData }: Row, page: ReportPage): HTMLElement {
  const path = page.files[at[0]]?.path ?? '';
  const parts = path.split('/');
  const made = element('span', {});
  for (const [index, part] of parts.entries()) {
    if (index > 0) made.append('/', element('wbr'));
    made.append(part);
  }
  if (at[1] > 0) made.append(element('span', { class: 'line-of-place' }, `:${at[1]}`));
  if (inData !== undefined) made.append(` ${inData}`);
  return made;
}

/** What paper does not repeat for each row. */
const asides = new Set(['Why', 'Heeded when', 'Limits', 'Acknowledge', 'Place']);

function detailOf(row: Row, rule: RuleText | undefined, page: ReportPage): readonly Node[] {
  const title = element('p', { class: 'title' }, rule?.title ?? row.message);
  const facts: [term: string, ...about: Child[]][] = [];
  if (row.state === 'pass') facts.push(['Heeded', row.message]);
  if (row.state === 'open') facts.push(['Undecided', row.message]);
  if (row.state === 'acknowledged') facts.push(['Acknowledged', row.reason ?? '']);
  if (row.fix !== undefined) facts.push(['Fix', row.fix.text, ...diffOf(row.fix)]);
  if (rule !== undefined) {
    if (row.state !== 'pass') facts.push(['Advice', rule.advice]);
    facts.push(['Why', rule.why]);
    if (row.state !== 'pass' && rule.evidence.length > 0) facts.push(['Heeded when', `${rule.evidence.join('; ')}.`]);
    facts.push(['Limits', rule.limits]);
    const weaknesses = rule.cwe.map((each) => `CWE-${each}`).join(', ');
    facts.push(['Rule', `${rule.code} ${rule.id}${weaknesses === '' ? '' : ` · ${weaknesses}`}`]);
    facts.push(['Documentation', outward(rule.documentation)]);
    if (row.state === 'fail' || row.state === 'open')
      facts.push(['Acknowledge', element('code', {}, `# heed: ignore[${rule.id}] -- reason`)]);
  }
  facts.push(['Place', element('a', { href: `#v-${row.id}` }, rowPlace(row, page.files))]);
  const list = element('dl', {});
  for (const [term, ...about] of facts) {
    const attributes = asides.has(term) ? { class: 'aside' } : {};
    list.append(element('dt', attributes, term), element('dd', attributes, ...about));
  }
  return [title, wayOf(row, page.files), list];
}

/** The lines that a fix changes. */
function diffOf({ changes }: FixOffer): readonly Node[] {
  if (changes.length === 0) return [];
  const line = (kind: 'before' | 'after', text: string): HTMLElement =>
    element('div', { class: `line ${kind}` }, spoken(kind), element('code', {}, `${text}\n`));
  const lines = changes.flatMap(({ before, after }) => [
    ...before.map((text) => line('before', text)),
    ...after.map((text) => line('after', text)),
  ]);
  return [
    element('div', { class: 'code diff', role: 'group', 'aria-label': 'What the fix changes', tabindex: 0 }, ...lines),
  ];
}

/** The only addresses in the report: those of Python's documentation, opened by whoever clicks. */
export function outward(address: string): HTMLElement {
  const text = address.replace(/^https:\/\//, '');
  return element('a', { href: address, rel: 'noreferrer noopener', target: '_blank' }, text);
}
