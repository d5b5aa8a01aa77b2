// The way of a value, to be walked step by step: a numbered list of places beside the code of the one that is looked
// at. What proves a verdict without being a step of the way follows behind it.

import type { CodeFile, CodePlace, Row, Stop } from '../data.ts';
import { codeFrame, placeText, rowPlace } from './code.ts';
import { element } from './element.ts';

interface Step extends Stop {
  /** what stands before it in the list */
  readonly mark: string;
}

/** All that there is to look at in a row: the way, the site itself, and proofs. */
function stepsOf({ trace = [], proof = [], at, message }: Row): readonly (Step | number)[] {
  let number = 0;
  const way = trace.map((stop) => {
    if (typeof stop !== 'number') return { ...stop, mark: String(++number) };
    number += stop;
    return stop;
  });
  const here = { at, text: message, mark: trace.length === 0 ? '●' : String(number + 1) };
  return [...way, here, ...proof.map((stop) => ({ ...stop, mark: '✓' }))];
}

export function wayOf(row: Row, files: readonly CodeFile[]): HTMLElement {
  const all = stepsOf(row);
  const steps = all.filter((step) => typeof step !== 'number');
  const site = steps.find(({ at }) => at === row.at) as Step;
  // Bytes that are no text have nothing to be shown.
  if (steps.length === 1 && row.inData !== undefined && row.at[1] === 0)
    return element('p', { class: 'soft' }, rowPlace(row, files));
  if (steps.length === 1) return frameOf(site.at, files);

  let current = 0;
  const position = element('p', { class: 'position', 'aria-live': 'polite' });
  const view = element('div', { class: 'view' });
  const buttons: HTMLButtonElement[] = [];
  const back = element('button', { type: 'button', onclick: () => show(current - 1) }, '← Previous');
  const forth = element('button', { type: 'button', onclick: () => show(current + 1) }, 'Next →');

  function show(index: number): void {
    if (index < 0 || index >= steps.length) return;
    current = index;
    const { at, text } = steps[index] as Step;
    for (const [each, button] of buttons.entries()) {
      if (each === index) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    position.textContent = `Step ${index + 1} of ${steps.length}: ${text}`;
    view.replaceChildren(frameOf(at, files));
    // Not `disabled`, which would take the focus away from whoever steps with the keyboard.
    back.setAttribute('aria-disabled', String(index === 0));
    forth.setAttribute('aria-disabled', String(index === steps.length - 1));
  }

  let path: string | undefined;
  const items = all.map((step) => {
    if (typeof step === 'number') return element('li', { class: 'soft' }, `… ${step} more …`);
    const index = buttons.length;
    const file = files[step.at[0]]?.path;
    // The file is named where it changes.
    const heading = file === path ? undefined : element('span', { class: 'file' }, file);
    path = file;
    const place = step.at[1] === 0 ? '' : `line ${step.at[1]}`;
    const button = element(
      'button',
      { type: 'button', onclick: () => show(index) },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, step.mark),
      element('span', { class: 'text' }, heading, element('span', { class: 'line-number' }, place), ` ${step.text}`),
    );
    buttons.push(button);
    return element('li', {}, button);
  });

  const onkeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    // The code itself is scrolled by these keys.
    if ((event.target as Element).closest('.code') !== null) return;
    event.preventDefault();
    show(current + (event.key === 'ArrowRight' ? 1 : -1));
  };
  const made = element(
    'div',
    { class: 'way', role: 'group', 'aria-label': 'The way of the value', onkeydown },
    element('ol', {}, ...items),
    element('div', { class: 'stage' }, element('div', { class: 'steering' }, back, forth, position), view),
  );
  show(row.trace === undefined ? steps.indexOf(site) : 0);
  return made;
}

function frameOf(at: CodePlace, files: readonly CodeFile[]): HTMLElement {
  const place = placeText(files, at);
  return element('figure', {}, element('figcaption', {}, place), codeFrame(files, at, `Code of ${place}`));
}
