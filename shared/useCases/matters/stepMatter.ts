import { madeStep } from '#shared/domain/stepTemplates.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { nudgedStep } from '../tasks/nudge.ts';
import { asksNobody, type MatterKind, sweptElsewhere } from './kind.ts';

/** A step somebody is reminded of: told once, and never drawn again. */
export const stepMatter: MatterKind = {
  ...asksNobody,
  ...sweptElsewhere,
  revision: () => 0,
  told: (deps, message) => {
    const found = nudgedStep(deps, message);
    if (!found) return undefined;
    const isOver = found.step.done || found.step.responsibleId !== found.to;
    const { step, project, day } = found;
    const { areas, stepTemplates } = settingsOf(deps.stores);
    const { name } = madeStep(stepTemplates, step.code);
    return {
      matter: { type: 'step', revision: 0, step, name, project, areas, day },
      isOvertaken: isOver,
      isWanted: !isOver,
    };
  },
};
