import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { allStories, storyIn } from '#shared/useCases/stories/stories.ts';
import { TeamsMessenger } from '../../bot/turn/messenger.ts';
import { aRequest } from '../builders/request.ts';
import { labelsOn, StoryBot, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';

const chef = 'chef-omsorg';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** Requests for the chef, asked at these moments. */
const askedAt = async (bot: StoryBot, ...moments: readonly string[]): Promise<void> => {
  for (const [at, moment] of moments.entries())
    await bot.deps.stores.requests.insert(
      aRequest({ id: `p1-gate2-${at + 1}`, projectId: 'p1', askedAt: moment }),
    );
};

describe('mine', () => {
  it('shows a story that waits, and keeps the copy true', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.say(chef, 'mine');
    expect(labelsOn(card)).toContain('OK, må slås op');
    const [copy] = bot.deps.stores.messages
      .all()
      .map((row) => row.value)
      .filter(({ id: key }) => key.includes(':mine:'));
    expect(copy).toMatchObject({ kind: 'storyAsk', storyId: id, about: '2', requestId: null });
    await bot.does(id, chef, 'approved');
    const { known, outbound, links } = bot.fakes.parts;
    const { readerFor, chefs, ...useCases } = bot.fakes.parts.useCases;
    const actorOf = (id: string) => useCases.actorOf(id, '');
    const feed = { tell: async () => ({ type: 'told' }) as const };
    const messenger = new TeamsMessenger({
      known,
      outbound,
      feed,
      links,
      readerFor,
      actorOf,
      chefs,
    });
    await known.keepPersonal(chef, {
      serviceUrl: copy ? 'https://smba.trafficmanager.net/teams/' : '',
      conversationId: `a:${chef}`,
    });
    await deliver(bot.deps, messenger);
    const redrawn = bot.fakes.outbound.updated.find(({ activityId }) => activityId === 'sent-1');
    expect(saidOn(redrawn?.card)).toContain('Du sagde OK');
    expect(redrawn?.summary).not.toContain('Nattevagten');
  });

  it('puts requests and stories in one row, oldest first', async () => {
    const bot = new StoryBot();
    await askedAt(bot, '2027-03-01T08:00:00Z', '2027-03-04T08:00:00Z');
    await bot.begin('story-one');
    await bot.say(chef, 'mine');
    const summaries = bot.fakes.outbound.sent.map(({ summary }) => summary.slice(0, 4));
    expect(summaries).toEqual(['Gate', 'Mikr', 'Gate']);
  });

  it('shows five of both, and says how many more there are', async () => {
    const bot = new StoryBot();
    await askedAt(bot, '2027-03-01T08:00:00Z', '2027-03-01T09:00:00Z', '2027-03-01T10:00:00Z');
    for (const key of ['story-a', 'story-b', 'story-c', 'story-d']) await bot.begin(key);
    const last = await bot.say(chef, 'mine');
    expect(bot.fakes.outbound.sent).toHaveLength(6);
    expect(saidOn(last)).toContain('Der venter 2 sager mere på dig');
  });

  it('shows nothing of what waits for others', async () => {
    const bot = new StoryBot();
    await bot.begin('story-one');
    expect(saidOn(await bot.say('chef-sundhed', 'mine'))).toContain('Intet venter på dig');
  });
});

const filled = { medium: 'TV2', contact: 'Mette, 87 87 87 87', question: 'Hvad koster det?' };

describe('presse', () => {
  it('is one of the commands', async () => {
    expect(saidOn(await new StoryBot().say(chef, 'hjælp'))).toContain('presse');
  });

  it.each(['presse', 'PRESSE', '/presse', '<at>DigiTek</at> presse'])(
    '%s gives the form',
    async (said) => {
      const card = await new StoryBot().say('leder', said);
      expect(labelsOn(card)).toEqual(['Send henvendelsen']);
    },
  );

  it('puts the words that came along in the question', async () => {
    const card = await new StoryBot().say('leder', 'presse TV2 vil høre om hjælp om natten');
    expect(typedOn(card, 'question')).toBe('TV2 vil høre om hjælp om natten');
  });

  it('is not for somebody without a role', async () => {
    const bot = new StoryBot();
    expect(saidOn(await bot.say('nobody', 'presse'))).toContain('Det kan kun');
    const key = 'press-00000000-0000-4000-8000-000000000000';
    await bot.send('nobody', 'logPress', { key, ...filled, project: '' });
    expect(allStories(bot.deps)).toEqual([]);
  });

  it('asks the project owner who is a leder, once, however often it is pressed', async () => {
    const bot = new StoryBot();
    const project = bot.deps.stores.projects.get('p1')?.value;
    const owner = { ...project, ownerId: 'leder' };
    const row = bot.deps.stores.projects.get('p1');
    if (row) await bot.deps.stores.projects.update(row, owner);
    const card = await bot.say('chef-omsorg', 'presse');
    const inputs = { ...filled, project: project?.title.split(' ')[0] };
    const shown = await Promise.all(
      [1, 2, 3].map(() => bot.press('chef-omsorg', card, 'Send henvendelsen', inputs)),
    );
    for (const one of shown) expect(saidOn(one)).toContain('Henvendelsen er sendt');
    const [story, ...others] = allStories(bot.deps);
    expect(others).toEqual([]);
    expect(story).toMatchObject({ kind: 'press', state: 'asked', projectId: 'p1' });
    expect(story?.about).toMatchObject({ title: 'TV2', lederId: 'leder' });
    expect(story?.version.text).toBe('Hvad koster det?\n\nKontakt: Mette, 87 87 87 87');
    const asked = await bot.card('leder', story?.id ?? '', 2);
    expect(saidOn(asked)).toContain('Svar inden torsdag kl. 16');
    expect(saidOn(asked)).toContain('Hvad koster det?');
  });

  it('stands as a draft for the team when there is no leder to ask', async () => {
    const bot = new StoryBot();
    const card = await bot.say('leder', 'presse');
    const shown = await bot.press('leder', card, 'Send henvendelsen', { ...filled, project: '' });
    expect(saidOn(shown)).toContain('Ingen leder er spurgt endnu');
    expect(allStories(bot.deps)).toMatchObject([{ state: 'draft', projectId: null }]);
  });

  it.each([
    ['no medium', { medium: ' ' }, 'hvilket medie'],
    ['a long medium', { medium: 'x'.repeat(121) }, '120 tegn'],
    ['no question', { question: '' }, 'hvad der bliver spurgt om'],
    ['a long question', { question: 'x'.repeat(3_001) }, '3.000 tegn'],
    ['a project that is not there', { project: 'findes ikke' }, 'fandt jeg ikke'],
    ['a CPR number', { question: 'Hvad med 010180-1234?' }, 'ligner et cpr-nummer'],
  ])('puts the form back when it has %s', async (_, more, why) => {
    const bot = new StoryBot();
    const card = await bot.say('leder', 'presse');
    const inputs = { ...filled, project: '', ...more };
    const shown = await bot.press('leder', card, 'Send henvendelsen', inputs);
    expect(saidOn(shown)).toContain(why);
    expect(typedOn(shown, 'contact')).toBe(filled.contact);
    expect(allStories(bot.deps)).toEqual([]);
    await bot.press('leder', shown, 'Send henvendelsen', { ...filled, project: '' });
    expect(allStories(bot.deps)).toHaveLength(1);
  });

  it('asks once whether a doubtful number is somebody’s; pressed once more it is nobody’s', async () => {
    const bot = new StoryBot();
    const card = await bot.say('leder', 'presse');
    const inputs = { ...filled, project: '', question: 'Hvad med ordre 0707411234?' };
    const shown = await bot.press('leder', card, 'Send henvendelsen', inputs);
    expect(saidOn(shown)).toContain('Er 07…34 et cpr-nummer?');
    expect(saidOn(shown)).not.toContain('0707411234');
    const other = { ...inputs, question: 'Hvad med ordre 3112591234?' };
    const again = await bot.press('leder', shown, 'Send henvendelsen', other);
    expect(saidOn(again)).toContain('Er 31…34 et cpr-nummer?');
    expect(allStories(bot.deps)).toEqual([]);
    await bot.press('leder', again, 'Send henvendelsen', other);
    expect(allStories(bot.deps)).toHaveLength(1);
  });

  it("is not a way into another's story", async () => {
    const bot = new StoryBot();
    const key = 'press-00000000-0000-4000-8000-000000000000';
    await bot.begin(key);
    const before = bot.events(key);
    const shown = await bot.send('leder', 'logPress', { key, ...filled, project: '' });
    expect(String(shown)).toContain('Det kan kun');
    expect(bot.events(key)).toEqual(before);
    expect(storyIn(bot.deps, key)?.kind).toBe('microStory');
  });

  it.each([
    ['was never sent', { outcome: 'notSent' }, 'kunne ikke gemme den lige nu'],
    ['may have come through', {}, 'Måske er den sendt Jeg ved ikke, om den blev gemt'],
  ])('puts the form back when the lists are gone and it %s', async (_what, context, words) => {
    const bot = new StoryBot(() => ({
      logEnquiry: async () => {
        throw new Fault('graph.unavailable', context);
      },
    }));
    const card = await bot.say('leder', 'presse');
    const shown = await bot.press('leder', card, 'Send henvendelsen', { ...filled, project: '' });
    expect(saidOn(shown)).toContain(words);
    expect(typedOn(shown, 'question')).toBe(filled.question);
  });
});
