// A module as those who ask about sites see it: through one activation of the function around the site, chosen by
// whoever asks, and otherwise as its text says.

import type { Module } from '../semantics/index.ts';
import type { Frame } from './frame.ts';
import { ModuleView } from './module-view.ts';

export class ObservedModule extends ModuleView {
  /** the activation that is looked at */
  frame: Frame | undefined;

  constructor(base: Module) {
    super(base, (node) => this.frame?.seen(node));
  }
}
