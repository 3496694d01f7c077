import { timeOfAbsence } from '#shared/domain/absence.ts';
import { absenceTold, tellAbsences } from '../absences/absences.ts';
import { nameOfPersonIn } from '../people.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** Somebody is away, and another answers for them: told to both, and drawn again when it is ended. */
export const absenceMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: (deps, { about }) => (absenceTold(deps, about)?.absence.ended ? 2 : 1),
  told: (deps, { about, to }) => {
    const told = absenceTold(deps, about);
    if (!told) return undefined;
    const { away, absence } = told;
    const isOver = timeOfAbsence(absence, deps.clock.day()) === 'over';
    return {
      matter: {
        type: 'absence',
        revision: absence.ended ? 2 : 1,
        absence,
        away: { id: away.id, name: away.name },
        deputy: nameOfPersonIn(deps, absence.deputyId),
        isDeputy: to.type === 'person' && to.id === absence.deputyId,
      },
      isOvertaken: isOver,
      isWanted: !isOver,
    };
  },
  byClock: tellAbsences,
};
