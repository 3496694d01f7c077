import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { upnOf, World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});
afterAll(async () => {
  await world.local('uninstall', { user: upnOf('uden.app') });
  await world.local('block', { user: upnOf('blokerer') });
});

const title = 'Sansehave ved aktivitetscentret';

/** A project whose lead is asked by the chef, and cannot be reached. */
const askedOf = async (alias: string): Promise<string> => {
  const id = await readyAt(world, 'gate1', { title: `${title}, ${alias}`, leadArea: 'social' });
  const people = await world.local<{ upn: string; id: string }[]>('people');
  const leadId = people.find(({ upn }) => upn === upnOf(alias))?.id;
  const { revision } = await pageOf(world, id);
  await world.api('konsulent', 'PATCH', `/api/projects/${id}`, { revision, changes: { leadId } });
  const requestId = await send(world, id, 'gate1');
  await world.api('chef.social', 'POST', `/api/requests/${requestId}/answer`, {
    type: 'ask',
    comment: 'Hvem passer haven om vinteren?',
  });
  await until(async () => (await pageOf(world, id)).unreached.length === 1);
  return id;
};

describe('from undeliverable to delivered', () => {
  it('shows who cannot be reached, and brings the card when the app is added', async () => {
    const id = await askedOf('uden.app');
    const { tab } = await world.openTab('konsulent', `project:${id}`);
    const box = tab.getByRole('region', { name: 'Leder, aktivitetscentret kan ikke nås' });
    await box.getByText('har ikke DigiTek-appen i Teams').waitFor();
    await box.getByText('Bed personen tilføje DigiTek').waitFor();
    await box.getByRole('button', { name: 'Send igen' }).click();
    await box.getByText(/^(Ikke leveret|Det er på vej)/).waitFor();

    const theirs = await world.openAddress(
      `${world.hostUrl}/?${new URLSearchParams({ user: upnOf('uden.app'), app: 'chat' })}`,
    );
    await theirs.getByRole('button', { name: 'Tilføj DigiTek' }).click();
    await theirs.getByText('Hvem passer haven om vinteren?').first().waitFor();
    await until(async () => (await pageOf(world, id)).unreached.length === 0);
    await box.waitFor({ state: 'detached' });
    expect(await world.cardsAbout('uden.app', title)).toHaveLength(1);
  });

  it('tells in the activity feed while the bot is blocked, and brings the card after it', async () => {
    const id = await askedOf('blokerer');
    const feed = await world.openAddress(
      `${world.hostUrl}/?${new URLSearchParams({ user: upnOf('blokerer'), app: 'feed' })}`,
    );
    await feed.getByText(`${title}, blokerer`).first().waitFor();
    await world.local('unblock', { user: upnOf('blokerer') });
    const { tab } = await world.openTab('konsulent', `project:${id}`);
    const box = tab.getByRole('region', { name: 'Leder, sundhedshuset kan ikke nås' });
    await box.getByText('i sit aktivitetsfeed').waitFor();
    await box.getByRole('button', { name: 'Send igen' }).click();
    await box.waitFor({ state: 'detached' });
    expect(await world.cardsAbout('blokerer', title)).toHaveLength(1);
  });

  it('shows the one who cannot be reached what waits, in the tab', async () => {
    await world.local('block', { user: upnOf('blokerer') });
    await askedOf('blokerer');
    const { tab } = await world.openTab('blokerer');
    await tab.getByRole('link', { name: /Til beslutning/ }).click();
    await tab.getByText('Hvem passer haven om vinteren?').first().waitFor();
  });
});
