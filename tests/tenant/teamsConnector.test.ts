import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../infra/tenant/organisation.ts';
import { teamsIdOf } from '../../infra/tenant/teams/ids.ts';
import {
  aCard,
  chef,
  messageWith,
  otherChef,
  personCalled,
  TeamsWorld,
} from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;

beforeAll(async () => {
  world = await TeamsWorld.start();
});

afterAll(() => world?.close());

beforeEach(() => world.quiet());

describe('the Connector', () => {
  it('finds the personal chat by Entra object id and updates what was sent', async () => {
    const { conversationId, activityId } = await world.sendCard(chef.id, aCard('Først'));
    const updated = await world.connector(
      'PUT',
      `${conversationId}/activities/${activityId}`,
      messageWith(aCard('Siden')),
    );
    expect(updated.status).toBe(200);
    expect(await world.cardTextOf(chef.upn, activityId)).toBe('Siden');
  });

  it('lets the library of the bot continue a conversation', async () => {
    const { conversationId } = await world.sendCard(chef.id, aCard('x'));
    let sentId = '';
    await world.bot.adapter.continueConversationAsync(
      organisation.botId,
      {
        bot: { id: `28:${organisation.botId}`, name: 'DigiTek' },
        channelId: 'msteams',
        serviceUrl: world.tenant.parts.serviceUrl(),
        conversation: {
          id: decodeURIComponent(conversationId),
          isGroup: false,
          conversationType: 'personal',
          name: '',
        },
      },
      async (context) => {
        sentId = (await context.sendActivity('Fra biblioteket'))?.id ?? '';
      },
    );
    const found = (await world.activitiesOf(chef.upn)).find(
      (activity) => activity['id'] === sentId,
    );
    expect(found?.['text']).toBe('Fra biblioteket');
  });

  it('refuses a person without the app, a person who blocked it, and any group chat', async () => {
    const missing = await world.createFor(personCalled('uden.app@viborg.example').id);
    expect([missing.status, missing.code]).toEqual([403, 'ForbiddenOperationException']);
    const blocker = await world.createFor(personCalled('blokerer@viborg.example').id);
    expect(blocker.status).toBe(201);
    const sent = await world.connector('POST', `${encodeURIComponent(blocker.id)}/activities`, {
      type: 'message',
      text: 'Hej',
    });
    expect([sent.status, sent.code]).toEqual([403, 'ConversationBlockedByUser']);
    const group = await world.connector('POST', '', {
      isGroup: true,
      members: [{ id: chef.id }, { id: otherChef.id }],
      tenantId: organisation.tenantId,
    });
    expect(group.status).toBe(400);
  });

  it('takes no address but an id, no other tenant, and no big message', async () => {
    expect((await world.createFor(chef.upn)).status).toBe(400);
    const foreign = await world.connector('POST', '', {
      members: [{ id: chef.id }],
      tenantId: organisation.foreign.tenantId,
    });
    expect(foreign.status).toBe(403);
    const { id } = await world.createFor(chef.id);
    const big = await world.connector('POST', `${encodeURIComponent(id)}/activities`, {
      type: 'message',
      text: 'x'.repeat(60_000),
    });
    expect([big.status, big.code]).toEqual([413, 'MessageSizeTooBig']);
  });

  it('gives no id for text and card in one message', async () => {
    const { id } = await world.createFor(chef.id);
    const sent = await world.connector('POST', `${encodeURIComponent(id)}/activities`, {
      ...messageWith(aCard('x')),
      text: 'Se her',
    });
    expect(sent.status).toBe(201);
    expect(sent.id).toBe('');
  });

  it('shows the roster with ids of its own, and posts in the channel', async () => {
    const chefgruppe = encodeURIComponent(organisation.chefgruppe.conversationId);
    const member = await world.connector('GET', `${chefgruppe}/members/${chef.id}`);
    expect(member.body).toMatchObject({ id: teamsIdOf(chef.id), aadObjectId: chef.id });
    expect((await world.connector('GET', `${chefgruppe}/members/ukendt`)).status).toBe(404);
    const posted = await world.connector('POST', '', {
      isGroup: true,
      tenantId: organisation.tenantId,
      channelData: { channel: { id: organisation.channel.id } },
      activity: { type: 'message', text: 'Til alle' },
    });
    expect(posted.id).toMatch(/;messageid=\d+$/);
  });

  it('holds a bot to seven messages a second in one conversation', async () => {
    await world.post('limits', { connector: 'teams' });
    const { id } = await world.createFor(otherChef.id);
    const path = `${encodeURIComponent(id)}/activities`;
    // At once, and far more: one by one, a busy machine is slower than seven a second.
    const all = await Promise.all(
      Array.from({ length: 40 }, () =>
        world.connector('POST', path, { type: 'message', text: 'x' }),
      ),
    );
    await world.post('limits', { connector: 'none' });
    const refused = all.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    // That the chat was opened counts as one of the seven.
    expect(all.length - refused.length).toBeGreaterThanOrEqual(6);
    for (const { retryAfter } of refused) expect(retryAfter).toMatch(/^\d+$/);
  });

  it('refuses calls without a token, with another audience, and by an app that is no bot', async () => {
    expect((await world.connector('POST', '', {}, '')).status).toBe(401);
    const forGraph = await world.tokenFor('https://graph.microsoft.com/.default');
    expect((await world.connector('POST', '', {}, forGraph)).status).toBe(401);
    const { status } = await world.askToken({
      grant_type: 'client_credentials',
      client_id: world.config['PROVISION_CLIENT_ID'] ?? '',
      client_secret: world.config['PROVISION_CLIENT_SECRET'] ?? '',
      scope: 'https://api.botframework.com/.default',
    });
    expect(status).toBe(400);
  });

  it('names each operation, so that it can be logged', async () => {
    expect((await world.createFor(chef.id)).operationId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
