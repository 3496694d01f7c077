import { describe, expect, it } from 'vitest';
import type { AbsencesReply } from '#shared/contract/absences.ts';
import { findingsInThemes } from '../worlds/browser/findings.ts';
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
      await dialog.getByLabel('Stedfortræder').selectOption({ label: 'Leder, sygeplejen' });
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
      .getByRole('combobox', { name: 'Stedfortræder' })
      .selectOption({ label: 'Chef, Social' });
    await form.getByRole('button', { name: 'Sæt stedfortræder' }).click();
    await chat.getByText('✓ Fraværet er sat').waitFor();
    expect(await lines()).toHaveLength(1);
    await chat.getByRole('button', { name: 'Stop fraværet' }).last().click();
    await chat.getByText('✓ Fraværet er stoppet').waitFor();
    expect(await lines()).toEqual([]);
  });
});
