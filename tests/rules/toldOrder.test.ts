import { describe, expect, it } from 'vitest';
import { type HistoryKind, inToldOrder } from '#shared/domain/history.ts';

const at = '2026-09-22T10:00:00Z';

const entry = (kind: HistoryKind, cause: string, moment = at) => ({ kind, cause, at: moment });

const told = (...entries: readonly ReturnType<typeof entry>[]): readonly string[] =>
  inToldOrder(entries).map(({ cause }) => cause);

describe('the history as one tells it', () => {
  it('says the decision before the move that follows from it', () => {
    const moved = entry('moved', 'p1-gate1-1:moved');
    const ended = entry('ended', 'p1-gate1-1:ended');
    const causes = ['p1-gate1-1:ended', 'p1-gate1-1:moved'];
    expect(told(moved, ended)).toEqual(causes);
    expect(told(ended, moved)).toEqual(causes);
  });

  it('says somebody’s word before what it wrote in the project and ticked', () => {
    const made = entry('stepChanged', 'p1:it:serviceDesign:2:follows');
    const word = entry('inquiry', 'p1:it:serviceDesign:2');
    const pool = entry('edited', 'p1:ideaChef:2:payer');
    const chosen = entry('chefComment', 'p1:ideaChef:2');
    expect(told(made, word, pool, chosen)).toEqual([
      ...['p1:it:serviceDesign:2', 'p1:it:serviceDesign:2:follows'],
      ...['p1:ideaChef:2', 'p1:ideaChef:2:payer'],
    ]);
  });

  it('keeps several consequences in their order behind one decision', () => {
    const all = ['steps', 'moved'].map((what) => entry('moved', `p1-gate2-1:${what}`));
    expect(told(...all, entry('ended', 'p1-gate2-1:ended'))).toEqual([
      ...['p1-gate2-1:ended', 'p1-gate2-1:steps', 'p1-gate2-1:moved'],
    ]);
  });

  it.each(['2026-09-22T10:00:01Z', at])(
    'says that a gate was sent before the answer of %s',
    (then) => {
      const ended = entry('ended', 'p1-gate3-1:ended', then);
      const moved = entry('moved', 'p1-gate3-1:moved', then);
      const sent = entry('requested', 'p1-gate3-1:requested');
      const other = entry('requested', 'p1-gate2-1:requested', '2026-09-01T10:00:00Z');
      const causes = ['p1-gate3-1:requested', 'p1-gate3-1:ended', 'p1-gate3-1:moved'];
      expect(told(other, moved, ended, sent)).toEqual(['p1-gate2-1:requested', ...causes]);
      expect(told(other, ended, sent, moved)).toEqual(['p1-gate2-1:requested', ...causes]);
      expect(told(other, sent, moved, ended)).toEqual(['p1-gate2-1:requested', ...causes]);
    },
  );

  it('lets everything else stand where the chain has it', () => {
    const before = entry('edited', 'p1:edit:1', '2026-09-22T09:59:59Z');
    const other = entry('edited', 'p1:edit:2');
    const late = entry('edited', 'p1:ideaChef:2:payer', '2026-09-22T09:00:00Z');
    const ended = entry('ended', 'p1-gate1-1:ended');
    const chosen = entry('chefComment', 'p1:ideaChef:2');
    const chain = [before, other, late, ended, chosen];
    expect(told(...chain)).toEqual(chain.map(({ cause }) => cause));
  });
});
