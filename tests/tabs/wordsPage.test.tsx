// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { defaultImportWords } from '#shared/domain/importWords.ts';
import { WordsPage } from '../../tabs/words/WordsPage.tsx';
import { show } from '../worlds/tabs/screen.tsx';

afterEach(cleanup);

const reply = { revision: 'r1', words: defaultImportWords, areas: defaultAreas };

describe('the page of words for imports', () => {
  it('shows a field for each meaning, and sends all of it on the revision that was read', async () => {
    const calls = show(<WordsPage />, ({ method }) => ({
      body: method === 'GET' ? reply : { ...reply, revision: 'r2' },
    }));
    const field = (await screen.findByLabelText('Omsorg')) as HTMLTextAreaElement;
    expect(field.value).toContain('Ældre og omsorg');
    fireEvent.change(field, { target: { value: `${field.value}\n Fjernområdet \n` } });
    fireEvent.change(screen.getByLabelText('Ord for'), { target: { value: 'status' } });
    expect(screen.getByLabelText('Afprøvning')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await screen.findByText(/Ordene er gemt/);
    const sent = calls.find(({ method }) => method === 'PATCH')?.body as typeof reply;
    expect(sent.revision).toBe('r1');
    expect(sent.words.area['omsorg']).toContain('Fjernområdet');
    expect(sent.words.status).toEqual(defaultImportWords.status);
  });

  it('keeps what was typed when somebody was faster, and saves it beside what they have changed', async () => {
    let late = true;
    const theirs = { ...defaultImportWords.area, social: ['Deres ord'] };
    const current = { ...reply, revision: 'r2', words: { ...defaultImportWords, area: theirs } };
    const calls = show(<WordsPage />, ({ method }) => {
      if (method === 'GET') return { body: reply };
      if (!late) return { body: { ...reply, revision: 'r3' } };
      late = false;
      const error = {
        code: 'changed',
        message: 'En anden har ændret ordene imens. Intet er gemt.',
      };
      return { status: 409, body: { error, current } };
    });
    const field = (await screen.findByLabelText('Omsorg')) as HTMLTextAreaElement;
    fireEvent.change(field, { target: { value: 'Mit ord' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await screen.findByText(/står her stadig/);
    expect(field.value).toBe('Mit ord');
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(screen.getByText(/Ordene er gemt/)).toBeTruthy());
    const sent = calls
      .filter(({ method }) => method === 'PATCH')
      .map(({ body }) => body as typeof reply);
    expect(sent.map(({ revision }) => revision)).toEqual(['r1', 'r2']);
    expect(sent[1]?.words.area).toMatchObject({ omsorg: ['Mit ord'], social: ['Deres ord'] });
  });
});
