import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/useCases/ports.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import { createTurn } from '../../bot/turn/bot.ts';
import { furnish } from '../builders/portfolio.ts';
import { aProject } from '../builders/request.ts';
import { CardBot, type Json, nodesOf, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const by = 'stranger';
const conversationId = '19:some-chat@thread.v2';
const link = `https://teams.microsoft.com/l/message/${conversationId}/1611?context=%7B%22contextType%22%3A%22chat%22%7D`;

/** As Teams tells of a message. */
const payload = (content: string, more: Json = {}): Json => ({
  linkToMessage: link,
  ...{ id: '1611', replyToId: null, createdDateTime: '2026-11-29T09:00:00Z', deleted: false },
  ...{ subject: null, summary: null, importance: 'normal', locale: 'da-dk' },
  body: { contentType: 'html', content },
  from: { user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Anna' }, application: null },
  ...{ reactions: [], mentions: [], attachments: [] },
  ...more,
});

const html = '<div>Hej alle! Vi burde prøve <b>lys om natten</b>. Så falder færre.</div>';

/** A bot in a conversation that is not its own. */
class ExtensionBot extends CardBot {
  static begun(deadlineMs?: number): ExtensionBot {
    const deps = testDeps();
    furnish(deps.stores);
    return new ExtensionBot(deps, {}, deadlineMs);
  }

  async asked(name: string, value: unknown, as = by): Promise<Json> {
    const turn = createTurn(this.fakes.parts);
    const inbound = this.inbound(as, { name: `composeExtension/${name}`, value, conversationId });
    const reply = await turn({ ...inbound, replyToId: null });
    expect(reply?.status).toBe(200);
    return reply?.body as Json;
  }

  async dialog(name: string, value: unknown, as = by): Promise<unknown> {
    const { task } = (await this.asked(name, value, as)) as { task: Json };
    expect(task['type']).toBe('continue');
    const { card, title, height, width } = task['value'] as Json;
    expect([title, height, width]).toEqual(['Gør beskeden til en idé', 'large', 'medium']);
    const { contentType, content } = card as Json;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    return content;
  }

  open(content = html, more: Json = {}, as = by): Promise<unknown> {
    const messagePayload = payload(content, more);
    const about = { commandId: 'makeIdea', commandContext: 'message', messagePayload };
    return this.dialog('fetchTask', about, as);
  }

  sendForm(card: unknown, typed: Json = {}, as = by): Promise<unknown> {
    const button = [...nodesOf(card)].find(({ type }) => type === 'Action.Submit');
    const inputs = Object.fromEntries(
      [...nodesOf(card)]
        .filter(({ type }) => String(type).startsWith('Input.'))
        .map(({ id, value }) => [String(id), value ?? '']),
    );
    const data = { ...(button?.['data'] as Json), ...inputs, ...typed };
    return this.dialog(
      'submitAction',
      { commandId: 'makeIdea', commandContext: 'message', data },
      as,
    );
  }

  ideas() {
    return this.deps.stores.projects.all().map(({ value }) => value);
  }
}

describe('»Gør til idé« on a message', () => {
  it('opens with the message’s own words, and becomes an idea that keeps the way to it', async () => {
    const bot = ExtensionBot.begun();
    const form = await bot.open();
    expect(typedOn(form, 'title')).toBe('Vi burde prøve lys om natten');
    expect(typedOn(form, 'why')).toBe('Hej alle! Vi burde prøve lys om natten. Så falder færre.');
    expect(saidOn(await bot.sendForm(form))).toContain('DigiTek har fået din idé');
    expect(bot.ideas()).toMatchObject([
      {
        ...{ title: 'Vi burde prøve lys om natten', sourceUrl: link, createdById: by },
        ...{ status: 'raw', phase: 'idea', origin: 'staff' },
      },
    ]);
  });

  it('has the area of whoever presses filled in', async () => {
    const form = await ExtensionBot.begun().open(html, {}, 'chef-sundhed');
    expect(JSON.stringify(form)).toContain('"value":"sundhed"');
  });

  it('is one idea of a message: pressed twice, on two servers, by two people', async () => {
    const bot = ExtensionBot.begun();
    const form = await bot.open();
    const theirs = await bot.open(html, {}, 'owner');
    const other = new ExtensionBot(bot.deps);
    const shown = await Promise.all([bot.sendForm(form), other.sendForm(form), bot.sendForm(form)]);
    for (const one of shown) expect(saidOn(one)).toContain('DigiTek har fået din idé');
    expect(saidOn(await bot.sendForm(theirs, {}, 'owner'))).toContain(
      'Beskeden er allerede en idé',
    );
    expect(saidOn(await bot.open(html, {}, 'owner'))).toContain('Beskeden er allerede en idé');
    expect(saidOn(await bot.open())).toContain('Beskeden er allerede en idé');
    expect(bot.ideas()).toHaveLength(1);
    await bot.sendForm(await bot.open(html, { id: '1612' }));
    expect(bot.ideas()).toHaveLength(2);
  });

  it('warns of a number like a person’s, and shows dots for it', async () => {
    const form = await ExtensionBot.begun().open('<p>Hun hedder 010190-1234. Kan vi hjælpe?</p>');
    expect(saidOn(form)).toContain('ligner et CPR-nummer');
    expect(JSON.stringify(form)).not.toContain('1234');
  });

  it.each([
    ['without a word', { title: ' ' }, 'Skriv et par ord'],
    ['with a number like a person’s', { why: 'Hun hedder 010190-1234.' }, 'ligner et CPR-nummer'],
    ['in an area that is none', { area: 'skat' }, 'findes ikke'],
  ])('%s is not sent, and what was typed and the link stay', async (_, typed, why) => {
    const bot = ExtensionBot.begun();
    const again = await bot.sendForm(await bot.open(), typed);
    expect(saidOn(again)).toContain(why);
    expect(bot.ideas()).toEqual([]);
    await bot.sendForm(again, { title: 'Lys', why: '', area: '' });
    expect(bot.ideas()).toMatchObject([{ title: 'Lys', sourceUrl: link }]);
  });

  it('is answered with what it is alike', async () => {
    const bot = ExtensionBot.begun();
    bot.deps.stores.projects.put(aProject({ id: 'c1', title: 'Lys om natten i Nord' }));
    expect(saidOn(await bot.sendForm(await bot.open()))).toContain('Det ligner');
  });

  it('is kept in the dialog when the list does not answer', async () => {
    const bot = ExtensionBot.begun();
    const form = await bot.open();
    const { insert } = bot.deps.stores.projects;
    bot.deps.stores.projects.insert = async () => {
      throw new Fault('graph.unavailable', { outcome: 'notSent' });
    };
    const again = await bot.sendForm(form);
    expect(saidOn(again)).toContain('Listen svarede ikke');
    bot.deps.stores.projects.insert = insert;
    expect(saidOn(await bot.sendForm(again))).toContain('DigiTek har fået din idé');
  });

  it('that takes long is said to be on its way, and its receipt comes in the person’s own chat', async () => {
    const bot = ExtensionBot.begun(5);
    await bot.say(by, 'hjælp');
    const form = await bot.open();
    const insert = bot.deps.stores.projects.insert.bind(bot.deps.stores.projects);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    bot.deps.stores.projects.insert = async (value) => {
      await held;
      return insert(value);
    };
    expect(saidOn(await bot.sendForm(form))).toContain('Idéen er på vej ind');
    letGo();
    await bot.fakes.settled();
    expect(saidOn(bot.fakes.outbound.sent.at(-1)?.card)).toContain('DigiTek har fået din idé');
    expect(bot.fakes.outbound.sent.at(-1)?.place.conversationId).toBe(`a:${by}`);
  });

  it('remembers nothing of the conversation, and writes nothing in it', async () => {
    const bot = ExtensionBot.begun();
    await bot.sendForm(await bot.open());
    await bot.fakes.settled();
    expect(bot.fakes.conversations.all()).toEqual([]);
    expect(bot.fakes.outbound.sent).toEqual([]);
  });

  it.each([
    ['no address', undefined],
    ['another’s address', 'https://example.com/l/message/1'],
    ['no web address', 'javascript:alert(1)'],
  ])('with %s is an idea without a link', async (_, linkToMessage) => {
    const bot = ExtensionBot.begun();
    await bot.sendForm(await bot.open(html, { linkToMessage }));
    expect(bot.ideas()).toMatchObject([{ sourceUrl: '' }]);
  });

  it('takes no address from a dialog that somebody has changed', async () => {
    const bot = ExtensionBot.begun();
    const shown = await bot.sendForm(await bot.open(), { link: 'https://evil.example/' });
    expect(saidOn(shown)).toContain(botFaults.badPress);
    expect(bot.ideas()).toEqual([]);
  });

  it('of a message without text asks for some', async () => {
    const form = await ExtensionBot.begun().open('<attachment id="1"></attachment>');
    expect(saidOn(form)).toContain('Skriv selv, hvad idéen går ud på');
  });
});

type Found = { readonly composeExtension: Json };

const query = (words: string | null, more: Json = {}): Json => ({
  commandId: 'findProject',
  parameters: [
    words === null ? { name: 'initialRun', value: 'true' } : { name: 'words', value: words },
  ],
  queryOptions: { skip: 0, count: 25 },
  ...more,
});

const aPortfolio = (): ExtensionBot => {
  const bot = ExtensionBot.begun();
  bot.deps.stores.projects.put(
    aProject({ id: 'a', title: 'Skærmbesøg', purpose: 'Lys i hverdagen', leadId: 'x' }),
    aProject({ id: 'b', title: 'Lys om natten', municipality: 'Odense' }),
    aProject({ id: 'c', title: 'Nyt lys', status: 'stopped' }),
    aProject({ id: 'd', title: 'Lysten til at gå', leadId: by, leadName: 'Fremmed' }),
  );
  return bot;
};

const titles = ({ composeExtension }: Found): readonly unknown[] =>
  (composeExtension['attachments'] as Json[]).map(
    (one) => ((one['preview'] as Json)['content'] as Json)['title'],
  );

describe('»Find projekt« where one writes', () => {
  const find = async (words: string | null, more: Json = {}) =>
    (await aPortfolio().asked('query', query(words, more))) as Found;

  it('finds what is called so first, and what is over last', async () =>
    expect(titles(await find('lys'))).toEqual([
      'Lys om natten',
      'Lysten til at gå',
      'Skærmbesøg',
      'Nyt lys',
    ]));

  it.each([
    ['LYS odense', ['Lys om natten']],
    ['natten lys', ['Lys om natten']],
    ['skaermbesoeg', ['Skærmbesøg']],
  ])('finds by the board’s own words: %s', async (words, expected) =>
    expect(titles(await find(words))).toEqual(expected),
  );

  it('finds by whoever leads it', async () => {
    const bot = aPortfolio();
    const name = bot.deps.stores.people.get(by)?.value.name ?? 'Fremmed';
    expect(titles((await bot.asked('query', query(name))) as Found)).toEqual(['Lysten til at gå']);
  });

  it('shows one’s own first when nothing is typed, and nothing that is over', async () => {
    const shown = titles(await find(null));
    expect(shown[0]).toBe('Lysten til at gå');
    expect(shown).toHaveLength(3);
  });

  it('gives a card of what everybody may see, and the way to it; no money', async () => {
    const { composeExtension } = await find('natten');
    expect(composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    const [only] = composeExtension['attachments'] as Json[];
    expect(only).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail' },
    });
    const card = JSON.stringify(only?.['content']);
    expect(card).toContain('Lys om natten');
    expect(card).toContain('Action.OpenUrl');
    expect(card).not.toMatch(/Action\.(?:Execute|Submit)|kr\./);
  });

  it('comes in the pages that Teams asks for', async () => {
    const page = (skip: number) => find('lys', { queryOptions: { skip, count: 3 } });
    expect(titles(await page(0))).toHaveLength(3);
    expect(titles(await page(3))).toHaveLength(1);
    expect((await page(6)).composeExtension).toMatchObject({ type: 'message' });
  });

  it('says in words that nothing fits', async () =>
    expect((await find('giraf')).composeExtension).toEqual({
      type: 'message',
      text: 'Ingen projekter passer på »giraf«. Prøv et andet ord.',
    }));
});

describe('a pasted link', () => {
  const unfold = async (url: unknown) => (await aPortfolio().asked('queryLink', { url })) as Found;

  it.each([
    'https://digitek.example/tab/#/projekt/b',
    'https://digitek.example/tab/#/projekt/b/historik',
    `https://teams.microsoft.com/l/entity/app-1/board?context=${encodeURIComponent('{"subEntityId":"project:b"}')}`,
  ])('to a project becomes its card: %s', async (url) =>
    expect(titles(await unfold(url))).toEqual(['Lys om natten']),
  );

  it.each([
    'https://digitek.example/tab/#/projekt/zz',
    'https://digitek.example/tab/',
    'https://digitek.example/tab/#/beslutning/b-gate1-1',
    'https://digitek.example.evil.dk/tab/#/projekt/b',
    'https://teams.microsoft.com/l/entity/other/board?context=%7B%22subEntityId%22%3A%22project%3Ab%22%7D',
    'https://teams.microsoft.com/l/entity/app-1/board?context=%7Bhalf',
    'not an address',
    42,
  ])('to anything else stays a link: %s', async (url) =>
    expect(titles(await unfold(url))).toEqual([]),
  );

  it('shows nothing to somebody whom nobody knows', async () => {
    const url = 'https://digitek.example/tab/#/projekt/b';
    expect(titles((await aPortfolio().asked('anonymousQueryLink', { url })) as Found)).toEqual([]);
  });
});

describe('what Teams sends and nobody understands', () => {
  const mangled: readonly unknown[] = [undefined, null, 'x', 7, [], {}, { commandId: 'other' }];
  const broken: readonly unknown[] = [
    { commandId: 'makeIdea', messagePayload: 'x' },
    { commandId: 'makeIdea', messagePayload: { body: { content: 7 }, id: {} } },
    { commandId: 'makeIdea', data: { verb: 'sendMessageIdea', key: 'message-x' } },
    { commandId: 'findProject', parameters: 'x', queryOptions: { skip: -1, count: 'x' } },
    { commandId: 'findProject', parameters: [null, { name: 'words', value: {} }] },
  ];

  it.each(['fetchTask', 'submitAction', 'query', 'queryLink', 'selectItem', 'setting', 'toString'])(
    '%s gets something that Teams can show',
    async (name) => {
      const bot = aPortfolio();
      for (const value of [...mangled, ...broken]) {
        const body = await bot.asked(name, value);
        expect(Object.keys(body)).toEqual([
          name === 'fetchTask' || name === 'submitAction' ? 'task' : 'composeExtension',
        ]);
      }
    },
  );

  it('is answered in words too while the lists are read, and when they fail', async () => {
    const bot = aPortfolio();
    const starting = createTurn({ ...bot.fakes.parts, ready: () => false });
    const inbound = bot.inbound(by, { name: 'composeExtension/query', value: query('lys') });
    expect((await starting(inbound))?.body).toEqual({
      composeExtension: { type: 'message', text: botFaults.starting },
    });
    bot.deps.stores.projects.all = () => {
      throw new Error('broke');
    };
    expect(await bot.asked('query', query('lys'))).toEqual({
      composeExtension: { type: 'message', text: botFaults.fault },
    });
  });
});
