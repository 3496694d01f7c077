// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultPaperTemplates } from '#shared/domain/papers/template.ts';
import { TemplatesPage } from '../../tabs/papers/TemplatesPage.tsx';
import { show } from '../worlds/tabs/screen.tsx';

afterEach(cleanup);

const reply = { revision: 'r1', templates: defaultPaperTemplates };
const named = {
  ...defaultPaperTemplates,
  ideaDescription: { headings: { what: 'Hvad går I med?' }, helps: {}, off: [] },
};
const change = {
  ...{
    before: defaultPaperTemplates,
    after: named,
    byName: 'Konsulent',
    at: '2026-11-23T09:00:00Z',
  },
};

const shown = (may: readonly 'changeSettings'[] = ['changeSettings'], templates = named) =>
  show(
    <TemplatesPage />,
    ({ method, path }) => {
      if (path.endsWith('/changes')) return { body: { changes: [change] } };
      return { body: method === 'GET' ? { ...reply, templates } : { ...reply, revision: 'r2' } };
    },
    { may: [...may] },
  );

type Sent = { readonly revision: string; readonly templates: typeof named };
const sentIn = (calls: ReturnType<typeof show>): Sent =>
  calls.find(({ method }) => method === 'PATCH')?.body as Sent;

describe('the page of what papers ask', () => {
  it('moves a question, adds one of one’s own, and sends both on the revision that was read', async () => {
    const calls = shown();
    fireEvent.click(await screen.findByRole('button', { name: 'Flyt ned: CE-mærke' }));
    await screen.findByText('CE-mærke er nu nummer 2 af 6.');
    fireEvent.click(screen.getByRole('button', { name: 'Tilføj ja eller nej: Tjekliste' }));
    const [field] = await screen.findAllByLabelText('Jeres eget spørgsmål');
    if (field) fireEvent.change(field, { target: { value: 'Er pårørenderådet hørt?' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem skabelonerne' }));
    await screen.findByText('Skabelonerne er gemt.');
    const { revision, templates } = sentIn(calls);
    expect(revision).toBe('r1');
    expect(templates.ideaDescription).toMatchObject({
      ...{ own: { ownAnswer1: 'checklist' }, headings: { ownAnswer1: 'Er pårørenderådet hørt?' } },
      order: { checklist: ['mdr', 'ce', 'security', 'elsewhere', 'doubleWork', 'coherence'] },
    });
  });

  it('does not switch off what a gate rests on, and says why; the rest it does', async () => {
    const calls = shown();
    const kept = await screen.findByRole('switch', { name: 'Spørges der om: CE-mærke' });
    expect((kept as HTMLInputElement).disabled).toBe(true);
    expect(screen.getAllByText('Gate 1 hviler på det, så det kan ikke slås fra.').length).toBe(10);
    fireEvent.click(
      screen.getByRole('switch', { name: /^Spørges der om: Laver andre enheder det samme/ }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Gem skabelonerne' }));
    await screen.findByText('Skabelonerne er gemt.');
    expect(sentIn(calls).templates.ideaDescription.off).toEqual(['doubleWork']);
  });

  it('takes one change back', async () => {
    const calls = shown();
    await screen.findByText(/Konsulent kaldte »Hvad er idéen\?« for »Hvad går I med\?«/);
    fireEvent.click(screen.getByRole('button', { name: /^Fortryd det, Konsulent ændrede/ }));
    await screen.findByText('Ændringen er fortrudt.');
    expect(sentIn(calls).templates.ideaDescription.headings).toEqual({});
  });

  it('stands still for everybody else', async () => {
    shown([]);
    await screen.findByText(/Konsulent kaldte/);
    for (const name of [/^Flyt/, /^Tilføj/, /^Fortryd/, /^Gem/])
      expect(screen.queryAllByRole('button', { name })).toEqual([]);
  });
});
