import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../infra/tenant/organisation.ts';
import { teamsIdOf } from '../../infra/tenant/teams/ids.ts';
import {
  aCard,
  cardAnswer,
  chef,
  messageWith,
  otherChef,
  refreshFor,
  TeamsWorld,
} from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;

beforeAll(async () => {
  world = await TeamsWorld.start();
});

afterAll(() => world?.close());

beforeEach(() => world.quiet());

describe('what the bot hears', () => {
  it('learns at start of each installation, with a token that its library accepts', async () => {
    const own = await TeamsWorld.start();
    const told = own.bot.heard.filter((activity) => activity.type === 'installationUpdate');
    await own.close();
    const installed = organisation.people.filter((person) => person.install !== 'notInstalled');
    expect(told.length).toBe(installed.length + 2);
    expect(told.map((activity) => activity.from.aadObjectId)).toContain(chef.id);
  });

  it('gets what a person writes, from the person by Entra object id', async () => {
    world.bot.onMessage = async (context) => {
      await context.sendActivity(`Du skrev: ${context.activity.text}`);
    };
    const said = await world.post('say', { user: chef.upn, text: 'hjælp' });
    expect(said['status']).toBe(200);
    expect(world.bot.heard[0]?.from.aadObjectId).toBe(chef.id);
    expect(world.bot.heard[0]?.conversation.tenantId).toBe(organisation.tenantId);
    const texts = (await world.activitiesOf(chef.upn)).map((activity) => activity['text']);
    expect(texts).toContain('Du skrev: hjælp');
  });
});

describe('a press', () => {
  it('carries the button as the person sees it, and the answer is that person’s view', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Spørgsmål'));
    world.bot.onInvoke = () => cardAnswer(aCard('Kvittering'));
    const pressed = await world.post('press', {
      user: chef.upn,
      activityId,
      verb: 'answer',
      data: { comment: 'Ja tak' },
    });
    expect(pressed).toMatchObject({ status: 200, shown: 'card', body: { statusCode: 200 } });
    expect(world.bot.heard[0]?.value).toEqual({
      action: {
        type: 'Action.Execute',
        id: 'yes',
        verb: 'answer',
        data: { requestId: 'r1', outcome: 'yes', comment: 'Ja tak' },
      },
      trigger: 'manual',
    });
    expect(world.bot.heard[0]?.replyToId).toBe(activityId);
    expect(await world.cardTextOf(chef.upn, activityId)).toBe('Kvittering');
  });

  it('changes no other person’s view of the same card', async () => {
    const { activityId } = await world.sendToChefgruppe(aCard('Høring'));
    world.bot.onInvoke = () => cardAnswer(aCard('Du har svaret'));
    await world.post('press', { user: chef.upn, activityId, verb: 'answer', data: {} });
    expect(await world.cardTextOf(chef.upn, activityId)).toBe('Du har svaret');
    expect(await world.cardTextOf(otherChef.upn, activityId)).toBe('Høring');
  });

  it('can’t be made on a card in somebody else’s chat', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Spørgsmål'));
    const pressed = await world.raw('press', { user: otherChef.upn, activityId, verb: 'answer' });
    expect(pressed.status).toBe(404);
  });

  it('is delivered as often as asked, and shows an error when the bot fails', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Spørgsmål'));
    const pressed = await world.post('press', {
      user: chef.upn,
      activityId,
      verb: 'answer',
      repeat: 3,
    });
    expect(pressed).toMatchObject({ status: 501, shown: 'error' });
    expect(world.bot.heard.length).toBe(3);
    expect(new Set(world.bot.heard.map((activity) => activity.id)).size).toBe(1);
  });

  it('becomes a message where the client is old', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Spørgsmål'));
    await world.post('press', { user: chef.upn, activityId, verb: 'answer', asSubmit: true });
    expect(world.bot.heard[0]).toMatchObject({
      type: 'message',
      replyToId: activityId,
      value: { requestId: 'r1', fallback: true },
    });
  });

  it('meets nobody when no server is there', async () => {
    const { activityId } = await world.sendCard(chef.id, aCard('Spørgsmål'));
    await world.post('server', { url: 'http://127.0.0.1:9' });
    const pressed = await world.post('press', { user: chef.upn, activityId, verb: 'answer' });
    await world.post('server', { url: world.bot.url });
    expect(pressed).toMatchObject({ shown: 'error', failure: 'unreachable' });
  });
});

describe('the automatic refresh', () => {
  it('asks for the card when a chat is opened by somebody it names, and again after an update', async () => {
    world.bot.onInvoke = (activity) => cardAnswer(aCard(`Set af ${activity.from.name}`));
    const card = { ...aCard('Til alle'), refresh: refreshFor([teamsIdOf(chef.id)]) };
    const { activityId, conversationId } = await world.sendToChefgruppe(card);
    expect(await world.cardTextOf(otherChef.upn, activityId)).toBe('Til alle');
    expect(await world.cardTextOf(chef.upn, activityId)).toBe('Set af Chef, Omsorg');
    expect(world.bot.heard.map((activity) => activity.value.trigger)).toEqual(['automatic']);
    await world.cardTextOf(chef.upn, activityId);
    expect(world.bot.heard.length).toBe(1);
    await world.connector('PUT', `${conversationId}/activities/${activityId}`, messageWith(card));
    await world.cardTextOf(chef.upn, activityId);
    expect(world.bot.heard.length).toBe(2);
  });

  it('leaves a card alone that names nobody', async () => {
    const { activityId } = await world.sendCard(chef.id, {
      ...aCard('Stille'),
      refresh: refreshFor([]),
    });
    expect(await world.cardTextOf(chef.upn, activityId)).toBe('Stille');
    expect(world.bot.heard).toEqual([]);
  });
});
