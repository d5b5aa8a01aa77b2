// Long lists, made when they come near the screen: items stand in chunks of estimated height, and a chunk is filled when
// it is about to be seen. Filled chunks stay, so that rows may have any height and nothing jumps back.

import { element } from './element.ts';

const chunkSize = 40;
/** pixels above and below the screen that are filled too */
const margin = 1200;

export class LazyChunks {
  readonly #fill = new Map<Element, () => void>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) this.#fillNow(target);
    },
    { rootMargin: `${margin}px` },
  );

  /** Lists of items; `height` is what one takes, in pixels, until its chunk is filled. */
  lists<Item>(items: readonly Item[], height: number, make: (item: Item) => HTMLElement): readonly HTMLElement[] {
    const lists: HTMLElement[] = [];
    for (let at = 0; at < items.length; at += chunkSize) {
      const chunk = items.slice(at, at + chunkSize);
      const list = element('ul', { class: 'rows' });
      list.style.minHeight = `${chunk.length * height}px`;
      this.#fill.set(list, () => {
        list.append(...chunk.map(make));
        list.style.minHeight = '';
      });
      this.#observer.observe(list);
      lists.push(list);
    }
    return lists;
  }

  /** Fills the lists that `isWanted` names, whether they are near or not. */
  fill(isWanted: (list: Element) => boolean = () => true): void {
    for (const list of [...this.#fill.keys()]) if (isWanted(list)) this.#fillNow(list);
  }

  forget(): void {
    this.#observer.disconnect();
    this.#fill.clear();
  }

  #fillNow(list: Element): void {
    this.#observer.unobserve(list);
    const fill = this.#fill.get(list);
    this.#fill.delete(list);
    fill?.();
  }
}
