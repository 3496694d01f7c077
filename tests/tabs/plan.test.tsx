// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanReply } from '#shared/contract/plan.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { PlanPage } from '../../tabs/plan/PlanPage.tsx';
import { aPlan, aPlanReply, aPlanRow } from '../builders/plan.ts';
import { type Call, show } from '../worlds/tabs/screen.tsx';

/* The plan by keyboard, what a bar reads aloud, and what is sent when a trial is saved. */

const sms = aPlanRow({ plan: aPlan('2026-11', '2027-03', 50), lead: 'l1', owner: 'o1' });
const app = aPlanRow({
  ...{ id: 'p2', title: 'App til hverdagsstruktur', plan: aPlan('2027-01', '2027-03', 900) },
  priority: 'low',
});
const waits = aPlanRow({ id: 'p3', title: 'Borgerkort', area: 'omsorg' });

const shown = (
  rows: readonly PlanRow[] = [sms, app, waits],
  given: { reply?: Partial<PlanReply>; status?: number; body?: unknown; me?: object } = {},
): Call[] =>
  show(
    <PlanPage query="" />,
    ({ method, path }) => {
      if (method === 'GET' && path.startsWith('/api/plan'))
        return { body: aPlanReply(rows, given.reply) };
      return {
        status: given.status ?? 200,
        body: given.body ?? { changed: 1, plan: aPlanReply(rows, given.reply) },
      };
    },
    given.me ?? {},
  );

const bar = async (title: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name: new RegExp(`^${title}`) });

const press = (target: HTMLElement, key: string, more = {}): void => {
  target.focus();
  fireEvent.keyDown(target, { key, ...more });
};

const leaveTrial = async (): Promise<void> => {
  const undo = screen.queryByRole('button', { name: 'Fortryd' });
  if (undo) await act(async () => fireEvent.click(undo));
};

beforeEach(() => window.history.replaceState(null, '', '#/plan'));
afterEach(async () => {
  await leaveTrial();
  cleanup();
});

describe('a bar by keyboard', () => {
  it('moves a month with an arrow, and the page says that nothing is saved', async () => {
    const calls = shown();
    const one = await bar('SMS');
    expect(one.getAttribute('aria-label')).toContain('november\u00a02026 til marts\u00a02027, 50');
    for (const _ of [1, 2, 3]) press(one, 'ArrowRight');
    const name = 'SMS-rådgivning til unge, flytter 1 kvartal, fra november til februar';
    expect(one.getAttribute('aria-label')).toBe(name);
    expect(screen.getByText(name)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Prøve · intet er gemt' })).toBeTruthy();
    expect(calls.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('stretches with Shift, and Escape puts it back', async () => {
    shown();
    const one = await bar('SMS');
    press(one, 'ArrowRight', { shiftKey: true });
    expect(one.getAttribute('aria-label')).toContain('slutter 1 måned senere, i april');
    press(one, 'Escape');
    expect(one.getAttribute('aria-label')).toContain('november\u00a02026 til marts\u00a02027');
    expect(screen.getByText('Intet er ændret endnu.')).toBeTruthy();
  });

  it('is one stop for Tab; arrows go from row to row, and fold a group', async () => {
    shown();
    const one = await bar('SMS');
    const stops = () => [...document.querySelectorAll('[data-stop][tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    press(one, 'ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^App/);
    expect(stops()).toEqual([document.activeElement]);
    press(document.activeElement as HTMLElement, 'Home');
    press(document.activeElement as HTMLElement, 'ArrowLeft');
    expect(screen.queryByRole('button', { name: /^SMS/ })).toBeNull();
  });
});

describe('a trial', () => {
  it('pulls a project in from the backlog, and says who must know', async () => {
    shown();
    await bar('SMS');
    fireEvent.click(screen.getByRole('button', { name: /^Backlog/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Træk Borgerkort ind i planen' }));
    expect((await bar('Borgerkort')).getAttribute('aria-label')).toContain('lægges ind');
    const rail = screen.getByRole('complementary', { name: 'Hvad nu hvis' });
    expect(within(rail).getByText('Chef, Omsorg')).toBeTruthy();
    expect(within(rail).getByText('Der er plads. Ingen flytter.')).toBeTruthy();
    expect(within(rail).queryByText('Intet venter i backlog.')).toBeTruthy();
  });

  it('with a new SKAL project shows what slides, and saves where each bar was seen', async () => {
    const calls = shown();
    await bar('SMS');
    fireEvent.click(screen.getByRole('button', { name: 'Prøv: hvad nu hvis?' }));
    fireEvent.click(screen.getByRole('button', { name: 'Nyt SKAL-projekt' }));
    fireEvent.click(screen.getByRole('button', { name: 'Læg ind' }));
    expect(screen.getByText('Skriv, hvad det hedder.')).toBeTruthy();
    const form = within(screen.getByRole('form', { name: 'Nyt SKAL-projekt' }));
    const fill = (label: string, value: string) =>
      fireEvent.change(form.getByLabelText(label), { target: { value } });
    fill('Hvad hedder det', 'EcoKnow');
    fill('Frist', '2027-04-01');
    fill('Timer i DigiTek', '400');
    fireEvent.click(form.getByRole('button', { name: 'Læg ind' }));
    expect((await bar('App')).getAttribute('aria-label')).toContain('flytter 1 kvartal');
    expect(screen.getByText(/^Gem flytter 1 projekt og opretter 1 SKAL-projekt\./)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Gem' })));
    const sent = calls.find(({ method }) => method === 'POST')?.body;
    expect(sent).toMatchObject({
      moves: [{ id: 'p2', seen: app.plan, to: aPlan('2027-04', '2027-06', 900) }],
      added: [{ title: 'EcoKnow', area: null, due: '2027-04-01' }],
    });
    expect(
      await screen.findByText('Gemt. 1 projekt ændret. De, der skal vide det, får besked.'),
    ).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Prøve · intet er gemt' })).toBeNull();
  });

  it('somebody who is to stay stays', async () => {
    shown([sms, app, aPlanRow({ id: 'p4', title: 'Ny', plan: aPlan('2027-04', '2027-06', 500) })]);
    const one = await bar('Ny');
    for (const _ of [1, 2, 3]) press(one, 'ArrowLeft');
    expect((await bar('App')).getAttribute('aria-label')).toContain('flytter 1 kvartal');
    fireEvent.click(screen.getByRole('button', { name: 'Lad App til hverdagsstruktur stå' }));
    expect((await bar('App')).getAttribute('aria-label')).not.toContain('flytter');
    expect(screen.getByText(/^Januar har stadig/)).toBeTruthy();
  });

  it('that was overtaken stays on the screen, with what the server says', async () => {
    const message = 'Planen er ændret kl.\u00a010.51. Regn igen.';
    shown([sms], { status: 409, body: { error: { code: 'changed', message } } });
    press(await bar('SMS'), 'ArrowRight');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Gem' })));
    expect(await screen.findByText(/^Planen er ændret kl\..10\.51\. Regn igen\.$/)).toBeTruthy();
    expect((await bar('SMS')).getAttribute('aria-label')).toContain('flytter 1 måned');
  });
});

describe('somebody who may not save', () => {
  const me = { id: 'l1', may: ['seePortfolio'] };

  it('may try, and propose what they lead', async () => {
    const calls = shown([sms, app], { me });
    press(await bar('SMS'), 'ArrowRight');
    expect(screen.queryByRole('button', { name: 'Gem' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Hvorfor'), { target: { value: 'Ferie' } });
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Send som forslag' })),
    );
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/plan/proposals',
      body: { type: 'propose', why: 'Ferie', moves: [{ id: 'p1', seen: sms.plan }] },
    });
  });

  it('may try what others lead, and only that', async () => {
    shown([sms, app], { me });
    press(await bar('App'), 'ArrowRight');
    expect(screen.queryByRole('button', { name: 'Send som forslag' })).toBeNull();
    expect(screen.getByText(/^Du kan prøve/)).toBeTruthy();
  });
});

describe('what nobody has planned', () => {
  it('is shown as a suggestion, counted beside, and saved only when somebody says so', async () => {
    const row = aPlanRow({ id: 'p5', title: 'Zeno', status: 'active', since: '2026-11' });
    shown([row]);
    const one = await bar('Zeno');
    expect(one.getAttribute('aria-label')).toMatch(
      /^Zeno, ikke planlagt, forslag november\u00a02026/,
    );
    expect(screen.getByText('1 i gang uden plan')).toBeTruthy();
    expect(screen.getAllByText(/i forslag$/).length).toBeGreaterThan(0);
    fireEvent.click(one);
    fireEvent.click(screen.getByRole('button', { name: 'Brug forslaget til Zeno' }));
    expect((await bar('Zeno')).getAttribute('aria-label')).toContain('lægges ind');
  });
});

describe('many projects', () => {
  it('only those in sight are mounted', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      aPlanRow({ id: `m${at}`, title: `Projekt ${at}`, plan: aPlan('2026-11', '2027-03', 1) }),
    );
    shown(many);
    await bar('Projekt 0,');
    expect(document.querySelectorAll('[data-stop]').length).toBeLessThan(60);
    expect(document.querySelectorAll('main *').length).toBeLessThan(2_000);
  });
});
