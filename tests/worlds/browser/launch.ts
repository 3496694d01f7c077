import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../../../infra/chromium.ts';
import { rootFrom } from '../../../infra/root.ts';

/** What Playwright turns off itself: Chromium hears only the last list of them. */
const playwrightsOwn = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];
/** Pages that each window draws for an address bar nobody sees: most of what opening it costs. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

export const launch = async (): Promise<Browser> => {
  const executablePath = await chromiumPath(rootFrom(import.meta.url));
  if (executablePath === undefined) throw new Error('There is no Chromium here.');
  // Of a window that is closed before anybody asks, what was written down would stay for good.
  const tracesDir = await mkdtemp(join(tmpdir(), 'browser-seen-'));
  const browser = await chromium.launch({
    ...{ executablePath, tracesDir },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update'],
      `--disable-features=${[...playwrightsOwn, ...addressBar].join(',')}`,
    ],
  });
  // A picture may still be on its way into it, from this very process: it is waited for, and what
  // lies there after that is no test's fault.
  browser.once('disconnected', () => {
    const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
    void rm(tracesDir, patiently).catch(() => undefined);
  });
  return browser;
};
