import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { visitById } from '#shared/useCases/visits/visitsHeld.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { typedVisit, visitId } from '../builders/visit.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const buttons = ['Ja, kom på besøg', 'Find andre datoer', 'Ikke nu', 'Spørg DigiTek'];

/** The cards of a visit that its leder is asked about, pressed as Teams does. */
class VisitBot extends CardBot {
  static async asked(): Promise<VisitBot> {
    const deps = testDeps();
    furnish(deps.stores);
    const bot = new VisitBot(deps, {});
    deps.clock.at = '2026-08-03T09:02:00Z';
    const terms = typedVisit();
    await moveVisit(deps, actor('consultant'), visitId, { type: 'planned', revision: 0, terms });
    await moveVisit(deps, actor('consultant'), visitId, { type: 'asked', revision: 1 });
    await deps.settle();
    return bot;
  }

  card(by: string, kind = 'visitAsk', about = 2): Promise<unknown> {
    return this.send(by, 'refreshVisit', { visitId, revision: 0, kind, about });
  }

  now() {
    return visitById(this.deps.stores, visitId);
  }

  kinds(): readonly string[] {
    return this.now().events.map(({ kind }) => kind);
  }
}

describe('the card of a visit', () => {
  it('says what it takes, and becomes a receipt with the first meeting', async () => {
    const bot = await VisitBot.asked();
    const card = await bot.card('owner');
    expect(labelsOn(card)).toEqual(buttons);
    const said = saidOn(card);
    expect(said).toContain('32 ansatte à 1 time');
    expect(said).toContain('3 udvalgte à 4 timer');
    expect(said).toContain('48 timer');
    expect(said).toContain('mandag 17. august');
    const receipt = await bot.press('owner', card, 'Ja, kom på besøg', { comment: 'Velkommen' });
    expect(saidOn(receipt)).toContain('Du sagde ja til besøg');
    expect(saidOn(receipt)).toContain('møde mandag 17. august');
    expect(labelsOn(receipt)).toEqual(['Ret aftalen']);
    expect(bot.now().word).toMatchObject({ answer: 'yes', comment: 'Velkommen' });
    const told = saidOn(await bot.card('digitek', 'visitTold', 3));
    expect(told).toContain('Leder, nattevagten sagde ja til besøg');
    expect(told).toContain('Nu kan I holde det første møde.');
  });

  it('takes another day, and says when none was chosen', async () => {
    const bot = await VisitBot.asked();
    const none = await bot.press('owner', await bot.card('owner'), 'Find andre datoer', {
      ...{ day: '', comment: 'Ikke i uge 34' },
    });
    expect(saidOn(none)).toContain('Dagen mangler');
    expect(typedOn(none)).toBe('Ikke i uge 34');
    const past = await bot.press('owner', none, 'Find andre datoer', {
      ...{ day: '2026-08-01', comment: '' },
    });
    expect(saidOn(past)).toContain('Dagen passer ikke');
    expect(JSON.stringify(past)).toContain('"value":"2026-08-01"');
    const receipt = await bot.press('owner', past, 'Find andre datoer', {
      ...{ day: '2026-09-14', comment: '' },
    });
    expect(saidOn(receipt)).toContain('Forslag: mandag 14. september.');
    expect(bot.now().word).toMatchObject({ answer: 'otherDay', day: '2026-09-14' });
  });

  it('says no with a word, and not without', async () => {
    const bot = await VisitBot.asked();
    const none = await bot.press('owner', await bot.card('owner'), 'Ikke nu', { comment: '' });
    expect(saidOn(none)).toContain('Der mangler et ord');
    const receipt = await bot.press('owner', none, 'Ikke nu', { comment: 'Vi flytter.' });
    expect(saidOn(receipt)).toContain('Du sagde ikke nu');
    expect(bot.kinds()).toEqual(['planned', 'asked', 'answered']);
  });

  it('is the same when it is pressed twice, and may be put right', async () => {
    const bot = await VisitBot.asked();
    const card = await bot.card('owner');
    await bot.press('owner', card, 'Ja, kom på besøg', { comment: '' });
    const twice = await bot.press('owner', card, 'Ja, kom på besøg', { comment: '' });
    expect(saidOn(twice)).toContain('Du sagde ja til besøg');
    expect(bot.kinds()).toEqual(['planned', 'asked', 'answered']);
    const again = await bot.press('owner', twice, 'Ret aftalen', {});
    expect(labelsOn(again)).toEqual(buttons.slice(0, 3));
    const late = await bot.press('owner', card, 'Ikke nu', { comment: 'Alligevel ikke.' });
    expect(saidOn(late)).toContain('Der var allerede svaret');
  });

  it('asks DigiTek, whose reply stands on the leder’s card', async () => {
    const bot = await VisitBot.asked();
    const asked = await bot.press('owner', await bot.card('owner'), 'Spørg DigiTek', {
      comment: 'Skal natten være med?',
    });
    expect(saidOn(asked)).toContain('Dit spørgsmål er sendt til DigiTek');
    const question = await bot.card('consultant', 'visitQuestion', 3);
    const sent = await bot.press('consultant', question, 'Send svaret', { comment: 'Ja, gerne.' });
    expect(saidOn(sent)).toContain('Dit svar er sendt');
    expect(saidOn(await bot.card('owner', 'visitReply', 4))).toContain('Ja, gerne.');
  });

  it('is drawn for the plan as it is: a yes to another plan is asked for anew', async () => {
    const bot = await VisitBot.asked();
    const card = await bot.card('owner');
    const terms = typedVisit({ employees: 60 });
    await moveVisit(bot.deps, actor('digitek'), visitId, { type: 'planned', revision: 1, terms });
    const changed = await bot.press('owner', card, 'Ja, kom på besøg', { comment: '' });
    expect(saidOn(changed)).toContain('En anden har rettet det imens');
    expect(saidOn(changed)).toContain('60 ansatte à 1 time');
    expect(saidOn(await bot.press('owner', changed, 'Ja, kom på besøg', {}))).toContain(
      'Du sagde ja til besøg',
    );
  });

  it('is nobody else’s, and closed when it is called off', async () => {
    const bot = await VisitBot.asked();
    const card = await bot.card('owner');
    const other = await bot.press('chef-omsorg', card, 'Ja, kom på besøg', { comment: '' });
    expect(saidOn(other)).toContain('Den venter ikke på dig');
    expect(bot.now().word).toBeNull();
    await moveVisit(bot.deps, actor('consultant'), visitId, {
      ...{ type: 'withdrawn', revision: 2, comment: 'Enheden lukker.' },
    });
    const closed = await bot.press('owner', card, 'Ja, kom på besøg', { comment: '' });
    expect(saidOn(closed)).toContain('Vi spørger ikke mere om det her');
    expect(bot.now().word).toBeNull();
  });
});
