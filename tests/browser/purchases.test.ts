import { describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
import { pageOf, until } from '../worlds/browser/portfolio.ts';
import { cardAbout, phoneChat, wordsOn } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const team = 'digitek1';
const consultant = 'konsulent';

const given = async (title: string): Promise<string> => {
  const { project } = await world.api<ProjectReply>('medarbejder', 'POST', '/api/projects', {
    ...{ title, purpose: 'De gamle går i stå om natten.', leadArea: 'omsorg', origin: 'staff' },
  });
  return project.id;
};

const moved = (id: string, by: string, subject: string, move: object) =>
  world.api(by, 'POST', `/api/inquiries/${id}:${subject}/moves`, move);

const marked = { type: 'asked', revision: 0, askedId: null, comment: 'To tablets til natten.' };

describe('an idea that is a purchase', () => {
  const title = 'To tablets til nattevagten';

  it('goes to its lane, is looked at, decided by leder and chef, bought and entered', async () => {
    const id = await given(title);
    const { tab } = await world.openTab(team, 'ideas');
    await tab.getByRole('button', { name: title }).click();
    const panel = tab.getByRole('region', { name: title });
    await panel.getByRole('button', { name: 'Det er et indkøb' }).click();
    await panel.getByLabel(/^Hvad skal købes/).fill('To tablets og to holdere.');
    await panel.getByRole('button', { name: 'Det er et indkøb' }).click();
    const lane = tab.getByRole('region', { name: 'Indkøb', exact: true });
    await lane.getByRole('button', { name: title }).waitFor();
    await lane.getByText(/arbejdsdag 0 af 5, svar senest/).waitFor();
    await panel.getByText(/^Konsulenten ser på det inden/).waitFor();
    await panel.getByRole('button', { name: 'Spørg IT' }).waitFor();

    const looks = await phoneChat(world, consultant);
    const card = cardAbout(looks, title, 'To tablets og to holdere.');
    await card.getByRole('button', { name: 'I orden', exact: true }).click();
    await cardAbout(looks, title, 'Du svarede: i orden').waitFor();

    await panel.getByLabel('Hvem skal sige ja?').selectOption({ label: 'Leder, Distrikt Syd' });
    await panel.getByLabel(/^Pris/).fill('30.000');
    await panel.getByLabel('Hvem betaler?').selectOption({ label: 'Omsorgs pulje' });
    await panel.getByLabel('Hvorfor skal det købes?').fill('De gamle er slidt op.');
    await panel.getByRole('button', { name: 'Spørg om købet' }).click();
    await panel.getByText(/^Venter på Leder, Distrikt Syd, svar inden/).waitFor();

    const leders = await phoneChat(world, 'distrikt.syd');
    const asked = cardAbout(leders, title, 'Skal vi købe det?');
    await asked.getByText('Omsorgs pulje betaler.').waitFor();
    expect(await wordsOn(asked)).toContain('spørges chefen også');
    await asked.getByRole('button', { name: 'Ja, køb det' }).click();
    await cardAbout(leders, title, 'Du svarede: ja, køb det').waitFor();

    const chefs = await phoneChat(world, 'chef.omsorg');
    const last = cardAbout(chefs, title, 'Skal vi købe det?');
    await last.getByRole('button', { name: 'Ja, køb det' }).click();
    await cardAbout(chefs, title, 'Du svarede: ja, køb det').waitFor();

    await panel.getByLabel(/^Hvad kostede det/).fill('29.500');
    await panel.getByRole('button', { name: 'Det er købt' }).click();
    await until(async () => (await pageOf(world, id)).project.status === 'closed');
    await lane.getByRole('button', { name: title }).waitFor({ state: 'detached' });
    const { postings } = await world.api<EconomyReply>(team, 'GET', '/api/economy');
    expect(postings.filter(({ ore, kind }) => ore === 29_500_00 && kind === 'spent')).toHaveLength(
      1,
    );
  });

  it('is asked of every chef at once where the common pool pays, and each yes is kept', async () => {
    const name = 'Tablets for fællespuljens penge';
    const id = await given(name);
    await moved(id, team, 'screening', marked);
    const fine = { type: 'answered', ask: 1, revision: 1, answer: 'fine', comment: '' };
    await moved(id, consultant, 'screening', fine);
    const { tab } = await world.openTab(team, 'ideas');
    await tab.getByRole('button', { name }).click();
    const panel = tab.getByRole('region', { name });
    await panel.getByLabel('Hvem skal sige ja?').selectOption({ label: 'Chef, Omsorg' });
    await panel.getByLabel(/^Pris/).fill('900');
    await panel.getByLabel('Hvem betaler?').selectOption({ label: 'Fællespuljen' });
    await panel.getByLabel('Hvorfor skal det købes?').fill('Alle områder får gavn af dem.');
    await panel.getByRole('button', { name: 'Spørg om købet' }).click();
    await panel.getByText(/^Venter på .*Chef, Sundhed.*, svar inden/).waitFor();
    const chefs = await phoneChat(world, 'chef.sundhed');
    const asked = cardAbout(chefs, name, 'Skal vi købe det?');
    await asked.getByText('Alle skal sige ja.').waitFor();
    await asked.getByRole('button', { name: 'Ja, køb det' }).click();
    await cardAbout(chefs, name, 'Du svarede: ja, køb det')
      .getByText('skal også sige ja')
      .waitFor();
    // The tab says what the card says: what it costs, who pays, who has said yes, and that others must.
    const size = { width: 360, height: 740 };
    const other = await world.openTab('chef.social', `request:inquiry:${id}:purchase`, size);
    await other.tab.getByText(/^Pris: 900.kr\.$/).waitFor();
    await other.tab.getByText('Fællespuljen betaler.').waitFor();
    await other.tab.getByText('Chef, Sundhed har sagt ja.').waitFor();
    await other.tab.getByRole('button', { name: /^Ja, køb det.*Andre skal også sige ja/ }).click();
    await other.tab.getByText('Du svarede: ja, køb det').waitFor();
    // A yes may become a no while others are waited for, here as on the card.
    await other.tab.getByRole('button', { name: 'Ret svaret' }).click();
    await other.tab.getByRole('button', { name: /^Nej, køb det ikke/ }).waitFor();
    expect(await other.tab.getByRole('button', { name: /^Ja, køb det/ }).count()).toBe(0);
    await panel.getByText(/^Venter på Chef, Omsorg, svar inden/).waitFor();
    const last = await world.openTab('chef.omsorg', `request:inquiry:${id}:purchase`, size);
    await last.tab.getByRole('button', { name: /^Ja, køb det.*Så kan det købes/ }).click();
    await panel.getByRole('button', { name: 'Det er købt' }).waitFor();
  });

  it('is a project after all, and is back among the ideas', async () => {
    const name = 'Tablets, der blev til mere';
    const id = await given(name);
    await moved(id, team, 'screening', marked);
    const { tab } = await world.openTab(team, 'ideas');
    const lane = tab.getByRole('region', { name: 'Indkøb', exact: true });
    await lane.getByRole('button', { name }).click();
    const panel = tab.getByRole('region', { name });
    await panel.getByRole('button', { name: 'Det er et projekt alligevel' }).click();
    await panel.getByRole('button', { name: 'Det er et projekt', exact: true }).waitFor();
    await until(async () => (await pageOf(world, id)).inquiries.purchase?.isPurchase === false);
  });
});

describe('axe finds nothing', () => {
  const title = 'Tablets for alle øjne';

  it('in every theme', async () => {
    const id = await given(title);
    await moved(id, team, 'screening', marked);
    const fine = { type: 'answered', ask: 1, revision: 1, answer: 'fine', comment: '' };
    await moved(id, consultant, 'screening', fine);
    const wide = await world.openTab(team, 'ideas');
    await wide.tab.getByRole('button', { name: title }).click();
    await wide.tab.getByLabel(/^Pris/).waitFor();
    expect(await findingsInThemes(wide.page)).toEqual([]);
    const { page, tab } = await world.openTab(team, 'ideas', { width: 360, height: 740 });
    await tab.getByRole('button', { name: title }).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    await tab.getByRole('button', { name: title }).click();
    await tab.getByLabel(/^Pris/).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    const spare = await tab.locator('html').evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(spare).toBe(0);
  });
});
