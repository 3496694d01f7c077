import { describe, expect, it } from 'vitest';
import { cardIn, labelsOf, newestCard, pressLabel } from '../worlds/browser/cards.ts';
import { followed, pageOf, readyAt, send, until } from '../worlds/browser/portfolio.ts';
import { World } from '../worlds/browser/world.ts';

const world = World.ofFile();

const common = { common: 2_000 };
const twoAreas = { 'area:omsorg': 1_000, 'area:social': 1_000 };

type Case = {
  readonly gate: 'gate1' | 'gate2' | 'gate3';
  readonly label: string;
  readonly phase: string;
  readonly status: string;
  readonly shares?: Readonly<Record<string, number>>;
  readonly verySmall?: true;
  readonly comment?: string;
  /** The answer to the one more choice that Nytænk leads to. */
  readonly oneMore?: string;
  readonly spread?: true;
  readonly rethink?: true;
};

const why = 'Der er for lidt at hente.';

const cases: readonly (Case & { readonly outcome: string })[] = [
  {
    gate: 'gate1',
    label: 'Videre til undersøgelse',
    outcome: 'investigate',
    phase: 'investigation',
    status: 'active',
  },
  {
    gate: 'gate1',
    label: 'Direkte til afprøvning',
    outcome: 'fastTrack',
    phase: 'trial',
    status: 'active',
    verySmall: true,
    comment: why,
  },
  {
    gate: 'gate1',
    label: 'Stop idéen',
    outcome: 'stop',
    phase: 'idea',
    status: 'stopped',
    comment: why,
  },
  { gate: 'gate2', label: 'Til afprøvning', outcome: 'trial', phase: 'trial', status: 'active' },
  {
    gate: 'gate2',
    label: 'Tilbage til undersøgelse',
    outcome: 'backToInvestigation',
    phase: 'investigation',
    status: 'active',
    comment: why,
  },
  {
    gate: 'gate2',
    label: 'Stop projektet',
    outcome: 'stop',
    phase: 'investigation',
    status: 'stopped',
    comment: why,
  },
  {
    gate: 'gate3',
    label: 'Sæt i drift',
    outcome: 'operate',
    phase: 'operation',
    status: 'operating',
  },
  {
    gate: 'gate3',
    label: 'Sæt i drift og spred',
    outcome: 'operate',
    phase: 'spread',
    status: 'operating',
    spread: true,
  },
  {
    gate: 'gate3',
    label: 'Nytænk',
    oneMore: 'Nej, kun nytænk',
    outcome: 'rethink',
    phase: 'trial',
    status: 'closed',
  },
  {
    gate: 'gate3',
    label: 'Nytænk',
    oneMore: 'Ja, i drift og nytænk',
    outcome: 'operate',
    phase: 'operation',
    status: 'operating',
    rethink: true,
  },
  {
    gate: 'gate3',
    label: 'Stop projektet',
    outcome: 'stop',
    phase: 'trial',
    status: 'stopped',
    comment: why,
  },
];

const nameOf = (one: Case): string =>
  [one.gate, one.label, one.oneMore].filter(Boolean).join(' · ');

/** Decision, project and history as SharePoint keeps them. */
const keptOf = async (requestId: string, projectId: string) => ({
  decision: await world.graph.row('Decisions', requestId),
  project: await world.graph.row('Projects', projectId),
  history: await world.graph.history(projectId),
});

const settled = async (projectId: string, phase: string, status: string): Promise<void> =>
  until(async () => {
    const { project } = await pageOf(world, projectId);
    return project.phase === phase && project.status === status;
  });

describe('the outcomes of the gates', () => {
  it.each(cases.map((one) => [nameOf(one), one] as const))('%s', async (title, one) => {
    const id = await readyAt(world, one.gate, {
      title,
      shares: one.shares ?? (one.gate === 'gate3' ? {} : { 'area:omsorg': 1_000 }),
      ...(one.verySmall ? { verySmall: true } : {}),
    });
    const requestId = await send(world, id, one.gate);
    const card = await newestCard(world, 'chef.omsorg', requestId);
    let pressed = await pressLabel(world, 'chef.omsorg', card, one.label, one.comment);
    if (one.oneMore !== undefined)
      pressed = await pressLabel(world, 'chef.omsorg', cardIn(card, pressed), one.oneMore);
    expect(pressed.card).toContain('Du besluttede: ');
    await settled(id, one.phase, one.status);
    await followed(world, requestId);
    // Each server may write a part of what follows: the order in which it comes is not promised.
    await until(async () => {
      const { kinds } = (await keptOf(requestId, id)).history;
      return ['requested', 'ended', 'moved'].every((kind) => kinds.includes(kind));
    });
    const kept = await keptOf(requestId, id);
    expect(kept.decision).toMatchObject({
      Outcome: one.outcome,
      Ending: 'decided',
      Gate: one.gate,
      Comment: one.comment ?? '',
      Spread: one.spread ?? false,
      Rethink: one.rethink ?? false,
      Seat: 'omsorg',
    });
    expect(kept.project).toMatchObject({ Phase: one.phase, Status: one.status });
    expect(kept.history.holds).toBe(true);
    const { children } = await pageOf(world, id);
    expect(children).toHaveLength(one.label === 'Nytænk' ? 1 : 0);
  });
});

describe('several deciders', () => {
  it('asks both paying chefs, and is decided when they agree', async () => {
    const title = 'To områder betaler';
    const id = await readyAt(world, 'gate1', { title, shares: twoAreas });
    const requestId = await send(world, id, 'gate1');
    const first = await newestCard(world, 'chef.omsorg', requestId);
    expect(JSON.stringify(first.card)).toContain('Du beslutter sammen med Chef, Social');
    await pressLabel(world, 'chef.omsorg', first, 'Videre til undersøgelse');
    expect((await pageOf(world, id)).project.phase).toBe('idea');
    const second = await newestCard(world, 'chef.social', requestId);
    await pressLabel(world, 'chef.social', second, 'Videre til undersøgelse');
    await settled(id, 'investigation', 'active');
    const { decision } = await keptOf(requestId, id);
    expect(decision).toMatchObject({ Outcome: 'investigate', Ending: 'decided' });
    const positions = await world.graph.rows('Positions', 'RequestId', requestId);
    expect(positions.map((row) => row['Seat']).sort()).toEqual(['omsorg', 'social']);
  });

  it('stops when one of two paying chefs stops', async () => {
    const title = 'Den ene af to stopper';
    const id = await readyAt(world, 'gate1', { title, shares: twoAreas });
    const requestId = await send(world, id, 'gate1');
    const card = await newestCard(world, 'chef.social', requestId);
    await pressLabel(world, 'chef.social', card, 'Stop idéen', why);
    await settled(id, 'idea', 'stopped');
  });

  it('is decided when all of the chefgruppe agree', async () => {
    const title = 'Chefgruppen er enig her';
    const id = await readyAt(world, 'gate2', { title, shares: common });
    const requestId = await send(world, id, 'gate2');
    for (const chef of ['chef.social', 'chef.sundhed', 'chef.omsorg']) {
      const card = await newestCard(world, chef, requestId, 'groupChat');
      await pressLabel(world, chef, card, 'Til afprøvning');
    }
    await settled(id, 'trial', 'active');
    await until(async () => {
      const seen = await newestCard(world, 'chef.social', requestId, 'groupChat');
      return JSON.stringify(seen.card).includes('Chefgruppen er enig: ');
    });
    expect((await keptOf(requestId, id)).decision).toMatchObject({
      Outcome: 'trial',
      AtMeeting: false,
    });
  });

  it('waits for the meeting when they differ, and a consultant records what it decided', async () => {
    const title = 'Chefgruppen er uenig her';
    const id = await readyAt(world, 'gate2', { title, shares: common });
    const requestId = await send(world, id, 'gate2');
    const answers = { 'chef.social': 'Til afprøvning', 'chef.omsorg': 'Stop projektet' };
    for (const [chef, label] of Object.entries(answers)) {
      const card = await newestCard(world, chef, requestId, 'groupChat');
      await pressLabel(world, chef, card, label, label.startsWith('Stop') ? why : '');
    }
    await until(async () => {
      const seen = await newestCard(world, 'chef.sundhed', requestId, 'groupChat');
      return JSON.stringify(seen.card).includes('Tages op på kvartalsstatus');
    });
    expect((await pageOf(world, id)).project.phase).toBe('investigation');
    const path = `/api/requests/${requestId}/meeting`;
    const recorded = { outcome: 'trial', comment: 'Vi begynder med ét sted.' };
    expect(await world.call('konsulent', 'POST', path, recorded)).toMatchObject({
      ...{ status: 422, reply: { error: { code: 'differs' } } },
    });
    await world.api('konsulent', 'POST', path, {
      ...recorded,
      noted: [{ seat: 'omsorg', text: 'Vil stoppe det.' }],
    });
    await settled(id, 'trial', 'active');
    expect((await keptOf(requestId, id)).decision).toMatchObject({
      Outcome: 'trial',
      AtMeeting: true,
      ByName: 'Konsulent, DigiTek',
    });
  });

  it('offers each gate’s own answers in the same order, whatever is recommended', async () => {
    const title = 'Rækkefølgen af svar';
    const id = await readyAt(world, 'gate1', { title, shares: common });
    const requestId = await send(world, id, 'gate1');
    const card = await newestCard(world, 'chef.social', requestId, 'groupChat');
    expect(labelsOf(card.card)).toEqual([
      'Videre til undersøgelse',
      'Stop idéen',
      'Tag det på mødet',
      'Spørg projektlederen',
    ]);
  });
});
