import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where people have Chrome or Chromium, on systems that the packaged one does not run on. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Runs in a container as root, without a display or a graphics card. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'];

/**
 * A real browser: the Chromium of the package where it runs (Linux), else an installed one, or the one that
 * CHROME_PATH names.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: ARGUMENTS, headless: true });
}

async function browserPath(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) return named;
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath();
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed === undefined)
    throw new Error('no Chrome or Chromium found: install one, or name it in CHROME_PATH');
  return installed;
}
