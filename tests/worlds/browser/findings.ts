import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import type { Theme } from './world.ts';

/** The rules whose answer rests on colours: a theme changes nothing else. */
const ofColours = ['color-contrast', 'link-in-text-block'];

type Where = { readonly theme?: Theme; readonly part?: 'all' | 'tab' | 'host' };

const framesOf = (page: Page, part: Where['part']): readonly Frame[] => {
  const host = page.mainFrame();
  if (part === 'host') return [host];
  const framed = page.frames().filter((frame) => frame !== host);
  return part === 'tab' ? framed : [host, ...framed];
};

/**
 * Until the page has its heading and stands still: a part of it may still be on its way here, and
 * what fades in has other colours until it is there.
 */
const stillness = async (frame: Frame): Promise<void> => {
  await frame.locator('h1').first().waitFor({ state: 'attached' });
  await frame.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime)),
      )
      .map((one) => one.finished.catch(() => undefined));
    await Promise.all(ending);
  });
};

/**
 * One document by itself, in the page it stands in: a quarter of what it takes to gather several
 * frames' half results in a window of their own.
 */
const violationsIn = async (
  frame: Frame,
  options: RunOptions,
): Promise<AxeResults['violations']> => {
  await stillness(frame);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async (given) => {
    const engine = (window as unknown as { axe: typeof axe }).axe;
    return (await engine.run(document, given)).violations;
  }, options);
};

/** What axe finds: by every rule in the first theme, in the others by those that see colours. */
export const findingsOn = async (
  page: Page,
  { theme = 'default', part = 'all' }: Where = {},
): Promise<readonly string[]> => {
  const options: RunOptions = {
    ...{ resultTypes: ['violations'], iframes: false },
    ...(theme === 'default' ? {} : { runOnly: ofColours }),
  };
  const frames = framesOf(page, part);
  if (frames.length === 0) throw new Error('There is nothing to look at.');
  const found: string[] = [];
  for (const frame of frames) {
    // A page that was still being put together is looked at again; what is wrong with it stays.
    const first = await violationsIn(frame, options);
    const violations = first.length === 0 ? first : await violationsIn(frame, options);
    for (const { id, nodes } of violations)
      found.push(`${id}: ${nodes[0]?.target} ${nodes[0]?.html}`);
  }
  return found;
};

const themes: readonly Theme[] = ['default', 'dark', 'contrast'];

/** The colour behind all else in the tab: another one in each theme, so it tells which is drawn. */
const groundOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const provider = document.querySelector('.fui-FluentProvider');
    return provider
      ? getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1')
      : 'none';
  });

/** Changes the theme of an open window, as a person does in Teams, and waits until the tab has it. */
const changeTheme = async (page: Page, theme: Theme): Promise<void> => {
  const choice = page.getByLabel('Tema');
  if ((await choice.inputValue()) === theme) return;
  const frames = framesOf(page, 'tab');
  const before = await Promise.all(frames.map(groundOf));
  // On a phone the choice is not drawn, and Teams changes the theme all the same.
  await choice.selectOption(theme, { force: true });
  for (const [at, frame] of frames.entries())
    while (before[at] !== 'none' && (await groundOf(frame)) === before[at])
      await frame.waitForTimeout(20);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
};

/** A theme, and how wide the window is. */
export type Look = readonly [theme: Theme, width: number];

const usualLooks: readonly Look[] = [
  ['default', 1280],
  ['dark', 360],
  ['contrast', 1280],
];

/** What sticks out to the side, and in the tab what the browser draws itself in another theme's colours. */
const strayIn = async (frame: Frame, theme: Theme): Promise<readonly string[]> => {
  const { spare, scheme } = await frame.evaluate(() => ({
    spare: [...document.querySelectorAll('html, main')].map(
      (one) => one.scrollWidth - one.clientWidth,
    ),
    scheme: getComputedStyle(document.documentElement).colorScheme,
  }));
  const isTab = frame.parentFrame() !== null;
  const wanted = theme === 'default' ? 'light' : 'dark';
  return [
    ...spare.filter((px) => px > 0).map((px) => `sideways: ${px} px`),
    ...(!isTab || scheme === wanted ? [] : [`color-scheme: ${scheme}`]),
  ];
};

const showAs = async (page: Page, [theme, width]: Look): Promise<void> => {
  const size = page.viewportSize();
  if (size && size.width !== width) await page.setViewportSize({ ...size, width });
  await changeTheme(page, theme);
};

/**
 * What is wrong with a window in each look, each line with its look first: one window, whose theme
 * and width are changed. To open one for each is most of what it would cost.
 */
export const findingsInLooks = async (
  page: Page,
  { looks = usualLooks, part = 'all' }: { looks?: readonly Look[]; part?: Where['part'] } = {},
): Promise<readonly string[]> => {
  const width = page.viewportSize()?.width ?? 1280;
  const found: string[] = [];
  for (const look of looks) {
    await showAs(page, look);
    const [theme] = look;
    found.push(...(await findingsOn(page, { theme, part })).map((line) => `${look}: ${line}`));
    for (const frame of framesOf(page, part))
      found.push(...(await strayIn(frame, theme)).map((line) => `${look}: ${line}`));
  }
  // As it was: the next look begins in the first theme too.
  await showAs(page, ['default', width]);
  return found;
};

/** The same in every theme, in the window's own width. */
export const findingsInThemes = (
  page: Page,
  part: Where['part'] = 'all',
): Promise<readonly string[]> => {
  const width = page.viewportSize()?.width ?? 1280;
  return findingsInLooks(page, { looks: themes.map((theme) => [theme, width]), part });
};
