import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askByClock } from '#shared/useCases/benefits/askByClock.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { benefitById } from '#shared/useCases/checklist/benefitsHeld.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { benefitId, typedTerms } from '../builders/benefit.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const buttons = ['Gem tallet', 'Ved ikke endnu', 'Spørg projektlederen'];

/** The cards of a benefit that is followed, pressed as Teams does. */
class BenefitBot extends CardBot {
  static async asked(deadlineMs?: number): Promise<BenefitBot> {
    const deps = testDeps();
    const running = { phase: 'operation', status: 'operating' } as const;
    aWorld(deps, 'gate3', { ...running, phaseSince: '2026-05-01T08:00:00Z' });
    const bot = new BenefitBot(deps, {}, deadlineMs);
    deps.clock.at = '2026-05-04T09:00:00Z';
    const terms = typedTerms();
    await moveBenefit(deps, actor('lead'), benefitId, { type: 'written', revision: 0, terms });
    deps.clock.at = '2026-08-03T07:02:00Z';
    await askByClock(deps, benefitId);
    await deps.settle();
    return bot;
  }

  card(by: string, kind = 'benefitAsk', about = 2): Promise<unknown> {
    return this.send(by, 'refreshBenefit', { benefitId, revision: 0, kind, about });
  }

  now() {
    return benefitById(this.deps.stores, benefitId);
  }

  events(): readonly string[] {
    return (this.now()?.events ?? []).map(({ kind }) => kind);
  }
}

describe('the card of a benefit', () => {
  it('takes a number as Danes write it, and a word, and becomes a receipt with what is left', async () => {
    const bot = await BenefitBot.asked();
    const card = await bot.card('owner');
    expect(labelsOn(card)).toEqual(buttons);
    expect(saidOn(card)).toContain('Kørebogen (timer om året)');
    const said = { value: '2.900,5 timer', comment: 'Skøn fra to ruter.' };
    const receipt = await bot.press('owner', card, 'Gem tallet', said);
    expect(saidOn(receipt)).toContain('Du svarede: 2.900,5 timer om året');
    expect(saidOn(receipt)).toContain(
      '85 % af det lovede. Vi spørger igen søndag 1. november 2026',
    );
    expect(saidOn(receipt)).toContain('499,5 timer om året');
    expect(labelsOn(receipt)).toEqual(['Ret tallet']);
    expect(bot.now()?.answers).toMatchObject([{ value: 2_900_50, month: 3 }]);
    expect(saidOn(await bot.card('lead', 'benefitTold', 3))).toContain(
      'Leder, nattevagten svarede',
    );
  });

  it('says what it cannot read, and keeps what was typed', async () => {
    const bot = await BenefitBot.asked();
    const typed = { value: '9-10', comment: 'Skøn' };
    const again = await bot.press('owner', await bot.card('owner'), 'Gem tallet', typed);
    expect(saidOn(again)).toContain('Tallet kan ikke læses');
    expect([typedOn(again, 'value'), typedOn(again)]).toEqual(['9-10', 'Skøn']);
    expect(labelsOn(again)).toEqual(buttons);
    const two = await bot.press('owner', again, 'Gem tallet', { value: '1.5', comment: '' });
    expect(saidOn(two)).toContain('Det kan læses på to måder');
    expect(bot.events()).toEqual(['written', 'asked']);
  });

  it('asks on which day it will be known, and has a way back', async () => {
    const bot = await BenefitBot.asked();
    const later = await bot.press('owner', await bot.card('owner'), 'Ved ikke endnu', {
      ...{ value: '', comment: 'Ferie' },
    });
    const day = (text: string) => text.replace('. ', '.\u00a0');
    expect(labelsOn(later)).toEqual([
      ...['Mandag 17. august', 'Mandag 14. september', 'Mandag 12. oktober'].map(day),
      ...['Det kan ikke måles', 'Tilbage'],
    ]);
    expect(labelsOn(await bot.press('owner', later, 'Tilbage', {}))).toEqual(buttons);
    const receipt = await bot.press('owner', later, day('Mandag 14. september'), { comment: '' });
    expect(saidOn(receipt)).toContain('Du ved det mandag 14. september');
    expect(bot.now()?.word).toMatchObject({ kind: 'notYet', until: '2026-09-14' });
  });

  it('ends by a word why it cannot be measured, and not without', async () => {
    const bot = await BenefitBot.asked();
    const later = await bot.press('owner', await bot.card('owner'), 'Ved ikke endnu', {});
    const none = await bot.press('owner', later, 'Det kan ikke måles', { comment: ' ' });
    expect(saidOn(none)).toContain('Der mangler et ord');
    expect(labelsOn(none)).toContain('Det kan ikke måles');
    const said = { comment: 'Kørebogen findes ikke mere.' };
    const receipt = await bot.press('owner', none, 'Det kan ikke måles', said);
    expect(saidOn(receipt)).toContain('Vi spørger ikke mere om den.');
    expect(bot.now()?.unmeasurable?.comment).toBe('Kørebogen findes ikke mere.');
  });

  it('may be put right, and is the same when it is pressed twice', async () => {
    const bot = await BenefitBot.asked();
    const card = await bot.card('owner');
    await bot.press('owner', card, 'Gem tallet', { value: '2900', comment: '' });
    const twice = await bot.press('owner', card, 'Gem tallet', { value: '2900', comment: '' });
    expect(saidOn(twice)).toContain('Du svarede: 2.900 timer om året');
    const again = await bot.press('owner', twice, 'Ret tallet', {});
    expect(labelsOn(again)).toEqual(['Gem tallet', 'Ved ikke endnu']);
    await bot.press('owner', again, 'Gem tallet', { value: '2.800', comment: '' });
    expect(bot.now()?.answers.map(({ value }) => value)).toEqual([2_800_00]);
  });

  it('works for an old client, which sends the fallback as a message', async () => {
    const bot = await BenefitBot.asked();
    const said = { value: '2.900', comment: '' };
    await bot.submit('owner', await bot.card('owner'), 'Gem tallet', said);
    expect(bot.events()).toEqual(['written', 'asked', 'answered']);
  });

  it('goes to the lead with a question, and comes back', async () => {
    const bot = await BenefitBot.asked();
    const ask = { value: '', comment: 'Er weekender med?' };
    await bot.press('owner', await bot.card('owner'), 'Spørg projektlederen', ask);
    const question = await bot.card('lead', 'benefitQuestion', 3);
    expect(saidOn(question)).toContain('Er weekender med?');
    await bot.press('lead', question, 'Send svaret', { comment: 'Ja, alle ugens dage.' });
    expect(saidOn(await bot.card('owner', 'benefitReply', 4))).toContain('Ja, alle ugens dage.');
    expect(bot.events()).toEqual(['written', 'asked', 'question', 'reply']);
  });

  it('is nobody else’s, whatever a card says', async () => {
    const bot = await BenefitBot.asked();
    const card = await bot.card('owner');
    const pressed = await bot.press('stranger', card, 'Gem tallet', { value: '1', comment: '' });
    expect(saidOn(pressed)).toContain('Den venter ikke på dig');
    expect(saidOn(pressed)).not.toContain('3.400');
    expect(bot.events()).toEqual(['written', 'asked']);
  });

  it('says so when the lists fail, and keeps the number', async () => {
    const bot = await BenefitBot.asked();
    const card = await bot.card('owner');
    vi.spyOn(bot.deps.stores.benefits, 'insert').mockRejectedValue(
      new Fault('graph.unavailable', { outcome: 'notSent' }),
    );
    const failed = await bot.press('owner', card, 'Gem tallet', { value: '2.900', comment: '' });
    expect(typedOn(failed, 'value')).toBe('2.900');
    expect(labelsOn(failed)).toEqual(buttons);
  });

  it('of a question that a newer month has taken the place of, takes no number for the old', async () => {
    const bot = await BenefitBot.asked();
    const old = await bot.card('owner');
    bot.deps.clock.at = '2026-11-02T08:00:00Z';
    await askByClock(bot.deps, benefitId);
    await bot.deps.settle();
    const pressed = await bot.press('owner', old, 'Gem tallet', { value: '2.900', comment: '' });
    expect(saidOn(pressed)).toContain('6 måneder efter start');
    expect(bot.events()).toEqual(['written', 'asked', 'asked']);
  });
});
