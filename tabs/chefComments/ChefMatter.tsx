import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChefCommentReply } from '#shared/contract/chefComments.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import { ownerOf, type PoolView, yearNotOpenedIn } from '#shared/domain/funding.ts';
import {
  chefDue,
  chefKickers,
  chefMoney,
  chefPaperText,
  chefQuestion,
  ownLeaders,
  paysNow,
  whoDecides,
  whyChef,
} from '#shared/words/chefComments/words.ts';
import { formatKr } from '#shared/words/money.ts';
import { leads, recommendationText, riskText } from '#shared/words/requests/cards.ts';
import { areaName } from '#shared/words/words.ts';
import { Exchanges, PaperLink } from '../asking/matterParts.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { projectHash } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

const useStyles = makeStyles({
  money: { borderCollapse: 'collapse', width: '100%', maxWidth: '420px' },
  label: { textAlign: 'start', fontWeight: 'inherit', padding: '4px 16px 4px 0' },
  amount: { textAlign: 'end', padding: '4px 0', fontVariantNumeric: 'tabular-nums' },
  choice: {
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const labelOf = ({ areas }: ChefCommentView, { pool, missingOre }: PoolView): string => {
  const area = ownerOf(pool);
  if (area === null) return missingOre > 0 ? chefMoney.missingCommon : chefMoney.leftCommon;
  return (missingOre > 0 ? chefMoney.missing : chefMoney.left)(areaName(areas, area));
};

/** The price, and what each pool would have left if it paid it all. */
const Money = ({ view }: { readonly view: ChefCommentView }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { ore, choices, payer, areas } = view;
  const year = yearNotOpenedIn(choices);
  if (ore === null || choices.length === 0) return null;
  return (
    <>
      <table className={styles.money}>
        <tbody>
          <tr>
            <th scope="row" className={styles.label}>
              {chefMoney.cost}
            </th>
            <td className={styles.amount}>{formatKr(ore)}</td>
          </tr>
          {year === null &&
            choices.map((pool) => (
              <tr key={pool.pool} className={styles.choice}>
                <th scope="row" className={styles.label}>
                  {labelOf(view, pool)}
                </th>
                <td className={styles.amount}>
                  {formatKr(pool.missingOre > 0 ? pool.missingOre : pool.afterOre)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {year !== null && <p className={page.said}>{chefMoney.notOpened(year)}</p>}
      {payer !== null && <p className={page.quiet}>{paysNow(areas, payer)}</p>}
    </>
  );
};

const dueText = ({ now, lacks, overdue, at }: ChefCommentView): string => {
  const { ask, said, step } = now;
  if (!ask) return '';
  if (said?.kind === 'commented') return chefDue.commented(step);
  if (overdue || said !== null) return chefDue.passed(ask.dueAt, step);
  return `${chefDue.answer(ask.dueAt, at)}${chefDue.afterwards(lacks !== 'comment')}`;
};

const Weighed = ({ view: { project } }: { readonly view: ChefCommentView }) => {
  const page = usePageStyles();
  const { recommendedOutcome, recommendedPriority, recommendLift, riskCategory } = project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  return (
    <>
      {what !== '' && (
        <p className={page.said}>
          <span className={page.strong}>{leads.recommends}</span> {what}.
        </p>
      )}
      <p className={page.said}>
        <span className={page.strong}>{leads.risk}</span> {riskText(riskCategory)}
      </p>
    </>
  );
};

/** What the chef reads before a gate: the question, until when, what it costs, and who decides then. */
export const ChefMatter = ({ reply: { view, reader } }: { readonly reply: ChefCommentReply }) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { now, project, paper, choices } = view;
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {chefKickers.yours(now.step, choices.length > 0)}
        {' · '}
        <a className={page.link} href={projectHash(project.id)}>
          {project.title}
        </a>
      </span>
      <h1 className={styles.question}>{chefQuestion(view)}</h1>
      <p className={`${page.said} ${page.strong}`}>{dueText(view)}</p>
      {project.purpose !== '' && <p className={page.said}>{project.purpose}</p>}
      <Money view={view} />
      <PaperLink text={chefPaperText(view)} url={paper.link} />
      <Weighed view={view} />
      {ownLeaders(view) !== '' && <p className={page.quiet}>{ownLeaders(view)}</p>}
      <Exchanges exchanges={now.exchanges} />
      {reader.answers && <p className={page.quiet}>{whyChef(view, reader.onBehalf)}</p>}
      {choices.length > 0 && <p className={page.quiet}>{whoDecides(view)}</p>}
    </div>
  );
};
