import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { type AgendaFacts, agendaOf, minutesIn } from '#shared/domain/quarter/agenda.ts';
import {
  type AgendaOrder,
  agendaKinds,
  agendaSections,
  isWholeOrder,
  sectionOfKind,
  sectionsIn,
  standingPoints,
  usualOrder,
  wholeOrder,
  withKindMoved,
  withSectionMoved,
} from '#shared/domain/quarter/order.ts';
import { priorityChange, type QuarterEvent, quarterNowOf } from '#shared/domain/quarter/quarter.ts';
import {
  type QuarterFacts,
  type QuarterGiven,
  quarterMoveFor,
} from '#shared/domain/quarter/rules.ts';
import { quarterReaderOf } from '#shared/domain/quarter/view.ts';
import { actor, people } from '../builders/portfolio.ts';

const day = '2027-01-14';
const facts: AgendaFacts = {
  requests: [
    { id: 'p1-gate1-1', title: 'Nøglefri hjemmepleje', why: 'differ' },
    { id: 'p2-gate2-1', title: 'Sensorgulve', why: 'waiting' },
  ],
  standing: [...standingPoints],
  order: usualOrder,
};
const seats = defaultAreas.map(({ id }) => id);

const anEvent = (seq: number, more: Partial<QuarterEvent>): QuarterEvent => ({
  ...{ id: `${day}:${seq}`, cause: `c${seq}`, seq, quarterId: day, kind: 'moved' },
  ...{ byId: 'consultant', byName: 'Konsulent, DigiTek', seat: null, onBehalf: false },
  ...{ at: '2027-01-10T08:00:00Z', point: '', text: '', value: '', count: null, points: [] },
  order: [],
  ...more,
});

/** The rules as the use case asks them, one press after another. */
const played = (
  presses: readonly (readonly [who: string, given: QuarterGiven])[],
  more: Partial<QuarterFacts> = {},
) => {
  let events: readonly QuarterEvent[] = [];
  const results = presses.map(([who, given]) => {
    const now = quarterNowOf(day, events);
    const around: QuarterFacts = {
      ...{ people, day, seats, priorityOf: () => null, isSigned: false },
      dayProblem: () => null,
      order: usualOrder,
      points: agendaOf(facts, now),
      ...more,
    };
    const move = quarterMoveFor(now, actor(who), given, around);
    if (!move.ok) return move.refusal.type;
    events = [
      ...events,
      anEvent(events.length + 1, { ...move.value, byId: who, byName: actor(who).name }),
    ];
    return 'done';
  });
  return { results, now: quarterNowOf(day, events) };
};

const keysOf = (now = quarterNowOf(day, [])) => agendaOf(facts, now).map(({ key }) => key);

describe('the agenda', () => {
  it('is what waits: gates first, then priority and money, then what is followed up', () => {
    expect(keysOf()).toEqual([
      ...['request:p1-gate1-1', 'request:p2-gate2-1'],
      ...['priorities', 'pools', 'reports', 'stuck', 'benefits', 'visits', 'stories', 'heard'],
    ]);
    // A difference takes longer than answers that are only missing.
    const [differ, waiting] = agendaOf(facts, quarterNowOf(day, []));
    expect(differ?.minutes).toBeGreaterThan(waiting?.minutes ?? 0);
  });

  it('is ordered, timed, added to and taken from', () => {
    const { results, now } = played([
      ['consultant', { type: 'move', point: 'request:p2-gate2-1', before: 'request:p1-gate1-1' }],
      ['digitek', { type: 'time', point: 'pools', minutes: 12 }],
      ['digitek', { type: 'add', title: 'Besøg i Aarhus', minutes: 4 }],
      ['digitek', { type: 'remove', point: 'stories' }],
    ]);
    expect(results).toEqual(['done', 'done', 'done', 'done']);
    expect(keysOf(now)).toEqual([
      ...['request:p2-gate2-1', 'request:p1-gate1-1', 'priorities', 'pools'],
      ...['reports', 'stuck', 'benefits', 'visits', 'heard', 'own:3'],
    ]);
    expect(minutesIn(agendaOf(facts, now))).toBe(10 + 6 + 6 + 12 + 6 + 6 + 4 + 3 + 2 + 4);
  });

  it('refuses what makes no sense, and whoever may not', () => {
    const { results } = played([
      ['chef-omsorg', { type: 'remove', point: 'stories' }],
      ['direktor', { type: 'send' }],
      ['consultant', { type: 'remove', point: 'request:p1-gate1-1' }],
      ['consultant', { type: 'move', point: 'request:p9', before: '' }],
      ['consultant', { type: 'time', point: 'pools', minutes: 0 }],
      ['consultant', { type: 'add', title: ' - ', minutes: 5 }],
      ['consultant', { type: 'add', title: 'x'.repeat(201), minutes: 5 }],
      ['consultant', { type: 'note', point: 'pools', text: 'For tidligt' }],
    ]);
    expect(results).toEqual([
      ...['notAllowed', 'notAllowed', 'mustStay', 'unknownPoint'],
      ...['notMinutes', 'textMissing', 'tooLong', 'notBegun'],
    ]);
  });

  it('keeps every point once, in its section, however it is moved about', () => {
    const anyKey = fc.constantFrom(...keysOf(), 'own:1', 'request:gone', '');
    const anyPress = fc.oneof(
      fc.record({ type: fc.constant('move' as const), point: anyKey, before: anyKey }),
      fc.record({ type: fc.constant('time' as const), point: anyKey, minutes: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(anyPress, { maxLength: 30 }), (presses) => {
        const { now } = played(presses.map((given) => ['consultant', given]));
        const points = agendaOf(facts, now);
        expect([...points.map(({ key }) => key)].sort()).toEqual([...keysOf()].sort());
        const places = points.map(({ section }) => agendaSections.indexOf(section));
        expect(places).toEqual([...places].sort());
      }),
    );
  });

  it('stays as it was when the meeting began, though what waited is decided', () => {
    const { now } = played([['consultant', { type: 'begin', present: 'Alle' }]]);
    const nothingWaits: AgendaFacts = { requests: [], standing: [], order: usualOrder };
    expect(agendaOf(nothingWaits, now).map(({ key }) => key)).toEqual(keysOf());
    const late = { requests: [{ id: 'p3-gate1-1', title: 'Ny', why: 'waiting' }] } as const;
    const points = agendaOf({ ...nothingWaits, ...late }, now);
    expect(points.filter(({ section }) => section === 'decide').at(-1)?.title).toBe('Ny');
    const over = played([
      ['consultant', { type: 'begin', present: 'Alle' }],
      ['consultant', { type: 'end' }],
    ]).now;
    expect(agendaOf({ ...nothingWaits, ...late }, over).map(({ key }) => key)).toEqual(keysOf());
  });
});

describe('the order of its kinds of matter (⚙)', () => {
  const storiesFirst = wholeOrder(['stories', 'pools', 'waiting', 'differ']);
  const ordered = { ...facts, order: storiesFirst };

  it('is the setting’s, part by part, until somebody makes the agenda', () => {
    const keys = agendaOf(ordered, quarterNowOf(day, [])).map(({ key }) => key);
    expect(keys).toEqual([
      ...['stories', 'heard', 'reports', 'stuck', 'benefits', 'visits'],
      ...['pools', 'priorities', 'request:p2-gate2-1', 'request:p1-gate1-1'],
    ]);
  });

  it.each<QuarterGiven>([
    { type: 'send' },
    { type: 'time', point: 'pools', minutes: 9 },
    { type: 'move', point: 'pools', before: 'priorities' },
    { type: 'add', title: 'Besøg i Aarhus', minutes: 4 },
    { type: 'begin', present: 'Alle' },
  ])('stays what it was when the agenda was made by $type', (given) => {
    const { now } = played([['consultant', given]]);
    const before = agendaOf(facts, now);
    expect(agendaOf(ordered, now)).toEqual(before);
    // Made under the other order, it keeps that one.
    const { now: other } = played([['consultant', given]], { order: storiesFirst });
    expect(agendaOf(facts, other).map(({ key }) => key)).toEqual(
      agendaOf(ordered, other).map(({ key }) => key),
    );
    expect(other.order).toEqual(storiesFirst);
    expect(agendaOf(facts, other)[0]?.section).toBe('follow');
  });

  it('is said by the first press alone, and a meeting that was only moved is not made', () => {
    const { now } = played([
      ['consultant', { type: 'reschedule', day: '2027-01-19' }],
      ['consultant', { type: 'send' }],
      ['consultant', { type: 'time', point: 'pools', minutes: 9 }],
    ]);
    expect(now.events.map(({ order }) => order.length)).toEqual([0, agendaKinds.length, 0]);
  });

  it('is the usual one for an agenda that was made before it was a setting', () => {
    const sent = anEvent(1, { kind: 'sent', points: [] });
    const keys = agendaOf(ordered, quarterNowOf(day, [sent])).map(({ key }) => key);
    expect(keys).toEqual(keysOf());
  });

  it('is every kind once, part by part, whatever was written, and moves keep it so', () => {
    const anyCode = fc.oneof(fc.constantFrom(...agendaKinds), fc.string({ maxLength: 9 }));
    const anyMove = fc.tuple(
      fc.constantFrom(...agendaKinds),
      fc.constantFrom(1 as const, -1 as const),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(anyCode), fc.array(anyMove), (written, moves) => {
        const first = wholeOrder(written);
        expect(isWholeOrder(first)).toBe(true);
        const after = moves.reduce<AgendaOrder>(
          (order, [kind, by, isPart]) =>
            isPart
              ? withSectionMoved(order, sectionOfKind[kind], by)
              : withKindMoved(order, kind, by),
          first,
        );
        expect(isWholeOrder(after)).toBe(true);
        expect([...after].sort()).toEqual([...agendaKinds].sort());
      }),
    );
    expect(isWholeOrder(usualOrder)).toBe(true);
    expect(isWholeOrder(usualOrder.slice(1))).toBe(false);
    expect(isWholeOrder([...usualOrder, 'pools'])).toBe(false);
  });

  it('moves a kind among its own, and a part with all its kinds', () => {
    const up = withKindMoved(usualOrder, 'pools', -1);
    expect(up.slice(3, 5)).toEqual(['pools', 'priorities']);
    // First of its part: it goes nowhere.
    expect(withKindMoved(usualOrder, 'priorities', -1)).toEqual(usualOrder);
    expect(sectionsIn(withSectionMoved(usualOrder, 'follow', -1))).toEqual([
      ...['decide', 'follow', 'money'],
    ]);
    expect(withSectionMoved(usualOrder, 'decide', -1)).toEqual(usualOrder);
  });
});

const held: readonly (readonly [string, QuarterGiven])[] = [
  ['consultant', { type: 'begin', present: 'Alle' }],
  ['chef-social', { type: 'note', point: 'pools', text: 'Puljen rækker' }],
  ['consultant', { type: 'end' }],
];

describe('the minutes', () => {
  it('are signed by each seat, one version at a time', () => {
    const { results, now } = played([
      ...held,
      ['chef-social', { type: 'approve', version: 1 }],
      ['chef-sundhed', { type: 'approve', version: 1 }],
      ['consultant', { type: 'approve', version: 1 }],
      ['direktor', { type: 'approve', version: 1 }],
    ]);
    expect(results.slice(3)).toEqual(['done', 'done', 'notAllowed', 'notAllowed']);
    expect(now.approvals.map(({ seat }) => seat).sort()).toEqual(['social', 'sundhed']);
  });

  it('that are corrected void the approvals given, and the old version is signed no more', () => {
    const { results, now } = played([
      ...held,
      ['chef-social', { type: 'approve', version: 1 }],
      ['chef-omsorg', { type: 'propose', version: 1, text: 'Vi sagde to distrikter' }],
      ['consultant', { type: 'correct', point: 'pools', text: 'To distrikter først' }],
      ['chef-sundhed', { type: 'approve', version: 1 }],
      ['chef-sundhed', { type: 'approve', version: 2 }],
    ]);
    expect(results.slice(3)).toEqual(['done', 'done', 'done', 'newVersion', 'done']);
    expect(now).toMatchObject({ version: 2, proposals: [] });
    expect(now.approvals.map(({ seat }) => seat)).toEqual(['sundhed']);
  });

  it('wait for each seat until it has said something, and for nobody else', () => {
    const { now } = played([...held, ['chef-social', { type: 'approve', version: 1 }]]);
    const signers = { people, day, seats };
    const owes = (id: string) => quarterReaderOf({ now, state: 'over', signers }, id).owes;
    expect(['chef-social', 'chef-omsorg', 'consultant', 'direktor'].map(owes)).toEqual([
      ...[false, true, false, false],
    ]);
  });

  it('are signed for a chef by whoever stands in that day, on their behalf', () => {
    const away = { deputyFor: 'omsorg', deputyFrom: '2027-01-10', deputyTo: '2027-01-20' };
    const deputies = people.map((one) => (one.id === 'owner' ? { ...one, ...away } : one));
    const { results, now } = played([...held, ['owner', { type: 'approve', version: 1 }]], {
      people: deputies,
    });
    expect(results.at(-1)).toBe('done');
    expect(now.approvals).toMatchObject([{ seat: 'omsorg', onBehalf: true, byId: 'owner' }]);
  });

  it('are nothing before the meeting has ended, and are not led by those who only listen', () => {
    const { results } = played([
      ['chef-social', { type: 'approve', version: 0 }],
      ['consultant', { type: 'correct', point: 'pools', text: 'For tidligt' }],
      ['digitek', { type: 'begin', present: '' }],
      ...held.slice(0, 1),
      ['direktor', { type: 'note', point: 'pools', text: 'Jeg kigger kun' }],
      ['consultant', { type: 'begin', present: 'Igen' }],
      ...held.slice(2),
      ['consultant', { type: 'note', point: 'pools', text: 'For sent' }],
    ]);
    expect(results).toEqual([
      ...['noMinutes', 'noMinutes', 'notAllowed', 'done'],
      ...['notAllowed', 'begun', 'done', 'over'],
    ]);
  });

  it('say what a priority was before, and refuse one of a project that is not there', () => {
    const given: QuarterGiven = {
      ...{ type: 'prioritise', projectId: 'p1', priority: 'high', why: 'Kan spredes' },
    };
    const { now } = played([...held.slice(0, 1), ['consultant', given]], {
      priorityOf: () => 'low',
    });
    expect(now.events.at(-1)).toMatchObject({
      ...{ kind: 'prioritised', point: 'p1', value: priorityChange('low', 'high') },
    });
    const none = played([...held.slice(0, 1), ['consultant', given]], {
      priorityOf: () => undefined,
    });
    expect(none.results.at(-1)).toBe('unknownProject');
  });
});
