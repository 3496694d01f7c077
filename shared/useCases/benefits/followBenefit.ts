import type { BenefitEvent, BenefitId } from '#shared/domain/benefits/benefit.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { Deps } from '../ports.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { readBenefit } from './benefits.ts';
import { isBenefitUntold, tellBenefit } from './tellBenefits.ts';

const promise = ({
  title,
  measure,
  unitName,
  indicator,
  baseline,
  target,
  uncertainty,
  isWorse,
  ownerName,
  startsOn,
}: BenefitEvent) => ({
  ...{ title, measure, unitName, indicator, baseline, target, uncertainty, isWorse, ownerName },
  startsOn,
});

type Told = ReturnType<typeof promise>;

/** What an event says: of a promise that was changed, only what is otherwise than before. */
const historyOf = ({ events }: BenefitNow, event: BenefitEvent): Change => {
  const { kind, seq, comment, seat, onBehalf, month, value, until, title, measure } = event;
  const before = events.findLast((one) => one.kind === 'written' && one.seq < seq);
  const said =
    kind === 'written'
      ? differenceOf<Partial<Told>>(before ? promise(before) : {}, promise(event))
      : { before: '{}', after: JSON.stringify({ target: event.target }) };
  return changeBy({ id: event.byId, name: event.byName }, 'benefit', event.id, event.at, {
    before: said.before,
    after: JSON.stringify({
      ...JSON.parse(said.after),
      ...{ kind, seq, title, measure, unitName: event.unitName, isNew: before === undefined },
      ...{ comment, seat, onBehalf, month, value, until, uncertainty: event.uncertainty },
    }),
  });
};

/** Everything that follows from the events; doing it again changes nothing. */
export const followBenefit = async (deps: Deps, id: BenefitId): Promise<void> => {
  const now = await readBenefit(deps, id);
  if (!now) return;
  await tellBenefit(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(now, event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsBenefitFollow = (deps: Deps, now: BenefitNow): boolean =>
  now.events.some((event) => !isRecorded(deps, historyOf(now, event))) ||
  isBenefitUntold(deps, now);
