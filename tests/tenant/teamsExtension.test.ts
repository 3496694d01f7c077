import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../infra/tenant/organisation.ts';
import { manifestOf } from '../../manifest/manifest.ts';
import { aCard, chef, TeamsWorld } from '../worlds/tenant/teamsWorld.ts';

let world: TeamsWorld;

beforeAll(async () => {
  world = await TeamsWorld.start();
});
afterAll(() => world?.close());
beforeEach(() => world.quiet());

const chefgruppe = organisation.chefgruppe.conversationId;
const ask = (name: string, more: object = {}) =>
  world.post('extension', { user: chef.upn, conversation: chefgruppe, name, ...more });
const said = async (text: string, more: object = {}): Promise<string> => {
  const about = { user: chef.upn, conversation: chefgruppe, text, ...more };
  return String((await world.post('say', about))['activityId']);
};
const answers = (body: unknown): void => {
  world.bot.onInvoke = () => ({ status: 200, body });
};
const attachment = (title: string) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: aCard(title),
});

describe('an app outside its own chat', () => {
  it('is told of the message as Teams tells of it, and opens a dialog', async () => {
    const activityId = await said('Vi <3 lys\nom natten', { mention: false });
    expect(world.bot.heard).toEqual([]);
    answers({ task: { type: 'continue', value: { title: 'Idé', card: attachment('Skema') } } });
    const shown = await ask('fetchTask', { activityId, value: { commandId: 'makeIdea' } });
    expect(shown).toMatchObject({
      status: 200,
      shown: 'dialog',
      title: 'Idé',
      card: aCard('Skema'),
    });
    const [heard] = world.bot.heard;
    expect(heard).toMatchObject({ type: 'invoke', name: 'composeExtension/fetchTask' });
    expect(heard?.from.aadObjectId).toBe(chef.id);
    expect(heard?.value).toMatchObject({
      ...{ commandId: 'makeIdea', commandContext: 'message' },
      messagePayload: {
        id: activityId,
        body: { contentType: 'html', content: '<p>Vi &lt;3 lys</p><p>om natten</p>' },
        from: { user: { id: chef.id, displayName: chef.name } },
      },
    });
    const link = new URL(heard?.value.messagePayload.linkToMessage);
    expect(decodeURIComponent(link.pathname)).toBe(`/l/message/${chefgruppe}/${activityId}`);
  });

  it('closes its dialog by answering nothing, and fails in words', async () => {
    answers(undefined);
    expect(await ask('submitAction', { value: { data: {} } })).toMatchObject({ shown: 'closed' });
    expect(await ask('fetchTask')).toMatchObject({ shown: 'error' });
    world.bot.onInvoke = () => ({ status: 500 });
    for (const name of ['fetchTask', 'submitAction', 'query', 'queryLink'])
      expect(await ask(name)).toMatchObject({ shown: 'error' });
  });

  it('is asked for what is looked for, and its cards are chosen by their previews', async () => {
    const preview = { content: { title: 'Lys', text: 'IDÉ' } };
    const attachments = [{ ...attachment('Kort'), preview }, { contentType: 'other' }];
    answers({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
    expect(await ask('query', { value: { commandId: 'findProject' } })).toMatchObject({
      shown: 'results',
      results: [{ title: 'Lys', text: 'IDÉ', card: aCard('Kort') }],
    });
    answers({ composeExtension: { type: 'message', text: 'Intet' } });
    expect(await ask('query')).toMatchObject({ shown: 'message', text: 'Intet' });
  });

  it('puts a card into somebody’s message, which only people see', async () => {
    const activityId = await said('', { card: aCard('Delt'), mention: false });
    const seen = await world.get(
      `chats?${new URLSearchParams({ user: chef.upn, conversation: chefgruppe })}`,
    );
    expect(JSON.stringify(seen)).toContain('Delt');
    expect(activityId).not.toBe('');
    expect(world.bot.heard).toEqual([]);
  });

  it('is refused in words for who has not got it, and for what is no such thing', async () => {
    const outsider = organisation.people.find(({ install }) => install === 'notInstalled');
    for (const body of [
      { user: outsider?.upn, conversation: chefgruppe, name: 'query' },
      { user: chef.upn, conversation: chefgruppe, name: 'other' },
      { user: chef.upn, conversation: chefgruppe, name: 'fetchTask', activityId: 'none' },
      { user: chef.upn, conversation: 'none', name: 'query' },
    ]) {
      const response = await fetch(`${world.tenant.url}/local/extension`, {
        ...{ method: 'POST', body: JSON.stringify(body) },
      });
      expect([400, 404, 409]).toContain(response.status);
      expect(await response.json()).toHaveProperty('error.message');
    }
  });

  it('offers what the manifest says', () => {
    const ids = { teamsAppId: 'a', clientId: 'b', botId: 'b', version: '1.0.0' };
    const manifest = manifestOf({ ...ids, publicUrl: 'https://digitek.example' });
    const commands = manifest.composeExtensions?.[0]?.commands ?? [];
    const { messageActions, search } = organisation.extension;
    expect(
      commands
        .filter(({ context }) => context?.includes('message'))
        .map(({ id, title }) => ({ id, title })),
    ).toEqual(messageActions);
    const found = commands.find(({ type }) => type === 'query');
    expect({ id: found?.id, title: found?.title, parameter: found?.parameters?.[0]?.name }).toEqual(
      search,
    );
  });
});
