import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Frame } from 'playwright-core';
import { TestRunner } from 'vitest';
import { rootFrom } from '../../../infra/root.ts';

const results = join(rootFrom(import.meta.url), 'test-results/seen');

/** The words of a page and of what it frames, as somebody who looks at it reads them. */
const textOf = async (frame: Frame): Promise<string> => {
  const text = await frame.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String);
  return `${frame.url()}\n${text}`;
};

/** A window, and what its console has said. */
export type Window = { readonly context: BrowserContext; readonly heard: string[] };

/** Writes down all that happens in a window, until it is known whether anybody will ask. */
export const watch = async (context: BrowserContext): Promise<Window> => {
  const heard: string[] = [];
  context.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => heard.push(`uncaught: ${error.error().message}`));
  await context.tracing.start({ snapshots: false });
  return { context, heard };
};

const keep = async ({ context, heard }: Window, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await context.tracing.stop({ path: join(folder, 'trace.zip') });
  for (const [at, page] of context.pages().entries()) {
    await page.screenshot({ path: join(folder, `page${at}.png`) });
    const texts = await Promise.all(page.frames().map(textOf));
    await writeFile(join(folder, `page${at}.txt`), texts.join('\n\n'));
    console.log(`${texts.join('\n\n')}\n\n${heard.join('\n')}`);
  }
  await writeFile(join(folder, 'console.txt'), heard.join('\n'));
};

/** After a test: what a failed one had before its eyes is printed, and kept in `test-results/seen`. */
export const keepIfFailed = async (windows: readonly Window[]): Promise<void> => {
  const test = TestRunner.getCurrentTest();
  if (test?.result?.state !== 'fail' || windows.length === 0) return;
  const name = test.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  for (const [at, window] of windows.entries()) await keep(window, join(results, `${name}-${at}`));
  console.log(`What the test saw is kept in ${results}/${name}-*`);
};
