// The page in the browser: reads the data that lies in the file, shows it, and follows what its reader asks for. It asks
// nobody else for anything.

import type { ReportPage, State } from '../data.ts';
import { codeFrame, placeText } from './code.ts';
import { amount, element } from './element.ts';
import { filterBar } from './filter-bar.ts';
import { entriesOf, isNarrowed, isWanted, wantEverything } from './filters.ts';
import { listenToKeys } from './keys.ts';
import { LazyLists } from './lazy-lists.ts';
import { stateNames } from './row.ts';
import { topicList, topicSection } from './topics.ts';

const page = JSON.parse(document.getElementById('report')?.textContent ?? '') as ReportPage;
const entries = entriesOf(page);
const wanted = wantEverything();
/** ids of rows that stand open */
const open = new Set<string>();
let lazy = new LazyLists();

const keys = [
  ['/', 'search'],
  ['j k', 'next and previous verdict'],
  ['Enter', 'open'],
  ['← →', 'steps of a trace'],
  ['Esc', 'close'],
] as const;

const topics = topicList(page, (id) => {
  wanted.topic = id;
  update();
  scrollTo({ top: Math.min(scrollY, results.offsetTop) });
});
const filters = filterBar(entries, wanted, update);
const results = element('div', { class: 'results' });
document.body.append(
  masthead(),
  element(
    'div',
    { class: 'frame' },
    topics.element,
    element('main', {}, ...notices(), filters.element, results, ...problemSection()),
  ),
  element('footer', {}, ...keys.map(([key, what]) => element('span', {}, element('kbd', {}, key), ` ${what}`))),
);

function update(): void {
  lazy.forget();
  lazy = new LazyLists();
  const rows = new Set(entries.filter((entry) => isWanted(entry, wanted)).map(({ row }) => row));
  const narrowed = isNarrowed(wanted);
  const sections = page.topics.flatMap((topic) => {
    if (wanted.topic !== undefined && wanted.topic !== topic.id) return [];
    const isOnly = wanted.topic === topic.id;
    return topicSection(topic, page, { rows, isNarrowed: narrowed && !isOnly }, open, lazy) ?? [];
  });
  const nothing = element('p', { class: 'nothing' }, 'Nothing is both asked for and there.');
  results.replaceChildren(...(sections.length === 0 ? [nothing] : sections));
  filters.update(rows.size);
  topics.update(wanted.topic);
}

function masthead(): HTMLElement {
  const tally = (['fail', 'open', 'pass', 'acknowledged'] as const satisfies readonly State[])
    .filter((state) => state !== 'acknowledged' || page.counts[state] > 0)
    .map((state) =>
      element(
        'div',
        { class: state },
        element('dt', {}, stateNames[state]),
        element('dd', {}, page.counts[state].toLocaleString('en')),
      ),
    );
  return element(
    'header',
    { class: 'masthead' },
    element(
      'div',
      {},
      element('p', { class: 'kicker' }, 'Security considerations of Python'),
      element('h1', {}, page.project),
      element('p', { class: 'facts' }, ...page.facts.map((fact) => element('span', {}, fact))),
    ),
    element('dl', { class: 'tally' }, ...tally),
  );
}

/** What a reader has to know before trusting the rest. */
function notices(): readonly HTMLElement[] {
  return [
    ...(page.hiding === 0
      ? []
      : [
          element(
            'p',
            { class: 'notice' },
            'Some code was not analysed: ',
            element('a', { href: '#problems' }, amount(page.hiding, 'problem')),
            '. What stands there has no verdict.',
          ),
        ]),
    ...(page.leftOut === 0
      ? []
      : [
          element(
            'p',
            { class: 'notice' },
            `${amount(page.leftOut, 'verdict')} did not fit into this file; the worst are kept.`,
          ),
        ]),
  ];
}

function problemSection(): readonly HTMLElement[] {
  if (page.problems.length === 0) return [];
  const items = page.problems.map(({ at, text, hidesCode }) => {
    const place = placeText(page.files, at);
    return element(
      'li',
      { class: hidesCode ? 'problem hides' : 'problem' },
      element('p', {}, element('span', { class: 'place' }, place), ` ${text}`),
      at[1] === 0 ? undefined : codeFrame(page.files, at, `Code of ${place}`),
    );
  });
  return [
    element(
      'section',
      { class: 'problems', id: 'problems', 'aria-labelledby': 'problems-title' },
      element('h2', { id: 'problems-title' }, 'Problems'),
      element('ul', {}, ...items),
      page.problemsLeftOut === 0
        ? undefined
        : element('p', { class: 'soft' }, `… and ${amount(page.problemsLeftOut, 'more', 'more')}`),
    ),
  ];
}

/** A link to a verdict shows it, whatever was filtered. */
function followLink(): void {
  const id = location.hash.startsWith('#v-') ? location.hash.slice('#v-'.length) : undefined;
  const entry = entries.find(({ row }) => row.id === id);
  if (id === undefined || entry === undefined) return;
  open.add(id);
  if (!isWanted(entry, wanted)) {
    Object.assign(wanted, { ...wantEverything(), topic: entry.topic.id });
    filters.search.value = '';
  }
  update();
  lazy.reveal(entry.row);
  document.getElementById(`v-${id}`)?.scrollIntoView({ block: 'center' });
}

// On paper nothing can be opened: everything that is wanted is made, and failures with their code.
let openedForPrint: readonly HTMLElement[] = [];
addEventListener('beforeprint', () => {
  lazy.fillAll();
  openedForPrint = [...document.querySelectorAll<HTMLElement>('.row.fail > .head[aria-expanded="false"]')];
  for (const head of openedForPrint) head.click();
});
addEventListener('afterprint', () => {
  for (const head of openedForPrint) head.click();
  openedForPrint = [];
});

addEventListener('hashchange', followLink);
listenToKeys(filters.search, (list) => lazy.fill(list));
update();
followLink();
