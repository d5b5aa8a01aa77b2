// What is shown: words to search for and, of each facet, the values that are asked for. A facet of which nothing is asked
// shows everything.

import type { CodeFile, ReportPage, Row, RuleText, TopicPage } from '../data.ts';

export const facets = ['state', 'severity', 'role'] as const;
export type Facet = (typeof facets)[number];

export interface Wanted {
  words: string;
  topic: string | undefined;
  readonly values: Readonly<Record<Facet, Set<string>>>;
}

export function wantEverything(): Wanted {
  return { words: '', topic: undefined, values: { state: new Set(), severity: new Set(), role: new Set() } };
}

export function isNarrowed({ words, topic, values }: Wanted): boolean {
  return words.trim() !== '' || topic !== undefined || facets.some((facet) => values[facet].size > 0);
}

/** A row as it is searched. */
export interface Entry {
  readonly topic: TopicPage;
  readonly row: Row;
  readonly text: () => string;
}

export function entriesOf(page: ReportPage): readonly Entry[] {
  return page.topics.flatMap((topic) =>
    topic.groups.flatMap(({ rows }) =>
      rows.map((row) => {
        // Only a search needs it, and then every time.
        let text: string | undefined;
        return { topic, row, text: () => (text ??= searchText(row, page.rules[row.rule], topic, page.files)) };
      }),
    ),
  );
}

function searchText(row: Row, rule: RuleText | undefined, topic: TopicPage, files: readonly CodeFile[]): string {
  const file = files[row.at[0]];
  const code = file?.lines[row.at[1]]?.[0] ?? '';
  const place = `${file?.path ?? ''}:${row.at[1]} ${row.inData ?? ''}`;
  const steps = (row.trace ?? []).map((step) => (typeof step === 'number' ? '' : step.text));
  return [place, row.message, code, rule?.code, rule?.id, rule?.title, topic.name, ...(row.also ?? []), ...steps]
    .join('\n')
    .toLowerCase();
}

/** What a row has of a facet; what is heeded has no severity. */
export function facetOf(row: Row, facet: Facet): string | undefined {
  return facet === 'severity' && row.state === 'pass' ? undefined : row[facet];
}

/** Whether an entry is wanted; a facet that is left out counts for nothing, as its own numbers need. */
export function isWanted({ topic, row, text }: Entry, wanted: Wanted, leftOut?: Facet | 'topic'): boolean {
  if (leftOut !== 'topic' && wanted.topic !== undefined && topic.id !== wanted.topic) return false;
  for (const facet of facets) {
    const values = wanted.values[facet];
    if (facet !== leftOut && values.size > 0 && !values.has(facetOf(row, facet) ?? '')) return false;
  }
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 || words.every((word) => text().includes(word));
}
