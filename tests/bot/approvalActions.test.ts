import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { approvalIn } from '#shared/useCases/checklist/approvalsHeld.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { CardBot, labelsOn, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const step = 'ideaOwner';
const id = approvalIdOf('p1', step);
const approve = 'Godkend idébeskrivelsen';

/** The owner's card about an idea, pressed as Teams does. */
class ApprovalBot extends CardBot {
  constructor(deadlineMs = 200) {
    const deps = testDeps();
    aWorld(deps, 'gate1');
    deps.stores.steps.rows.delete(id);
    super(deps, {}, deadlineMs);
  }

  static async asked(deadlineMs?: number): Promise<ApprovalBot> {
    const bot = new ApprovalBot(deadlineMs);
    const { revision } = approvalIn(bot.deps.stores, 'p1', step);
    await moveApproval(bot.deps, actor('lead'), id, { type: 'asked', revision });
    await bot.deps.settle();
    return bot;
  }

  card(by = 'owner', kind = 'approvalAsk', about = 1): Promise<unknown> {
    return this.send(by, 'refreshApproval', { approvalId: id, revision: 0, kind, about });
  }

  events(): readonly string[] {
    return approvalIn(this.deps.stores, 'p1', step).events.map(({ kind }) => kind);
  }
}

describe('the owner’s card', () => {
  it('is approved with one press, and becomes a receipt', async () => {
    const bot = await ApprovalBot.asked();
    const card = await bot.card();
    expect(labelsOn(card)).toEqual([approve, 'Send tilbage', 'Spørg projektlederen']);
    const receipt = await bot.press('owner', card, approve);
    expect(bot.events()).toEqual(['asked', 'approved']);
    expect(saidOn(receipt)).toContain('Du godkendte idébeskrivelsen');
    expect(labelsOn(receipt)).toEqual([]);
  });

  it.each([
    ['Send tilbage', 'sentBack'],
    ['Spørg projektlederen', 'question'],
  ])('asks for a word before »%s«, and keeps what was typed', async (label, kind) => {
    const bot = await ApprovalBot.asked();
    const again = await bot.press('owner', await bot.card(), label, { comment: 'nå' });
    expect(bot.events()).toEqual(['asked']);
    expect(saidOn(again)).toContain('Der mangler et ord');
    expect(typedOn(again)).toBe('nå');
    await bot.press('owner', again, label, { comment: 'Prisen er en anden.' });
    expect(bot.events()).toEqual(['asked', kind]);
  });

  it('brings a question to the lead, whose reply it then shows', async () => {
    const bot = await ApprovalBot.asked();
    const comment = 'Er natten med?';
    await bot.press('owner', await bot.card(), 'Spørg projektlederen', { comment });
    const asked = await bot.card('lead', 'approvalQuestion', 2);
    expect(saidOn(asked)).toContain(comment);
    const empty = await bot.press('lead', asked, 'Send svaret', { comment: '' });
    expect(saidOn(empty)).toContain('Der mangler et ord');
    const replied = await bot.press('lead', empty, 'Send svaret', { comment: 'Ja, hele døgnet.' });
    expect(saidOn(replied)).toContain('Dit svar er sendt');
    expect(saidOn(await bot.card())).toContain('Ja, hele døgnet.');
  });

  it('works for an old client, which sends the fallback as a message', async () => {
    const bot = await ApprovalBot.asked();
    await bot.submit('owner', await bot.card(), approve);
    expect(bot.events()).toEqual(['asked', 'approved']);
    expect(saidOn(bot.fakes.outbound.updated.at(-1)?.card)).toContain('Du godkendte');
  });
});

describe('a press that does not count', () => {
  it.each(['chef-omsorg', 'leder', 'consultant', 'stranger'])(
    'by %s changes nothing, and shows nothing of the paper',
    async (by) => {
      const bot = await ApprovalBot.asked();
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
    const bot = await ApprovalBot.asked();
    const card = await bot.card();
    const press = () => bot.press('owner', card, approve);
    const together = await Promise.all(Array.from({ length: 5 }, press));
    for (const shown of [...together, await press()])
      expect(saidOn(shown)).toContain('Du godkendte idébeskrivelsen');
    expect(bot.events()).toEqual(['asked', 'approved']);
  });

  it('is another answer after the first', async () => {
    const bot = await ApprovalBot.asked();
    const card = await bot.card();
    await bot.press('owner', card, approve);
    const late = await bot.press('owner', card, 'Send tilbage', { comment: 'Jeg fortrød det.' });
    expect(saidOn(late)).toContain('Du godkendte');
    expect(saidOn(late)).toContain('Der var allerede svaret. Trykket ændrede ikke noget.');
    expect(bot.events()).toEqual(['asked', 'approved']);
  });

  it('is on an old version: the new one is shown, and can be approved', async () => {
    const bot = await ApprovalBot.asked();
    const old = await bot.card();
    const paper = bot.deps.stores.steps.get('p1:ideaDescription');
    if (paper) await bot.deps.stores.steps.update(paper, { version: 'version 9' });
    const shown = await bot.press('owner', old, approve);
    expect(saidOn(shown)).toContain('Der er kommet en nyere udgave');
    // Whoever sees the change asks anew about the paper as it is.
    expect(bot.events()).toEqual(['asked', 'asked']);
    await bot.press('owner', await bot.card(), approve);
    expect(bot.events()).toEqual(['asked', 'asked', 'approved']);
  });

  it.each([
    ['an ask of text', { ask: 'en' }],
    ['a negative ask', { ask: -1 }],
    ['no approval', { approvalId: '' }],
    ['an id of a thousand signs', { approvalId: 'x'.repeat(1_000) }],
    ['a comment that is no text', { comment: { $ne: 1 } }],
    ['a comment of a million signs', { comment: 'x'.repeat(1_000_000) }],
  ])('has %s', async (_, forged) => {
    const bot = await ApprovalBot.asked();
    const data = { approvalId: id, ask: 1, revision: 1, comment: '', ...forged };
    expect(String(await bot.send('owner', 'approvePaper', data))).toContain('kunne jeg ikke læse');
    expect(bot.events()).toEqual(['asked']);
  });

  it('says who it is for, and is not believed', async () => {
    const bot = await ApprovalBot.asked();
    const as = { actor: 'owner', byId: 'owner', personId: 'owner', onBehalf: true };
    await bot.send('stranger', 'approvePaper', { approvalId: id, ask: 1, revision: 1, ...as });
    expect(bot.events()).toEqual(['asked']);
    const data = { approvalId: 'p9:ideaOwner', ask: 1, revision: 1 };
    expect(String(await bot.send('owner', 'approvePaper', data))).toContain('findes ikke');
  });
});

describe('when the lists are slow or gone', () => {
  it('answers in time, and shows how it went in the end', async () => {
    const bot = await ApprovalBot.asked(50);
    const card = await bot.card();
    const { approvals } = bot.deps.stores;
    const insert = approvals.insert.bind(approvals);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    approvals.insert = async (event) => {
      await gate;
      return insert(event);
    };
    const shown = await bot.press('owner', card, approve);
    expect(saidOn(shown)).toContain('modtaget, men ikke gemt endnu');
    expect(bot.events()).toEqual(['asked']);
    release();
    await bot.fakes.settled();
    expect(bot.events()).toEqual(['asked', 'approved']);
    expect(saidOn(bot.fakes.outbound.updated.at(-1)?.card)).toContain('Du godkendte');
  });

  it.each([
    ['never went out', new Fault('graph.unavailable', { outcome: 'notSent' }), 'Intet er ændret'],
    ['may be there', new Fault('graph.unavailable', { outcome: 'unknown' }), 'Jeg ved ikke'],
  ])(
    'says what is known when what was written %s, and puts the word back',
    async (_, fault, says) => {
      const bot = await ApprovalBot.asked();
      const card = await bot.card();
      bot.deps.stores.approvals.insert = () => Promise.reject(fault);
      const comment = 'Prisen er en anden.';
      const shown = await bot.press('owner', card, 'Send tilbage', { comment });
      expect(bot.events()).toEqual(['asked']);
      expect(saidOn(shown)).toContain(says);
      expect(typedOn(shown)).toBe(comment);
    },
  );
});
