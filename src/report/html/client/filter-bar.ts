// The controls of the filters: a search field, and for each facet a group of buttons with what they would leave.

import { element } from './element.ts';
import { type Entry, type Facet, facetOf, facets, isNarrowed, isWanted, type Wanted } from './filters.ts';
import { stateNames } from './row.ts';

const facetNames: Readonly<Record<Facet, string>> = {
  state: 'Verdict',
  severity: 'Severity',
  role: 'Role of the file',
};
const order: Readonly<Record<Facet, readonly string[]>> = {
  state: ['fail', 'open', 'pass', 'acknowledged'],
  severity: ['critical', 'high', 'medium', 'low'],
  role: ['app', 'script', 'test', 'example', 'notebook', 'generated', 'vendored', 'stub'],
};

export interface FilterBar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  /** Brings numbers and buttons up to date; `shown` is how many rows are left. */
  update(shown: number): void;
}

export function filterBar(entries: readonly Entry[], wanted: Wanted, changed: () => void): FilterBar {
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search code, files, rules',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => {
      wanted.words = search.value;
      changed();
    },
  });
  const buttons: {
    readonly facet: Facet;
    readonly value: string;
    readonly button: HTMLButtonElement;
    readonly count: HTMLElement;
  }[] = [];
  const groups = facets.map((facet) => {
    const present = new Set(entries.map(({ row }) => facetOf(row, facet)));
    const values = order[facet].filter((value) => present.has(value));
    const made = values.map((value) => {
      const count = element('span', { class: 'count' });
      const name = facet === 'state' ? stateNames[value as keyof typeof stateNames] : value;
      const button = element(
        'button',
        { type: 'button', class: `chip ${value}`, 'aria-pressed': 'false', onclick: () => press(facet, value) },
        name,
        ' ',
        count,
      );
      buttons.push({ facet, value, button, count });
      return button;
    });
    const isUseful = values.length > 1 || facet === 'state';
    return element(
      'div',
      { class: 'facet', role: 'group', 'aria-label': facetNames[facet], hidden: !isUseful },
      ...made,
    );
  });
  const found = element('p', { class: 'found', role: 'status' });
  const reset = element('button', { type: 'button', class: 'reset', hidden: true, onclick: () => clear() }, 'Show all');

  function press(facet: Facet, value: string): void {
    const values = wanted.values[facet];
    if (!values.delete(value)) values.add(value);
    changed();
  }
  function clear(): void {
    wanted.words = search.value = '';
    wanted.topic = undefined;
    for (const facet of facets) wanted.values[facet].clear();
    changed();
    search.focus();
  }

  return {
    search,
    element: element(
      'search',
      { class: 'filters' },
      element(
        'div',
        { class: 'searching' },
        element('label', { for: 'search', class: 'spoken' }, 'Search'),
        search,
        element('kbd', { 'aria-hidden': 'true' }, '/'),
      ),
      ...groups,
      element('div', { class: 'outcome' }, found, reset),
    ),
    update(shown) {
      for (const facet of facets) {
        const counts = new Map<string, number>();
        for (const entry of entries) {
          const value = facetOf(entry.row, facet);
          if (value !== undefined && isWanted(entry, wanted, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        for (const { value, button, count } of buttons.filter((each) => each.facet === facet)) {
          count.textContent = (counts.get(value) ?? 0).toLocaleString('en');
          button.setAttribute('aria-pressed', String(wanted.values[facet].has(value)));
        }
      }
      const all = entries.length.toLocaleString('en');
      found.textContent = isNarrowed(wanted) ? `${shown.toLocaleString('en')} of ${all} verdicts` : `${all} verdicts`;
      reset.hidden = !isNarrowed(wanted);
    },
  };
}
