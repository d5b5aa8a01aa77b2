// A report in the formats that people and programs read. Pure: a report goes in, text comes out; this layer never
// writes a file and never looks at the machine.
export { toLineExplanation } from './explanation.ts';
export { toHtml } from './html/html.ts';
export { toJson } from './json.ts';
export type { Layout } from './layout.ts';
export { toJsonOpened, toTerminalOpened } from './opened-file.ts';
export { toPageJson } from './page/json.ts';
export { toMarkdown } from './page/markdown.ts';
export { toTerminalPage } from './page/terminal.ts';
export { toFailedSarif, toSarif } from './sarif.ts';
export { colourStyle, plainStyle, type Style } from './style.ts';
export { toTerminal } from './terminal.ts';
export {
  amount,
  documentationRoot,
  isAtLeast,
  languageOf,
  placesOf,
  type ReportView,
  undecidedData,
} from './view.ts';
export { visible } from './visible.ts';
