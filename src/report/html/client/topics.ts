// The topics: a list to choose from, with what each holds, and a section for each, filled with the rows that are wanted.

import type { Group, ReportPage, Row, State, TopicPage } from '../data.ts';
import { amount, element, spoken } from './element.ts';
import type { LazyLists } from './lazy-lists.ts';
import { outward, rowElement, stateNames } from './row.ts';

const states = ['fail', 'open', 'pass', 'acknowledged'] as const satisfies readonly State[];
const nouns: Readonly<Record<State, readonly [one: string, many: string]>> = {
  fail: ['failure', 'failures'],
  open: ['undecided', 'undecided'],
  pass: ['heeded', 'heeded'],
  acknowledged: ['acknowledged', 'acknowledged'],
};

/** Pixels that a row takes before it is made. */
const rowHeight: Readonly<Record<State, number>> = { fail: 54, open: 54, pass: 31, acknowledged: 54 };

export interface TopicList {
  readonly element: HTMLElement;
  update(chosen: string | undefined): void;
}

/** Verdicts that fill a bar, where no topic has more. */
const fullBar = 20;

/** Choosing a topic leaves the others out; choosing it again brings them back. */
export function topicList(page: ReportPage, choose: (id: string | undefined) => void): TopicList {
  const most = Math.max(fullBar, ...page.topics.map(({ counts }) => counts.fail + counts.open + counts.pass));
  let chosenNow: string | undefined;
  const buttons = page.topics.map((topic) => {
    const { id, name, counts, isUsed, sites } = topic;
    const numbers = states
      .slice(0, 3)
      .map((state) =>
        element(
          'span',
          { class: `sum ${state}${counts[state] === 0 ? ' none' : ''}` },
          counts[state].toLocaleString('en'),
          spoken(` ${nouns[state][counts[state] === 1 ? 0 : 1]}, `),
        ),
      );
    const button = element(
      'button',
      {
        type: 'button',
        class: sites > 0 ? 'topic' : 'topic unused',
        'aria-pressed': 'false',
        onclick: () => choose(chosenNow === id ? undefined : id),
      },
      element('span', { class: 'name' }, name),
      ...(sites > 0 ? numbers : [element('span', { class: 'no-site' }, isUsed ? 'no site' : 'not used')]),
      bar(counts, most),
    );
    return { id, button };
  });
  const all = element('button', { type: 'button', class: 'topic all', onclick: () => choose(undefined) }, 'All topics');
  return {
    element: element(
      'nav',
      { class: 'topics', 'aria-label': 'Topics' },
      element(
        'p',
        { class: 'columns', 'aria-hidden': 'true' },
        element('span', {}, 'fails'),
        element('span', {}, 'open'),
        element('span', {}, 'heeded'),
      ),
      element('ul', {}, ...[all, ...buttons.map(({ button }) => button)].map((each) => element('li', {}, each))),
    ),
    update(chosen) {
      chosenNow = chosen;
      all.setAttribute('aria-pressed', String(chosen === undefined));
      for (const { id, button } of buttons) button.setAttribute('aria-pressed', String(id === chosen));
    },
  };
}

/** How much of each verdict, against the topic with most. */
function bar(counts: TopicPage['counts'], most: number): HTMLElement {
  const made = element('span', { class: 'bar', 'aria-hidden': 'true' });
  const all = counts.fail + counts.open + counts.pass;
  for (const state of states.slice(0, 3)) {
    if (counts[state] === 0) continue;
    const part = element('span', { class: state });
    // A root keeps small topics visible beside large ones.
    part.style.width = `${(100 * Math.sqrt(all / most) * counts[state]) / all}%`;
    made.append(part);
  }
  return made;
}

/** A topic with those of its rows that are wanted; `undefined` when none is, and not all were asked for. */
export function topicSection(
  topic: TopicPage,
  page: ReportPage,
  wanted: { readonly rows: ReadonlySet<Row>; readonly isNarrowed: boolean },
  open: Set<string>,
  lazy: LazyLists,
): HTMLElement | undefined {
  const groups = topic.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => wanted.rows.has(row)) }))
    .filter(({ rows }) => rows.length > 0);
  if (groups.length === 0 && wanted.isNarrowed) return undefined;
  const titleId = `topic-${topic.id}`;
  const shown = states.flatMap((state) => {
    const ofState = groups.filter((group) => group.state === state);
    return ofState.length === 0 ? [] : [stateBlock(state, ofState, page, open, lazy)];
  });
  return element(
    'section',
    { class: topic.sites > 0 ? 'topic-page' : 'topic-page unused', 'aria-labelledby': titleId },
    element(
      'header',
      {},
      element('h2', { id: titleId }, topic.name),
      element('p', { class: 'sums' }, sumsOf(topic)),
      topic.sites > 0 ? element('p', { class: 'warning' }, topic.warning) : undefined,
      element('p', { class: 'soft' }, ...notesOn(topic), outward(topic.documentation)),
    ),
    ...shown,
  );
}

function sumsOf({ counts, sites, use }: TopicPage): string {
  if (sites === 0) return use;
  const parts = states.filter((state) => counts[state] > 0).map((state) => amount(counts[state], ...nouns[state]));
  return parts.join(', ');
}

function notesOn({ considerations, judged, elsewhere, unlisted, sites, use, first }: TopicPage): readonly string[] {
  const scope = judged === considerations ? `all ${considerations}` : `${judged} of ${considerations}`;
  const where = first === undefined ? '' : `, first in ${first}`;
  const usage = sites > 0 ? `${use}${where}. ` : first === undefined ? '' : `First in ${first}. `;
  return [
    ...(usage === '' ? [] : [`${usage[0]?.toUpperCase()}${usage.slice(1)}`]),
    `${scope[0]?.toUpperCase()}${scope.slice(1)} considerations are judged. `,
    ...(elsewhere > 0 ? [`${amount(elsewhere, 'site')} of other topics also belong here. `] : []),
    ...(unlisted > 0 ? [`${amount(unlisted, 'verdict')} not listed in this report. `] : []),
  ];
}

function stateBlock(
  state: State,
  groups: readonly Group[],
  page: ReportPage,
  open: Set<string>,
  lazy: LazyLists,
): HTMLElement {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const lists = (rows: readonly Row[]) => lazy.lists(rows, rowHeight[state], (row) => rowElement(row, page, open));
  return element(
    'div',
    { class: `block ${state}` },
    element('h3', {}, stateNames[state], ' ', element('span', { class: 'count' }, count.toLocaleString('en'))),
    ...groups.flatMap((group) => {
      // What fails, or is acknowledged, says it row by row.
      if (state === 'fail' || state === 'acknowledged') return lists(group.rows);
      const code = group.rule === undefined ? undefined : page.rules[group.rule]?.code;
      const heading = element(
        'h4',
        {},
        element('span', { class: 'rule' }, code ?? ''),
        ` ${group.heading}\u00a0`,
        element('span', { class: 'count' }, group.rows.length.toLocaleString('en')),
      );
      return [heading, ...lists(group.rows)];
    }),
  );
}
