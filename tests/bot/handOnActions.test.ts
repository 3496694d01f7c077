import { describe, expect, it } from 'vitest';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { acted } from '../../bot/turn/actions.ts';
import { commandIn } from '../../bot/turn/command.ts';
import { handOnCardsFor, handOnKind } from '../../bot/turn/handOn.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { fakeBot } from '../worlds/bot/parts.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const asked = async () => {
  const deps = testDeps();
  aWorld(deps, 'gate1', { title: 'Måtten' });
  await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return { deps, parts: fakeBot({}, 2_000, deps).parts };
};

type World = Awaited<ReturnType<typeof asked>>;

const press = async ({ parts, deps }: World, to: string, comment: string, who = 'consultant') => {
  const action = { verb: 'handOn', matter: 'p1-gate1-1', to, comment } as const;
  const place = { teamsUserId: `29:${who}`, conversationId: `a:${who}` };
  const { shown } = await acted(parts, handOnKind, { actor: actor(who), ...place, action });
  await deps.settle();
  return JSON.stringify(shown).replaceAll('\u00a0', ' ');
};

const cards = ({ parts }: World, name: string, who = 'consultant'): string =>
  JSON.stringify(handOnCardsFor(parts, actor(who), name));

describe('giv videre', () => {
  it('is understood with and without the name of a project', () => {
    expect(commandIn('Giv videre')).toEqual({ type: 'handOn', words: '' });
    expect(commandIn('giv videre Måtten')).toEqual({ type: 'handOn', words: 'Måtten' });
    expect(commandIn('vil du give sagen videre')).not.toEqual({ type: 'mine' });
  });

  it('shows a form for the project that is named, and for what nobody can answer', async () => {
    const world = await asked();
    expect(cards(world, 'måtten')).toContain('Sagen ligger hos Chef, Omsorg');
    expect(cards(world, 'findes ikke')).toContain('ingen sag, der venter');
    expect(cards(world, '')).toContain('Intet skal gives videre');
    expect(cards(world, '', 'chef-omsorg')).toContain('team DigiTek, der giver');
    const row = world.deps.stores.people.get('chef-omsorg');
    if (row) await world.deps.stores.people.update(row, { roles: [], area: null });
    expect(cards(world, '')).toContain('Ingen svarer for Chef, Omsorg');
  });

  it('says on the card what became of it, to each who presses, early and late', async () => {
    const world = await asked();
    expect(await press(world, 'social', '')).toContain('Skriv hvorfor');
    expect(await press(world, 'social', 'Chefen er rejst', 'chef-omsorg')).toContain(
      'Det er konsulenterne og team DigiTek',
    );
    expect(world.deps.stores.decisions.all()).toEqual([]);
    for (const who of ['consultant', 'consultant', 'digitek'])
      expect(await press(world, 'social', 'Chefen er rejst', who)).toContain(
        'Chef, Social er spurgt i stedet',
      );
    // Too late, and to another: the card says who has it now.
    expect(await press(world, 'sundhed', 'Nej, her', 'digitek')).toContain(
      'Chef, Social er spurgt i stedet',
    );
    expect(world.deps.stores.requests.all()).toHaveLength(2);
  });
});
