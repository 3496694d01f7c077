import { makeStyles, tokens } from '@fluentui/react-components';
import type { BenefitReply } from '#shared/contract/benefits.ts';
import type { BenefitTerms } from '#shared/domain/benefits/benefit.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { amountText } from '#shared/words/benefits/numbers.ts';
import { askedNameOf, benefitKickers, benefitWords } from '#shared/words/benefits/words.ts';
import { Exchanges } from '../asking/matterParts.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { projectHash } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) auto',
    gap: '4px 24px',
    margin: 0,
    maxWidth: '460px',
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
});

const Figures = ({ view, terms }: { readonly view: BenefitView; readonly terms: BenefitTerms }) => {
  const styles = useStyles();
  const last = view.now.answers.findLast(({ seq }) => seq < (view.now.ask?.seq ?? 0));
  const rows = [
    ...(terms.baseline === 0 ? [] : [[benefitWords.before, terms.baseline] as const]),
    [benefitWords.target, terms.target] as const,
    ...(last?.value == null ? [] : [[benefitWords.measured(last.month), last.value] as const]),
  ];
  return (
    <dl className={styles.figures}>
      {rows.map(([label, hundredths]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{amountText(terms, hundredths)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What whoever is asked reads: which number, what was promised, and until when. */
export const BenefitMatter = ({
  reply,
  onChanged,
}: {
  readonly reply: BenefitReply;
  readonly onChanged: () => void;
}) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { view, reader, unreached } = reply;
  const { now, project } = view;
  const terms = now.asked ?? now.terms;
  const due = view.overdue ? benefitWords.duePassed : benefitWords.due;
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {benefitKickers.yours(now)}
        {' · '}
        <a className={page.link} href={projectHash(project.id, 'gevinster')}>
          {project.title}
        </a>
      </span>
      {terms && <h1 className={styles.question}>{benefitWords.question(terms)}</h1>}
      {view.isWaiting && now.ask && (
        <p className={`${page.said} ${page.strong}`}>{due(now.ask.dueAt, view.at)}</p>
      )}
      {terms && <Figures view={view} terms={terms} />}
      {terms && terms.indicator !== '' && (
        <p className={page.said}>
          <span className={page.strong}>{benefitWords.seenBy}</span> {terms.indicator}
        </p>
      )}
      <Exchanges exchanges={now.exchanges} />
      {reader.answers && (
        <p className={page.quiet}>{benefitWords.why(reader.onBehalf ? askedNameOf(view) : '')}</p>
      )}
      <p className={page.quiet}>{benefitWords.rule}</p>
      <UnreachedBox unreached={unreached} onChanged={onChanged} />
    </div>
  );
};
