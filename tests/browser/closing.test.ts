import { afterEach, describe, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { change, followed, pageOf, readyAt, send } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

/** A project that its chef has put into operation. */
const operating = async (title: string): Promise<string> => {
  const id = await readyAt(world, 'gate3', { title });
  const requestId = await send(world, id, 'gate3');
  await world.api('chef.omsorg', 'POST', `/api/requests/${requestId}/answer`, {
    outcome: 'operate',
  });
  await followed(world, requestId);
  const { project } = await pageOf(world, id);
  if (project.status !== 'operating') await change(world, id, { status: 'operating' });
  return id;
};

describe('closing', () => {
  it('names what is left with links, and is one press when nothing is', async () => {
    const id = await operating('Sengealarm i drift');
    const { page, tab } = await world.openTab('konsulent', `project:${id}`, { width: 360 });
    const section = tab.getByRole('region', { name: /^Drift og afslutning/ });
    await section.getByRole('link', { name: 'Slip projektet' }).waitFor();
    await section.getByRole('link', { name: 'Aftal opfølgning på gevinster' }).waitFor();
    expect(await section.getByRole('button', { name: /^Afslut/ }).count()).toBe(0);
    const main = tab.locator('main');
    expect(await main.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
    for (const code of ['benefitFollowUp', 'leadLetsGo'])
      await world.api('konsulent', 'PUT', `/api/projects/${id}/steps/${code}`, { done: true });
    const close = section.getByRole('button', { name: /^Afslut/ });
    await close.waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
    await close.press('Enter');
    await expect.poll(async () => (await pageOf(world, id)).project.status).toBe('closed');
    await close.waitFor({ state: 'detached' });
  });
});
