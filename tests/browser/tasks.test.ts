import { describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import { findingsInLooks } from '../worlds/browser/findings.ts';
import { idOf } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const lead = 'digitek1';
const owner = 'nattevagten';
const title = 'Lys, der følger med ud på badet';

describe('what one has to do across projects', () => {
  let id = '';

  const made = async (): Promise<string> => {
    const { project } = await world.api<ProjectReply>('konsulent', 'POST', '/api/projects', {
      ...{ title, leadArea: 'omsorg', leadId: await idOf(world, lead) },
      ...{ ownerId: await idOf(world, owner), status: 'active' },
    });
    return project.id;
  };

  it('is planned on the project: who, and by when', async () => {
    id = await made();
    const { tab } = await world.openTab(lead, `project:${id}`);
    await tab.getByRole('button', { name: 'Hvem og hvornår: Tjekliste' }).click();
    const who = tab.getByRole('combobox', { name: 'Hvem' });
    await who.click();
    await who.pressSequentially('nattevagten');
    await tab.getByRole('option', { name: 'Leder, nattevagten' }).click();
    await tab.getByLabel('Frist').fill('2026-01-05');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText(/skulle være klar 5\.\sjan\. · \d+\sdage over/).waitFor();
    const { steps } = await world.api<ProjectReply>(lead, 'GET', `/api/projects/${id}`);
    expect(steps.find(({ code }) => code === 'ideaChecklist')).toMatchObject({
      ...{ responsible: 'Leder, nattevagten', due: '2026-01-05', done: false },
    });
  });

  it('is waited for by the lead, who reminds whoever was chosen, once a day', async () => {
    const { tab } = await world.openTab(lead, 'tasks');
    const waited = tab.locator('li', { hasText: title }).filter({ hasText: 'Leder, nattevagten' });
    await waited.getByRole('button', { name: /^Ryk/ }).click();
    await waited.getByText('Leder, nattevagten har fået besked.').waitFor();
    await waited.getByRole('button', { name: /^Ryk/ }).click();
    await waited.getByText('har allerede fået besked i dag').waitFor();
    const chat = await phoneChat(world, owner);
    const card = cardAbout(chat, title, 'Gennemgå tjeklisten');
    expect(await wordsOn(card)).toContain('Gate 1 kan ikke sendes uden');
  });

  it('is done by one press in the list, taken back by another, and shown as done', async () => {
    const { tab } = await world.openTab(owner, 'tasks', { width: 360 });
    const row = tab.locator('li', { hasText: title });
    await tab.getByText('er over tiden').waitFor();
    await row.getByRole('button', { name: /^Sæt flueben: Gennemgå tjeklisten/ }).press('Enter');
    await tab.getByText('Klar: Gennemgå tjeklisten.').waitFor();
    await expect.poll(() => row.count()).toBe(0);
    await tab.getByRole('button', { name: 'Fortryd' }).press('Enter');
    await row.waitFor();
    await row.getByRole('button', { name: /^Sæt flueben/ }).click();
    await tab.getByRole('button', { name: /^Klar/ }).click();
    await tab.locator('li', { hasText: title }).getByText(/^klar/).waitFor();
  });

  it('has nothing that axe finds', async () => {
    const { page, tab } = await world.openTab(lead, 'tasks');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await findingsInLooks(page)).toEqual([]);
  });
});
