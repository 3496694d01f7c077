import type { Statement } from '#shared/domain/request.ts';
import type { Deps } from '../ports.ts';
import { changeBy, recordHistory } from './recordHistory.ts';

/** Copies something said into its project's history, once; what a meeting decided is there already. */
export const recordStatement = async (
  deps: Deps,
  projectId: string,
  statement: Statement,
): Promise<void> => {
  const { kind, seat, onBehalf, outcome, spread, rethink, text } = statement;
  if (kind === 'recorded') return;
  await recordHistory(
    deps,
    projectId,
    changeBy(
      { id: statement.byId, name: statement.byName },
      'stated',
      `${statement.id}:stated`,
      statement.at,
      {
        before: '{}',
        after: JSON.stringify({ kind, seat, onBehalf, outcome, spread, rethink, text }),
      },
    ),
  );
};
