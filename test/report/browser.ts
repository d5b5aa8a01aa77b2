// A browser without a window, for tests and measurements of the HTML report. Where none is installed there is a reason
// instead.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = places.find((place) => place !== undefined && existsSync(place));

/** Why no browser can be had; `undefined`: one can. */
export const whyNoBrowser: string | undefined =
  found === undefined ? 'no Chromium is installed (apt-get install chromium), and CHROMIUM_PATH names none' : undefined;

export async function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error(whyNoBrowser);
  return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu'] });
}
