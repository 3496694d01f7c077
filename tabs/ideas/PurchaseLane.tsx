import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PurchaseLine } from '#shared/contract/ideas.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { inquiryPageWords, purchaseWords } from '#shared/words/inquiries/page.ts';
import { formatKr } from '#shared/words/money.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useIdeaStyles } from './ideaStyles.ts';

const useStyles = makeStyles({
  lane: { flexGrow: 0, flexShrink: 0, maxHeight: '45%' },
  title: {
    margin: 0,
    padding: '10px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  cells: { display: 'flex', gap: '3px', marginBottom: '2px', forcedColorAdjust: 'none' },
  cell: {
    width: '20px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  gone: { backgroundColor: tokens.colorCompoundBrandBackground },
});

/** The working days of the consultant's clock, a cell each; the words beside say the same. */
const Clock = ({ screening }: Pick<PurchaseLine, 'screening'>) => {
  const styles = useStyles();
  const idea = useIdeaStyles();
  const { days, gone, answer, byName, dueAt } = screening;
  const isLate = answer === null && gone > days;
  return (
    <span>
      <span className={styles.cells} aria-hidden="true">
        {Array.from({ length: Math.min(days, 10) }, (_, at) => at).map((at) => (
          <span key={at} className={mergeClasses(styles.cell, at < gone && styles.gone)} />
        ))}
      </span>
      {answer === null ? (
        <span className={isLate ? idea.late : idea.small}>
          {isLate && <Sits size={13} />} {purchaseWords.clock(gone, days)},{' '}
          {purchaseWords.due(hourMoment(dueAt))}
        </span>
      ) : (
        <span className={idea.small}>{purchaseWords.said(byName, answer)}</span>
      )}
    </span>
  );
};

const Chain = ({ chain, screening }: Pick<PurchaseLine, 'chain' | 'screening'>) => {
  const idea = useIdeaStyles();
  if (!chain)
    return (
      <span className={idea.small}>
        {screening.answer === null ? purchaseWords.first : purchaseWords.notAsked}
      </span>
    );
  const { name, dueAt, isLate, answer } = chain;
  return (
    <span className={isLate ? idea.late : idea.small}>
      {isLate && <Sits size={13} />}{' '}
      {answer === null
        ? inquiryPageWords.waits(name, hourMoment(dueAt), isLate)
        : purchaseWords.said(name, answer)}
    </span>
  );
};

type Props = {
  readonly purchases: readonly PurchaseLine[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** What is to be bought: the consultant's week, and whom of the chain it lies with. */
export const PurchaseLane = ({ purchases, chosen, onChoose }: Props) => {
  const styles = useStyles();
  const idea = useIdeaStyles();
  const { areas } = useMe();
  if (purchases.length === 0) return null;
  return (
    <section className={mergeClasses(idea.lane, styles.lane)} aria-label={purchaseWords.title}>
      <h2 className={styles.title}>{purchaseWords.lane(purchases.length)}</h2>
      <ul className={idea.rows}>
        {purchases.map(({ id, title, leadArea, createdBy, ore, screening, chain }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(idea.row, id === chosen && idea.chosen)}
              aria-current={id === chosen || undefined}
              onClick={() => onChoose(id)}
            >
              <span>
                <span className={idea.name}>
                  <AreaMark areas={areas} area={leadArea} />
                  <span className={idea.strong}>{title}</span>
                </span>
                <span className={mergeClasses(idea.small, idea.indented)}>
                  {[createdBy, ore === null ? '' : formatKr(ore)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
              <Clock screening={screening} />
              <Chain chain={chain} screening={screening} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
