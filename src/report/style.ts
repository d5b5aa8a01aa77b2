// Colour and weight of terminal text, or none of it.

import type { Severity } from '../core/index.ts';

export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  /** the underline of a code frame and what it says */
  mark(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  severity(severity: Severity, text: string): string;
}

const plain = (text: string): string => text;

export const plainStyle: Style = {
  strong: plain,
  faint: plain,
  mark: plain,
  good: plain,
  bad: plain,
  severity: (_, text) => text,
};

const sgr =
  (code: string) =>
  (text: string): string =>
    text === '' ? '' : `\x1b[${code}m${text}\x1b[0m`;

const severityCodes: Readonly<Record<Severity, string>> = { critical: '1;31', high: '31', medium: '33', low: '36' };

export const colourStyle: Style = {
  strong: sgr('1'),
  faint: sgr('2'),
  mark: sgr('33'),
  good: sgr('32'),
  bad: sgr('1;31'),
  severity: (severity, text) => sgr(severityCodes[severity])(text),
};
