// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectReply } from '#shared/contract/api.ts';
import { fields } from '#shared/domain/fieldRights.ts';
import { actions } from '#shared/domain/permissions.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor, restsOnCount } from '#shared/domain/readiness.ts';
import { stepCodes } from '#shared/domain/steps.ts';
import { ProjectPage } from '../../tabs/project/ProjectPage.tsx';
import { noBenefits } from '../builders/benefit.ts';
import { nothingAsked } from '../builders/inquiry.ts';
import { noReports } from '../builders/report.ts';
import { aProject } from '../builders/request.ts';
import { type Answers, type Call, show } from '../worlds/tabs/screen.tsx';

const aProjectReply = (given: Partial<Project> = {}, revision = '"1"'): ProjectReply => {
  const project = aProject({ phase: 'idea', status: 'active', ...given });
  return {
    asOf: '2026-11-23T09:42:00Z',
    project,
    stuck: null,
    reports: noReports,
    revision,
    steps: [],
    gate: 'gate1',
    missing: missingFor(project, 'gate1', new Map()),
    restsOn: restsOnCount('gate1'),
    routing: {
      decider: { type: 'chef', seats: ['omsorg'] },
      why: { type: 'ownPool', leadArea: 'omsorg' },
    },
    pools: [],
    commonGranted: false,
    appetite: null,
    open: null,
    approval: null,
    chefComment: null,
    interest: null,
    inquiries: nothingAsked,
    benefits: noBenefits,
    visit: null,
    asked: null,
    unreached: [],
    decisions: [],
    may: actions,
    mayChange: fields,
    mayTick: stepCodes,
    mayPlan: [],
    writesDown: [],
    parent: null,
    children: [],
    followers: [],
    units: [],
    maySpread: false,
    family: null,
    lessons: [],
    papers: [],
    resting: [],
  };
};

const server =
  (reply: ProjectReply, write: (call: Call) => { status?: number; body: unknown }): Answers =>
  (call) => {
    if (call.method !== 'GET') return write(call);
    if (call.path.startsWith('/api/stories')) return { body: { stories: [] } };
    return { body: call.path.endsWith('/history') ? { entries: [], holds: true } : reply };
  };

const writes = (calls: readonly Call[]): readonly Call[] =>
  calls.filter((call) => call.method !== 'GET');

const page = <ProjectPage id="mundhygiejne" section="" />;

afterEach(() => {
  cleanup();
  // What was typed and given up by nobody stays on the device.
  localStorage.clear();
});

describe('the project page', () => {
  it('shows a line for each thing it counts as ready', async () => {
    const reply = aProjectReply();
    show(
      page,
      server({ ...reply, missing: [] }, () => ({ body: reply })),
    );
    const all = restsOnCount('gate1');
    expect(await screen.findByText(new RegExp(`${all} af ${all}\\sklar`))).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: `Vis ${all - 5} mere, der er klar` }));
    const list = screen.getByText('Formålet er skrevet').closest('ul');
    expect(list?.querySelectorAll('li')).toHaveLength(all);
  });

  it('names what is missing and will not send before it is there', async () => {
    const reply = aProjectReply({ purpose: '' });
    const calls = show(
      page,
      server(reply, () => ({ body: reply })),
    );
    expect(await screen.findByText(/Skriv formålet i én sætning/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Send Gate/ }));
    expect(writes(calls)).toHaveLength(0);
    expect(screen.getByText(`${reply.missing.length} ting mangler`)).toBeDefined();
  });

  it('ticks a step with one tap', async () => {
    const reply = aProjectReply();
    const calls = show(
      page,
      server(reply, () => ({ body: reply })),
    );
    const row = (await screen.findByText('DigiTek-møde om idéen')).closest('li');
    fireEvent.click(row?.querySelector('button') ?? document.body);
    await waitFor(() => expect(writes(calls)).toHaveLength(1));
    expect(writes(calls)[0]).toMatchObject({
      method: 'PATCH',
      path: '/api/projects/mundhygiejne/steps/ideaMeeting',
      body: { done: true },
    });
  });

  it('sends only what was changed, on the revision it was changed on', async () => {
    const reply = aProjectReply({ askOre: null, shares: [] });
    const calls = show(
      page,
      server(reply, () => ({ body: reply })),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ret: Penge' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Næste fase koster/ }), {
      target: { value: 'kr. 45.000,-' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(writes(calls)).toHaveLength(1));
    expect(writes(calls)[0]?.body).toEqual({ revision: '"1"', changes: { askOre: 4_500_000 } });
  });

  it('does not send an amount it cannot read', async () => {
    const reply = aProjectReply();
    const calls = show(
      page,
      server(reply, () => ({ body: reply })),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ret: Penge' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Næste fase koster/ }), {
      target: { value: 'ret meget' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    expect((await screen.findAllByText(/Skriv beløbet med tal/)).length).toBeGreaterThan(0);
    expect(writes(calls)).toHaveLength(0);
  });

  it('shows both texts when somebody else changed the same, and saves the one that is chosen', async () => {
    const reply = aProjectReply({ nextStep: 'Workshop' });
    const theirs = aProjectReply({ nextStep: 'Møde' }, '"2"');
    const conflict = {
      error: { code: 'changed', message: 'En anden har rettet imens.' },
      current: theirs,
      clashes: [{ field: 'nextStep', yours: 'Besøg', theirs: 'Møde' }],
    };
    let tries = 0;
    const calls = show(
      page,
      server(reply, () => {
        tries += 1;
        return tries === 1 ? { status: 409, body: conflict } : { body: theirs };
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ret: Nu og næste' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Næste skridt' }), {
      target: { value: 'Besøg' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Møde')).toBeDefined();
    expect(screen.getByText('Besøg')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Behold min tekst' }));
    await waitFor(() => expect(writes(calls)).toHaveLength(2));
    expect(writes(calls)[1]?.body).toEqual({ revision: '"2"', changes: { nextStep: 'Besøg' } });
  });

  it('saves again by itself when the row moved but these fields did not', async () => {
    const reply = aProjectReply({ nextStep: 'Workshop' });
    const moved = aProjectReply({ nextStep: 'Workshop', summary: 'Nyt' }, '"2"');
    const conflict = {
      error: { code: 'changed', message: 'En anden har rettet imens.' },
      current: moved,
      clashes: [{ field: 'nextStep', yours: 'Besøg', theirs: 'Workshop' }],
    };
    let tries = 0;
    const calls = show(
      page,
      server(reply, () => {
        tries += 1;
        return tries === 1 ? { status: 409, body: conflict } : { body: moved };
      }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ret: Nu og næste' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Næste skridt' }), {
      target: { value: 'Besøg' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(writes(calls)).toHaveLength(2));
    expect(writes(calls)[1]?.body).toMatchObject({ revision: '"2"' });
  });
});
