import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Theme } from './world.ts';

/** The rules whose answer rests on colours: a theme changes nothing else. */
const ofColours = ['color-contrast', 'link-in-text-block'];

type Where = { readonly theme?: Theme; readonly part?: 'all' | 'tab' | 'host' };

/** What axe finds: by every rule in the first theme, in the others by those that see colours. */
export const findingsOn = async (
  page: Page,
  { theme = 'default', part = 'all' }: Where = {},
): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page });
  if (part === 'tab') axe.include('iframe');
  if (part === 'host') axe.exclude('iframe');
  if (theme !== 'default') axe.withRules(ofColours);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.html}`);
};
