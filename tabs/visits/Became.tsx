import { makeStyles } from '@fluentui/react-components';
import type { Became as BecameLine } from '#shared/contract/visits.ts';
import { measuredIn } from '#shared/domain/benefits/sums.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Status } from '#shared/domain/project.ts';
import { amountText } from '#shared/words/benefits/numbers.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { choiceName, phaseNames, statusNames } from '#shared/words/words.ts';
import type { DoorState } from '../drawing/DoorDrawing.tsx';
import { Door, Sits } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  became: { display: 'flex', alignItems: 'start', gap: '8px', minWidth: 0 },
  text: { minWidth: 0 },
});

const doors: Record<Phase, DoorState> = {
  ...{ idea: 'next', investigation: 'ajar', trial: 'ajar', operation: 'open', spread: 'open' },
};

const doorOf = (phase: Phase, status: Status): DoorState =>
  status === 'stopped' ? 'closed' : doors[phase];

type Benefit = BecameLine['benefits'][number];

/** "lovet 1.600 timer om året · realiseret 1.200 timer om året". */
const benefitText = (row: Benefit): string => {
  const measured = measuredIn(row);
  return [
    words.benefit.promised(amountText(row, row.promised)),
    ...(measured ? [words.benefit.realised(amountText(row, measured.gain))] : []),
  ].join(' · ');
};

/** The idea, where it is, what was decided of it, and what came of that. */
export const Became = ({ became }: { readonly became: BecameLine }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { id, title, phase, status, decided, benefits } = became;
  const stands = status === 'stopped' ? statusNames[status] : phaseNames[phase];
  const said = decided ? words.decided(choiceName(decided), decided.at) : '';
  const isMissing = benefits.some(({ standing }) => standing.type === 'missing');
  return (
    <div className={styles.became}>
      <Door state={doorOf(phase, status)} height={24} />
      <div className={styles.text}>
        <a className={page.link} href={projectHash(id)}>
          {title}
        </a>
        <span className={page.smallLine}>{said === '' ? stands : `${stands} · ${said}`}</span>
        {benefits.map((row) => (
          <span key={row.id} className={page.smallLine}>
            {row.title}: {benefitText(row)}
          </span>
        ))}
        {isMissing && (
          <span className={page.late}>
            <Sits size={14} />
            {words.benefit.missing}
          </span>
        )}
      </div>
    </div>
  );
};
