import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { loadOf, studyHoursIn } from '#shared/domain/plan/load.ts';
import { quarterNo } from '#shared/domain/plan/month.ts';
import { defaultPlanSettings } from '#shared/domain/plan/planned.ts';
import { findingsOf } from '#shared/domain/visits/findings.ts';
import type { VisitGiven, VisitRefusal } from '#shared/domain/visits/given.ts';
import { visitHoursOf } from '#shared/domain/visits/hours.ts';
import { lateVisitOf, yearBehindOf } from '#shared/domain/visits/late.ts';
import { noteFor } from '#shared/domain/visits/noteRules.ts';
import {
  carriedOutOn,
  isPlanned,
  type Planned,
  type VisitNow,
  visitNowOf,
  visitStateOf,
} from '#shared/domain/visits/now.ts';
import { visitReaderOf, visitWaitsOn } from '#shared/domain/visits/view.ts';
import {
  blankVisitEvent,
  noDays,
  type VisitEvent,
  visitIdOf,
} from '#shared/domain/visits/visit.ts';
import { areasWithUnits, visitBarOf, visitYearOf } from '#shared/domain/visits/year.ts';
import { yearBehindText } from '#shared/words/visits/late.ts';
import {
  afterVisit,
  agreedVisit,
  aNote,
  answeredVisit,
  askedVisit,
  hoursLater,
  plannedVisit,
  seenVisit,
  triedVisit,
  typedVisit,
  usualFrame,
  type Visiting,
  visitActor,
  visitId,
  visiting,
  visitViewOf,
} from '../builders/visit.ts';

const refusalOf = (made: Visiting | VisitRefusal): string => ('now' in made ? 'stored' : made.type);

describe('the hours of a visit (seeds 000:437–444)', () => {
  // Worked out by hand: 40 + 4 + one for each employee + four for each who is chosen.
  it.each([
    [2, 2, 54],
    [3, 2, 55],
    [4, 2, 56],
    [5, 2, 57],
    [6, 2, 58],
    [7, 3, 63],
    [8, 3, 64],
    [9, 3, 65],
    [10, 3, 66],
    [12, 4, 72],
    [15, 2, 67],
    [18, 3, 74],
    [20, 4, 80],
    [24, 4, 84],
    [28, 3, 84],
    [32, 3, 88],
    [40, 4, 100],
    [64, 2, 116],
    [120, 4, 180],
    [350, 4, 410],
  ])('of %i employees, %i of them chosen, are %i', (employees, chosen, total) => {
    const hours = visitHoursOf({ employees, chosen }, usualFrame);
    expect(hours.total).toBe(total);
    expect(hours.team + hours.leder + hours.employees + hours.chosen).toBe(total);
    expect(hours.unit).toBe(total - 40);
  });

  it('are 40 + 4 + 32 + 12 in the house of 32', () => {
    expect(visitHoursOf({ employees: 32, chosen: 3 }, usualFrame)).toEqual({
      ...{ team: 40, leder: 4, employees: 32, chosen: 12, unit: 48, total: 88 },
    });
  });

  it('follow the settings', () => {
    const frame = { team: 30, leder: 2, employee: 2, chosen: 5 };
    expect(visitHoursOf({ employees: 10, chosen: 2 }, frame).total).toBe(30 + 2 + 20 + 10);
  });
});

const yesTo = (one: Visiting): Extract<VisitGiven, { type: 'answered' }> => ({
  ...{ type: 'answered', ...seenVisit(one), answer: 'yes', day: null, comment: '' },
});

const held = (area: string, practice: string, key: string): VisitNow => {
  const id = visitIdOf(`4e550617-8293-4ea5-9fb6-0000000000${key}`);
  const event = (seq: number, more: Partial<VisitEvent>): VisitEvent => ({
    ...blankVisitEvent,
    ...{ id: `${id}:${seq}`, cause: `${id}:${seq}`, visitId: id, seq, byId: '', byName: '' },
    ...{ kind: 'planned', at: '2026-01-02T09:00:00Z' },
    ...more,
  });
  return visitNowOf(id, [
    event(1, { area, unit: key, employees: 10, chosen: 2, days: { ...noDays, practice } }),
    event(2, { kind: 'stepped', step: 'practice', day: practice, done: true }),
  ]);
};

const ahead = (area: string, practice: string, key: string): VisitNow =>
  visitNowOf(held(area, practice, key).id, held(area, practice, key).events.slice(0, 1));

const around = (areas: readonly string[]) => ({
  areas: defaultAreas.map(({ id }) => id),
  withUnits: new Set(areas),
  goal: { aYear: 4, anArea: 1 },
});
const all = around(['social', 'sundhed', 'omsorg']);

const planned = (now: VisitNow): Planned => {
  if (!isPlanned(now)) throw new RangeError(now.id);
  return now;
};
const lateAt = (now: VisitNow, at: string) =>
  lateVisitOf(planned(now), { today: at.slice(0, 10), at });

describe('what the chefgruppe hears of visits', () => {
  it('is late when the day of its next step has gone by, and not on the day itself', () => {
    const one = ahead('omsorg', '2026-09-07', '41');
    expect(lateAt(one, '2026-09-07T12:00:00Z')).toBeNull();
    expect(lateAt(one, '2026-09-08T06:00:00Z')).toBeNull();
    // What comes first is what is late: nobody has held the expectations yet.
    const { now } = plannedVisit();
    expect(lateAt(now, '2026-08-18T06:00:00Z')).toEqual({
      ...{ id: visitId, area: 'omsorg', unit: 'Aktivitetscenter Æblegården' },
      ...{ step: 'expectations', since: '2026-08-17' },
    });
  });

  it('is late when the leder should have answered, and not when they have', () => {
    const asked = askedVisit();
    const due = asked.now.ask?.dueAt ?? '';
    expect(lateAt(asked.now, '2026-08-04T09:00:00Z')).toBeNull();
    expect(lateAt(asked.now, due)).toMatchObject({ step: null, since: due });
    expect(lateAt(answeredVisit(asked, 'yes').now, due)).toBeNull();
    // Turned down or called off, it is nobody's to be late with.
    const no = answeredVisit(askedVisit(), 'no', { comment: 'Ikke i år' });
    expect(lateAt(no.now, '2026-12-01T09:00:00Z')).toBeNull();
    const off = afterVisit(asked, 'consultant', {
      ...{ type: 'withdrawn', revision: asked.now.told, comment: 'Det bliver ikke til noget' },
    });
    expect(lateAt(off.now, '2026-12-01T09:00:00Z')).toBeNull();
  });

  const yearOf = (visits: readonly VisitNow[], year = 2026) => visitYearOf(visits, year, all);

  it('is a year that is behind its quarters: one of four for each that has ended', () => {
    const one = yearOf([held('omsorg', '2026-02-10', '51')]);
    expect(yearBehindOf(one, '2026-03-31')).toBeNull();
    expect(yearBehindOf(one, '2026-04-01')).toBeNull();
    expect(yearBehindOf(one, '2026-07-01')).toEqual({
      ...{ year: 2026, done: 1, goal: 4, due: 2, ahead: 0, lacking: [] },
    });
    expect(yearBehindOf(yearOf([]), '2026-04-01')).toMatchObject({ done: 0, due: 1 });
    // A year that is over owes all of it; one that has not come owes nothing.
    expect(yearBehindOf(one, '2027-01-14')).toMatchObject({ year: 2026, due: 4, done: 1 });
    expect(yearBehindOf(yearOf([], 2027), '2026-12-31')).toBeNull();
  });

  it('is an area that has none and none planned, when the last quarter has begun', () => {
    const four = [
      ...[held('omsorg', '2026-02-10', '61'), held('omsorg', '2026-04-10', '62')],
      ...[held('social', '2026-05-10', '63'), held('social', '2026-09-10', '64')],
    ];
    expect(yearBehindOf(yearOf(four), '2026-09-30')).toBeNull();
    expect(yearBehindOf(yearOf(four), '2026-10-01')).toMatchObject({ lacking: ['sundhed'] });
    const withPlan = [...four, ahead('sundhed', '2026-11-02', '65')];
    expect(yearBehindOf(yearOf(withPlan), '2026-10-01')).toBeNull();
    const text = yearBehindText(
      { year: 2026, done: 2, goal: 4, due: 3, ahead: 1, lacking: ['sundhed'] },
      defaultAreas,
    );
    expect(text).toBe(
      '2026: 2 af 4 besøg er gennemført, 3 skulle være det nu, 1 er planlagt. Sundhed mangler besøg',
    );
  });
});

describe('the year of visits (seeds 000:432)', () => {
  it('is reached by four, and one in each area', () => {
    const three = [
      held('social', '2026-02-10', '11'),
      held('omsorg', '2026-02-20', '12'),
      held('omsorg', '2026-09-07', '13'),
    ];
    const now = visitYearOf([...three, ahead('sundhed', '2026-10-26', '14')], 2026, all);
    expect(now).toMatchObject({ done: 3, goal: 4, isReached: false });
    expect(
      now.areas.map(({ area, done, ahead: days, lacks }) => [area, done, days, lacks]),
    ).toEqual([
      ['social', 1, [], false],
      ['sundhed', 0, ['2026-10-26'], true],
      ['omsorg', 2, [], false],
    ]);
    const fourth = held('sundhed', '2026-10-26', '14');
    expect(visitYearOf([...three, fourth], 2026, all).isReached).toBe(true);
    // Four in two areas are four, and not the goal.
    const inTwo = [...three, held('omsorg', '2026-11-02', '15')];
    expect(visitYearOf(inTwo, 2026, all)).toMatchObject({ done: 4, isReached: false });
  });

  it('counts a visit in the year its practice was held, around New Year too', () => {
    const old = held('social', '2026-12-31', '11');
    const new_ = held('social', '2027-01-01', '12');
    expect(visitYearOf([old, new_], 2026, all)).toMatchObject({ done: 1 });
    expect(visitYearOf([old, new_], 2027, all)).toMatchObject({ done: 1 });
    expect(visitYearOf([old, new_], 2028, all)).toMatchObject({ done: 0 });
    // Begun in December and practised in January, it is January's.
    expect(carriedOutOn(new_)).toBe('2027-01-01');
  });

  it('does not ask for a visit in an area without units', () => {
    const three = ['social', 'omsorg'].map((area, at) => held(area, '2026-03-03', `2${at}`));
    const two = [held('omsorg', '2026-04-04', '31'), held('social', '2026-05-05', '32')];
    const year = visitYearOf([...three, ...two], 2026, around(['social', 'omsorg']));
    expect(year.areas.find(({ area }) => area === 'sundhed')).toEqual({
      ...{ area: 'sundhed', done: 0, ahead: [], hasUnits: false, lacks: false },
    });
    expect(year.isReached).toBe(true);
  });

  it('knows units by who leads one, or has been visited', () => {
    const { people } = visiting();
    const leder = { roles: ['leder'] as const, area: 'sundhed' };
    expect([...areasWithUnits([...people, leder], [held('social', '2026-01-01', '11')])]).toEqual(
      expect.arrayContaining(['sundhed', 'social']),
    );
    expect(areasWithUnits([], []).size).toBe(0);
  });

  it('takes the team’s hours of the plan while it lasts, beside what is kept', () => {
    const quarter = quarterNo('2026-02');
    const bar = visitBarOf(held('social', '2026-02-10', '11'), 40);
    expect(bar).toEqual({ start: '2026-02', end: '2026-02', hours: 40 });
    const studies = [bar, bar].flatMap((one) => one ?? []);
    expect(loadOf(studies).get(quarter)).toBe(80);
    // One fits into what is kept for the study of a quarter; two take more.
    const settings = { ...defaultPlanSettings, studyHours: 40 };
    expect(studyHoursIn(quarter, { ...settings, studies: studies.slice(0, 1) })).toBe(40);
    expect(studyHoursIn(quarter, { ...settings, studies })).toBe(80);
    expect(studyHoursIn(quarter + 1, { ...settings, studies })).toBe(40);
  });
});

describe('a visit is planned', () => {
  it('by the team, with two of them and a unit that has a size', () => {
    const tried = (more: Parameters<typeof typedVisit>[0], by = 'consultant') =>
      refusalOf(
        triedVisit(visiting(), by, { type: 'planned', revision: 0, terms: typedVisit(more) }),
      );
    expect(tried({})).toBe('stored');
    expect(tried({}, 'owner')).toBe('notAllowed');
    expect(tried({}, 'direktor')).toBe('notAllowed');
    expect(tried({ unit: ' ' })).toBe('unitMissing');
    expect(tried({ area: 'teknik' })).toBe('unknownArea');
    expect(tried({ employees: 0 })).toBe('employeesMissing');
    expect(tried({ employees: 2.5 })).toBe('employeesMissing');
    expect(tried({ chosen: 1 })).toBe('chosenCount');
    expect(tried({ chosen: 5 })).toBe('chosenCount');
    expect(tried({ employees: 3, chosen: 4 })).toBe('chosenCount');
    expect(tried({ consultantIds: ['consultant'] })).toBe('twoConsultants');
    expect(tried({ consultantIds: ['consultant', 'consultant'] })).toBe('twoConsultants');
    expect(tried({ consultantIds: ['consultant', 'owner'] })).toBe('unknownPerson');
    expect(tried({ lederId: 'nobody' })).toBe('unknownPerson');
    const days = { ...noDays, introduction: '2026-08-24', practice: '2026-08-20' };
    expect(tried({ days })).toBe('daysOrder');
  });

  it('and is not planned over what another has planned', () => {
    const one = plannedVisit();
    const again = { type: 'planned', revision: 0, terms: typedVisit({ employees: 40 }) } as const;
    expect(refusalOf(triedVisit(one, 'digitek', again))).toBe('changed');
    const put = { ...again, revision: 1 };
    expect(afterVisit(one, 'digitek', put).now.terms?.employees).toBe(40);
    expect(refusalOf(triedVisit(one, 'consultant', { ...put, terms: typedVisit() }))).toBe(
      'holdsAlready',
    );
  });
});

describe('the leder of the unit', () => {
  it('is asked when there is one, and a day', () => {
    const ask = (more: Parameters<typeof typedVisit>[0]) =>
      refusalOf(triedVisit(plannedVisit(more), 'consultant', { type: 'asked', revision: 1 }));
    expect(ask({})).toBe('stored');
    expect(ask({ lederId: null })).toBe('lederMissing');
    expect(ask({ days: noDays })).toBe('dayMissing');
  });

  it('says yes, and nobody else does', () => {
    const one = askedVisit();
    const yes = yesTo(one);
    for (const by of ['consultant', 'chef-omsorg', 'stranger', 'direktor'])
      expect(refusalOf(triedVisit(one, by, yes))).toBe('notYours');
    const agreed = afterVisit(one, 'owner', yes);
    expect(visitStateOf(agreed.now)).toBe('agreed');
    expect(refusalOf(triedVisit(agreed, 'owner', yes))).toBe('holdsAlready');
    expect(
      refusalOf(triedVisit(agreed, 'owner', { ...yes, answer: 'no', comment: 'Nej tak' })),
    ).toBe('movedOn');
  });

  it('gives a day that comes, or a word', () => {
    const one = askedVisit();
    const seen = seenVisit(one);
    const tried = (answer: 'otherDay' | 'no', day: string | null, comment: string) =>
      refusalOf(triedVisit(one, 'owner', { type: 'answered', ...seen, answer, day, comment }));
    expect(tried('otherDay', null, '')).toBe('dayMissing');
    expect(tried('otherDay', '2026-08-03', '')).toBe('dayPast');
    expect(tried('otherDay', '2026-10-05', '')).toBe('stored');
    expect(tried('no', null, '...')).toBe('wordMissing');
    expect(tried('no', null, 'Vi flytter i august.')).toBe('stored');
  });

  it('is answered for by whoever stands in, on their behalf, and only then', () => {
    const absent = visiting().people.map((person) =>
      person.id === 'owner'
        ? {
            ...person,
            absences: [
              {
                ...{ id: 'a1', deputyId: 'stranger', from: '2026-08-01', to: '2026-08-09' },
                ...{ byId: 'owner', byName: '', at: '2026-07-30T09:00:00Z', ended: null },
              },
            ],
          }
        : person,
    );
    const one = { ...askedVisit(), people: absent };
    const yes = yesTo(one);
    expect(afterVisit(one, 'stranger', yes).now.word).toMatchObject({ onBehalf: true });
    const back = hoursLater(one, 24 * 8);
    expect(refusalOf(triedVisit(back, 'stranger', yes))).toBe('notYours');
  });

  it('says yes to the plan that was on the card, and not to another', () => {
    const one = askedVisit();
    const { ask, revision } = seenVisit(one);
    const other = afterVisit(one, 'consultant', {
      ...{ type: 'planned', revision: 1, terms: typedVisit({ employees: 60 }) },
    });
    const yes = { type: 'answered', ask, answer: 'yes', day: null, comment: '' } as const;
    expect(refusalOf(triedVisit(other, 'owner', { ...yes, revision }))).toBe('changed');
    const agreed = afterVisit(other, 'owner', { ...yes, ...seenVisit(other) });
    expect(visitViewOf(agreed).isChanged).toBe(false);
    const moved = afterVisit(agreed, 'consultant', {
      ...{ type: 'planned', revision: 3, terms: typedVisit({ employees: 61 }) },
    });
    expect(visitViewOf(moved).isChanged).toBe(true);
  });

  it('who is another is asked anew: the yes was not theirs', () => {
    const one = afterVisit(agreedVisit(), 'consultant', {
      ...{ type: 'planned', revision: 1, terms: typedVisit({ lederId: 'direktor' }) },
    });
    expect([one.now.ask, one.now.word, one.now.agreed]).toEqual([null, null, null]);
    expect(visitStateOf(one.now)).toBe('planned');
  });

  it('is reminded once a day at most, and the question stays the same', () => {
    const one = askedVisit();
    const again = { type: 'asked', revision: one.now.told } as const;
    expect(refusalOf(triedVisit(one, 'consultant', again))).toBe('askedToday');
    const later = afterVisit(hoursLater(one, 24), 'digitek', again);
    expect(later.now.ask).toMatchObject({ seq: 3, round: 2 });
    const yes = answeredVisit(later, 'yes');
    const more = { type: 'asked', revision: yes.now.told } as const;
    expect(refusalOf(triedVisit(hoursLater(yes, 24), 'digitek', more))).toBe('holdsAlready');
  });

  it('asks back, and is answered by the team', () => {
    const one = askedVisit();
    const asked = afterVisit(one, 'owner', {
      ...{ type: 'question', ...seenVisit(one), comment: 'Skal natten være med?' },
    });
    expect(visitWaitsOn(visitViewOf(asked), 'consultant')).toBe('reply');
    expect(visitWaitsOn(visitViewOf(asked), 'digitek')).toBeNull();
    const reply = { type: 'reply', question: 3, comment: 'Ja, gerne.' } as const;
    expect(refusalOf(triedVisit(asked, 'owner', reply))).toBe('notYours');
    const told = afterVisit(asked, 'digitek', reply);
    expect(told.now.exchanges[0]?.reply?.comment).toBe('Ja, gerne.');
    expect(visitWaitsOn(visitViewOf(told), 'owner')).toBe('answer');
  });
});

describe('the six steps', () => {
  const step = (one: Visiting, done = true, day: string | null = '2026-08-03', seen = 0) =>
    triedVisit(one, 'consultant', { type: 'stepped', step: 'expectations', seen, day, done });

  it('wait for the leder’s yes, and are not held tomorrow', () => {
    expect(refusalOf(step(askedVisit()))).toBe('yesFirst');
    expect(refusalOf(step(agreedVisit(), true, '2026-08-04'))).toBe('dayPast');
    const one = step(agreedVisit());
    if (!('now' in one)) throw new RangeError('stepped');
    expect(visitStateOf(one.now)).toBe('underWay');
    expect(refusalOf(step(one, false, '2026-08-03', 0))).toBe('changed');
    const undone = step(one, false, '2026-08-03', one.now.steps.expectations.seq);
    expect('now' in undone && visitStateOf(undone.now)).toBe('agreed');
  });
});

const noted = (one: Visiting, ...notes: readonly VisitEvent[]): Visiting => ({
  ...one,
  noted: [...one.noted, ...notes],
});
const findings = ({ now, noted: notes }: Visiting) => findingsOf(now, notes);

describe('what was seen', () => {
  const value = (one: Visiting, group: string, more: object = {}): Visiting | VisitRefusal => {
    const now = findings(one).groups.find(({ name }) => name === group);
    return triedVisit(one, 'consultant', {
      ...{ type: 'valued', group, seen: now?.seq ?? 0, name: group, value: 'high' },
      ...{ effort: 'low', isChosen: true, comment: '', ...more },
    });
  };
  const must = (made: Visiting | VisitRefusal): Visiting => {
    if ('now' in made) return made;
    throw new Error(JSON.stringify(made));
  };
  const two = () =>
    noted(
      agreedVisit(),
      aNote(1, { group: 'Uro' }),
      aNote(2, { group: 'uro ', notedAt: '2026-09-07T07:00:00Z' }),
      aNote(3),
    );

  it('stands in the order it was written, and a group in whatever case is one', () => {
    const { notes, groups } = findings(two());
    expect(notes.map(({ text }) => text)).toEqual(['Note 2', 'Note 1', 'Note 3']);
    expect(groups).toMatchObject([{ name: 'uro', count: 2 }]);
  });

  it('is laid in another group, or taken away', () => {
    const one = two();
    const [first] = findings(one).notes;
    const key = first?.key ?? '';
    const laid = must(triedVisit(one, 'digitek', { type: 'grouped', note: key, group: 'Nøgler' }));
    expect(findings(laid).groups.map(({ name, count }) => [name, count])).toEqual([
      ['Nøgler', 1],
      ['Uro', 1],
    ]);
    const gone = must(triedVisit(laid, 'digitek', { type: 'dropped', note: key }));
    expect(findings(gone).notes).toHaveLength(2);
    expect(refusalOf(triedVisit(gone, 'digitek', { type: 'dropped', note: key }))).toBe(
      'unknownNote',
    );
    for (const given of [{ type: 'dropped', note: key } as const])
      expect(refusalOf(triedVisit(one, 'owner', given))).toBe('notAllowed');
  });

  it('is found by the name a group had: a phone without a net has not heard of the new one', () => {
    const named = must(value(two(), 'uro', { name: 'Uro om eftermiddagen' }));
    const late = noted(named, aNote(4, { group: 'Uro', notedAt: '2026-09-07T09:00:00Z' }));
    expect(findings(late).groups).toMatchObject([
      { name: 'Uro om eftermiddagen', count: 3, isChosen: true },
    ]);
    const back = must(value(late, 'Uro om eftermiddagen', { name: 'Uro' }));
    expect(findings(back).groups).toMatchObject([{ name: 'Uro', count: 3 }]);
    const other = noted(back, aNote(5, { group: 'Støj' }));
    const one = must(value(other, 'Støj', { name: 'Uro' }));
    expect(findings(one).groups).toMatchObject([{ name: 'Uro', count: 4 }]);
  });

  it('becomes an idea when it is chosen, once, and is then not laid elsewhere', () => {
    const idea = { type: 'becameIdea', group: 'uro' } as const;
    expect(refusalOf(triedVisit(two(), 'consultant', idea))).toBe('notChosen');
    const chosen = must(value(two(), 'uro'));
    expect(refusalOf(triedVisit(chosen, 'owner', idea))).toBe('notAllowed');
    const made = must(triedVisit(chosen, 'consultant', idea));
    const [group] = findings(made).groups;
    expect(group?.projectId).toMatch(/^p3d44f506-.*-5$/);
    expect(refusalOf(triedVisit(made, 'digitek', idea))).toBe('holdsAlready');
    expect(refusalOf(value(made, 'uro', { name: 'Støj' }))).toBe('isIdea');
    expect(refusalOf(value(made, 'uro', { isChosen: false }))).toBe('isIdea');
  });

  it('belongs to a project there is, when one is chosen, and then to no other', () => {
    const idea = { type: 'becameIdea', group: 'uro', projectId: 'p1' } as const;
    expect(refusalOf(triedVisit(two(), 'consultant', idea))).toBe('notChosen');
    const chosen = must(value(two(), 'uro'));
    expect(refusalOf(triedVisit(chosen, 'owner', idea))).toBe('notAllowed');
    expect(refusalOf(triedVisit(chosen, 'digitek', { ...idea, projectId: 'gone' }))).toBe(
      'unknownProject',
    );
    const made = must(triedVisit(chosen, 'consultant', idea));
    expect(findings(made).groups[0]?.projectId).toBe('p1');
    expect(refusalOf(triedVisit(made, 'digitek', { ...idea, projectId: undefined }))).toBe(
      'holdsAlready',
    );
  });

  it('is not changed by whoever has not seen how it is', () => {
    const one = must(value(two(), 'uro'));
    const stale: VisitGiven = {
      ...{ type: 'valued', group: 'uro', seen: 0, name: 'uro', value: 'low', effort: 'low' },
      ...{ isChosen: false, comment: '' },
    };
    expect(refusalOf(triedVisit(one, 'digitek', stale))).toBe('changed');
  });

  it('is read by the team and the unit’s leder; others read groups', () => {
    const one = two();
    const reads = (by: string) => visitReaderOf(visitViewOf(one), visitActor(one, by)).readsNotes;
    expect(['consultant', 'digitek', 'lead', 'owner'].map(reads)).toEqual([true, true, true, true]);
    expect(['chef-omsorg', 'direktor', 'stranger'].map(reads)).toEqual([false, false, false]);
  });

  it('holds no number like a person’s', () => {
    const given = {
      ...{ key: '4e550617-8293-4ea5-9fb6-000000000001', number: 1, group: '', picture: null },
      notedAt: '2026-09-07T08:00:00Z',
    };
    const at = { day: '2026-09-07', at: '2026-09-07T09:00:00Z' };
    const actor = visitActor(two(), 'consultant');
    const tried = (text: string, more: object = {}) =>
      noteFor(actor, { ...given, text, ...more }, at);
    expect(tried('Borger 070761-4285 gik')).toMatchObject({ refusal: { type: 'personNumber' } });
    expect(tried('Fald', { group: '070761-4285' })).toMatchObject({
      refusal: { type: 'personNumber' },
    });
    expect(tried(' ')).toMatchObject({ refusal: { type: 'noteEmpty' } });
    expect(tried('x'.repeat(20_000))).toMatchObject({ ok: true });
    expect(tried('x'.repeat(20_001))).toMatchObject({ refusal: { type: 'wordTooLong' } });
    expect(tried('Fald', { key: 'mine' })).toMatchObject({ refusal: { type: 'badKey' } });
    // A phone whose clock is ahead has seen nothing that is to come.
    expect(tried('Fald', { notedAt: '2027-01-01T00:00:00Z' })).toMatchObject({
      value: { notedAt: '2026-09-07T09:00:00Z' },
    });
    const owner = visitActor(two(), 'owner');
    expect(noteFor(owner, { ...given, text: 'Fald' }, at)).toMatchObject({
      refusal: { type: 'notAllowed' },
    });
  });

  it('comes to the same in whatever order the lists tell of it', () => {
    const base = two();
    const named = must(value(base, 'uro', { name: 'Støj' }));
    const notes = Array.from({ length: 8 }, (_, at) =>
      aNote(at + 10, {
        group: ['Uro', 'Støj', '', 'Nøgler'][at % 4] ?? '',
        notedAt: `2026-09-07T0${at % 3}:00:00Z`,
      }),
    );
    const whole = findingsOf(named.now, [...base.noted, ...notes]);
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, { minLength: 8 }), (shuffled) => {
        expect(findingsOf(named.now, [...shuffled, ...base.noted])).toEqual(whole);
      }),
      { numRuns: 50 },
    );
    expect(whole.groups.reduce((sum, { count }) => sum + count, 0)).toBe(
      whole.notes.filter(({ group }) => group !== '').length,
    );
  });
});

describe('a visit that is called off', () => {
  it('is asked about no more, and answered no more', () => {
    const one = askedVisit();
    const off = { type: 'withdrawn', revision: one.now.told, comment: 'Enheden lukker.' } as const;
    expect(refusalOf(triedVisit(one, 'owner', off))).toBe('notAllowed');
    expect(refusalOf(triedVisit(one, 'consultant', { ...off, comment: ' ' }))).toBe('wordMissing');
    const gone = afterVisit(one, 'consultant', off);
    expect(visitViewOf(gone)).toMatchObject({ isWaiting: false, isOpen: false });
    const yes = yesTo(one);
    expect(refusalOf(triedVisit(gone, 'owner', yes))).toBe('notNow');
    expect(visitId).toBe(gone.now.id);
  });
});
