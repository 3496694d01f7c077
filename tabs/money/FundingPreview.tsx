import { makeStyles, tokens } from '@fluentui/react-components';
import type { Area } from '#shared/domain/area.ts';
import { deciderOf, type Routing, sameDecider } from '#shared/domain/decider.ts';
import type { Share } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { done } from '#shared/domain/result.ts';
import { reasonText } from '#shared/words/requests/decide.ts';
import { moveWords } from '#shared/words/screens/economyPage.ts';

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

export type Funded = Pick<Project, 'leadArea' | 'shares' | 'liftedGate' | 'liftedBy' | 'askOre'> & {
  readonly commonGranted: boolean;
};

/** What a move would say: who decides now, and who would. */
export type Move = {
  readonly today: string;
  readonly withThese: string;
  readonly changes: boolean;
};

/** A pool that is named pays, whatever the amount that is being written. */
const readable = (shares: readonly Share[]): readonly Share[] =>
  shares.map((share) => (Number.isNaN(share.ore) ? { ...share, ore: 0 } : share));

const said = (routing: Routing, areas: readonly Area[]): string =>
  reasonText({ ...routing, areas, seat: null, deputy: false });

export const moveOf = (
  project: Funded,
  gate: Gate,
  areas: readonly Area[],
  shares: readonly Share[],
  asked: Routing | null = null,
): Move | null => {
  const ids = areas.map((area) => area.id);
  const today = asked ? done(asked) : deciderOf(project, gate, ids);
  const written = readable(shares);
  const withThese = deciderOf({ ...project, shares: written }, gate, ids);
  if (!today.ok || !withThese.ok) return null;
  const asksNothing = gate === 'funding' && asked === null && (project.askOre ?? 0) === 0;
  return {
    today: asksNothing ? '' : said(today.value, areas),
    withThese: said(withThese.value, areas),
    changes: asksNothing || !sameDecider(today.value.decider, withThese.value.decider),
  };
};

/**
 * "Flyt til anden pulje": who will decide with the shares as they are being written, and, when a
 * request is open and they differ from what was asked, that it will be asked anew.
 */
export const FundingPreview = ({
  project,
  gate,
  areas,
  shares,
  asked,
  asksAnew,
}: {
  readonly project: Funded;
  readonly gate: Gate;
  readonly areas: readonly Area[];
  readonly shares: readonly Share[];
  /** Who was asked, when a request is open: it may have been sent on to somebody else. */
  readonly asked: Routing | null;
  readonly asksAnew: boolean;
}) => {
  const styles = useStyles();
  const move = moveOf(project, gate, areas, shares, asked);
  return (
    <div className={styles.box} role="status">
      {move ? (
        <>
          {move.today !== '' && (
            <span>
              <span className={styles.name}>{moveWords.today}:</span> {move.today}
            </span>
          )}
          <span>
            <span className={styles.name}>{moveWords.withThese}:</span>{' '}
            {move.changes ? move.withThese : moveWords.same}
          </span>
          {asksAnew && <span className={styles.quiet}>{moveWords.askedAnew}</span>}
        </>
      ) : (
        <span>{moveWords.leadAreaMissing}</span>
      )}
    </div>
  );
};
