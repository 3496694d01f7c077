// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectReply, RequestReply } from '#shared/contract/api.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import { fields } from '#shared/domain/fieldRights.ts';
import { actions } from '#shared/domain/permissions.ts';
import type { Project } from '#shared/domain/project.ts';
import { gateAhead } from '#shared/domain/project.ts';
import { missingFor, restsOnCount } from '#shared/domain/readiness.ts';
import { type Step, type StepCode, stepCodes, stepsBefore } from '#shared/domain/steps.ts';
import {
  changesFunding,
  fieldsOf,
  poolsFor,
  withAsk,
  withShare,
} from '../../tabs/project/moneyDraft.ts';
import { ProjectPage } from '../../tabs/project/ProjectPage.tsx';
import { nowAndNext } from '../../tabs/project/shapeNow.ts';
import { noBenefits } from '../builders/benefit.ts';
import { nothingAsked } from '../builders/inquiry.ts';
import { noReports } from '../builders/report.ts';
import { aProject, aReader, aView, consultant } from '../builders/request.ts';
import { type Call, show } from '../worlds/tabs/screen.tsx';

const nbsp = '\u00a0';
const areaIds = defaultAreas.map((area) => area.id);

const stepDone = (code: StepCode): Step => ({
  id: code,
  projectId: 'mundhygiejne',
  code,
  done: true,
  doneByName: '',
  doneAt: null,
  responsible: '',
  responsibleId: null,
  due: null,
  link: 'https://viborg.sharepoint.example/papir.docx',
  version: '',
  minutes: null,
  note: '',
  files: [],
  lastChange: null,
});

/** The reply as the server makes it: gate, what is missing and who decides follow the project. */
const replyFor = (given: Partial<Project>, open: RequestReply | null = null): ProjectReply => {
  const project = aProject({ phase: 'idea', ...given });
  const gate = gateAhead(project);
  const routing = gate ? deciderOf({ ...project, commonGranted: false }, gate, areaIds) : null;
  const steps = stepsBefore('gate1').map(stepDone);
  const byCode = new Map(steps.map((step) => [step.code, step]));
  return {
    asOf: '2026-11-23T09:42:00Z',
    project,
    stuck: null,
    reports: noReports,
    revision: '"1"',
    steps,
    gate,
    missing: gate ? missingFor(project, gate, byCode) : [],
    restsOn: gate ? restsOnCount(gate) : 0,
    routing: routing?.ok ? routing.value : null,
    pools: [],
    commonGranted: false,
    appetite: null,
    open,
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

const anOpen = (gate: 'gate1' | 'funding' = 'gate1'): RequestReply => {
  const view = aView({ request: { gate } });
  const reader = aReader(view, consultant);
  return { view, reader, waits: null, unreached: [], handOn: ['chefgruppe'] };
};

const open = (reply: ProjectReply): Call[] =>
  show(<ProjectPage id={reply.project.id} section="" />, (call) => {
    if (call.path.startsWith('/api/stories')) return { body: { stories: [] } };
    return call.path.endsWith('/history')
      ? { body: { entries: [], holds: true } }
      : { body: reply };
  });

const edit = async (section: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: `Ret: ${section}` }));
};

afterEach(() => {
  cleanup();
  // What was typed and given up by nobody stays on the device.
  localStorage.clear();
});

describe('now and next', () => {
  const shaped = (reply: ProjectReply, days = 3) => {
    const { now, next } = nowAndNext(reply, defaultAreas, () => days);
    return [now.text, next.text].map((text) => text.replaceAll(nbsp, ' '));
  };

  it('says how much is missing, and whom it is for', () => {
    expect(shaped(replyFor({ ownerId: null, purpose: '' }))).toEqual([
      '2 ting mangler til Gate 1',
      'Send til Chef, Omsorg',
    ]);
    expect(shaped(replyFor({ leadArea: null }))[1]).toBe('Næste skridt er ikke skrevet endnu');
  });

  it('says that all is ready, and whom to send it to', () => {
    expect(shaped(replyFor({}))).toEqual(['Alt er klar til Gate 1', 'Send til Chef, Omsorg']);
  });

  it('says who has had it, and for how long', () => {
    const reply = replyFor({ waitsFor: 'Leverandøren' }, anOpen());
    expect(shaped(reply)).toEqual(['Venter på Chef, Omsorg · 3 dage', 'Svaret på Gate 1']);
    expect(shaped(reply, 0)[0]).toBe('Venter på Chef, Omsorg');
  });

  it('says that it waits for the reader, and leads to where it is answered', async () => {
    const request: RequestReply = { ...anOpen(), waits: 'answer' };
    const reply = replyFor({ waitsFor: 'Leverandøren' }, request);
    expect(shaped(reply)[0]).toBe('Venter på dig · 3 dage');
    open(reply);
    const answer = await screen.findByRole('link', { name: 'Svar nu' });
    expect(answer.getAttribute('href')).toBe(`#/beslutning/${request.view.request.id}`);
  });

  it('offers nobody else to answer', async () => {
    open(replyFor({}, anOpen()));
    await screen.findByText('Svaret på Gate 1');
    expect(screen.queryByRole('link', { name: 'Svar nu' })).toBeNull();
  });

  it('says which owner or chef is asked before the gate, whatever people wrote', () => {
    const asked = { whom: 'Chef, Omsorg', since: '2026-11-20T09:00:00Z' };
    const reply = { ...replyFor({ waitsFor: 'Leverandøren', nextStep: 'Workshop' }), asked };
    expect(shaped(reply)).toEqual(['Venter på Chef, Omsorg · 3 dage', 'Workshop']);
    expect(shaped({ ...reply, open: anOpen() }, 0)[0]).toBe('Venter på Chef, Omsorg');
  });

  it('lets what people wrote come first', () => {
    expect(shaped(replyFor({ waitsFor: 'Leverandøren', nextStep: 'Workshop' }))).toEqual([
      'Venter på Leverandøren',
      'Workshop',
    ]);
  });

  it('never speaks of a gate to a project that has none', () => {
    expect(shaped(replyFor({ type: 'skal', askOre: null }))).toEqual([
      'Ingen venter på noget lige nu',
      'Næste skridt er ikke skrevet endnu',
    ]);
    expect(shaped(replyFor({ type: 'skal' }))[0]).toBe('Alt er klar til bevilling');
    expect(shaped(replyFor({ type: 'skal' }, anOpen('funding')))[1]).toBe('Svaret på bevillingen');
  });
});

describe('a paper that was written elsewhere', () => {
  const title = 'Idébeskrivelse';
  const line = {
    paper: 'ideaDescription',
    version: null,
    hasDraft: false,
    isOutside: true,
  } as const;
  const boundTo = { gate: 'gate1', named: 'version 2', isOpen: true } as const;

  it('is one line, which leads there and says the gate it is bound to', async () => {
    const reply = replyFor({}, anOpen());
    const steps = reply.steps.map((step) =>
      step.code === 'ideaDescription'
        ? { ...step, link: 'https://eksempel.dk/papir', version: 'version 2' }
        : step,
    );
    open({ ...reply, steps, papers: [{ ...line, boundTo }] });
    const papers = await screen.findByRole('region', { name: 'Papirer' });
    const links = [...papers.querySelectorAll('a')].filter(({ textContent }) =>
      textContent?.includes(title),
    );
    expect(links.map(({ href }) => href)).toEqual(['https://eksempel.dk/papir']);
    expect(papers.textContent?.replaceAll(nbsp, ' ')).toContain('version 2 er bundet til Gate 1');
    expect(papers.textContent).not.toContain('ikke begyndt');
  });
});

describe('the shares while they are written', () => {
  const draft = fieldsOf(aProject());

  it('lets one pool follow the amount, also after the amount was away', () => {
    expect(withAsk(draft, 50_000_00).shares).toEqual([{ pool: 'area:omsorg', ore: 50_000_00 }]);
    const away = { ...draft, askOre: null };
    expect(withAsk(away, 1_00).shares).toEqual([{ pool: 'area:omsorg', ore: 1_00 }]);
    const less = { ...draft, askOre: 60_000_00 };
    expect(withAsk(less, 50_000_00).shares).toBeUndefined();
  });

  it('lets two pools share what is asked for', () => {
    const two = {
      ...draft,
      shares: [...draft.shares, { pool: 'common' as const, ore: 0 }],
    };
    expect(withShare(two, 1, 15_000_00).shares).toEqual([
      { pool: 'area:omsorg', ore: 30_000_00 },
      { pool: 'common', ore: 15_000_00 },
    ]);
    const apart = { ...two, askOre: 90_000_00 };
    expect(withShare(apart, 1, 15_000_00).shares?.[0]?.ore).toBe(45_000_00);
  });

  it('offers each pool once, the project\u2019s own first', () => {
    expect(poolsFor(defaultAreas, 'omsorg', [], null)[0]).toBe('area:omsorg');
    const rest = poolsFor(defaultAreas, 'omsorg', draft.shares, null);
    expect(rest).not.toContain('area:omsorg');
    expect(rest).toHaveLength(defaultAreas.length);
    expect(poolsFor(defaultAreas, 'omsorg', draft.shares, 'area:omsorg')).toContain('area:omsorg');
  });

  it('knows what asks anew', () => {
    expect(changesFunding(aProject(), draft)).toBe(false);
    expect(changesFunding(aProject(), { ...draft, budgetOre: 1_00 })).toBe(false);
    expect(changesFunding(aProject(), { ...draft, askOre: 1_00 })).toBe(true);
  });
});

describe('a project without gates', () => {
  it('is offered money in one line, and does not hear of gates', async () => {
    open(replyFor({ type: 'skal', askOre: null, phase: 'trial' }));
    expect(await screen.findByText(/Vil projektet have penge fra en pulje\?/)).toBeDefined();
    await edit('Penge');
    expect(screen.getByRole('textbox', { name: /Projektet beder om/ })).toBeDefined();
    expect(document.body.textContent).not.toMatch(/gate|næste fase koster/i);
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('sends its funding to whoever decides', async () => {
    const reply = replyFor({ type: 'skal', phase: 'trial' });
    const calls = open(reply);
    expect(await screen.findByRole('heading', { name: 'Før bevilling' })).toBeDefined();
    expect(screen.getByText('Chef, Omsorg beslutter')).toBeDefined();
    expect(document.body.textContent).not.toMatch(/gate/i);
    fireEvent.click(screen.getByRole('button', { name: 'Send til bevilling' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'POST')).toMatchObject({
        path: '/api/projects/mundhygiejne/requests',
        body: { gate: 'funding' },
      }),
    );
  });

  it('shows the open request and how to steer it', async () => {
    open(replyFor({ type: 'skal', phase: 'trial' }, anOpen('funding')));
    expect(await screen.findByText('Hvem beslutter bevillingen')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Træk tilbage' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Send videre' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Send til bevilling' })).toBeNull();
  });
});

describe('choosing who pays', () => {
  const pool = (): HTMLElement => screen.getByRole('combobox', { name: 'Pulje' });

  it('says at once who will decide', async () => {
    open(replyFor({}));
    await edit('Penge');
    expect(screen.getByText(/Det er de samme, der beslutter/)).toBeDefined();
    fireEvent.change(pool(), { target: { value: 'common' } });
    expect(
      screen.getByText(/Chefgruppen beslutter, fordi pengene kommer fra fællespuljen/),
    ).toBeDefined();
    expect(screen.queryByText(/Sagen er sendt/)).toBeNull();
  });

  it('splits between pools, and says that both chefs decide', async () => {
    const calls = open(replyFor({}));
    await edit('Penge');
    fireEvent.click(screen.getByRole('button', { name: 'Tilføj en pulje' }));
    const [, second] = screen.getAllByRole('combobox', { name: 'Pulje' });
    if (second) fireEvent.change(second, { target: { value: 'area:social' } });
    const [, share] = screen.getAllByRole('textbox', { name: 'Andel' });
    if (share) fireEvent.change(share, { target: { value: '15.000' } });
    expect(screen.getByText(/Chef, Omsorg og Chef, Social beslutter/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'PATCH')?.body).toMatchObject({
        changes: {
          shares: [
            { pool: 'area:omsorg', ore: 3_000_000 },
            { pool: 'area:social', ore: 1_500_000 },
          ],
        },
      }),
    );
  });

  it('says that an open request is asked anew, when the money changes', async () => {
    open(replyFor({}, anOpen()));
    await edit('Penge');
    expect(screen.queryByText(/Sagen er sendt/)).toBeNull();
    fireEvent.change(pool(), { target: { value: 'common' } });
    expect(screen.getByText(/Sagen er sendt\. Når du gemmer, spørges der på ny/)).toBeDefined();
  });
});
