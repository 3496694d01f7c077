import { describe, expect, it } from 'vitest';
import { usualOrder, wholeOrder, withKindMoved } from '#shared/domain/quarter/order.ts';
import { type RuleValues, usualRules } from '#shared/domain/ruleSettings.ts';
import { editRules } from '#shared/useCases/settings/editRules.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { actor } from '../builders/portfolio.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';
import { beside } from '../worlds/memory/kills.ts';

const url = '/api/settings/rules';

const change = (world: ApiWorld, changes: object, as = 'consultant', seen: object = usualRules) =>
  world.call('PATCH', url, { as, body: { seen, values: { ...seen, ...changes } } });

describe('the rules people are asked and reminded by', () => {
  it('are read by everybody, and are the usual ones until somebody changes them', async () => {
    const world = anApiWorld();
    for (const as of ['consultant', 'chef-omsorg', 'nobody']) {
      const { status, body } = await world.call('GET', url, { as });
      expect([status, body.values, body.unreadable]).toEqual([200, usualRules, []]);
    }
  });

  it('are changed by the consultant alone', async () => {
    const world = anApiWorld();
    for (const as of ['chef-omsorg', 'digitek', 'owner', 'lead', 'leder', 'direktor', 'nobody'])
      expect((await change(world, { ownerDays: 9 }, as)).status).toBe(403);
    expect(world.deps.stores.settings.rows.size).toBe(0);
    const { status, body } = await change(world, { ownerDays: 3, until: '16:00' });
    expect([status, body.values.ownerDays, body.values.until]).toEqual([200, 3, '16:00']);
    expect(settingsOf(world.deps.stores)).toMatchObject({
      ...{ ownerDays: 3, chefDays: 2 },
      rhythm: { until: '16:00', digestTime: '08:00', asks: 'inHours' },
    });
    expect([...world.deps.stores.settings.rows.keys()].sort()).toEqual(['ownerDays', 'rhythm']);
    expect(world.deps.stores.settings.get('ownerDays')?.value.lastChange?.byId).toBe(
      idOf('consultant'),
    );
  });

  it.each([
    [{ ownerDays: 0 }, 'ownerDays', 'bounds'],
    [{ ownerDays: '2' }, 'ownerDays', 'bounds'],
    [{ liftHours: 20_001 }, 'liftHours', 'bounds'],
    [{ purchaseChefKr: -1 }, 'purchaseChefKr', 'bounds'],
    [{ from: 'kl. 7' }, 'from', 'time'],
    [{ until: '07:30' }, 'until', 'order'],
    [{ asks: 'never' }, 'asks', 'asks'],
    [{ benefitMonths: [] }, 'benefitMonths', 'months'],
    [{ benefitMonths: [6, 3] }, 'benefitMonths', 'months'],
    [{ benefitMonths: '3, 6' }, 'benefitMonths', 'months'],
    [{ agendaOrder: ['pools'] }, 'agendaOrder', 'agenda'],
    [{ agendaOrder: 'pools' }, 'agendaOrder', 'agenda'],
  ])('are refused and named: %j', async (changes, key, problem) => {
    const world = anApiWorld();
    const { status, body } = await change(world, changes);
    expect([status, body.problems]).toEqual([422, { [key]: problem }]);
    expect(body.error.message).toMatch(/^[A-ZÆØÅ].*: .*\.$/);
    expect(world.deps.stores.settings.rows.size).toBe(0);
  });

  it('say who changed them at once, and once, whether or not the history has it yet', async () => {
    const world = anApiWorld();
    await change(world, { ownerDays: 3 });
    const changes = async () =>
      (await world.call('GET', `${url}/changes`, { as: 'consultant' })).body.changes;
    const wanted = [{ key: 'ownerDays', from: '2', to: '3' }];
    await world.deps.settle();
    expect(await changes()).toMatchObject(wanted);
    world.deps.stores.history.rows.clear();
    expect(await changes()).toMatchObject(wanted);
  });

  it('keep the months of a benefit as a list, and tell of them in words', async () => {
    const world = anApiWorld();
    expect((await change(world, { benefitMonths: [3, 6, 12] })).status).toBe(200);
    expect(world.deps.stores.settings.rows.size).toBe(0);
    expect((await change(world, { benefitMonths: [2, 6] })).status).toBe(200);
    expect(settingsOf(world.deps.stores).benefitMonths).toEqual([2, 6]);
    // Whoever had seen the others is told; whoever means the same is not.
    expect((await change(world, { benefitMonths: [4] })).status).toBe(409);
    expect((await change(world, { benefitMonths: [2, 6] })).status).toBe(200);
    await world.deps.settle();
    const { body } = await world.call('GET', `${url}/changes`, { as: 'leder' });
    expect(body.changes.map(rulesWords.change)).toEqual([
      expect.stringMatching(
        /^Hvornår en gevinst måles: fra 3, 6 og 12.måneder til 2 og 6.måneder\. Konsulent, DigiTek/,
      ),
    ]);
  });

  it('keep the order of an agenda, tell of it in words, and take what the list has of it', async () => {
    const world = anApiWorld();
    const poolsFirst = withKindMoved(usualOrder, 'pools', -1);
    expect((await change(world, { agendaOrder: poolsFirst }, 'digitek')).status).toBe(403);
    expect((await change(world, { agendaOrder: poolsFirst })).status).toBe(200);
    expect(settingsOf(world.deps.stores).agendaOrder).toEqual(poolsFirst);
    expect((await change(world, { agendaOrder: wholeOrder(['stories']) })).status).toBe(409);
    await world.deps.settle();
    const { body } = await world.call('GET', `${url}/changes`, { as: 'leder' });
    expect(body.changes.map(rulesWords.change)).toEqual([
      expect.stringMatching(
        /^Dagsordenens rækkefølge: fra .* Prioritet · Puljerne · .* til .* Puljerne · Prioritet · /,
      ),
    ]);
    const { settings } = world.deps.stores;
    // A list from a release with fewer kinds holds; one with none that is known does not.
    settings.put({ id: 'agendaOrder', value: '["pools","stories"]', lastChange: null });
    expect(settingsOf(world.deps.stores).agendaOrder).toEqual(wholeOrder(['pools', 'stories']));
    settings.put({ id: 'agendaOrder', value: '["puljer"]', lastChange: null });
    const read = await world.call('GET', url, { as: 'leder' });
    expect([read.body.values.agendaOrder, read.body.unreadable]).toEqual([
      usualOrder,
      ['agendaOrder'],
    ]);
  });

  it('refuses what is no body of it', async () => {
    const world = anApiWorld();
    for (const body of [{}, { seen: usualRules }, { seen: usualRules, values: { ownerDays: 2 } }])
      expect((await world.call('PATCH', url, { as: 'consultant', body })).status).toBe(400);
    expect((await change(world, { unknown: 1 })).status).toBe(400);
  });

  it('keeps what two change at once, unless it is the same one', async () => {
    const world = anApiWorld();
    await change(world, { ownerDays: 3 });
    expect((await change(world, { chefDays: 4, remindAfterDays: 3 })).status).toBe(200);
    expect((await change(world, { consultantAfterDays: 20 })).status).toBe(200);
    const { rhythm, ownerDays, chefDays } = settingsOf(world.deps.stores);
    expect([ownerDays, chefDays, rhythm.remindAfterDays, rhythm.consultantAfterDays]).toEqual([
      ...[3, 4],
      ...[3, 20],
    ]);
    const late = await change(world, { ownerDays: 7 });
    expect([late.status, late.body.current.values.ownerDays]).toEqual([409, 3]);
    expect((await change(world, { ownerDays: 3 })).status).toBe(200);
    const again = { ...usualRules, ownerDays: 3 };
    expect((await change(world, { ownerDays: 7 }, 'consultant', again)).status).toBe(200);
  });

  it('is one change on two servers, and the other is told', async () => {
    const { deps } = anApiWorld();
    const values: RuleValues = { ...usualRules, ownerDays: 5 };
    const other: RuleValues = { ...usualRules, ownerDays: 6 };
    const ended = await Promise.all([
      editRules(deps, actor('consultant'), { seen: usualRules, values }),
      editRules(beside(deps), actor('consultant'), { seen: usualRules, values: other }),
    ]);
    expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('tells who changed what, from what to what, the latest first', async () => {
    const world = anApiWorld();
    await change(world, { ownerDays: 3 });
    world.deps.clock.pass(60_000);
    await change(world, { digestTime: '09:00', until: '16:00' });
    world.deps.clock.pass(60_000);
    await change(world, { ownerDays: 2 }, 'consultant', { ...usualRules, ownerDays: 3 });
    await world.deps.settle();
    const { body } = await world.call('GET', `${url}/changes`, { as: 'leder' });
    const told = body.changes.map(({ key, from, to, byName }: Record<string, string>) => [
      ...[key, from, to, byName],
    ]);
    const by = 'Konsulent, DigiTek';
    expect(told).toEqual([
      ...[['ownerDays', '3', '2', by]],
      ...[
        ['digestTime', '08:00', '09:00', by],
        ['until', '17:00', '16:00', by],
      ],
      ['ownerDays', '2', '3', by],
    ]);
  });

  it('says which somebody wrote in the list so that nobody can read it, and mends it', async () => {
    const world = anApiWorld();
    const { settings } = world.deps.stores;
    settings.put({ id: 'ownerDays', value: 'to', lastChange: null });
    settings.put({ id: 'rhythm', value: '{"from":"22:00"}', lastChange: null });
    const { body } = await world.call('GET', url, { as: 'consultant' });
    expect(body.values).toEqual(usualRules);
    expect(body.unreadable).toEqual([
      'ownerDays',
      ...['remindAfterDays', 'consultantAfterDays', 'from', 'digestTime', 'until', 'asks'],
    ]);
    const mended = await change(world, { ownerDays: 4, until: '15:00' });
    expect([mended.status, mended.body.unreadable]).toEqual([200, []]);
    await world.deps.settle();
    const changes = await world.call('GET', `${url}/changes`, { as: 'consultant' });
    expect(changes.status).toBe(200);
  });
});
