import { timeOfAbsence, touches } from '#shared/domain/absence.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Absence } from '#shared/domain/person.ts';
import { gapAhead } from '#shared/domain/uncovered.ts';
import { absenceTold, standingTold, tellAbsences } from '../absences/absences.ts';
import { nameOfPersonIn, peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { readsReplies } from '../settings/mailboxes.ts';
import { asksNobody, type MatterKind, sweptElsewhere, type Told } from './kind.ts';

/** How often the deputy has said that they are away on the days themselves, or that they are not. */
const deputySaid = (deps: Deps, { deputyId, ...days }: Absence): number =>
  (deps.stores.people.get(deputyId)?.value.absences ?? [])
    .filter((one) => touches(one, days))
    .reduce((sum, { ended }) => sum + (ended ? 2 : 1), 0);

/** It rises when the days are moved, when it is ended, and when the deputy goes away or is back. */
const revisionOf = (deps: Deps, absence: Absence): number =>
  1 + (absence.replies?.moves.length ?? 0) + (absence.ended ? 1 : 0) + deputySaid(deps, absence);

/** Somebody is to answer whenever another is away: told as it is named, drawn again when it is over. */
const toldStanding = (deps: Deps, { about, to }: Message): Told | undefined => {
  const told = standingTold(deps, about);
  if (!told) return undefined;
  const { away, deputyId, standing } = told;
  return {
    matter: {
      type: 'standing',
      revision: standing ? 1 : 2,
      away: { id: away.id, name: away.name },
      deputy: nameOfPersonIn(deps, deputyId),
      isDeputy: to.type === 'person' && to.id === deputyId,
      said: standing ?? null,
      readsReplies: readsReplies(deps),
    },
    isOvertaken: !standing,
    isWanted: standing !== undefined,
  };
};

/** Somebody is away, and another answers for them: told to both, and drawn again when it is moved or ended. */
export const absenceMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: (deps, { about }) => {
    const told = absenceTold(deps, about);
    if (told) return revisionOf(deps, told.absence);
    const standing = standingTold(deps, about);
    return standing && !standing.standing ? 2 : 1;
  },
  told: (deps, message) => {
    const { about, to } = message;
    const told = absenceTold(deps, about);
    if (!told) return toldStanding(deps, message);
    const { away, absence } = told;
    const isOver = timeOfAbsence(absence, deps.clock.day()) === 'over';
    return {
      matter: {
        type: 'absence',
        revision: revisionOf(deps, absence),
        absence,
        away: { id: away.id, name: away.name },
        deputy: nameOfPersonIn(deps, absence.deputyId),
        gap: gapAhead(away, absence, peopleIn(deps), deps.clock.day()),
        isDeputy: to.type === 'person' && to.id === absence.deputyId,
      },
      isOvertaken: isOver,
      isWanted: !isOver,
    };
  },
  byClock: tellAbsences,
};
