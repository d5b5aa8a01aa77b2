// The report as one HTML file that needs nothing else: style, script and data lie in it, and a content security policy
// lets nothing else in. The data comes from hostile code: it is JSON in which no `<` is left, and the script never
// makes markup of it.

import type { ReportView } from '../view.ts';
import { script, scriptHash, style, styleHash } from './assets.generated.ts';
import { toReportPage } from './report-page.ts';

const policy = [
  "default-src 'none'",
  `script-src '${scriptHash}'`,
  `style-src '${styleHash}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export function toHtml(view: ReportView): string {
  const page = toReportPage(view);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="heed">
<title>${escapeMarkup(page.project)} · Security considerations of Python</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>This report is put together by the script in it, which asks nobody for anything. Without scripts: heed report --format markdown.</noscript>
<script type="application/json" id="report">${toScriptData(page)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Without `<` there is neither `</script` nor `<!--`: whatever the data says, it stays data. */
function toScriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
