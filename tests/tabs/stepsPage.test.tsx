// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultStepTemplates, type StepTemplates } from '#shared/domain/stepTemplates.ts';
import { StepsPage } from '../../tabs/steps/StepsPage.tsx';
import { type Call, show } from '../worlds/tabs/screen.tsx';

afterEach(cleanup);

const off: StepTemplates = {
  steps: { schedule: { name: '', off: true, link: '' } },
  order: {},
};
const change = {
  ...{ before: defaultStepTemplates, after: off, byName: 'Konsulent', at: '2026-11-23T09:00:00Z' },
};

type Sent = { readonly seen: StepTemplates; readonly templates: StepTemplates };
const sentIn = (calls: readonly Call[]): readonly Sent[] =>
  calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body as Sent);

/** The server takes what it is sent, unless it says otherwise. */
const shown = (
  given: {
    readonly may?: 'changeSettings'[];
    readonly patch?: (sent: Sent) => { readonly status?: number; readonly body: unknown } | null;
  } = {},
) =>
  show(
    <StepsPage />,
    ({ method, path, body }) => {
      if (path.endsWith('/changes')) return { body: { changes: [change] } };
      if (method === 'GET') return { body: { templates: off } };
      const sent = body as Sent;
      return given.patch?.(sent) ?? { body: { templates: sent.templates } };
    },
    { may: given.may ?? ['changeSettings'] },
  );

const phase = async (name: string) => within(await screen.findByRole('group', { name }));

describe('the page of the steps', () => {
  it('names, moves and adds to them, and sends what was seen and what it is to be', async () => {
    const calls = shown();
    const trial = await phase('AFPRØVNING');
    fireEvent.change(trial.getByLabelText('Jeres eget trin'), {
      target: { value: 'Spørg pårørenderådet' },
    });
    fireEvent.click(trial.getByRole('button', { name: 'Flyt op: Spørg pårørenderådet' }));
    await screen.findByText(/Spørg pårørenderådet er nu nummer \d+ af \d+\./);
    fireEvent.click(screen.getByRole('button', { name: 'Gem trinnene' }));
    await screen.findByText('Trinnene er gemt.');
    const [sent] = sentIn(calls);
    expect(sent?.seen).toEqual(off);
    expect(sent?.templates.steps['trialOwn']?.name).toBe('Spørg pårørenderådet');
    expect(sent?.templates.steps['schedule']).toEqual(off.steps.schedule);
    expect(sent?.templates.order['trial']?.at(-2)).toBe('trialOwn');
  });

  it('does not take out what a gate rests on, and says why', async () => {
    shown();
    const idea = await phase('IDÉ');
    const kept = idea.getByRole('switch', { name: 'Bruges: Idébeskrivelse' });
    expect((kept as HTMLInputElement).disabled).toBe(true);
    idea.getAllByText('Gaten hviler på det, så det kan ikke tages ud.');
  });

  it('keeps what was typed when somebody was faster, and saves on what is there now', async () => {
    let late = true;
    const theirs: StepTemplates = { steps: {}, order: {} };
    const calls = shown({
      patch: () => {
        if (!late) return null;
        late = false;
        const error = { code: 'changed', message: 'En anden har ændret det samme imens.' };
        return { status: 409, body: { error, current: theirs } };
      },
    });
    const idea = await phase('UNDERSØGELSE');
    const field = idea.getByLabelText('Tidsplan for undersøgelsen') as HTMLInputElement;
    fireEvent.change(field, { target: { value: 'Plan' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem trinnene' }));
    await screen.findByText(/står her stadig/);
    expect(field.value).toBe('Plan');
    fireEvent.click(screen.getByRole('button', { name: 'Gem trinnene' }));
    await screen.findByText('Trinnene er gemt.');
    expect(sentIn(calls).map(({ seen }) => seen)).toEqual([off, theirs]);
  });

  it('takes one change back, from what it made to what was before', async () => {
    const calls = shown();
    await screen.findByText(/Konsulent tog »Tidsplan for undersøgelsen« ud/);
    fireEvent.click(screen.getByRole('button', { name: /^Fortryd det, Konsulent ændrede/ }));
    await screen.findByText('Ændringen er fortrudt.');
    expect(sentIn(calls)).toEqual([{ seen: off, templates: defaultStepTemplates }]);
  });

  it('stands still for everybody else', async () => {
    shown({ may: [] });
    await screen.findByText(/Konsulent tog/);
    for (const name of [/^Flyt/, /^Fortryd/, /^Gem/])
      expect(screen.queryAllByRole('button', { name })).toEqual([]);
    expect(screen.getAllByRole('switch').every((one) => one.hasAttribute('disabled'))).toBe(true);
  });
});
