import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/useCases/ports.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { anIdea } from '../builders/idea.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const by = 'stranger';
const send = 'Send idéen';
const written = { title: 'Kørestol med styring', why: 'Så går man sammen.', area: 'omsorg' };

class IdeaBot extends CardBot {
  static begun(): IdeaBot {
    const deps = testDeps();
    furnish(deps.stores);
    return new IdeaBot(deps);
  }

  ideas() {
    return this.deps.stores.projects.all().map(({ value }) => value);
  }
}

describe('ny idé', () => {
  it('is a form, and becomes an idea in the idea bank with its author', async () => {
    const bot = IdeaBot.begun();
    const form = await bot.say(by, 'ny idé');
    expect(labelsOn(form)).toEqual([send]);
    const receipt = await bot.press(by, form, send, written);
    expect(saidOn(receipt)).toContain('DigiTek har fået din idé');
    expect(bot.ideas()).toMatchObject([
      {
        ...{ title: written.title, purpose: written.why, leadArea: 'omsorg' },
        ...{ status: 'raw', phase: 'idea', createdById: by },
      },
    ]);
  });

  it.each([
    ['ny idé: en lampe, der vågner', 'en lampe, der vågner'],
    ['Ny ide - en lampe', 'en lampe'],
    ['Jeg har en idé', ''],
    ['hej, ny idé tak', ''],
  ])('»%s« brings its words along', async (text, title) => {
    const form = JSON.stringify(await IdeaBot.begun().say(by, text));
    expect(form).toContain('Send idéen');
    if (title !== '') expect(form).toContain(JSON.stringify(title));
  });

  it('has the area of whoever writes filled in', async () => {
    const form = JSON.stringify(await IdeaBot.begun().say('chef-sundhed', 'ny idé'));
    expect(form).toContain('"value":"sundhed"');
  });

  it('is one idea, however often it is pressed', async () => {
    const bot = IdeaBot.begun();
    const form = await bot.say(by, 'ny idé');
    const press = () => bot.press(by, form, send, written);
    for (const shown of [...(await Promise.all([press(), press(), press()])), await press()])
      expect(saidOn(shown)).toContain('DigiTek har fået din idé');
    expect(bot.ideas()).toHaveLength(1);
  });

  it.each([
    ['without a word', { title: ' ' }, 'Skriv et par ord'],
    ['with too many', { title: 'x'.repeat(256) }, 'Der er plads til 255 tegn'],
    ['with a number like a person’s', { why: 'Hun hedder 010190-1234.' }, 'ligner et CPR-nummer'],
    ['in an area that is none', { area: 'skat' }, 'findes ikke'],
  ])('%s is not sent, and what was typed stays', async (_, more, why) => {
    const bot = IdeaBot.begun();
    const form = await bot.say(by, 'ny idé');
    const again = await bot.press(by, form, send, { ...written, ...more });
    expect(saidOn(again)).toContain(why);
    expect(bot.ideas()).toEqual([]);
    await bot.press(by, again, send, written);
    expect(bot.ideas()).toHaveLength(1);
  });

  it('is answered with what it is alike, why and where that stands, two at most', async () => {
    const bot = IdeaBot.begun();
    const chairs = ['Kørestole til alle', 'Kørestolsgynge', 'Styring af kørestol', 'Sang'];
    bot.deps.stores.projects.put(
      ...chairs.map((title, at) => anIdea({ id: `c${at}`, title, purpose: '', status: 'stopped' })),
    );
    const receipt = await bot.press(by, await bot.say(by, 'ny idé'), send, written);
    const said = saidOn(receipt).replace(/\s+,/g, ',').replace(/\s+/g, ' ');
    expect(said).toContain('Det ligner');
    expect(said).toContain('Hos os · stoppet');
    expect(said).toContain('Begge: Styring, kørestol');
    expect(chairs.filter((title) => said.includes(`${title} (`))).toHaveLength(2);
    expect(said).not.toContain('Sang');
    expect(said.split(written.title)).toHaveLength(2);
  });

  it('is answered with no such heading when nothing is', async () => {
    const bot = IdeaBot.begun();
    bot.deps.stores.projects.put(anIdea({ title: 'Fælles sang', purpose: '' }));
    const receipt = await bot.press(by, await bot.say(by, 'ny idé'), send, written);
    expect(saidOn(receipt)).not.toContain('Det ligner');
  });

  it('under another’s key is not theirs to see', async () => {
    const bot = IdeaBot.begun();
    const form = await bot.say(by, 'ny idé');
    await bot.press(by, form, send, written);
    const stolen = await bot.press('owner', form, send, { ...written, title: 'Min egen' });
    expect(JSON.stringify(stolen)).not.toContain(written.title);
    expect(bot.ideas()).toHaveLength(1);
  });

  it('is kept in the form when the list does not answer', async () => {
    const bot = IdeaBot.begun();
    const form = await bot.say(by, 'ny idé');
    bot.deps.stores.projects.insert = async () => {
      throw new Fault('graph.unavailable', { outcome: 'notSent' });
    };
    const again = await bot.press(by, form, send, written);
    expect(saidOn(again)).toContain('Intet er gemt');
    expect(JSON.stringify(again)).toContain(written.why);
  });
});

describe('hvor er min idé?', () => {
  const withIdea = async (): Promise<IdeaBot> => {
    const bot = IdeaBot.begun();
    await bot.press(by, await bot.say(by, 'ny idé'), send, written);
    return bot;
  };

  it('says who has it, since when, and what comes next', async () => {
    const bot = await withIdea();
    const card = saidOn(await bot.say(by, 'hvor er min idé?'));
    for (const words of ['Den er hos team DigiTek', 'Siden i dag', 'køb eller et'])
      expect(card).toContain(words);
    expect(card).toContain('Du kan stadig skrive videre');
  });

  it.each(['Hvor er min ide', 'min idé', 'mine idéer', 'hej hvor er min idé tak'])(
    'is understood as »%s«',
    async (text) => {
      expect(saidOn(await (await withIdea()).say(by, text))).toContain('Den er hos team DigiTek');
    },
  );

  it('follows it when DigiTek takes it, and then it is theirs to write', async () => {
    const bot = await withIdea();
    const [idea] = bot.ideas();
    const id = idea?.id ?? '';
    const change = async (as: string, changes: object) => {
      const revision = bot.deps.stores.projects.get(id)?.etag ?? '';
      const result = await editProject(bot.deps, actor(as), { id, revision, changes });
      await bot.deps.settle();
      return result.ok;
    };
    expect(await change(by, { purpose: 'Så ser man hinanden.' })).toBe(true);
    expect(await change(by, { askOre: 1 })).toBe(false);
    expect(await change('consultant', { leadId: 'lead' })).toBe(true);
    expect(await change(by, { purpose: 'Alligevel ikke.' })).toBe(false);
    const card = saidOn(await bot.say(by, 'min idé'));
    expect(card).toContain('Den er hos Projektleder, DigiTek');
    expect(card).not.toContain('Du kan stadig skrive videre');
  });

  it('is nobody else’s', async () => {
    const bot = await withIdea();
    expect(saidOn(await bot.say('owner', 'min idé'))).toContain('Du har ingen idéer hos os endnu');
  });
});
