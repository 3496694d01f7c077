import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { seededPools } from '#shared/domain/funding.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import type { Inbound } from '../../bot/channel/inbound.ts';
import { said } from '../../bot/turn/chat.ts';
import { commandIn, projectsLike } from '../../bot/turn/command.ts';
import { aProject, aReader, aStatement, aView, chefs, lead } from '../builders/request.ts';
import { fakeBot, serviceUrl } from '../worlds/bot/parts.ts';

const anInbound = (extra: Partial<Inbound> = {}): Inbound => ({
  type: 'message',
  id: '1',
  name: '',
  serviceUrl,
  replyToId: null,
  personId: chefs.omsorg.id,
  personName: chefs.omsorg.name,
  teamsUserId: '29:omsorg',
  botTeamsId: '28:bot',
  conversationId: 'a:omsorg',
  kind: 'personal',
  text: '',
  value: undefined,
  action: '',
  membersAdded: [],
  membersRemoved: [],
  ...extra,
});

describe('a command', () => {
  const understood: readonly (readonly [string, ReturnType<typeof commandIn>])[] = [
    ['hjælp', { type: 'help' }],
    ['HJÆLP', { type: 'help' }],
    ['hjaelp', { type: 'help' }],
    ['Help', { type: 'help' }],
    ['?', { type: 'help' }],
    ['', { type: 'help' }],
    ['   ', { type: 'help' }],
    ['<at>DigiTek</at> hjælp', { type: 'help' }],
    ['<at id="0">DigiTek</at>&nbsp;mine', { type: 'mine' }],
    ['mine', { type: 'mine' }],
    ['Opgaver', { type: 'tasks' }],
    ['Må jeg se mine opgaver, tak', { type: 'tasks' }],
    ['Hvad skal jeg gøre?', { type: 'tasks' }],
    ['/mine', { type: 'mine' }],
    ['Mine.', { type: 'mine' }],
    ['my', { type: 'mine' }],
    ['<p>mine</p>', { type: 'mine' }],
    ['status digirehab', { type: 'status', words: 'digirehab' }],
    ['Status  Måltids app', { type: 'status', words: 'Måltids app' }],
    ['status', { type: 'status', words: '' }],
    ['puljer?', { type: 'pools' }],
    ['Puljen!', { type: 'pools' }],
    ['hjælp?', { type: 'help' }],
    ['Hej DigiTek, vil du vise mig puljerne, tak?', { type: 'pools' }],
    ['Må jeg se mine, tak', { type: 'mine' }],
    ['Hvad venter på mig?', { type: 'mine' }],
    ['»mine«', { type: 'mine' }],
    ['Status: digirehab', { type: 'status', words: 'digirehab' }],
    ['status:digirehab', { type: 'status', words: 'digirehab' }],
    ['Hvad er status på »DigiRehab«?', { type: 'status', words: 'DigiRehab' }],
    ['status "Digi-trænere", tak', { type: 'status', words: 'Digi-trænere' }],
    ['status \u201dSma\u030a skridt\u201c', { type: 'status', words: 'Sma\u030a skridt' }],
    ['status P043.', { type: 'status', words: 'P043' }],
    ['status Lift (fase 2)', { type: 'status', words: 'Lift (fase 2)' }],
    ['presse: Hvad koster det, tak?', { type: 'press', words: 'Hvad koster det, tak?' }],
    ['godmorgen', { type: 'unknown' }],
    ['hvad', { type: 'unknown' }],
    ['statusser', { type: 'unknown' }],
  ];
  it.each(understood)('%s', (text, command) => expect(commandIn(text)).toEqual(command));
});

describe('a project', () => {
  const projects = [
    'Digi-trænere i hjemmeplejen',
    'DigiRehab i hjemmeplejen',
    'DigiRehab',
    'Øjenstyring på bosteder',
  ].map((title) => aProject({ id: title.slice(0, 4), title }));
  const titles = (words: string) => projectsLike(projects, words).map((project) => project.title);

  it('is found by a part of its name, whatever the keyboard', () => {
    expect(titles('traenere')).toEqual(['Digi-trænere i hjemmeplejen']);
    expect(titles('OEJENSTYRING')).toEqual(['Øjenstyring på bosteder']);
    expect(titles('hjemmeplejen digi')).toHaveLength(2);
  });
  it('comes alone when the name is exactly that', () =>
    expect(titles('digirehab')).toEqual(['DigiRehab']));
  it('is not found by nothing', () => expect(titles(' ?')).toEqual([]));
  it.each([
    ['other signs between the words', '»digi trænere«'],
    ['other spaces between them', 'øjenstyring\u00a0 på'],
    ['a letter in two signs', 'pa\u030a bosteder'],
    ['its number', 'Øjen'],
    ['its name and its number', 'Øjenstyring på bosteder (Øjen)'],
  ])('is found by %s', (_, words) => expect(titles(words)).toHaveLength(1));
  it('that shares its name comes with its namesakes, and alone by its number', () => {
    const three = ['P1', 'P2', 'P3'].map((id) => aProject({ id, title: 'Blå  Bøg' }));
    expect(projectsLike(three, 'blaa bøg').map(({ id }) => id)).toEqual(['P1', 'P2', 'P3']);
    expect(projectsLike(three, 'p2').map(({ id }) => id)).toEqual(['P2']);
  });
});

describe('pulje', () => {
  it('shows the balances to those who may see them, and a kind word to others', async () => {
    const balance = {
      budgetOre: 200_000_00,
      reservedOre: 0,
      grantedOre: 85_000_00,
      spentOre: 0,
      releasedOre: 0,
      availableOre: 115_000_00,
    };
    const [pool] = seededPools(2026, defaultAreas);
    const lines = pool ? [{ pool, revision: '', balance, shortOre: 0 }] : [];
    const chef = fakeBot({ poolsFor: () => lines });
    await said(chef.parts, anInbound(), 'Puljer');
    expect(JSON.stringify(chef.outbound.sent[0]?.card)).toContain('115.000\u00a0kr.');
    const other = fakeBot({ poolsFor: () => null });
    await said(other.parts, anInbound(), 'pulje');
    expect(JSON.stringify(other.outbound.sent[0]?.card)).not.toContain('kr.');
  });
});

describe('pulje in a year that nobody has opened', () => {
  it('says so, and not that the money is gone', async () => {
    const bot = fakeBot({ poolsFor: () => [], year: () => 2027 });
    await said(bot.parts, anInbound(), 'pulje');
    const card = JSON.stringify(bot.outbound.sent[0]?.card);
    expect(card).toContain('2027 er ikke åbnet endnu');
    expect(card).toContain('Pengene er ikke brugt');
  });
});

const waits = (view: RequestView, reader: Reader, what: 'answer' | 'reply'): WaitingMatter => ({
  type: 'request',
  since: view.request.askedAt,
  waits: what,
  waiting: { view, reader, waits: what },
});

describe('opgaver', () => {
  it('is one short card, the first button to the tab, in the chat of whoever asks', async () => {
    const tasks = { answers: 2, waitsOn: 1, day: '2026-11-23', tasks: [] };
    const bot = fakeBot({ tasksOf: () => tasks });
    await said(bot.parts, anInbound(), 'opgaver');
    const card = JSON.stringify(bot.outbound.sent[0]?.card);
    expect(bot.outbound.sent).toHaveLength(1);
    expect(card).toContain('2 sager venter på dit svar');
    const titles = [...card.matchAll(/"type":"Action\.[A-Za-z]+","title":"([^"]+)"/g)];
    expect(titles[0]?.[1]).toBe('Se alle dine opgaver');
  });
});

describe('mine', () => {
  it('shows what waits as cards, and keeps each copy so that it stays true', async () => {
    const view = aView();
    const reader = aReader(view);
    const bot = fakeBot({ waitingFor: () => [waits(view, reader, 'answer')] });
    for (const keep of await said(bot.parts, anInbound(), 'mine')) await keep();
    expect(bot.outbound.sent).toHaveLength(1);
    expect(bot.outbound.sent[0]?.summary).toContain('Gate');
    expect(JSON.stringify(bot.outbound.sent[0]?.card)).toContain('29:omsorg');
    expect(bot.copies).toMatchObject([
      { requestId: view.request.id, activityId: 'sent-1', kind: 'ask' },
    ]);
  });

  it('shows a lead the question, with its field', async () => {
    const view = aView({ statements: [aStatement({ id: 'q1', text: 'Hvor mange?' })] });
    const reader = aReader(view, lead);
    const bot = fakeBot({ waitingFor: () => [waits(view, reader, 'reply')] });
    for (const keep of await said(bot.parts, anInbound({ personId: lead.id }), 'mine'))
      await keep();
    expect(JSON.stringify(bot.outbound.sent[0]?.card)).toContain('Send svaret');
    expect(bot.copies).toMatchObject([{ kind: 'question', about: 'q1' }]);
  });

  it('shows five at once and says how many more there are', async () => {
    const view = aView();
    const waiting = Array.from({ length: 8 }, () => waits(view, aReader(view), 'answer'));
    const bot = fakeBot({ waitingFor: () => waiting });
    await said(bot.parts, anInbound(), 'mine');
    expect(bot.outbound.sent).toHaveLength(6);
    expect(JSON.stringify(bot.outbound.sent.at(-1)?.card)).toContain('3 sager mere');
  });

  it('says when nothing waits', async () => {
    const bot = fakeBot();
    await said(bot.parts, anInbound(), 'mine');
    expect(JSON.stringify(bot.outbound.sent[0]?.card)).toContain('Intet venter på dig');
  });
});

describe('status', () => {
  const projects = ['DigiRehab i hjemmeplejen', 'DigiRehab, træning i eget hjem'].map(
    (title, index) => aProject({ id: `p${index}`, title }),
  );
  const answerTo = async (text: string): Promise<string> => {
    const bot = fakeBot({ projects: () => projects });
    await said(bot.parts, anInbound(), text);
    expect(bot.outbound.sent).toHaveLength(1);
    return JSON.stringify(bot.outbound.sent[0]?.card);
  };

  it('of one project', async () =>
    expect(await answerTo('status eget hjem')).toContain('Prioritet:'));
  it('asks which of several', async () => {
    const card = await answerTo('status digirehab');
    expect(card).toContain('Hvilket projekt mener du?');
    expect(card).toContain('"command":"status DigiRehab i hjemmeplejen"');
  });
  it('tells namesakes apart by area, municipality and number, with a button each', async () => {
    const namesakes = [
      aProject({ id: 'P043', title: 'Skærmbesøg', leadArea: 'omsorg', municipality: 'Viborg' }),
      aProject({ id: 'P044', title: 'Skærmbesøg', leadArea: 'social', municipality: 'Skive' }),
    ];
    const bot = fakeBot({ projects: () => namesakes });
    await said(bot.parts, anInbound(), 'Status: skærmbesøg?');
    const card = JSON.stringify(bot.outbound.sent[0]?.card);
    expect(card).toContain('Omsorg · Viborg · P043');
    expect(card).toContain('Social · Skive · P044');
    expect(card).toContain('"command":"status P043"');
    expect(card).toContain('"command":"status P044"');
    await said(bot.parts, anInbound(), 'status P044');
    expect(JSON.stringify(bot.outbound.sent[1]?.card)).toContain('Prioritet:');
  });
  it('of none', async () =>
    expect(await answerTo('status zebra')).toContain('Det projekt fandt jeg ikke'));
  it('without a name', async () => expect(await answerTo('status')).toContain('Hvilket projekt?'));
  it('shows what a stranger writes as it is, never as markdown', async () => {
    const card = await answerTo('status [klik](https://evil.example) **fed**');
    expect(card).toContain('RichTextBlock');
    expect(card).not.toMatch(/"TextBlock","text":"[^"]*evil/);
  });
});
