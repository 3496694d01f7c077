import { describe, expect, it } from 'vitest';
import { changedFacts, type FactName, namedBy } from '#shared/domain/approvals/approval.ts';
import { approvalNowOf, isOutdated, isWaiting } from '#shared/domain/approvals/now.ts';
import type { ApprovalGiven } from '#shared/domain/approvals/rules.ts';
import { asStep, changesSinceYes } from '#shared/domain/approvals/view.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Step } from '#shared/domain/steps.ts';
import {
  after,
  asked,
  askedIn,
  changed,
  factsOf,
  later,
  said,
  tried,
  type Vouching,
  viewOf,
  vouching,
} from '../builders/approval.ts';
import { people } from '../builders/portfolio.ts';

/* The owner's approval of a paper (domain.md, Steps inside a phase; design, The next cards). */

const fresh = vouching();
const open = asked(fresh);
const approved = said(open, 'approved');
const refusalOf = (one: Vouching, by: string, given: ApprovalGiven): string => {
  const made = tried(one, by, given);
  return 'now' in made ? 'done' : made.type;
};
const answer = (one: Vouching): ApprovalGiven => ({
  ...{ type: 'approved', ask: askedIn(one), comment: '' },
});

describe('asking the owner', () => {
  it.each([
    ['lead', 'done'],
    ['digitek', 'done'],
    ['consultant', 'done'],
    ['owner', 'done'],
    ['chef-omsorg', 'notAllowed'],
    ['direktor', 'notAllowed'],
    ['stranger', 'notAllowed'],
  ])('%s: %s', (by, outcome) =>
    expect(refusalOf(fresh, by, { type: 'asked', revision: 0 })).toBe(outcome),
  );

  const cannot: readonly (readonly [string, Vouching, string])[] = [
    ['without a paper', { ...fresh, paper: { ...fresh.paper, link: '' } }, 'paperMissing'],
    ['without an owner', vouching('ideaOwner', { ownerId: null }), 'ownerMissing'],
    ['for a gate that is not ahead', vouching('ideaOwner', { phase: 'trial' }), 'notNow'],
    ['of a project that is stopped', vouching('ideaOwner', { status: 'stopped' }), 'notNow'],
    ['of a project without gates', vouching('ideaOwner', { type: 'skal' }), 'notNow'],
    ['twice about the same', open, 'askedAlready'],
    ['when the yes holds', approved, 'holdsAlready'],
  ];
  it.each(cannot)('is refused %s', (_, one, why) =>
    expect(refusalOf(one, 'lead', { type: 'asked', revision: one.now.revision })).toBe(why),
  );

  it('is refused to whoever saw an older picture', () =>
    expect(refusalOf(open, 'lead', { type: 'asked', revision: 0 })).toBe('movedOn'));

  it('is due two working days later, with a nudge that morning', () =>
    expect(open.now.ask).toMatchObject({
      ...{ dueAt: '2026-11-25T15:00:00Z', nudgeAt: '2026-11-25T08:00:00Z' },
    }));

  it('may be done again when a gate has sent the project back', () => {
    const back = { ...later(approved, 24), undoneAt: later(approved, 12).at };
    expect(viewOf(back).yes).toBeNull();
    expect(refusalOf(back, 'lead', { type: 'asked', revision: 2 })).toBe('done');
  });
});

const deputy: Person = {
  ...{ id: 'stranger', name: 'Medarbejder', upn: 's', roles: ['leder'], area: null, unit: '' },
  ...{
    deputyFor: 'omsorg',
    deputyFrom: '2026-11-23',
    deputyTo: '2026-11-24',
    absences: [],
    standing: null,
  },
};

describe('answering', () => {
  it.each([
    ['owner', 'done'],
    ['lead', 'notYours'],
    ['digitek', 'notYours'],
    ['consultant', 'notYours'],
    ['chef-omsorg', 'notYours'],
    ['stranger', 'notYours'],
  ])('%s: %s', (by, outcome) => {
    expect(refusalOf(open, by, answer(open))).toBe(outcome);
    const words = { ask: 1, comment: 'Skriv det ind' };
    expect(refusalOf(open, by, { type: 'sentBack', ...words })).toBe(outcome);
    expect(refusalOf(open, by, { type: 'question', ...words })).toBe(outcome);
  });

  it('is for the deputy of an owner who is a chef, while it lasts, and says so', () => {
    const owner = { ownerId: 'chef-omsorg', ownerName: 'Chef, Omsorg' };
    const theirs = asked(vouching('ideaOwner', owner, [...people.slice(0, -1), deputy]));
    const done = said(theirs, 'approved', '', 'stranger');
    expect(done.now.yes).toMatchObject({ seat: 'omsorg', onBehalf: true });
    expect(refusalOf(later(theirs, 48), 'stranger', answer(theirs))).toBe('notYours');
    expect(refusalOf(theirs, 'chef-omsorg', answer(theirs))).toBe('done');
  });

  it('needs a word to send back or to ask, and none to approve', () => {
    for (const type of ['sentBack', 'question'] as const)
      for (const comment of ['', '  ', 'ja', '12 34'])
        expect(refusalOf(open, 'owner', { type, ask: 1, comment })).toBe('wordMissing');
    expect(refusalOf(open, 'owner', answer(open))).toBe('done');
  });

  it('is refused when the word is longer than there is room for', () =>
    expect(refusalOf(open, 'owner', { type: 'approved', ask: 1, comment: 'x'.repeat(2_001) })).toBe(
      'wordTooLong',
    ));

  it('on an older version is never stored', () => {
    const newer = changed(open, { paper: { version: 'version 5' } });
    expect(newer.now.ask?.seq).toBe(2);
    expect(refusalOf(newer, 'owner', answer(open))).toBe('changed');
    expect(refusalOf(newer, 'owner', answer(newer))).toBe('done');
  });

  it('on a paper that has changed, and of which nobody was asked anew yet, is never stored', () => {
    const behind = { ...open, paper: { ...open.paper, version: 'version 5' } };
    expect(refusalOf(behind, 'owner', answer(open))).toBe('changed');
  });

  it('comes once: what is pressed after it changes nothing', () => {
    expect(refusalOf(approved, 'owner', answer(open))).toBe('movedOn');
    expect(refusalOf(approved, 'owner', { type: 'sentBack', ask: 1, comment: 'Nej tak' })).toBe(
      'movedOn',
    );
  });

  it('may be given without being asked, by the owner alone, and once', () => {
    const own = { type: 'approved', ask: null, comment: '' } as const;
    expect(refusalOf(fresh, 'owner', own)).toBe('done');
    expect(refusalOf(fresh, 'lead', own)).toBe('notYours');
    expect(refusalOf(approved, 'owner', own)).toBe('holdsAlready');
  });
});

describe('a question of the owner’s', () => {
  const asking = said(open, 'question', 'Hvem passer skærmen?');
  const reply = { type: 'reply', question: 2, comment: 'Aftenvagten.' } as const;

  it('leaves the matter open, and is replied to once', () => {
    expect(isWaiting(asking.now)).toBe(true);
    const replied = after(asking, 'lead', reply);
    expect(replied.now.exchanges[0]?.reply?.comment).toBe('Aftenvagten.');
    expect(refusalOf(replied, 'digitek', reply)).toBe('movedOn');
    expect(refusalOf(replied, 'owner', answer(open))).toBe('done');
  });

  it.each([
    ['lead', 'done'],
    ['digitek', 'done'],
    ['owner', 'notYours'],
    ['chef-omsorg', 'notYours'],
    ['stranger', 'notYours'],
  ])('may be replied to by %s: %s', (by, outcome) =>
    expect(refusalOf(asking, by, reply)).toBe(outcome),
  );

  it('is not replied to with nothing, nor when there is none', () => {
    expect(refusalOf(asking, 'lead', { ...reply, comment: '' })).toBe('wordMissing');
    expect(refusalOf(asking, 'lead', { ...reply, question: 1 })).toBe('movedOn');
  });

  it('is gone with the next round', () => {
    const next = changed(said(asking, 'sentBack'), { paper: { version: 'version 5' } });
    expect(next.now.exchanges).toEqual([]);
    expect(refusalOf(next, 'lead', reply)).toBe('movedOn');
  });
});

describe('what the team writes down', () => {
  const how = { type: 'noted', comment: 'Sagt på mødet 3. marts' } as const;

  it.each([
    ['consultant', 'done'],
    ['digitek', 'done'],
    ['owner', 'notAllowed'],
    ['chef-omsorg', 'notAllowed'],
    ['stranger', 'notAllowed'],
  ])('%s: %s', (by, outcome) => expect(refusalOf(fresh, by, how)).toBe(outcome));

  it('says how, and holds as the owner’s own yes until the paper changes', () => {
    expect(refusalOf(fresh, 'consultant', { ...how, comment: '' })).toBe('wordMissing');
    const noted = after(open, 'consultant', how);
    expect(asStep(viewOf(noted), undefined)).toMatchObject({
      ...{ done: true, doneByName: 'Konsulent, DigiTek', note: how.comment },
    });
    expect(refusalOf(noted, 'consultant', how)).toBe('holdsAlready');
    expect(viewOf(changed(noted, { project: { askOre: 1_00 } })).yes).toBeNull();
  });
});

describe('a yes', () => {
  const changes: readonly (readonly [
    FactName,
    { paper?: Partial<Step>; project?: Partial<Project> },
  ])[] = [
    ['version', { paper: { version: 'version 5' } }],
    ['link', { paper: { link: 'https://viborg.example/ny.docx' } }],
    ['purpose', { project: { purpose: 'Noget andet.' } }],
    ['askOre', { project: { askOre: 90_000_00 } }],
    ['budgetOre', { project: { budgetOre: 1_00 } }],
    ['runningCostsOre', { project: { runningCostsOre: [1, 2, 3, 4] } }],
    ['riskCategory', { project: { riskCategory: 4 } }],
    ['efficiency', { project: { efficiency: 0 } }],
    ['quality', { project: { quality: 0 } }],
    ['wellbeing', { project: { wellbeing: 0 } }],
    ['ownerId', { project: { ownerId: 'lead' } }],
  ];
  it.each(changes)(
    'falls when %s changes, and the owner is asked anew about that alone',
    (name, change) => {
      const anew = changed(approved, change);
      expect(viewOf(anew).yes).toBeNull();
      expect(changesSinceYes(viewOf(anew))).toEqual([name]);
      expect(isWaiting(anew.now)).toBe(true);
      expect(isOutdated(anew.now, factsOf(anew))).toBe(false);
    },
  );

  it('stands when what it was not about changes', () => {
    const others = changed(approved, {
      paper: { minutes: 9, note: 'x' },
      project: { title: 'Andet navn', nextStep: 'Møde', recommendedPriority: 'low' },
    });
    expect(others.now.revision).toBe(approved.now.revision);
    expect(viewOf(others).yes).not.toBeNull();
  });

  it('is the same question until it is answered, however often the paper changes meanwhile', () => {
    let one = open;
    for (const version of ['5', '6', '7']) one = changed(one, { paper: { version } });
    expect(one.now.ask).toMatchObject({ seq: 4, round: 1 });
    expect(one.now.base).toBeNull();
  });

  it('is taken back by the owner or the team, and by nobody else', () => {
    for (const [by, outcome] of [
      ['owner', 'done'],
      ['digitek', 'done'],
      ['chef-omsorg', 'notAllowed'],
      ['stranger', 'notAllowed'],
    ] as const)
      expect(refusalOf(approved, by, { type: 'withdrawn' })).toBe(outcome);
    const taken = after(approved, 'owner', { type: 'withdrawn' });
    expect(viewOf(taken).yes).toBeNull();
    expect(refusalOf(taken, 'owner', { type: 'withdrawn' })).toBe('movedOn');
  });
});

describe('a paper that was sent back', () => {
  const back = said(open, 'sentBack');

  it('is asked about again when another comes, and not when only a figure beside it changes', () => {
    expect(isWaiting(changed(back, { project: { askOre: 1_00 } }).now)).toBe(false);
    expect(isWaiting(changed(back, { paper: { version: 'version 5' } }).now)).toBe(true);
  });

  it('may be asked about again by hand', () =>
    expect(refusalOf(back, 'lead', { type: 'asked', revision: 2 })).toBe('done'));
});

describe('events', () => {
  it('come to the same in whatever order they are read, and twice', () => {
    const all = changed(approved, { paper: { version: 'version 5' } }).now.events;
    const named = { projectId: 'p1', step: 'ideaOwner' } as const;
    expect(approvalNowOf(named, [...all].reverse())).toEqual(approvalNowOf(named, all));
  });

  it('are not judged past a number that is missing', () => {
    const { events } = changed(approved, { paper: { version: 'version 5' } }).now;
    const named = { projectId: 'p1', step: 'ideaOwner' } as const;
    const holed = events.filter(({ seq }) => seq !== 2);
    expect(approvalNowOf(named, holed).revision).toBe(1);
  });

  it('belong to an id that names a project and one of the three steps', () => {
    expect(namedBy('a:b:ideaOwner')).toEqual({ projectId: 'a:b', step: 'ideaOwner' });
    for (const id of ['p1:ideaChef', 'p1', '', 'ideaOwner']) expect(namedBy(id)).toBeNull();
  });

  it('tell a change by its value, not by how it was made', () =>
    expect(changedFacts(factsOf(fresh), { ...factsOf(fresh), runningCostsOre: [] })).toEqual([]));
});
