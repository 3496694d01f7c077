import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import { interestIn } from '#shared/useCases/checklist/interestHeld.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { anIdea } from '../builders/idea.ts';
import { ledere } from '../builders/interest.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const id = interestIdOf('p1');
const chef = 'chef-omsorg';
const high = 'Ja, høj prioritet';
const low = 'Ja, lav prioritet';
const all = [
  high,
  'Ja, middel prioritet',
  low,
  'Ikke nu',
  'Nej, ingen interesse',
  'Spørg idégiveren',
];

/** The card that asks whether an idea is wanted, pressed as Teams does. */
class InterestBot extends CardBot {
  static async asked(deadlineMs?: number): Promise<InterestBot> {
    const deps = testDeps();
    furnish(deps.stores);
    deps.stores.people.put(...ledere);
    deps.stores.projects.put(anIdea());
    const bot = new InterestBot(deps, {}, deadlineMs);
    await moveInterest(deps, actor('digitek'), id, { type: 'asked', revision: 0, askedId: null });
    await deps.settle();
    return bot;
  }

  card(by = chef, kind = 'interestAsk', about = 1): Promise<unknown> {
    return this.send(by, 'refreshInterest', { interestId: id, revision: 0, kind, about });
  }

  events(): readonly string[] {
    return interestIn(this.deps.stores, 'p1').events.map(({ kind }) => kind);
  }

  idea() {
    return this.deps.stores.projects.get('p1')?.value;
  }
}

describe('the card', () => {
  it('takes a yes, asks for the owner, and becomes a receipt that may be changed', async () => {
    const bot = await InterestBot.asked();
    const card = await bot.card();
    expect(labelsOn(card)).toEqual(all);
    expect(saidOn(card)).toContain('Du spørges, fordi idéen hører til Omsorg.');
    const owner = await bot.press(chef, card, high, { comment: 'Den er god.' });
    expect(saidOn(owner)).toContain('Hvem skal være projektejer?');
    expect(labelsOn(owner)).toEqual([
      'Gør til projektejer',
      'Jeg er selv ejer',
      'Det ved jeg ikke endnu',
    ]);
    const receipt = await bot.press(chef, owner, 'Gør til projektejer', { owner: 'leder-ost' });
    expect(saidOn(receipt)).toContain('Du svarede: ja, høj prioritet');
    expect(saidOn(receipt)).toContain('Leder, plejecentre Øst');
    const again = await bot.press(chef, receipt, 'Ret prioriteten');
    expect(labelsOn(again)).toEqual(all.slice(0, -1));
    await bot.press(chef, again, low);
    expect(bot.idea()).toMatchObject({ firstPriority: 'low', ownerId: 'leder-ost' });
    expect(bot.events()).toEqual(['asked', 'yes', 'owner', 'yes']);
  });

  it.each([
    ['Jeg er selv ejer', chef],
    ['Det ved jeg ikke endnu', null],
  ])('»%s« ends it', async (label, ownerId) => {
    const bot = await InterestBot.asked();
    const owner = await bot.press(chef, await bot.card(), high);
    const receipt = await bot.press(chef, owner, label);
    expect(saidOn(receipt)).toContain('Du svarede: ja');
    expect(bot.idea()?.ownerId).toBe(ownerId);
  });

  it('says of nobody that an owner is found later when somebody was named', async () => {
    const bot = await InterestBot.asked();
    const owner = await bot.press(chef, await bot.card(), high);
    await bot.press(chef, owner, 'Gør til projektejer', { owner: 'leder-ost' });
    // As it is for a moment, before what follows from the answer is written in the idea.
    bot.deps.stores.projects.put(
      anIdea({ firstPriority: 'high', firstPriorityBy: 'Chef, Omsorg' }),
    );
    expect(saidOn(await bot.card())).not.toContain('Projektejeren findes senere');
  });

  it('an owner who was not chosen is asked for again', async () => {
    const bot = await InterestBot.asked();
    const owner = await bot.press(chef, await bot.card(), high);
    const again = await bot.press(chef, owner, 'Gør til projektejer', { owner: '' });
    expect(saidOn(again)).toContain('Vælg, hvem der er ejer');
    expect(bot.events()).toEqual(['asked', 'yes']);
  });

  it.each([
    ['Nej, ingen interesse', 'no'],
    ['Spørg idégiveren', 'question'],
  ])('asks for a word before »%s«, and keeps what was typed', async (label, kind) => {
    const bot = await InterestBot.asked();
    const again = await bot.press(chef, await bot.card(), label, { comment: 'nå' });
    expect(bot.events()).toEqual(['asked']);
    expect(saidOn(again)).toContain('Der mangler et ord');
    expect(typedOn(again)).toBe('nå');
    await bot.press(chef, again, label, { comment: 'Hvor mange borgere?' });
    expect(bot.events()).toEqual(['asked', kind]);
  });

  it('brings a question to whoever gave the idea, whose reply it then shows', async () => {
    const bot = await InterestBot.asked();
    await bot.press(chef, await bot.card(), 'Spørg idégiveren', { comment: 'Hvor mange borgere?' });
    const asked = await bot.card('stranger', 'interestQuestion', 2);
    expect(saidOn(asked)).toContain('du har givet idéen');
    const replied = await bot.press('stranger', asked, 'Send svaret', { comment: 'Cirka 40.' });
    expect(saidOn(replied)).toContain('Dit svar er sendt');
    expect(saidOn(await bot.card())).toContain('Svar fra idégiveren');
  });

  it('tells whoever gave it with the chef’s own words', async () => {
    const bot = await InterestBot.asked();
    await bot.press(chef, await bot.card(), 'Ikke nu', { comment: 'Spørg igen til sommer.' });
    const told = await bot.card('stranger', 'interestAuthor', 2);
    expect(saidOn(told)).toContain('Chef, Omsorg svarede: ikke nu');
    expect(saidOn(told)).toContain('Spørg igen til sommer.');
    expect(saidOn(await bot.say('stranger', 'hvor er min idé?'))).toContain(
      'Chef, Omsorg sagde: ikke nu',
    );
  });

  it('is shown to whoever asks what waits, and works for an old client', async () => {
    const bot = await InterestBot.asked();
    expect(saidOn(await bot.say(chef, 'mine'))).toContain('Skal DigiTek gå videre med idéen?');
    await bot.submit(chef, await bot.card(), high);
    expect(bot.idea()?.firstPriority).toBe('high');
  });
});

describe('a press that does not count', () => {
  it.each(['chef-social', 'consultant', 'leder-ost', 'nobody'])(
    'by %s changes nothing',
    async (by) => {
      const bot = await InterestBot.asked();
      const card = await bot.card();
      for (const label of labelsOn(card)) {
        const shown = await bot.press(by, card, label, { comment: 'Det må vente lidt.' });
        expect(saidOn(shown)).toContain('Den venter ikke på dig');
        expect(labelsOn(shown)).toEqual([]);
      }
      expect(bot.events()).toEqual(['asked']);
    },
  );

  it('is delivered up to five times, together and after each other, and counts once', async () => {
    const bot = await InterestBot.asked();
    const card = await bot.card();
    const press = () => bot.press(chef, card, high);
    for (const shown of [...(await Promise.all(Array.from({ length: 5 }, press))), await press()])
      expect(saidOn(shown)).toContain('Hvem skal være projektejer?');
    expect(bot.events()).toEqual(['asked', 'yes']);
  });

  it('is another answer on the card from before the first', async () => {
    const bot = await InterestBot.asked();
    const card = await bot.card();
    await bot.press(chef, card, 'Ikke nu');
    const late = await bot.press(chef, card, high);
    expect(saidOn(late)).toContain('Der var allerede svaret. Trykket ændrede ikke noget.');
    expect(bot.events()).toEqual(['asked', 'notNow']);
  });

  it.each([
    ['a priority that is only for SKAL', { priority: 'veryHigh' }],
    ['no priority', { priority: undefined }],
    ['an ask of text', { ask: 'en' }],
    ['an id that is none', { interestId: 'p9:interest' }],
    ['another step', { interestId: 'p1:ideaOwner' }],
  ])('with %s is refused kindly', async (_, more) => {
    const bot = await InterestBot.asked();
    const data = { interestId: id, ask: 1, revision: 1, priority: 'high' };
    expect(await bot.send(chef, 'wantIdea', { ...data, ...more })).toBeDefined();
    expect(bot.events()).toEqual(['asked']);
  });
});

describe('lists that are slow or gone', () => {
  it('says that it is on its way, and then how it went', async () => {
    const bot = await InterestBot.asked(20);
    const card = await bot.card();
    const { insert } = bot.deps.stores.interests;
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    bot.deps.stores.interests.insert = async (value) => {
      await held;
      return insert.call(bot.deps.stores.interests, value);
    };
    expect(saidOn(await bot.press(chef, card, high))).toContain('Modtaget');
    go();
    await bot.fakes.settled();
    expect(bot.idea()?.firstPriority).toBe('high');
  });

  it('says that nothing is stored, and keeps what was typed', async () => {
    const bot = await InterestBot.asked();
    const card = await bot.card();
    bot.deps.stores.interests.readWhere = async () => {
      throw new Fault('graph.unavailable', { outcome: 'notSent' });
    };
    const shown = await bot.press(chef, card, high, { comment: 'God idé.' });
    expect(typedOn(shown)).toBe('God idé.');
    expect(bot.events()).toEqual(['asked']);
  });
});
