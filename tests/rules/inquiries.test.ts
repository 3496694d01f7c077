import { describe, expect, it } from 'vitest';
import { inquiryIn, itIdOf, talkIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { isAsking, lastAnswer } from '#shared/domain/inquiries/now.ts';
import { askableOf, inquiryAnswerers } from '#shared/domain/inquiries/people.ts';
import type { InquiryGiven } from '#shared/domain/inquiries/rules.ts';
import { inquiryHelperOf, inquiryReaderOf, inquiryWaitsOn } from '#shared/domain/inquiries/view.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  afterInquiry,
  answeredBy,
  askedIt,
  askedOwner,
  designId,
  type Inquiring,
  inquiring,
  inquiryActor,
  inquiryViewOf,
  later,
  seenInquiry,
  talkKey,
  triedInquiry,
} from '../builders/inquiry.ts';

const refusalOf = (one: Inquiring, by: string, given: InquiryGiven): string => {
  const made = triedInquiry(one, by, given);
  return 'now' in made ? 'done' : made.type;
};

const asks = (askedId: string | null, more: Partial<InquiryGiven> = {}): InquiryGiven =>
  ({ type: 'asked', revision: 0, askedId, comment: 'Er det sådan?', ...more }) as InquiryGiven;

const says = (one: Inquiring, more: object = {}): InquiryGiven => ({
  ...{ type: 'answered', ...seenInquiry(one), answer: 'said', comment: 'Ja, det er.' },
  ...more,
});

/** What stands in the project while it is over, or past the step. */
const over: readonly Partial<Project>[] = [{ status: 'stopped' }, { status: 'closed' }];

describe('what is asked', () => {
  it('is named by its project and what it is about, and by nothing else', () => {
    const talk = talkIdOf('p:1', talkKey);
    expect(inquiryIn(talk)).toEqual({ projectId: 'p:1', subject: 'talk', step: null });
    expect(inquiryIn(itIdOf('p1', 'serviceDesign'))).toMatchObject({ step: 'serviceDesign' });
    for (const id of ['', 'p1', 'p1:talk:', 'p1:talk:noget', 'p1:it:evaluation', 'p1:it:', ':it:x'])
      expect(inquiryIn(id)).toBeNull();
  });

  it('is folded: asked, answered, asked anew', () => {
    const fine = answeredBy(askedIt(), 'it-arkitekt', 'fine');
    expect(isAsking(fine.now)).toBe(false);
    const again = askedIt(fine);
    expect(isAsking(again.now)).toBe(true);
    expect(again.now).toMatchObject({ word: null, ask: { seq: 3, round: 3 } });
    expect(lastAnswer(again.now)).toMatchObject({ answer: 'fine' });
  });
});

describe('who may ask', () => {
  it.each([
    ['owner', 'done'],
    ['lead', 'done'],
    ['digitek', 'done'],
    ['consultant', 'done'],
    ['chef-omsorg', 'notAllowed'],
    ['it-arkitekt', 'notAllowed'],
    ['direktor', 'notAllowed'],
    ['stranger', 'notAllowed'],
  ])('another person: %s is %s', (by, said) => {
    const to = by === 'lead' ? 'owner' : 'lead';
    expect(refusalOf(inquiring(), by, asks(to))).toBe(said);
  });

  it.each([
    ['lead', 'done'],
    ['digitek', 'done'],
    ['consultant', 'done'],
    ['owner', 'notAllowed'],
    ['it-arkitekt', 'notAllowed'],
    ['stranger', 'notAllowed'],
  ])('IT og Digitalisering: %s is %s', (by, said) => {
    expect(refusalOf(inquiring(designId), by, asks(null))).toBe(said);
  });

  it('a word is needed, and not too many', () => {
    expect(refusalOf(inquiring(), 'lead', asks('owner', { comment: ' nå ' }))).toBe('wordMissing');
    const long = asks('owner', { comment: 'a'.repeat(2_001) });
    expect(refusalOf(inquiring(), 'lead', long)).toBe('wordTooLong');
  });
});

describe('whom one may ask', () => {
  it('is the owner, the lead, whoever gave the idea and the team, each once, nearest first', () => {
    const { project, people } = inquiring(undefined, {
      ...{ createdById: 'stranger', createdBy: 'Medarbejder' },
    });
    expect(askableOf(project, people).map(({ id, tie }) => `${id} ${tie}`)).toEqual([
      'owner owner',
      'lead lead',
      'stranger author',
      'consultant consultant',
      'digitek digitek',
    ]);
  });

  it('is a digital ildsjæl too, of any unit', () => {
    const { people } = inquiring();
    const others = people.map((person) =>
      person.id === 'chef-social'
        ? { ...person, roles: ['enthusiast' as const], unit: 'Bostøtten' }
        : person,
    );
    const one = inquiring(undefined, {}, { people: others });
    expect(askableOf(one.project, others).at(-1)).toEqual({
      ...{ id: 'chef-social', name: 'Chef, Social', tie: 'enthusiast', unit: 'Bostøtten' },
    });
    expect(refusalOf(one, 'lead', asks('chef-social'))).toBe('done');
    expect(refusalOf(one, 'chef-social', asks('lead'))).toBe('notAllowed');
  });

  it.each([
    ['chef-social', 'unknownPerson'],
    ['nobody', 'unknownPerson'],
    [null, 'unknownPerson'],
    ['lead', 'yourself'],
  ])('is not %s', (askedId, said) => {
    expect(refusalOf(inquiring(), 'lead', asks(askedId))).toBe(said);
  });

  it('is nobody where nobody holds the role', () => {
    const { people } = inquiring();
    const none = { people: people.filter(({ roles }) => !roles.includes('it')) };
    expect(refusalOf(inquiring(designId, {}, none), 'lead', asks(null))).toBe('nobodyToAsk');
  });

  it('is asked once: the next question is another one', () => {
    expect(refusalOf(askedOwner(), 'owner', asks('lead', { revision: 1 }))).toBe('askedAlready');
    const said = answeredBy(askedOwner(), 'owner', 'said', 'Ja, det kan den.');
    expect(refusalOf(said, 'lead', asks('owner', { revision: 2 }))).toBe('movedOn');
    expect(refusalOf(askedIt(), 'digitek', asks(null, { revision: 1 }))).toBe('askedAlready');
  });
});

describe('who may answer', () => {
  it('is the person, and nobody else whatever the card says', () => {
    const one = askedOwner();
    for (const by of ['lead', 'digitek', 'consultant', 'chef-omsorg', 'stranger'])
      expect(refusalOf(one, by, says(one))).toBe('notYours');
    expect(refusalOf(one, 'owner', says(one))).toBe('done');
  });

  it('is everybody who holds the role; the first counts, and the second is told so', () => {
    const one = askedIt();
    expect(inquiryViewOf(one).answerers.map(({ id }) => id)).toEqual([
      'it-arkitekt',
      'it-sikkerhed',
    ]);
    const late = answeredBy(one, 'it-arkitekt', 'fine');
    expect(refusalOf(late, 'it-sikkerhed', says(one, { answer: 'notYet' }))).toBe('movedOn');
  });

  it('is the deputy of a person who is a chef, while it lasts', () => {
    const { people } = inquiring();
    const away = people.map((person) =>
      person.id === 'chef-sundhed'
        ? { ...person, deputyFor: 'omsorg', deputyFrom: '2026-11-20', deputyTo: '2026-11-24' }
        : person,
    );
    const project = { ownerId: 'chef-omsorg', ownerName: 'Chef, Omsorg' };
    const one = afterInquiry(
      inquiring(undefined, project, { people: away }),
      'lead',
      asks('chef-omsorg'),
    );
    const said = afterInquiry(one, 'chef-sundhed', says(one));
    expect(said.now.word).toMatchObject({ seat: 'omsorg', onBehalf: true });
    expect(refusalOf(later(one, 48), 'chef-sundhed', says(one))).toBe('notYours');
  });

  it('is nobody, when the person has no more to do with the project', () => {
    const one = askedOwner();
    const project = { ...one.project, ownerId: 'direktor', ownerName: 'Direktør' };
    expect(inquiryAnswerers(one.now, project, one.people, '2026-11-23')).toEqual([]);
    expect(refusalOf({ ...one, project }, 'owner', says(one))).toBe('notYours');
  });
});

describe('an answer', () => {
  it.each([
    ['fine', '', 'done'],
    ['fineIf', '', 'wordMissing'],
    ['fineIf', 'Log ind skal gå over FK.', 'done'],
    ['notYet', 'nå', 'wordMissing'],
    ['notYet', 'Datastrømmen mangler.', 'done'],
    ['said', 'Det er fint.', 'noSuchAnswer'],
  ])('of IT: %s »%s« is %s', (answer, comment, said) => {
    const one = askedIt();
    expect(refusalOf(one, 'it-arkitekt', says(one, { answer, comment }))).toBe(said);
  });

  it('of a person is words', () => {
    const one = askedOwner();
    for (const comment of ['', ' … '])
      expect(refusalOf(one, 'owner', says(one, { comment }))).toBe('wordMissing');
    expect(refusalOf(one, 'owner', says(one, { comment: 'Ja' }))).toBe('done');
    expect(refusalOf(one, 'owner', says(one, { answer: 'fine' }))).toBe('noSuchAnswer');
  });

  it('may be put right by those who are asked, who have seen it', () => {
    const fine = answeredBy(askedIt(), 'it-arkitekt', 'fine');
    const other = { answer: 'notYet', comment: 'Jeg tog fejl.' };
    expect(refusalOf(fine, 'it-arkitekt', says(fine, other))).toBe('done');
    const unseen = says(fine, { ...other, revision: 1 });
    expect(refusalOf(fine, 'it-arkitekt', unseen)).toBe('movedOn');
  });

  it('said twice by the same is one', () => {
    const fine = answeredBy(askedIt(), 'it-arkitekt', 'fine');
    const same = says(askedIt(), { answer: 'fine', comment: '' });
    expect(refusalOf(fine, 'it-arkitekt', same)).toBe('holdsAlready');
  });
});

describe('a question back', () => {
  const asking = () => {
    const one = askedIt();
    const comment = 'Er det samme leverandør?';
    return afterInquiry(one, 'it-arkitekt', { type: 'question', ...seenInquiry(one), comment });
  };

  it('goes to the lead, whose reply stands on the still open card', () => {
    const one = asking();
    const view = inquiryViewOf(one);
    expect(inquiryHelperOf(view)).toBe('lead');
    expect(inquiryWaitsOn(view, 'lead')).toBe('reply');
    expect(inquiryWaitsOn(view, 'it-sikkerhed')).toBe('answer');
    const reply = { type: 'reply', question: 2, comment: 'Ja, den samme.' } as const;
    expect(refusalOf(one, 'it-arkitekt', reply)).toBe('notYours');
    const replied = afterInquiry(one, 'lead', reply);
    expect(isAsking(replied.now)).toBe(true);
    expect(inquiryWaitsOn(inquiryViewOf(replied), 'lead')).toBeNull();
    expect(refusalOf(replied, 'digitek', reply)).toBe('movedOn');
  });

  it('does not belong to the talk of two', () => {
    const one = askedOwner();
    const question = { type: 'question', ...seenInquiry(one), comment: 'Hvad mener du?' } as const;
    expect(refusalOf(one, 'owner', question)).toBe('noSuchAnswer');
  });
});

describe('what stands open', () => {
  it('may be taken back by whoever asked, and the team, until it is answered', () => {
    const one = askedOwner();
    const back = { type: 'withdrawn', revision: 1 } as const;
    expect(refusalOf(one, 'owner', back)).toBe('notAllowed');
    expect(refusalOf(one, 'consultant', back)).toBe('done');
    const gone = afterInquiry(one, 'lead', back);
    expect(refusalOf(gone, 'owner', says(one))).toBe('movedOn');
    expect(refusalOf(gone, 'lead', { type: 'withdrawn', revision: 2 })).toBe('movedOn');
  });

  it.each(over)('waits for nobody while the project is %o', (more) => {
    const one = askedIt();
    const closed = { ...one, project: { ...one.project, ...more } };
    expect(inquiryWaitsOn(inquiryViewOf(closed), 'it-arkitekt')).toBeNull();
    expect(refusalOf(closed, 'it-arkitekt', says(one, { answer: 'fine' }))).toBe('notNow');
    expect(refusalOf(inquiring(undefined, more), 'lead', asks('owner'))).toBe('notNow');
  });

  it('at a step waits for nobody when the project is past it', () => {
    const one = askedIt();
    const past = { ...one, project: { ...one.project, phase: 'trial' as const } };
    expect(inquiryViewOf(past)).toMatchObject({ isWaiting: false, isOpen: false });
    expect(inquiryReaderOf(inquiryViewOf(past), inquiryActor(past, 'it-arkitekt')).answers).toBe(
      true,
    );
  });
});
