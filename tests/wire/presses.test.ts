import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardAction } from '#shared/contract/cardActions.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import type { Inbound } from '../../bot/channel/inbound.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import { bindUseCases } from '../../bot/turn/useCases.ts';
import { aProject, aRequest, people as everybody } from '../builders/request.ts';
import { galleries } from '../gallery/gallery.ts';
import { fakeBot, serviceUrl } from '../worlds/bot/parts.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { expectHeld } from './fixture.ts';
import { type Press, pressesOn, readOf, type Sent } from './presses.ts';
import { keptIn, releases } from './releases.ts';

/** What the cards of a release can send. */
const pressesOf = (release: string): readonly Press[] =>
  JSON.parse(readFileSync(keptIn(release, 'presses.json'), 'utf8'));

const inboundOf = (sent: Sent): Inbound => ({
  id: 'f:1',
  serviceUrl,
  replyToId: 'card-1',
  personId: '3c8e2074-1f5d-4ba9-97c3-e406f81a2d03',
  personName: 'Chef, Omsorg',
  teamsUserId: '29:omsorg',
  botTeamsId: '28:bot',
  conversationId: 'a:omsorg',
  kind: 'personal',
  text: '',
  action: '',
  membersAdded: [],
  membersRemoved: [],
  ...(sent.way === 'execute'
    ? {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: sent.verb, data: sent.data } },
      }
    : { type: 'message', name: '', value: sent.value }),
});

/** What somebody sees who presses while the bot still reads the lists: all it can say, if it can read. */
const answerTo = async (sent: Sent): Promise<string> => {
  const { parts, outbound } = fakeBot();
  const reply = await createTurn({ ...parts, ready: () => false })(inboundOf(sent));
  return JSON.stringify([reply?.body, outbound.sent.map(({ card }) => card)]);
};

const isAction = ({ sent }: Press): boolean =>
  sent.way === 'execute' || sent.value['verb'] !== undefined;

const verbIn = ({ sent }: Press): unknown =>
  sent.way === 'execute' ? sent.verb : sent.value['verb'];

const verbs = (schema: typeof cardAction): readonly string[] =>
  schema.options.flatMap((option) =>
    'options' in option
      ? option.options.map((one) => one.shape.verb.value)
      : [option.shape.verb.value],
  );

describe('what the buttons of today send', () => {
  const presses = pressesOn(
    Object.values(galleries).flatMap((states) => states().map(({ card }) => card)),
  );

  it('is as it was, and read as it was', () => expectHeld('presses', presses));

  it('is read by the bot, all of it', () =>
    expect(presses.filter(({ read }) => read === null)).toEqual([]));

  it('has every verb that the bot reads', () => {
    const sent = new Set(presses.map(verbIn));
    expect(verbs(cardAction).filter((verb) => !sent.has(verb))).toEqual([]);
  });
});

describe('cards that hang in chats', () => {
  it('are kept from a release at least', () => expect(releases).not.toEqual([]));

  it.each(releases)('of %s are read as the day they were sent', (release) => {
    const presses = pressesOf(release);
    expect(presses.length).toBeGreaterThan(100);
    for (const { sent, read } of presses) expect(readOf(sent), JSON.stringify(sent)).toEqual(read);
  });

  it.each(releases)('of %s are answered', async (release) => {
    for (const { sent } of pressesOf(release).filter(isAction))
      expect(await answerTo(sent), JSON.stringify(sent)).toContain(botFaults.starting);
  });

  /** A bot that has read its lists, over a gate that cards of every release are about. */
  const readyBot = () => {
    const deps = testDeps();
    deps.stores.people.put(...everybody);
    deps.stores.projects.put(aProject());
    deps.stores.requests.put(aRequest());
    return fakeBot(bindUseCases(deps), 5_000, deps);
  };

  it.each(releases)(
    'of %s get a card or a kind word of today, whatever they are about',
    async (release) => {
      const { fault, badPress } = botFaults;
      for (const { sent } of pressesOf(release).filter(isAction)) {
        const { parts, outbound, settled } = readyBot();
        const reply = await createTurn(parts)(inboundOf(sent));
        await settled();
        const cards = [...outbound.sent, ...outbound.updated].map(({ card }) => card);
        const shown = JSON.stringify([reply?.body ?? null, cards]);
        const what = `${JSON.stringify(sent)} ${shown.slice(0, 300)}`;
        expect(reply?.status ?? 200, what).toBe(200);
        expect(shown, what).toMatch(/AdaptiveCard|activity\.message/);
        for (const wrong of [fault, badPress]) expect(shown, what).not.toContain(wrong);
      }
    },
  );

  it('are told apart from what the bot never sent', async () => {
    const data = { requestId: 'p1-gate1-1', revision: 0 };
    const unknown: Sent = { way: 'execute', verb: 'approve', data };
    expect(readOf(unknown)).toBeNull();
    expect(await answerTo(unknown)).toContain(botFaults.badPress);
  });
});
