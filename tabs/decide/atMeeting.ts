import type { AreaId } from '#shared/domain/area.ts';
import { type Choice, outcomesOf, sameChoice } from '#shared/domain/gates.ts';
import type { RequestView } from '#shared/domain/requestView.ts';

/** What a meeting can decide of a matter: the gate's own outcomes, and no other. */
export const meetingChoices = ({ request, project }: RequestView): readonly Choice[] =>
  outcomesOf(request.gate).flatMap((outcome): readonly Choice[] => {
    const plain: Choice = { outcome, spread: false, rethink: false };
    if (outcome === 'fastTrack' && !project.verySmall) return [];
    return outcome === 'operate'
      ? [plain, { ...plain, spread: true }, { ...plain, rethink: true }]
      : [plain];
  });

/** Seats that have answered otherwise than this. */
export const seatsAgainstIn = (
  { positions }: RequestView,
  choice: Choice | undefined,
): readonly AreaId[] =>
  positions.flatMap(({ seat, position }) =>
    choice && position.type === 'choice' && !sameChoice(position.choice, choice) ? [seat] : [],
  );
