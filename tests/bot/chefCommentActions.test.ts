import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { chefCommentIn } from '#shared/useCases/checklist/chefCommentsHeld.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const step = 'ideaChef';
const id = chefCommentIdOf('p1', step);
const chef = 'chef-omsorg';
const own = 'Omsorgs pulje betaler';
const common = 'Fællespuljen betaler';
const several = 'Flere puljer deler';
const all = [own, common, several, 'Gem kun kommentaren', 'Spørg projektlederen'];

/** The chef's card before gate 1, pressed as Teams does. */
class ChefBot extends CardBot {
  static async asked(deadlineMs?: number): Promise<ChefBot> {
    const deps = testDeps();
    aWorld(deps, 'gate1', { shares: [] });
    deps.stores.steps.rows.delete(id);
    const bot = new ChefBot(deps, {}, deadlineMs);
    await moveChefComment(deps, actor('lead'), id, { type: 'asked', revision: 0 });
    await deps.settle();
    return bot;
  }

  card(by = chef, kind = 'chefAsk', about = 1): Promise<unknown> {
    return this.send(by, 'refreshChefComment', { chefCommentId: id, revision: 0, kind, about });
  }

  events(): readonly string[] {
    return chefCommentIn(this.deps.stores, 'p1', step).events.map(({ kind }) => kind);
  }

  payer(): unknown {
    return chefCommentIn(this.deps.stores, 'p1', step).word?.payer ?? null;
  }
}

describe('the chef’s card', () => {
  it('is answered with one press on a pool, and becomes a receipt that may be changed', async () => {
    const bot = await ChefBot.asked();
    const card = await bot.card();
    expect(labelsOn(card)).toEqual(all);
    const receipt = await bot.press(chef, card, own, { comment: 'God idé.' });
    await bot.deps.settle();
    expect([bot.events(), bot.payer()]).toEqual([['asked', 'chosen'], 'area:omsorg']);
    expect(saidOn(receipt)).toContain('Du valgte Omsorgs pulje');
    expect(saidOn(receipt)).toContain('den beslutter du');
    const again = await bot.press(chef, receipt, 'Vælg en anden pulje');
    await bot.press(chef, again, common);
    expect(bot.payer()).toBe('common');
    expect(saidOn(await bot.card())).toContain('Du valgte fællespuljen');
  });

  it.each([
    [several, 'chosen'],
    ['Gem kun kommentaren', 'commented'],
    ['Spørg projektlederen', 'question'],
  ])('asks for a word before »%s«, and keeps what was typed', async (label, kind) => {
    const bot = await ChefBot.asked();
    const again = await bot.press(chef, await bot.card(), label, { comment: 'nå' });
    expect(bot.events()).toEqual(['asked']);
    expect(saidOn(again)).toContain('Der mangler et ord');
    expect(typedOn(again)).toBe('nå');
    await bot.press(chef, again, label, { comment: 'Det er vigtigt for Sundhed.' });
    expect(bot.events()).toEqual(['asked', kind]);
  });

  it('asks only for the pool after the comment', async () => {
    const bot = await ChefBot.asked();
    const after = await bot.press(chef, await bot.card(), 'Gem kun kommentaren', {
      comment: 'Tag tandplejen med.',
    });
    expect(saidOn(after)).toContain('Kun puljen mangler');
    expect(labelsOn(after)).toEqual([own, common, several, 'Spørg projektlederen']);
  });

  it('brings a question to the lead, whose reply it then shows', async () => {
    const bot = await ChefBot.asked();
    const comment = 'Er tandplejen med?';
    await bot.press(chef, await bot.card(), 'Spørg projektlederen', { comment });
    const asked = await bot.card('lead', 'chefQuestion', 2);
    expect(saidOn(asked)).toContain(comment);
    const empty = await bot.press('lead', asked, 'Send svaret', { comment: '' });
    expect(saidOn(empty)).toContain('Der mangler et ord');
    const replied = await bot.press('lead', empty, 'Send svaret', { comment: 'Ja, fra marts.' });
    expect(saidOn(replied)).toContain('Dit svar er sendt');
    expect(saidOn(await bot.card())).toContain('Ja, fra marts.');
  });

  it('works for an old client, which sends the fallback as a message', async () => {
    const bot = await ChefBot.asked();
    await bot.submit(chef, await bot.card(), own);
    expect(bot.payer()).toBe('area:omsorg');
    expect(saidOn(bot.fakes.outbound.updated.at(-1)?.card)).toContain('Du valgte');
  });

  it('is shown to whoever asks what waits, once', async () => {
    const bot = await ChefBot.asked();
    expect(saidOn(await bot.say(chef, 'mine'))).toContain('Hvilken pulje skal betale');
  });
});

describe('the lead asks in chat', () => {
  const approved = async (more: object = {}): Promise<ChefBot> => {
    const deps = testDeps();
    aWorld(deps, 'gate1', { shares: [], ...more });
    deps.stores.steps.rows.delete(id);
    deps.stores.steps.rows.delete('p1:ideaOwner');
    const bot = new ChefBot(deps);
    const approvalId = 'p1:ideaOwner';
    await moveApproval(deps, actor('lead'), approvalId, { type: 'asked', revision: 0 });
    const yes = { type: 'approved', ask: 1, comment: '' } as const;
    await moveApproval(deps, actor('owner'), approvalId, yes);
    await deps.settle();
    return bot;
  };
  const toldCard = (bot: ChefBot, by = 'lead') =>
    bot.send(by, 'refreshApproval', {
      ...{ approvalId: 'p1:ideaOwner', revision: 0, kind: 'approvalTold', about: 2 },
    });

  it('with one press on the card that says the owner has approved, once however often', async () => {
    const bot = await approved();
    const told = await toldCard(bot);
    expect(labelsOn(told)).toEqual(['Spørg chefen']);
    for (const shown of [
      await bot.press('lead', told, 'Spørg chefen'),
      await bot.press('lead', told, 'Spørg chefen'),
    ])
      expect(saidOn(shown)).toContain('Chef, Omsorg er spurgt');
    expect(bot.events()).toEqual(['asked']);
  });

  it('and is told what is missing first', async () => {
    const bot = await approved({ askOre: null });
    const shown = await bot.press('lead', await toldCard(bot), 'Spørg chefen');
    expect(saidOn(shown)).toContain('Beløbet mangler');
    expect(bot.events()).toEqual([]);
  });

  it('and nobody else does', async () => {
    const bot = await approved();
    const told = await toldCard(bot);
    for (const by of ['chef-social', 'owner', 'stranger'])
      await bot.press(by, told, 'Spørg chefen');
    expect(bot.events()).toEqual([]);
  });
});

describe('a press that does not count', () => {
  it.each(['chef-social', 'owner', 'consultant', 'stranger'])(
    'by %s changes nothing, and shows no money',
    async (by) => {
      const bot = await ChefBot.asked();
      const card = await bot.card();
      for (const label of labelsOn(card)) {
        const shown = await bot.press(by, card, label, { comment: 'Det må vente lidt.' });
        expect(saidOn(shown)).toContain('Den venter ikke på dig');
        expect(saidOn(shown)).not.toContain('kr.');
        expect(labelsOn(shown)).toEqual([]);
      }
      expect(bot.events()).toEqual(['asked']);
    },
  );

  it('is delivered up to five times, together and after each other, and counts once', async () => {
    const bot = await ChefBot.asked();
    const card = await bot.card();
    const press = () => bot.press(chef, card, own);
    for (const shown of [...(await Promise.all(Array.from({ length: 5 }, press))), await press()])
      expect(saidOn(shown)).toContain('Du valgte Omsorgs pulje');
    expect(bot.events()).toEqual(['asked', 'chosen']);
  });

  it('is another choice on the card from before the first', async () => {
    const bot = await ChefBot.asked();
    const card = await bot.card();
    await bot.press(chef, card, own);
    const late = await bot.press(chef, card, common);
    expect(saidOn(late)).toContain('Der var allerede svaret. Trykket ændrede ikke noget.');
    expect(bot.payer()).toBe('area:omsorg');
  });

  it('is on another price: the new one is shown, and can be answered', async () => {
    const bot = await ChefBot.asked();
    const old = await bot.card();
    const row = bot.deps.stores.projects.get('p1');
    if (row) await bot.deps.stores.projects.update(row, { askOre: 99_000_00 });
    const shown = await bot.press(chef, old, own, { comment: 'Fint' });
    expect(saidOn(shown)).toContain('Prisen er en anden nu');
    expect([saidOn(shown).includes('99.000'), typedOn(shown)]).toEqual([true, 'Fint']);
    await bot.press(chef, shown, own, { comment: 'Fint' });
    expect(bot.payer()).toBe('area:omsorg');
  });

  it.each([
    ['a pool of another area', { choice: 'area:social' }],
    ['no choice', { choice: undefined }],
    ['an ask of text', { ask: 'en' }],
    ['a price of text', { ore: 'gratis' }],
    ['an id that is none', { chefCommentId: 'p9:ideaChef' }],
    ['an owner’s approval', { chefCommentId: 'p1:ideaOwner' }],
  ])('with %s is refused kindly', async (_, more) => {
    const bot = await ChefBot.asked();
    const data = { chefCommentId: id, ask: 1, revision: 1, ore: 85_000_00, choice: 'own' };
    const shown = await bot.send(chef, 'choosePayer', { ...data, ...more });
    expect(shown).toBeDefined();
    expect(bot.events()).toEqual(['asked']);
  });
});

describe('lists that are slow or gone', () => {
  it('says that it is on its way, and then how it went', async () => {
    const bot = await ChefBot.asked(20);
    const card = await bot.card();
    const { insert } = bot.deps.stores.chefComments;
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    bot.deps.stores.chefComments.insert = async (value) => {
      await held;
      return insert.call(bot.deps.stores.chefComments, value);
    };
    const shown = await bot.press(chef, card, own);
    expect(saidOn(shown)).toContain('Modtaget');
    go();
    await bot.fakes.settled();
    expect(bot.payer()).toBe('area:omsorg');
  });

  it('says that nothing is stored, and keeps what was typed', async () => {
    const bot = await ChefBot.asked();
    const card = await bot.card();
    bot.deps.stores.chefComments.readWhere = async () => {
      throw new Fault('graph.unavailable', { outcome: 'notSent' });
    };
    const shown = await bot.press(chef, card, own, { comment: 'God idé.' });
    expect(typedOn(shown)).toBe('God idé.');
    expect(bot.events()).toEqual(['asked']);
  });
});
