// Long lists, made when they come near the screen: items stand in chunks of estimated height, and a chunk is filled when
// it is about to be seen. Filled chunks stay, so that rows may have any height and nothing jumps back.

import { element } from './element.ts';

const chunkSize = 40;
/** pixels above and below the screen that are filled too */
const margin = 1200;

export class LazyLists {
  readonly #waiting = new Map<Element, { readonly items: readonly unknown[]; fill(): void }>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) this.fill(target);
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
      const fill = (): void => {
        list.append(...chunk.map(make));
        list.style.minHeight = '';
      };
      this.#waiting.set(list, { items: chunk, fill });
      this.#observer.observe(list);
      lists.push(list);
    }
    return lists;
  }

  /** Fills all lists, near or not. */
  fillAll(): void {
    for (const list of [...this.#waiting.keys()]) this.fill(list);
  }

  /** Fills the list that holds an item. */
  reveal(item: unknown): void {
    for (const [list, { items }] of this.#waiting) if (items.includes(item)) this.fill(list);
  }

  fill(list: Element): void {
    const waiting = this.#waiting.get(list);
    this.#observer.unobserve(list);
    this.#waiting.delete(list);
    waiting?.fill();
  }

  forget(): void {
    this.#observer.disconnect();
    this.#waiting.clear();
  }
}
