import { timeOfAbsence } from '#shared/domain/absence.ts';
import type { Absence } from '#shared/domain/person.ts';
import { absenceTold, tellAbsences } from '../absences/absences.ts';
import { nameOfPersonIn } from '../people.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** It rises when the days are moved, and when it is ended. */
const revisionOf = ({ replies, ended }: Absence): number =>
  1 + (replies?.moves.length ?? 0) + (ended ? 1 : 0);

/** Somebody is away, and another answers for them: told to both, and drawn again when it is moved or ended. */
export const absenceMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: (deps, { about }) => {
    const told = absenceTold(deps, about);
    return told ? revisionOf(told.absence) : 1;
  },
  told: (deps, { about, to }) => {
    const told = absenceTold(deps, about);
    if (!told) return undefined;
    const { away, absence } = told;
    const isOver = timeOfAbsence(absence, deps.clock.day()) === 'over';
    return {
      matter: {
        type: 'absence',
        revision: revisionOf(absence),
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
