import type { FrameLocator, Page } from 'playwright-core';

/** The name of what has the focus in the tab: what it is labelled, or what it says. */
export const focusedName = (tab: FrameLocator): Promise<string> =>
  tab.locator('body').evaluate((body) => {
    const element = document.activeElement;
    if (element === null || element === body) return '';
    const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
    return (
      element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    );
  });

const mostTabs = 60;

/** Goes on with Tab alone until the thing of that name has the focus. */
export const tabTo = async (
  page: Page,
  tab: FrameLocator,
  name: RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> => {
  for (let step = 0; step < mostTabs; step += 1) {
    if (name.test(await focusedName(tab))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${name}.`);
};
