import { describe, expect, it } from 'vitest';
import {
  answersIn,
  byMonths,
  byWorkdays,
  hereOf,
  type LongStay,
  longestFirst,
  staysBefore,
} from '#shared/domain/pace.ts';

describe('how long things take', () => {
  it('is counted by months and by working days, and what is longer comes last', () => {
    expect(byMonths([0, 30, 31, 92, 400, 4_000]).columns).toEqual([
      ...[2, 1, 0, 1, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 2],
    ]);
    expect(byWorkdays([0, 2, 2, 15, 99]).columns.map((count, at) => count * at)).toEqual([
      ...[0, 0, 4, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 30],
    ]);
  });

  it('has a middle that half came within, also of an even number', () => {
    expect(byWorkdays([9, 1, 4, 2])).toMatchObject({ count: 4, middle: 2, longest: 9 });
    expect(byWorkdays([])).toMatchObject({ count: 0, middle: null, longest: null });
  });

  it('is of a project at work before operation, by the days of Copenhagen', () => {
    const project = {
      status: 'active',
      phase: 'trial',
      phaseSince: '2026-11-01T23:30:00Z',
    } as const;
    expect(hereOf(project, '2026-11-30')).toEqual({ phase: 'trial', days: 28 });
    expect(hereOf({ ...project, phase: 'operation' }, '2026-11-30')).toBeNull();
    expect(hereOf({ ...project, status: 'backlog' }, '2026-11-30')).toBeNull();
  });

  it('is, of the phases behind a project, what its decisions say', () => {
    const at = (day: string) => `2026-${day}T09:00:00Z`;
    const decided = { ending: 'decided' } as const;
    expect(
      staysBefore({ createdAt: at('01-01') }, [
        { gate: 'gate1', ending: 'withdrawn', outcome: null, at: at('01-20') },
        { gate: 'gate1', ...decided, outcome: 'investigate', at: at('02-01') },
        { gate: 'gate2', ...decided, outcome: 'backToInvestigation', at: at('03-01') },
        { gate: 'funding', ...decided, outcome: 'grant', at: at('03-02') },
        { gate: 'gate2', ...decided, outcome: 'trial', at: at('04-01') },
      ]),
    ).toEqual([
      { phase: 'idea', days: 31 },
      { phase: 'investigation', days: 59 },
    ]);
    // Put in after it was decided.
    const late = { gate: 'gate1', ...decided, outcome: 'investigate', at: at('02-01') } as const;
    expect(staysBefore({ createdAt: at('06-01') }, [late])).toEqual([]);
  });

  it('puts what is furthest beyond the usual first', () => {
    const stay = (id: string, days: number, usualMonths: number): LongStay => ({
      ...{ id, title: id, phase: 'idea', days, usualMonths },
    });
    const stays = [stay('trial', 300, 6), stay('idea', 240, 3)].sort(longestFirst);
    expect(stays.map(({ id }) => id)).toEqual(['idea', 'trial']);
  });
});

describe('how long an answer takes', () => {
  const turn = (at: string, waits: boolean, isAnswer = !waits) => ({ at, waits, isAnswer });

  it('is from the first asking: asked anew, questions and replies are no end', () => {
    const turns = [
      turn('1', false),
      turn('2', true),
      turn('3', true),
      turn('4', true),
      turn('5', false),
    ];
    expect(answersIn(turns)).toEqual([{ from: '2', to: '5' }]);
  });

  it('is none where it was taken back, and each time where there are more', () => {
    const turns = [turn('1', true), turn('2', false, false), turn('3', true), turn('4', false)];
    expect(answersIn(turns)).toEqual([{ from: '3', to: '4' }]);
    expect(
      answersIn([turn('1', true), turn('2', false), turn('3', true), turn('4', false)]),
    ).toHaveLength(2);
    expect(answersIn([turn('1', true), turn('2', true)])).toEqual([]);
  });
});
