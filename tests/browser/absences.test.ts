import { describe, expect, it } from 'vitest';
import type { AbsencesReply } from '#shared/contract/absences.ts';
import type { RulesReply } from '#shared/contract/rules.ts';
import { findingsInThemes, findingsOn } from '../worlds/browser/findings.ts';
import { cardAbout, phoneChat, say } from '../worlds/browser/storyWorld.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const away = 'genoptraening';
const deputy = 'hjemmesygepleje';

const lines = async (): Promise<AbsencesReply['lines']> =>
  (await world.api<AbsencesReply>(away, 'GET', '/api/absences')).lines;

describe('a leder who will be away', () => {
  it.each([1280, 360])(
    'names who answers meanwhile, by keyboard, and ends it: %i px',
    async (width) => {
      const { tab, page } = await world.openTab(away, 'request:', { width });
      await tab.getByRole('button', { name: 'Fravær' }).press('Enter');
      const dialog = tab.getByRole('dialog');
      await dialog.getByText('Ingen er sat som stedfortræder.').waitFor();
      // It opens when there is something to stand in, and one stands in the first of it.
      await dialog.locator('input:focus').first().waitFor();
      await dialog.getByRole('button', { name: 'Sæt stedfortræder' }).press('Enter');
      await dialog.getByText('Vælg, hvem der svarer imens.').waitFor();
      await dialog
        .getByLabel('Stedfortræder', { exact: true })
        .selectOption({ label: 'Leder, sygeplejen' });
      expect(await findingsInThemes(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Sæt stedfortræder' }).press('Enter');
      await dialog.getByText('Leder, sygeplejen er sat som stedfortræder.').waitFor();
      expect(await lines()).toMatchObject([{ isRunning: true, mayEnd: true }]);
      const chat = await phoneChat(world, deputy);
      // What waited for the leder comes to the deputy too, in whatever order.
      await cardAbout(chat, 'Du svarer for', 'Åbn Til beslutning').waitFor();
      await dialog.getByRole('button', { name: /^Stop fraværet med/ }).press('Enter');
      await dialog.getByText('Ingen er sat som stedfortræder.').waitFor();
      expect(await lines()).toEqual([]);
      await chat.getByText('Du svarer ikke mere for').last().waitFor();
    },
  );

  it('does it in chat too, with `fravær`', async () => {
    const chat = await phoneChat(world, away);
    await say(chat, 'fravær');
    const form = cardAbout(chat, 'Hvem svarer, mens du er væk?');
    await form
      .getByRole('combobox', { name: 'Stedfortræder', exact: true })
      .selectOption({ label: 'Chef, Social' });
    await form.getByRole('button', { name: 'Sæt stedfortræder' }).click();
    await chat.getByText('✓ Fraværet er sat').waitFor();
    expect(await lines()).toHaveLength(1);
    await chat.getByRole('button', { name: 'Stop fraværet' }).last().click();
    await chat.getByText('✓ Fraværet er stoppet').waitFor();
    expect(await lines()).toEqual([]);
  });

  it('whose deputy goes away too: the deputy is told so, and the consultant sees that nobody answers', async () => {
    const reply = await world.api<AbsencesReply>(away, 'GET', '/api/absences');
    const [personId, deputyId] = [
      reply.mayFor[0]?.id,
      reply.deputies.find(({ name }) => name === 'Leder, sygeplejen')?.id,
    ];
    await world.api(away, 'POST', '/api/absences', {
      ...{ key: `absence-${crypto.randomUUID()}`, personId, deputyId },
      ...{ from: reply.today, to: reply.today },
    });
    const chat = await phoneChat(world, deputy);
    await say(chat, 'fravær');
    const form = cardAbout(chat, 'Hvem svarer, mens du er væk?');
    await form.getByLabel('Første dag væk').fill(reply.today);
    await form.getByLabel('Sidste dag væk').fill(reply.today);
    await form
      .getByRole('combobox', { name: 'Stedfortræder', exact: true })
      .selectOption({ label: 'Chef, Social' });
    await form.getByRole('button', { name: 'Sæt stedfortræder' }).click();
    await chat.getByText(/Du skulle svare for .* imens. Konsulenten får besked./).waitFor();
    const { tab, page } = await world.openTab('konsulent', 'request:', { width: 360 });
    await tab.getByRole('button', { name: 'Fravær' }).press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/Ingen svarer .*: stedfortræderen er selv væk/).waitFor();
    expect(await findingsInThemes(page)).toEqual([]);
    // Once the deputy is back, somebody answers again.
    await chat.getByRole('button', { name: 'Stop fraværet' }).last().click();
    await chat.getByText('✓ Fraværet er stoppet').waitFor();
    expect(await lines()).toMatchObject([{ gap: null }]);
    const [line] = await lines();
    await world.api(away, 'POST', `/api/absences/${line?.id}/end`, { personId });
  });
});

describe('a leder with a standing deputy', () => {
  const personal = async () => {
    const page = await world.open(away, { app: 'chat' });
    await page.getByText('Autosvar i Outlook').click();
    return page;
  };

  it('only turns on the automatic replies in Outlook, and may stop it again', async () => {
    const before = await world.api<RulesReply>('konsulent', 'GET', '/api/settings/rules');
    const { page, tab: settings } = await world.openTab('konsulent');
    await settings.getByRole('link', { name: 'Indstillinger', exact: true }).click();
    await settings.getByLabel('Fravær efter autosvar i Outlook').selectOption('Slået til');
    await settings.getByRole('button', { name: 'Gem', exact: true }).click();
    await settings.getByText(/Ingen chef eller leder har en fast stedfortræder endnu/).waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);

    const outlook = await personal();
    await outlook.getByRole('combobox', { name: 'Autosvar i Outlook' }).selectOption('Slået til');
    await outlook.getByRole('button', { name: 'Gem autosvar' }).click();
    await outlook.getByText('Gemt.', { exact: true }).waitFor();

    const { tab } = await world.openTab(away, 'request:', { theme: 'dark', width: 360 });
    await tab.getByRole('button', { name: 'Fravær' }).press('Enter');
    const standing = tab.getByRole('dialog').locator('details');
    await standing.getByText('Fast stedfortræder: ingen').press('Enter');
    await standing.getByRole('combobox').selectOption({ label: 'Leder, sygeplejen' });
    await standing.getByRole('button', { name: 'Gem fast stedfortræder' }).press('Enter');
    await tab.getByText('Leder, sygeplejen er fast stedfortræder.').waitFor();
    await standing.getByText('Fast stedfortræder: Leder, sygeplejen').waitFor();

    const chat = await phoneChat(world, deputy);
    const card = cardAbout(chat, 'Sat efter autosvaret i Outlook.', 'Åbn Til beslutning');
    await card.getByText(/så længe autosvaret i Outlook er slået til/).waitFor();
    await outlook
      .getByText(/Dit autosvar i Outlook siger, at du er væk/)
      .first()
      .waitFor();
    const { tab: again } = await world.openTab(away, 'request:');
    await again.getByRole('button', { name: 'Fravær' }).click();
    await again
      .getByText(/så længe autosvaret er slået til · nu · efter autosvaret i Outlook/)
      .waitFor();
    await again.getByRole('button', { name: /^Stop fraværet med/ }).click();
    await again.getByText('Ingen er sat som stedfortræder.').waitFor();
    expect(await lines()).toEqual([]);

    const own = (await world.api<AbsencesReply>(away, 'GET', '/api/absences')).mayFor[0]?.id;
    const nobody = { personId: own, deputyId: '' };
    await world.api(away, 'POST', '/api/absences/standing', nobody);
    const { values } = await world.api<RulesReply>('konsulent', 'GET', '/api/settings/rules');
    const off = { seen: values, values: { ...values, outOfOffice: before.values.outOfOffice } };
    await world.api('konsulent', 'PATCH', '/api/settings/rules', off);
  });
});
