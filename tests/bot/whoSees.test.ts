import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/person.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import type { Inbound } from '../../bot/channel/inbound.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { fakeBot, serviceUrl } from '../worlds/bot/parts.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const requestId = 'p1-gate1-1';

const asked = async (more = {}): Promise<TestDeps> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await sendGateRequest(deps, actor('consultant'), { projectId: 'p1', gate: 'gate1' });
  await deps.settle();
  return deps;
};

const anInboundFrom = (who: string, extra: Partial<Inbound>): Inbound => ({
  type: 'invoke',
  id: 'f:1',
  name: 'adaptiveCard/action',
  serviceUrl,
  replyToId: 'card-1',
  personId: who,
  personName: who,
  teamsUserId: `29:${who}`,
  botTeamsId: '28:bot',
  conversationId: `a:${who}`,
  kind: 'personal',
  text: '',
  value: undefined,
  action: '',
  membersAdded: [],
  membersRemoved: [],
  ...extra,
});

/** What somebody's client shows after a press, as one text. */
const shownTo = async (deps: TestDeps, who: string, verb: string, data: object = {}) => {
  const bot = fakeBot(bindUseCases(deps));
  const action = { type: 'Action.Execute', verb, data: { requestId, revision: 0, ...data } };
  const inbound = anInboundFrom(who, { value: { action, trigger: 'manual' } });
  const reply = await createTurn(bot.parts)(inbound);
  await bot.settled();
  await deps.settle();
  return JSON.stringify(reply?.body);
};

describe('the card somebody draws anew', () => {
  it('shows a stranger the request, and not what is in the pool', async () => {
    const deps = await asked();
    const shown = await shownTo(deps, 'stranger', 'refresh');
    expect(shown).toContain('Nøglefri hjemmepleje');
    expect(shown).not.toContain('200.000');
    expect(shown).not.toContain('115.000');
    expect(await shownTo(deps, 'chef-omsorg', 'refresh')).toContain('115.000');
  });
});

const makeDeputy = async (deps: TestDeps, who: string, seat: string): Promise<void> => {
  const row = deps.stores.people.get(who);
  if (!row) throw new Error(`${who} is missing`);
  const lasting: Partial<Person> = {
    deputyFor: seat,
    deputyFrom: '2026-11-01',
    deputyTo: '2026-12-01',
  };
  await deps.stores.people.update(row, lasting);
};

const buttonsOf = (shown: string): readonly { verb: string; data: Record<string, unknown> }[] => {
  const found: { verb: string; data: Record<string, unknown> }[] = [];
  JSON.parse(shown, (_key, value) => {
    if (value?.type === 'Action.Execute' && value.verb === 'choose') found.push(value);
    return value;
  });
  return found;
};

describe('a member of the chefgruppe who is also another member’s deputy', () => {
  const common = { askOre: 50_000_00, shares: [{ pool: 'common', ore: 50_000_00 }] };

  it('is offered the seat that has not answered, and gives both from the cards', async () => {
    const deps = await asked(common);
    await makeDeputy(deps, 'chef-omsorg', 'social');
    const first = buttonsOf(await shownTo(deps, 'chef-omsorg', 'refresh'));
    expect(first.map((button) => button.data['seat'])).toEqual(first.map(() => 'omsorg'));
    const second = buttonsOf(await shownTo(deps, 'chef-omsorg', 'choose', first[0]?.data));
    expect(second.length).toBeGreaterThan(0);
    expect(second.map((button) => button.data['seat'])).toEqual(second.map(() => 'social'));
    expect(bindUseCases(deps).waitingFor('chef-omsorg')).toMatchObject([
      { waiting: { reader: { seat: 'social', deputy: true } } },
    ]);
    await shownTo(deps, 'chef-omsorg', 'choose', second[0]?.data);
    expect(bindUseCases(deps).waitingFor('chef-omsorg')).toEqual([]);
    const given = deps.stores.statements.all().map(({ value }) => [value.seat, value.onBehalf]);
    expect(given).toEqual([
      ['omsorg', false],
      ['social', true],
    ]);
  });
});

describe('somebody who gets the app later', () => {
  it('is sent what waits for them, once', async () => {
    const deps = await asked();
    const row = deps.stores.messages.all().find(({ value }) => value.kind === 'ask');
    if (!row) throw new Error('nobody was asked');
    await deps.stores.messages.update(row, { state: 'undeliverable', problem: '403' });
    const bot = fakeBot(bindUseCases(deps));
    const added = anInboundFrom('chef-omsorg', {
      type: 'installationUpdate',
      name: '',
      action: 'add',
      value: undefined,
    });
    await createTurn(bot.parts)(added);
    await bot.settled();
    expect(deps.stores.messages.get(row.value.id)?.value).toMatchObject({
      state: 'queued',
      problem: '',
    });
  });
});
