import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stepId } from '#shared/domain/steps.ts';
import { inquiryById } from '#shared/useCases/checklist/inquiriesHeld.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { designId, itPeople, talkId } from '../builders/inquiry.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const it1 = 'it-arkitekt';
const answers = ['I orden', 'I orden, hvis …', 'Ikke endnu', 'Spørg projektlederen'];

/** The cards of what is asked about a project, pressed as Teams does. */
class InquiryBot extends CardBot {
  static async asked(deadlineMs?: number): Promise<InquiryBot> {
    const deps = testDeps();
    aWorld(deps, 'gate2');
    deps.stores.people.put(...itPeople);
    deps.stores.steps.rows.delete(stepId('p1', 'serviceDesign'));
    const bot = new InquiryBot(deps, {}, deadlineMs);
    const given = { type: 'asked', revision: 0 } as const;
    await moveInquiry(deps, actor('lead'), talkId, {
      ...{ ...given, askedId: 'owner', comment: 'Holder aftalen med vagtplanen?' },
    });
    await moveInquiry(deps, actor('lead'), designId, {
      ...{ ...given, askedId: null, comment: 'Se især på log ind.' },
    });
    await deps.settle();
    return bot;
  }

  card(by: string, inquiryId: string, kind = 'inquiryAsk', about = 1): Promise<unknown> {
    return this.send(by, 'refreshInquiry', { inquiryId, revision: 0, kind, about });
  }

  events(id: string): readonly string[] {
    return (inquiryById(this.deps.stores, id)?.events ?? []).map(
      ({ kind, answer }) => answer ?? kind,
    );
  }
}

describe('the card of a talk', () => {
  it('has one field and one answer, and becomes a receipt', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card('owner', talkId);
    expect(labelsOn(card)).toEqual(['Send svaret']);
    expect(saidOn(card)).toContain('Holder aftalen med vagtplanen?');
    const empty = await bot.press('owner', card, 'Send svaret', { comment: ' … ' });
    expect(saidOn(empty)).toContain('Der mangler et ord');
    expect(typedOn(empty)).toBe(' … ');
    const said = { comment: 'Ja, til marts.' };
    const receipt = await bot.press('owner', empty, 'Send svaret', said);
    expect(saidOn(receipt)).toContain('Du svarede');
    expect(saidOn(receipt)).toContain('Ja, til marts.');
    const told = await bot.card('lead', talkId, 'inquiryTold', 2);
    expect(saidOn(told)).toContain('Leder, nattevagten svarede');
    expect(bot.events(talkId)).toEqual(['asked', 'said']);
  });

  it('works for an old client, which sends the fallback as a message', async () => {
    const bot = await InquiryBot.asked();
    await bot.submit('owner', await bot.card('owner', talkId), 'Send svaret', {
      comment: 'Ja, til marts.',
    });
    expect(bot.events(talkId)).toEqual(['asked', 'said']);
  });
});

describe('the card of IT og Digitalisering', () => {
  it('takes »I orden« with one press, and may be put right', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card(it1, designId);
    expect(labelsOn(card)).toEqual(answers);
    const receipt = await bot.press(it1, card, 'I orden');
    expect(saidOn(receipt)).toContain('Du svarede: i orden');
    const again = await bot.press(it1, receipt, 'Ret svaret');
    expect(labelsOn(again)).toEqual(answers.slice(0, -1));
    await bot.press(it1, again, 'Ikke endnu', { comment: 'Jeg så på det forkerte system.' });
    expect(bot.events(designId)).toEqual(['asked', 'fine', 'notYet']);
  });

  it.each([
    ['I orden, hvis …', 'fineIf'],
    ['Ikke endnu', 'notYet'],
    ['Spørg projektlederen', 'question'],
  ])('asks for a word before »%s«', async (label, kind) => {
    const bot = await InquiryBot.asked();
    const again = await bot.press(it1, await bot.card(it1, designId), label, { comment: '' });
    expect(saidOn(again)).toContain('Der mangler et ord');
    await bot.press(it1, again, label, { comment: 'Det skal gå over FK.' });
    expect(bot.events(designId)).toEqual(['asked', kind]);
  });

  it('brings a question back to the lead, whose reply it then shows', async () => {
    const bot = await InquiryBot.asked();
    const comment = 'Hvilken leverandør er det?';
    const card = await bot.card(it1, designId);
    await bot.press(it1, card, 'Spørg projektlederen', { comment });
    const asked = await bot.card('lead', designId, 'inquiryQuestion', 2);
    expect(saidOn(asked)).toContain(comment);
    const replied = await bot.press('lead', asked, 'Send svaret', { comment: 'Den i Syd.' });
    expect(saidOn(replied)).toContain('Dit svar er sendt');
    expect(saidOn(await bot.card(it1, designId))).toContain('Den i Syd.');
  });
});

describe('a press that does not count', () => {
  it.each(['chef-omsorg', 'it-arkitekt', 'stranger'])('by %s in a talk of two', async (by) => {
    const bot = await InquiryBot.asked();
    const card = await bot.card('owner', talkId);
    const shown = await bot.press(by, card, 'Send svaret', { comment: 'Det ved jeg alt om.' });
    expect(saidOn(shown)).toContain('Den venter ikke på dig');
    expect(bot.events(talkId)).toEqual(['asked']);
  });

  it.each(['chef-omsorg', 'owner', 'consultant', 'lead', 'stranger'])(
    'by %s, who is not IT',
    async (by) => {
      const bot = await InquiryBot.asked();
      const card = await bot.card(it1, designId);
      for (const label of answers)
        await bot.press(by, card, label, { comment: 'Det er fint for os.' });
      expect(bot.events(designId)).toEqual(['asked']);
    },
  );

  it('is delivered up to five times, together and after each other, and counts once', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card(it1, designId);
    const press = () => bot.press(it1, card, 'I orden');
    const together = await Promise.all(Array.from({ length: 5 }, press));
    for (const shown of [...together, await press()])
      expect(saidOn(shown)).toContain('Du svarede: i orden');
    expect(bot.events(designId)).toEqual(['asked', 'fine']);
  });

  it('comes after another of IT has answered: it is told who', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card('it-sikkerhed', designId);
    await bot.press(it1, await bot.card(it1, designId), 'I orden');
    const late = await bot.press('it-sikkerhed', card, 'Ikke endnu', { comment: 'Vent lidt.' });
    expect(saidOn(late)).toContain('Der var allerede svaret');
    expect(saidOn(late)).toContain('Arkitekt, IT svarede: i orden');
    expect(bot.events(designId)).toEqual(['asked', 'fine']);
  });

  it('comes after the project was stopped', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card('owner', talkId);
    const row = bot.deps.stores.projects.get('p1');
    if (row) await bot.deps.stores.projects.update(row, { status: 'stopped' });
    const shown = await bot.press('owner', card, 'Send svaret', { comment: 'Ja, til marts.' });
    expect(saidOn(shown)).toContain('Vi spørger ikke mere om det her');
    expect(bot.events(talkId)).toEqual(['asked']);
  });

  it('is not stored when the lists fail, and what was typed is put back', async () => {
    const bot = await InquiryBot.asked();
    const card = await bot.card('owner', talkId);
    vi.spyOn(bot.deps.stores.inquiries, 'insert').mockRejectedValue(
      new Fault('graph.unavailable', {}),
    );
    const shown = await bot.press('owner', card, 'Send svaret', { comment: 'Ja, til marts.' });
    expect(typedOn(shown)).toBe('Ja, til marts.');
    expect(bot.events(talkId)).toEqual(['asked']);
  });
});
