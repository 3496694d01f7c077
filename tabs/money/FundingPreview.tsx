import { makeStyles, tokens } from '@fluentui/react-components';
import type { Area } from '#shared/domain/area.ts';
import { deciderOf, type Routing, sameDecider } from '#shared/domain/decider.ts';
import { type Share, totalOf } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { reasonText } from '#shared/messages/decide.ts';
import { moveWords } from '#shared/messages/economyPage.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export type Funded = Pick<Project, 'leadArea' | 'shares' | 'liftedGate' | 'liftedBy' | 'askOre'>;

/** What a move would say: who decides now, who would, and whether the shares add up. */
export type Move = {
  readonly today: string;
  readonly withThese: string;
  readonly changes: boolean;
  readonly sum: string;
};

const said = (routing: Routing, areas: readonly Area[]): string =>
  reasonText({ ...routing, areas, seat: null, deputy: false });

export const moveOf = (
  project: Funded,
  gate: Gate,
  areas: readonly Area[],
  shares: readonly Share[],
): Move | null => {
  const ids = areas.map((area) => area.id);
  const today = deciderOf(project, gate, ids);
  const withThese = deciderOf({ ...project, shares }, gate, ids);
  if (!today.ok || !withThese.ok) return null;
  const asked = project.askOre ?? 0;
  return {
    today: said(today.value, areas),
    withThese: said(withThese.value, areas),
    changes: !sameDecider(today.value.decider, withThese.value.decider),
    sum: totalOf(shares) === asked ? '' : moveWords.sum(totalOf(shares), asked),
  };
};

/** "Flyt til anden pulje": who will decide with the shares as they are being written. */
export const FundingPreview = ({
  project,
  gate,
  areas,
  shares,
}: {
  readonly project: Funded;
  readonly gate: Gate;
  readonly areas: readonly Area[];
  readonly shares: readonly Share[];
}) => {
  const styles = useStyles();
  const move = moveOf(project, gate, areas, shares);
  return (
    <div className={styles.box} role="status">
      {move ? (
        <>
          <span>
            <span className={styles.name}>{moveWords.today}:</span> {move.today}
          </span>
          <span>
            <span className={styles.name}>{moveWords.withThese}:</span>{' '}
            {move.changes ? move.withThese : moveWords.same}
          </span>
          {move.changes && <span className={styles.quiet}>{moveWords.askedAnew}</span>}
          {move.sum !== '' && <span className={styles.quiet}>{move.sum}</span>}
        </>
      ) : (
        <span>{moveWords.leadAreaMissing}</span>
      )}
    </div>
  );
};
