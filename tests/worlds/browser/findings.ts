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
 * One document by itself, in the page it stands in: a quarter of what it takes to gather several
 * frames' half results in a window of their own.
 */
const violationsIn = async (
  frame: Frame,
  options: RunOptions,
): Promise<AxeResults['violations']> => {
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
  const found: string[] = [];
  const frames = framesOf(page, part);
  if (frames.length === 0) throw new Error('There is nothing to look at.');
  for (const frame of frames)
    for (const { id, nodes } of await violationsIn(frame, options))
      found.push(`${id}: ${nodes[0]?.target} ${nodes[0]?.html}`);
  return found;
};
