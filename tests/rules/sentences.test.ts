import { describe, expect, it } from 'vitest';
import { areaPool } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { recordStatement } from '#shared/useCases/record/recordStatement.ts';
import { refusalText } from '#shared/words/requests/decide.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { aPoolView, aPosition, aView, deputy } from '../builders/request.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const { areas } = aView();

describe('a sentence that ends with an amount', () => {
  it.each([
    [[aPoolView(areaPool('omsorg'), 45_000_00, 30_000_00)], 'Puljen mangler 15.000\u00a0kr.'],
    [
      [
        aPoolView(areaPool('omsorg'), 45_000_00, 30_000_00),
        aPoolView('common', 10_000_00, 5_000_00),
      ],
      'Omsorgs pulje mangler 15.000\u00a0kr. og Fællespuljen mangler 5.000\u00a0kr.',
    ],
  ])('has one full stop (%#)', (pools, title) => {
    expect(refusalText({ type: 'poolShort', pools }, 'gate1', areas).title).toBe(title);
  });
});

describe('the history of a hearing', () => {
  const whoSaid = async (more: object): Promise<string | undefined> => {
    const deps = testDeps();
    await recordStatement(deps, 'p1', aPosition('omsorg', choice('trial'), '', more));
    const [entry] = await deps.stores.history.readWhere('subject', 'p1');
    return entry && historyText(entry.value, { areas, made: defaultStepTemplates }).who;
  };

  it('says for whom a deputy answered', async () => {
    const byDeputy = { byId: deputy.id, byName: deputy.name, onBehalf: true };
    expect(await whoSaid(byDeputy)).toBe('Leder, Distrikt Syd for Chef, Omsorg');
    expect(await whoSaid({})).toBe('Chef, Omsorg');
  });
});

describe('the history of a decision', () => {
  it.each([
    [{ spread: false, rethink: false }, 'Sæt i drift'],
    [{ spread: true, rethink: false }, 'Sæt i drift og spred'],
    [{ spread: false, rethink: true }, 'Sæt i drift og nytænk'],
    [{ spread: true, rethink: true }, 'Sæt i drift, spred, nytænk'],
  ])('says all that was decided together (%j)', async (together, said) => {
    const deps = testDeps();
    await recordStatement(deps, 'p1', aPosition('omsorg', choice('operate')));
    const [entry] = await deps.stores.history.readWhere('subject', 'p1');
    if (!entry) throw new Error('nothing was told');
    const decided = { gate: 'gate3', ending: 'decided', outcome: 'operate', ...together };
    const ended = { ...entry.value, kind: 'ended', after: JSON.stringify(decided) } as const;
    const { head } = historyText(ended, { areas, made: defaultStepTemplates });
    expect(head).toBe(`Gate\u00a03: ${said}`);
  });
});
