// Keys for those who read with the keyboard, besides Tab and Enter, which work everywhere: arrows (or j and k) go from
// row to row, `/` goes to the search, Escape leaves it or closes the row.

/** `fill` makes the rows of a list that has not been near the screen yet. */
export function listenToKeys(search: HTMLInputElement, fill: (list: Element) => void): void {
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target === search) {
      if (event.key === 'Escape') search.blur();
      if (event.key === 'ArrowDown' && focusRow(undefined, 1, fill)) event.preventDefault();
      return;
    }
    const head = target.closest<HTMLElement>('.row')?.querySelector<HTMLElement>('.head') ?? undefined;
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'Escape' && head?.getAttribute('aria-expanded') === 'true') {
      head.click();
      head.focus();
    } else if (event.key === 'j' || event.key === 'k' || (target === head && /^Arrow(Up|Down)$/.test(event.key))) {
      const isDown = event.key === 'j' || event.key === 'ArrowDown';
      if (focusRow(head, isDown ? 1 : -1, fill)) event.preventDefault();
    }
  });
}

function focusRow(from: HTMLElement | undefined, step: 1 | -1, fill: (list: Element) => void): boolean {
  const lists = [...document.querySelectorAll('.results .rows')];
  const next = from === undefined ? lists[0] : lists[lists.indexOf(from.closest('.rows') as Element) + step];
  if (next !== undefined) fill(next);
  const heads = [...document.querySelectorAll<HTMLElement>('.results .head')];
  const head = from === undefined ? heads[0] : heads[heads.indexOf(from) + step];
  head?.focus();
  head?.scrollIntoView({ block: 'nearest' });
  return head !== undefined;
}
