// What the HTML report costs: its size, the time to write it, and the time until a browser shows it and answers a search,
// for made-up reports of several sizes.
//
//   npm run bench -- report [--only 1000,5000] [--rounds N]

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from '../src/report/index.ts';
import { openBrowser } from '../test/report/browser.ts';
import { largeReport } from '../test/report/large-report.ts';
import type { Benchmark } from './run.ts';

interface Row {
  readonly verdicts: number;
  readonly megabytes: number;
  readonly writeMs: number;
  /** from the start of the navigation until the first verdicts are painted */
  readonly openMs: number;
  /** processor time of the page's thread up to then, which other work on the machine does not lengthen */
  readonly openCpuMs: number;
  /** from a key in the search until what it leaves is painted */
  readonly searchMs: number;
}

/** The first is what the browser itself takes. */
const sizes = [0, 500, 5_000, 20_000];

export const benchmark: Benchmark<{ readonly rows: readonly Row[] }> = {
  async measure({ rounds = 5, only }) {
    const browser = await openBrowser();
    const folder = mkdtempSync(join(tmpdir(), 'heed-report-'));
    const rows: Row[] = [];
    try {
      for (const verdicts of only === undefined ? sizes : only.split(',').map(Number)) {
        const view = largeReport(verdicts);
        const before = performance.now();
        const html = toHtml(view);
        const writeMs = performance.now() - before;
        const file = join(folder, `${verdicts}.html`);
        writeFileSync(file, html);
        const opened: number[] = [];
        const used: number[] = [];
        const searched: number[] = [];
        for (let round = 0; round < rounds; round++) {
          const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
          const client = await page.context().newCDPSession(page);
          await client.send('Performance.enable', { timeDomain: 'threadTicks' });
          await page.goto(pathToFileURL(file).href);
          await page.waitForSelector('.results > *');
          opened.push(
            await page.evaluate(
              'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))',
            ),
          );
          const { metrics } = await client.send('Performance.getMetrics');
          used.push(1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN));
          searched.push(
            await page.evaluate(`new Promise((done) => {
              const search = document.getElementById('search');
              const start = performance.now();
              search.value = 'x-payload-7';
              search.dispatchEvent(new Event('input'));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
            })`),
          );
          await page.close();
        }
        rows.push({
          verdicts,
          megabytes: Buffer.byteLength(html) / 1e6,
          writeMs,
          openMs: median(opened),
          openCpuMs: median(used),
          searchMs: median(searched),
        });
      }
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
    return { rows };
  },
  print({ rows }) {
    const lines = rows.map(
      ({ verdicts, megabytes, writeMs, openMs, openCpuMs, searchMs }) =>
        `| ${verdicts.toLocaleString('en')} | ${megabytes.toFixed(2)} | ${writeMs.toFixed(0)} | ${openMs.toFixed(0)} | ${openCpuMs.toFixed(0)} | ${searchMs.toFixed(0)} |`,
    );
    return [
      '| verdicts | MB | written in, ms | opened in, ms | its processor time, ms | first search, ms |',
      '|---|---|---|---|---|---|',
      ...lines,
    ].join('\n');
  },
};

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
}
