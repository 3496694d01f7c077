import { afterEach, expect, it, vi } from 'vitest';
import { createTurn } from '../../bot/turn/bot.ts';
import { anIdea } from '../builders/idea.ts';
import { furnish } from '../builders/portfolio.ts';
import { CardBot, type Json } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { expectHeld } from './fixture.ts';

afterEach(() => vi.restoreAllMocks());

const conversationId = '19:some-chat@thread.v2';
const message = {
  linkToMessage: `https://teams.microsoft.com/l/message/${conversationId}/1611`,
  ...{ id: '1611', replyToId: null, createdDateTime: '2026-11-29T09:00:00Z', deleted: false },
  body: { contentType: 'html', content: '<p>Vi burde prøve <b>lys</b> om natten.</p>' },
  from: { user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Anna' } },
};
const about = { commandId: 'makeIdea', commandContext: 'message', messagePayload: message };
const form = {
  ...{ verb: 'sendMessageIdea', key: 'message-0123456789abcdef0123456789abcdef' },
  ...{ link: message.linkToMessage, title: 'Lys om natten', why: '', area: '' },
};
const query = (value: Json): Json => ({
  ...{ commandId: 'findProject', queryOptions: { skip: 0, count: 25 } },
  parameters: [value],
});

/** What Teams sends to a message extension, in the order of a day. */
const invokes: readonly (readonly [name: string, value: Json])[] = [
  ['query', query({ name: 'initialRun', value: 'true' })],
  ['query', query({ name: 'words', value: 'giraf' })],
  ['query', { commandId: 'unknown' }],
  ['fetchTask', about],
  ['fetchTask', { commandId: 'unknown' }],
  ['submitAction', { ...about, data: { ...form, title: '' } }],
  ['submitAction', { ...about, data: form }],
  ['submitAction', { ...about, data: { verb: 'unknown' } }],
  ['queryLink', { url: 'https://digitek.example/tab/#/projekt/p8' }],
  ['queryLink', { url: 'https://digitek.example/tab/#/projekt/p9' }],
  ['anonymousQueryLink', { url: 'https://digitek.example/tab/#/projekt/p8' }],
  ['selectItem', {}],
];

it('the message extension of today is answered as it was', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(anIdea({ id: 'p8' }));
  const bot = new CardBot(deps);
  const turn = createTurn(bot.fakes.parts);
  const answered: unknown[] = [];
  for (const [name, value] of invokes) {
    const sent = { name: `composeExtension/${name}`, value, conversationId };
    const reply = await turn(bot.inbound('stranger', sent));
    expect(reply?.status).toBe(200);
    answered.push({ ...sent, reply: reply?.body });
  }
  await expectHeld('extension', answered);
});
