import { describe, expect, it } from 'vitest';
import { findingsInLooks } from '../worlds/browser/findings.ts';
import { pageOf, readyAt } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const team = 'digitek1';
const title = 'Sengelys, der tænder af sig selv';

describe("DigiTek's meeting", () => {
  let id = '';

  /** Ready for its gate, but for the meeting and all that comes after it. */
  const ready = async (name: string): Promise<string> => {
    const made = await readyAt(world, 'gate1', { title: name, leadArea: 'omsorg' });
    const { revision } = await pageOf(world, made);
    await world.api('konsulent', 'PATCH', `/api/projects/${made}`, {
      revision,
      changes: { recommendedOutcome: null, recommendedPriority: null, recommendationWhy: '' },
    });
    await world.api('konsulent', 'PATCH', `/api/projects/${made}/steps/ideaMeeting`, {
      done: false,
    });
    return made;
  };

  it('recommends, estimates the hours and suggests a lift, and goes on to the next', async () => {
    id = await ready(title);
    const { tab } = await world.openTab(team, 'meeting');
    await tab.getByRole('button', { name: title }).click();
    const work = tab.getByRole('region', { name: title });
    await work.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    await work.getByText('Vælg, hvad I anbefaler.').waitFor();
    await work.getByRole('radio', { name: /^Videre til undersøgelse/ }).check();
    await work.getByRole('radio', { name: 'Høj', exact: true }).check();
    await work.getByLabel('DigiTek', { exact: true }).fill('60');
    await work.getByLabel('IT og Digitalisering').fill('45 timer');
    await work.getByLabel('Omsorg', { exact: true }).fill('80');
    await work.getByText('185 timer. Mere end de 120').waitFor();
    await work.getByRole('switch', { name: 'Løft til chefgruppen' }).check();
    await work.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    await work.getByText('Skriv et par ord om hvorfor').waitFor();
    await work.getByLabel('Fordi').fill('Mange sover bedre, og tre distrikter vil være med.');
    await work.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    const done = tab.getByRole('region', { name: 'Færdige' });
    await done.getByRole('button', { name: title }).waitFor();
    const { project, steps } = await pageOf(world, id);
    expect(project).toMatchObject({
      ...{ recommendedOutcome: 'investigate', recommendedPriority: 'high', recommendLift: true },
      ...{ hoursDigitek: 60, hoursIt: 45, hoursArea: 80 },
    });
    expect(steps.find(({ code }) => code === 'ideaMeeting')).toMatchObject({ done: true });
  });

  it('says of one that is not ready what lacks, and the lead has it among their tasks', async () => {
    const other = 'Gulv, der mærker et fald';
    const otherId = await ready(other);
    const { tab } = await world.openTab(team, 'meeting', { width: 360 });
    await tab.getByRole('button', { name: other }).press('Enter');
    const work = tab.getByRole('region', { name: other });
    await work.getByRole('button', { name: 'Ikke klar endnu' }).click();
    await work.getByLabel('Hvad mangler?').fill('Pris fra to leverandører');
    await work.getByRole('button', { name: 'Skriv til projektlederen' }).click();
    await expect
      .poll(async () => (await pageOf(world, otherId)).project.nextStep)
      .toBe('Pris fra to leverandører');
  });

  it('shows both when somebody else has written the same meanwhile', async () => {
    const name = 'Stol, der rejser sig';
    const both = await ready(name);
    const { tab } = await world.openTab(team, 'meeting');
    await tab.getByRole('button', { name }).click();
    const work = tab.getByRole('region', { name });
    await work.getByRole('radio', { name: /^Videre til undersøgelse/ }).check();
    await work.getByRole('radio', { name: 'Lav', exact: true }).check();
    await work.getByLabel('Fordi').fill('Den er dyr.');
    const { revision } = await pageOf(world, both);
    await world.api('konsulent', 'PATCH', `/api/projects/${both}`, {
      ...{ revision, changes: { recommendationWhy: 'Den er prøvet i Syd.' } },
    });
    await work.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    await work.getByText('Den er prøvet i Syd.').waitFor();
    await work.getByRole('button', { name: 'Behold min tekst' }).click();
    await tab.getByRole('region', { name: 'Færdige' }).getByRole('button', { name }).waitFor();
    expect((await pageOf(world, both)).project.recommendationWhy).toBe('Den er dyr.');
  });

  it('is not for others', async () => {
    const { status } = await world.call('chef.omsorg', 'GET', '/api/meeting');
    expect(status).toBe(403);
    // A chef's meeting is the kvartalsstatus; a leder has none.
    const chef = await world.openTab('chef.omsorg', 'tasks');
    const link = chef.tab.getByRole('link', { name: 'Møder' });
    expect(await link.getAttribute('href')).toBe('#/kvartalsstatus');
    const { tab } = await world.openTab('nattevagten', 'tasks');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.getByRole('link', { name: 'Møder' }).count()).toBe(0);
  });

  it('has nothing that axe finds', async () => {
    const { page, tab } = await world.openTab(team, 'meeting');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await findingsInLooks(page)).toEqual([]);
  });
});
