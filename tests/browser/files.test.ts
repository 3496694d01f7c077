import { afterEach, describe, expect, it } from 'vitest';
import { findingsOn } from '../worlds/browser/findings.ts';
import { pageOf, readyAt, send } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

afterEach(() => {
  expect(world.violations).toEqual([]);
  expect(world.errors).toEqual([]);
});

const aPdf = (name: string, bytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7')], bytes),
});

const chooser = 'input[data-step="draftContract"]';

const filesOf = async (id: string) => {
  const { steps } = await pageOf(world, id);
  const { files = [] } = steps.find(({ code }) => code === 'draftContract') ?? {};
  return files;
};

describe('documents at a step', () => {
  it('are chosen with the keyboard, sent in pieces, and opened where they lie', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Aftale om nøgler' });
    const { page, tab } = await world.openTab('konsulent', `project:${id}`);
    const button = tab.getByRole('button', {
      name: 'Læg en fil ved trinnet: Udkast til kontrakt og databehandleraftale',
    });
    const [choosing] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
    await choosing.setFiles([aPdf('Aftale.pdf', 9_000_000), aPdf('Bilag.pdf', 1_000)]);
    await tab.getByText('Bilag.pdf er gemt.').waitFor();
    await tab.locator(chooser).setInputFiles(aPdf('Aftale.pdf', 2_000));
    await tab.getByRole('link', { name: 'Aftale (version 2).pdf' }).first().waitFor();
    await tab.getByText('8,6 MB, Konsulent, DigiTek').first().waitFor();
    const files = await filesOf(id);
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ...[
        ['Aftale.pdf', 9_000_000],
        ['Bilag.pdf', 1_000],
      ],
      ['Aftale (version 2).pdf', 2_000],
    ]);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
  });

  it('that cannot be taken say why, and nothing is sent', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Filer, der ikke kan gemmes' });
    const { page, tab } = await world.openTab('konsulent', `project:${id}`, {
      ...{ width: 360, theme: 'contrast' },
    });
    const wrong = { name: 'skadelig.exe', mimeType: '', buffer: Buffer.from('MZ') };
    await tab.locator(chooser).setInputFiles([wrong, aPdf('tom.pdf', 0), aPdf('a&b.docx', 900)]);
    await tab.getByText('skadelig.exe: Den slags fil kan ikke gemmes her.').waitFor();
    await tab.getByText('tom.pdf: Filen er tom.').waitFor();
    await tab.getByText('a&b.docx: Filen hedder .docx, men er noget andet.').waitFor();
    expect(await filesOf(id)).toEqual([]);
    const widest = await page
      .frames()
      .at(-1)
      ?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(widest).toBeLessThanOrEqual(0);
  });

  it('are taken off with the keyboard, and one that a gate was sent on says why it stays', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Filer, der tages af' });
    const { page, tab } = await world.openTab('konsulent', `project:${id}`, { width: 360 });
    await tab.locator(chooser).setInputFiles([aPdf('Forkert.pdf', 500), aPdf('Aftale.pdf', 700)]);
    await tab.getByText('Aftale.pdf er gemt.').waitFor();
    const remove = tab.getByRole('button', { name: 'Fjern Forkert.pdf' }).first();
    await remove.press('Enter');
    const dialog = tab.getByRole('dialog', { name: 'Fjern Forkert.pdf?' });
    await dialog.getByText('I SharePoint ligger den i papirkurven').waitFor();
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await remove.press('Enter');
    await dialog.getByRole('button', { name: 'Fjern' }).press('Enter');
    await tab.getByText('Forkert.pdf er fjernet.').waitFor();
    await expect.poll(() => tab.locator('[data-attach="draftContract"]:focus').count()).toBe(1);
    expect(await tab.getByRole('link', { name: 'Forkert.pdf' }).count()).toBe(0);
    await send(world, id, 'gate2');
    await tab.getByText('Gate 2 venter på svar og hviler på det her.').first().waitFor();
    expect(await tab.getByRole('button', { name: 'Fjern Aftale.pdf' }).count()).toBe(0);
    const widest = await page
      .frames()
      .at(-1)
      ?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(widest).toBeLessThanOrEqual(0);
  });

  it('whose line goes while the question stands are told of, and the page is not left hidden', async () => {
    const id = await readyAt(world, 'gate2', { title: 'To, der tager samme fil af' });
    const { page, tab } = await world.openTab('konsulent', `project:${id}`);
    await tab.locator(chooser).setInputFiles(aPdf('Forkert.pdf', 500));
    await tab.getByText('Forkert.pdf er gemt.').waitFor();
    await tab.getByRole('button', { name: 'Fjern Forkert.pdf' }).first().press('Enter');
    const dialog = tab.getByRole('dialog', { name: 'Fjern Forkert.pdf?' });
    const sure = dialog.getByRole('button', { name: 'Fjern' });
    await sure.waitFor();
    const path = `/api/projects/${id}/steps/draftContract/removals`;
    await world.api('digitek1', 'POST', path, { name: 'Forkert.pdf' });
    await tab.locator('a', { hasText: 'Forkert.pdf' }).first().waitFor({ state: 'detached' });
    await sure.press('Enter');
    await tab.getByText('Forkert.pdf er fjernet.').waitFor();
    await expect.poll(() => tab.locator('[data-attach="draftContract"]:focus').count()).toBe(1);
    expect(await tab.getByRole('main').count()).toBe(1);
    expect(await findingsOn(page, { theme: 'default', part: 'tab' })).toEqual([]);
  });

  it('are read by everybody, and laid there only by whoever may edit', async () => {
    const id = await readyAt(world, 'gate2', { title: 'Kun for projektets folk' });
    const owner = await world.openTab('konsulent', `project:${id}`);
    await owner.tab.locator(chooser).setInputFiles(aPdf('Aftale.pdf', 500));
    await owner.tab.getByText('Aftale.pdf er gemt.').waitFor();
    const { tab } = await world.openTab('direktor', `project:${id}`);
    await tab.getByRole('link', { name: 'Aftale.pdf' }).first().waitFor();
    expect(await tab.locator(chooser).count()).toBe(0);
  });
});
