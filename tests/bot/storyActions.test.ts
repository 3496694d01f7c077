import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '#shared/useCases/ports.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { aContent } from '../builders/story.ts';
import { labelsOn, StoryBot, saidOn, typedOn } from '../worlds/bot/storyWorld.ts';

const chef = 'chef-omsorg';
const { text } = aContent();

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe('a micro-story on a card', () => {
  it('is said OK to with one press, and the card becomes a receipt', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.card(chef, id, 2);
    expect(labelsOn(card)).toEqual(['OK, må slås op', 'Send mit forslag', 'Stop']);
    const receipt = await bot.press(chef, card, 'OK, må slås op');
    expect(bot.state(id)).toBe('approved');
    expect(saidOn(receipt)).toContain('Du sagde OK onsdag 3. marts 2027 kl. 10.14');
    expect(labelsOn(receipt)).toEqual([]);
  });

  it('takes the text the chef would rather have, as it was written', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-two');
    const card = await bot.card(chef, id, 2);
    expect(typedOn(card, 'suggestion')).toBe(text);
    const suggestion = `${text}\n\n<at>Chef</at> [x](javascript:alert(1)) 👨‍👩‍👧‍👦 مرحبا`;
    await bot.press(chef, card, 'Send mit forslag', { suggestion });
    expect(bot.state(id)).toBe('suggested');
    const now = storyIn(bot.deps, id);
    expect(now?.suggestion?.text).toBe(suggestion);
    const told = await bot.card('consultant', id, 3, 'storyTold');
    const accepted = await bot.press('consultant', told, 'Brug teksten');
    expect(bot.state(id)).toBe('approved');
    expect(saidOn(accepted)).toContain('Historien må slås op');
    expect(saidOn(await bot.card(chef, id, 2))).toContain('Det tæller som dit OK.');
  });

  it('opens the field on a card of its own when the story is as long as may be', async () => {
    const bot = new StoryBot();
    const longest = '漢'.repeat(3_000);
    const pictures = Array.from({ length: 10 }, (_, at) => ({
      ...{ id: `${String(at).repeat(64)}.jpg`, alt: 'En dør med en lås', people: false },
      consent: '',
    }));
    const id = await bot.begin('story-long', 'microStory', { text: longest, pictures });
    const step = await bot.press(chef, await bot.card(chef, id, 2), 'Foreslå tekst');
    expect(typedOn(step, 'suggestion')).toBe(longest);
    const suggestion = `${longest.slice(0, 2_999)}.`;
    await bot.press(chef, step, 'Send mit forslag', { suggestion });
    expect(storyIn(bot.deps, id)?.suggestion?.text).toBe(suggestion);
  });

  it.each([
    ['unchanged', text, 'Teksten er ikke ændret'],
    ['with a CPR number', `${text} 010180-1234`, 'ligner et cpr-nummer'],
    ['with 3,001 signs', 'a'.repeat(3_001), '1 tegn for lang'],
  ])('puts a text back that is %s', async (_, suggestion, why) => {
    const bot = new StoryBot();
    const id = await bot.begin('story-three');
    const card = await bot.card(chef, id, 2);
    const again = await bot.press(chef, card, 'Send mit forslag', { suggestion });
    expect(bot.state(id)).toBe('asked');
    expect(saidOn(again)).toContain(why);
    expect(typedOn(again, 'suggestion')).toBe(suggestion);
    const back = await bot.press(chef, again, 'Tilbage til alle valg', { suggestion });
    expect(labelsOn(back)).toContain('OK, må slås op');
  });

  it('asks for a reason before it stops, and keeps what was typed', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-four');
    const step = await bot.press(chef, await bot.card(chef, id, 2), 'Stop');
    expect(bot.events(id)).toEqual(['saved', 'asked']);
    expect(saidOn(step)).toContain('Hvorfor må den ikke slås op?');
    expect(saidOn(step)).not.toContain('mangler');
    const again = await bot.press(chef, step, 'Stop historien', { comment: 'nå' });
    expect(saidOn(again)).toContain('Begrundelsen mangler');
    expect(typedOn(again)).toBe('nå');
    const comment = 'Borgeren kan kendes.';
    const receipt = await bot.press(chef, again, 'Stop historien', { comment });
    expect(bot.state(id)).toBe('stopped');
    expect(saidOn(receipt)).toContain(comment);
  });

  it('shows only what changed after an OK, and the whole of it on a press', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-five');
    await bot.does(id, chef, 'approved');
    const now = storyIn(bot.deps, id);
    const content = { ...now?.version, text: text.replace('ét tryk', 'to tryk') };
    await bot.does(id, 'consultant', 'saved', { content });
    expect(saidOn(await bot.card(chef, id, 2))).toContain('Dit OK gælder ikke længere');
    await bot.does(id, 'consultant', 'asked');
    const card = await bot.card(chef, id, 5);
    expect(saidOn(card)).toContain('Er det stadig OK?');
    const whole = await bot.press(chef, card, 'Vis hele teksten');
    expect(saidOn(whole)).toContain('Før ringede de rundt.');
    await bot.press(chef, card, 'OK til ændringen');
    expect(bot.state(id)).toBe('approved');
  });

  it('works for an old client, which sends the fallback as a message', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-six');
    await bot.submit(chef, await bot.card(chef, id, 2), 'OK, må slås op');
    expect(bot.state(id)).toBe('approved');
    expect(saidOn(bot.fakes.outbound.updated.at(-1)?.card)).toContain('Du sagde OK');
  });
});

describe('a press that does not count', () => {
  it.each(['chef-sundhed', 'deputy-before', 'deputy-later', 'leder', 'direktor', 'nobody'])(
    'by %s changes nothing, and shows nothing of the text',
    async (by) => {
      const bot = new StoryBot();
      const id = await bot.begin('story-one');
      const card = await bot.card(chef, id, 2);
      for (const label of labelsOn(card)) {
        const shown = await bot.press(by, card, label, {
          comment: 'Det må vente.',
          suggestion: 'Noget helt andet.',
        });
        expect(saidOn(shown)).toContain('Den venter ikke på dig');
        expect(saidOn(shown)).toContain('Trykket ændrede ikke noget.');
        expect(JSON.stringify(shown)).not.toContain('Nattevagten kalder');
      }
      expect(bot.events(id)).toEqual(['saved', 'asked']);
      expect(JSON.stringify(await bot.card(by, id, 2))).not.toContain('Nattevagten kalder');
    },
  );

  it('by somebody without a role is told nothing of an approved text either', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    await bot.does(id, chef, 'approved');
    for (const kind of ['storyAsk', 'storyTold', 'storyOverdue', 'storyStale', 'ask']) {
      const card = await bot.card('nobody', id, 3, kind);
      expect(JSON.stringify(card)).not.toContain('Nattevagten');
      expect(labelsOn(card)).toEqual([]);
    }
  });

  it('comes late: who answered, and when', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.card('deputy', id, 2);
    await bot.press(chef, await bot.card(chef, id, 2), 'OK, må slås op');
    const late = await bot.press('deputy', card, 'OK, må slås op');
    expect(saidOn(late)).toContain('Chef, Omsorg sagde OK');
    expect(saidOn(late)).toContain('Trykket ændrede ikke noget.');
    expect(bot.events(id)).toEqual(['saved', 'asked', 'approved']);
  });

  it('is another answer after the first', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.card(chef, id, 2);
    await bot.press(chef, card, 'OK, må slås op');
    const late = await bot.send(chef, 'stopStory', {
      ...{ storyId: id, ask: 2, revision: 2 },
      comment: 'Jeg har fortrudt det.',
    });
    expect(saidOn(late)).toContain('Du har allerede svaret');
    expect(bot.state(id)).toBe('approved');
  });

  it('is on an old question: the one that counts now is shown', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const old = await bot.card(chef, id, 2);
    await bot.does(id, 'consultant', 'asked');
    const shown = await bot.press(chef, old, 'OK, må slås op');
    expect(saidOn(shown)).toContain('Der er kommet en nyere udgave');
    expect(bot.state(id)).toBe('asked');
    await bot.press(chef, shown, 'OK, må slås op');
    expect(bot.state(id)).toBe('approved');
  });

  it('is delivered up to five times, together or after each other, and counts once', async () => {
    for (const times of [1, 2, 3, 4, 5]) {
      const bot = new StoryBot();
      const id = await bot.begin('story-one');
      const card = await bot.card(chef, id, 2);
      const together = await Promise.all(
        Array.from({ length: times }, () => bot.press(chef, card, 'OK, må slås op')),
      );
      for (const shown of [...together, await bot.press(chef, card, 'OK, må slås op')])
        expect(saidOn(shown)).toContain('Du sagde OK');
      expect(bot.events(id)).toEqual(['saved', 'asked', 'approved']);
    }
  });

  it.each([
    ['an ask of text', { ask: 'to' }],
    ['a negative ask', { ask: -1 }],
    ['no story', { storyId: '' }],
    ['a story of a thousand signs', { storyId: 'x'.repeat(1_000) }],
    ['a comment that is no text', { comment: { $ne: 1 } }],
    ['a comment of a million signs', { comment: 'x'.repeat(1_000_000) }],
  ])('has %s', async (_, forged) => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const data = { storyId: id, ask: 2, revision: 2, comment: '', ...forged };
    expect(String(await bot.send(chef, 'approveStory', data))).toContain('kunne jeg ikke læse');
    expect(bot.events(id)).toEqual(['saved', 'asked']);
  });

  it('says who it is for, and is not believed', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const as = { actor: chef, byId: chef, personId: chef, seat: 'omsorg', onBehalf: true };
    await bot.send('nobody', 'approveStory', { storyId: id, ask: 2, revision: 2, ...as });
    expect(bot.state(id)).toBe('asked');
    expect(String(await bot.send(chef, 'approveStory', { storyId: 'none', ask: 2 }))).toContain(
      'findes ikke',
    );
  });

  it("by whoever writes it cannot stand for the chef's", async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    for (const by of ['consultant', 'digitek', 'communications'])
      await bot.send(by, 'approveStory', { storyId: id, ask: 2, revision: 2 });
    expect(bot.state(id)).toBe('asked');
  });
});

describe('when the lists are slow or gone', () => {
  it('answers in time, and shows how it went in the end', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = new StoryBot(
      (real) => ({
        moveStory: async (...args) => {
          await gate;
          return real.moveStory(...args);
        },
      }),
      50,
    );
    const id = await slow.begin('story-one');
    // The gate is shut until the answer is there.
    const shown = await slow.press(chef, await slow.card(chef, id, 2), 'OK, må slås op');
    expect(saidOn(shown)).toContain('modtaget, men ikke gemt endnu');
    expect(slow.state(id)).toBe('asked');
    release();
    await slow.fakes.settled();
    expect(slow.state(id)).toBe('approved');
    expect(saidOn(slow.fakes.outbound.updated.at(-1)?.card)).toContain('Du sagde OK');
  });

  it.each([
    ['notSent', 'Dit svar er ikke gemt'],
    ['unknown', 'Jeg ved ikke, om dit svar blev gemt'],
  ])('says so when the outcome is %s, with everything as it was', async (outcome, said) => {
    const bot = new StoryBot(() => ({
      moveStory: async () => {
        throw new Fault('graph.unavailable', { outcome });
      },
    }));
    const id = await bot.begin('story-one');
    const card = await bot.card(chef, id, 2);
    const shown = await bot.press(chef, card, 'OK, må slås op');
    expect(saidOn(shown)).toContain(said);
    expect(labelsOn(shown)).toContain('OK, må slås op');
    const suggestion = 'En helt anden tekst om hjælp.';
    const edited = await bot.press(chef, card, 'Send mit forslag', { suggestion });
    expect(saidOn(edited)).toContain(said);
    expect(typedOn(edited, 'suggestion')).toBe(suggestion);
  });
});

describe('an article and a call from the press', () => {
  it('goes from leder to chef, twice, with a wish on the way', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('article-one', 'article');
    const topic = await bot.card('leder', id, 2);
    const step = await bot.press('leder', topic, 'Send tilbage');
    expect(saidOn(step)).toContain('Hvad skal være anderledes?');
    const back = await bot.press('leder', step, 'Send tilbage', { comment: 'Tag borgerne med.' });
    expect(saidOn(back)).toContain('Emnet er sendt tilbage');
    await bot.does(id, 'consultant', 'asked');
    await bot.press('leder', await bot.card('leder', id, 4), 'Godkend emnet');
    expect(saidOn(await bot.card('leder', id, 4))).toContain('Du godkendte emnet');
    await bot.press(chef, await bot.card(chef, id, 5), 'Godkend emnet');
    expect(bot.state(id)).toBe('writing');
    await bot.does(id, 'consultant', 'asked');
    await bot.press('leder', await bot.card('leder', id, 7), 'Godkend materialet');
    const last = await bot.card(chef, id, 8);
    await bot.press(chef, last, 'Godkend materialet', { comment: 'Fint.' });
    expect(bot.state(id)).toBe('approved');
  });

  it('keeps a comment that comes with Stop in one press', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('article-two', 'article');
    const topic = await bot.card('leder', id, 2);
    await bot.press('leder', topic, 'Stop', { comment: 'Vi er ikke klar endnu.' });
    expect(bot.state(id)).toBe('stopped');
  });

  it('is taken by the leder and closed with what came of it', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('press-one', 'press', { pictures: [], files: [] });
    const taken = await bot.press('leder', await bot.card('leder', id, 2), 'Jeg tager den');
    expect(labelsOn(taken)).toEqual(['Afslut']);
    const step = await bot.press('leder', taken, 'Afslut');
    expect(saidOn(step)).toContain('Hvad kom der ud af det?');
    const closed = await bot.press('leder', step, 'Afslut', { comment: 'Indslag på tirsdag.' });
    expect(bot.state(id)).toBe('closed');
    expect(saidOn(closed)).toContain('Indslag på tirsdag.');
  });

  it('is declined only with a reason', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('press-two', 'press', { pictures: [], files: [] });
    const step = await bot.press('leder', await bot.card('leder', id, 2), 'Jeg kan ikke');
    expect(bot.state(id)).toBe('asked');
    await bot.press('leder', step, 'Jeg kan ikke', { comment: 'Jeg er på ferie.' });
    expect(bot.state(id)).toBe('declined');
  });
});

describe('past due', () => {
  it('is asked again by the consultant with a new date, once, and the old card says so', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.card('consultant', id, 2, 'storyOverdue');
    expect(saidOn(card)).toContain('Chef, Omsorg har ikke svaret');
    const comment = 'Kan du nå det?';
    const [shown] = await Promise.all(
      [1, 2, 3].map(() => bot.press('consultant', card, 'Spørg igen', { comment })),
    );
    expect(bot.events(id)).toEqual(['saved', 'asked', 'asked']);
    expect(saidOn(shown)).toContain('Spurgt igen');
    expect(saidOn(await bot.card(chef, id, 2))).toContain('Der er spurgt igen');
    expect(saidOn(await bot.card(chef, id, 3))).toContain(comment);
  });

  it('becomes a receipt when the answer comes after all', async () => {
    const bot = new StoryBot();
    const id = await bot.begin('story-one');
    const card = await bot.card('consultant', id, 2, 'storyOverdue');
    await bot.does(id, chef, 'approved');
    expect(saidOn(await bot.card('consultant', id, 2, 'storyOverdue'))).toContain(
      'Historien må slås op',
    );
    const late = await bot.press('consultant', card, 'Spørg igen');
    expect(bot.events(id)).toEqual(['saved', 'asked', 'approved']);
    expect(saidOn(late)).toContain('Historien må slås op');
  });
});
