import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, EditRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { isEmptyValue, type PaperValue } from '#shared/domain/papers/paper.ts';
import type { WrittenQuestion } from '#shared/domain/papers/template.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { answerText, unanswered } from '#shared/words/papers/drawn.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { columnHeads, questionHelp, questionName } from '#shared/words/papers/template.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { Clash } from './Clash.tsx';
import { WordsTable } from './DrawnPart.tsx';
import { contentIn, usePaper, valueIn, writtenIn } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';
import { ValueField } from './ValueField.tsx';

const useStyles = makeStyles({
  part: { margin: '10px 0' },
  head: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '32px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    maxWidth: '76ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
  },
  answer: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: '2px 12px',
    minHeight: '40px',
    '@media (max-width: 719px)': { gridTemplateColumns: '20px minmax(0, 1fr) auto' },
  },
  second: { '@media (max-width: 719px)': { gridColumn: '2 / -1', gridRow: '2' } },
  tick: { color: tokens.colorStatusSuccessForeground1 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

const usePen = (question: WrittenQuestion) => {
  const { reply, shown } = usePaper();
  return reply.mayWrite && shown === null ? question.code : null;
};

const Pen = ({ question, name }: { readonly question: WrittenQuestion; readonly name: string }) => {
  const { onOpen } = usePaper();
  const code = usePen(question);
  return (
    code !== null && (
      <Button
        id={`ret-${code}`}
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={`${paperWords.edit}: ${name}`}
        onClick={() => onOpen(code)}
      />
    )
  );
};

const Reading = ({
  question,
  value,
}: {
  readonly question: WrittenQuestion;
  readonly value: PaperValue;
}) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  if (isEmptyValue(value)) return <p className={paper.quiet}>{unanswered}</p>;
  if (question.kind !== 'rows') return <p className={styles.text}>{value.text}</p>;
  const table = {
    heads: question.columns.map((column) => columnHeads[column]),
    rows: value.rows.map((row) => question.columns.map((column) => row[column] ?? '')),
    figures: [],
  };
  return <WordsTable table={table} label={question.code} />;
};

/** A question with yes or no is one line: whether it is answered, what, and when. */
const AnswerLine = ({
  question,
  name,
}: {
  readonly question: WrittenQuestion;
  readonly name: string;
}) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const page = usePaper();
  const value = valueIn(page, question.code);
  const at = page.shown ? undefined : writtenIn(page.reply, question.code)?.at;
  return (
    <div className={styles.answer}>
      {value.answer === null ? (
        <CircleRegular fontSize={18} aria-hidden="true" />
      ) : (
        <CheckmarkCircleFilled className={styles.tick} fontSize={18} aria-hidden="true" />
      )}
      <span>{name}</span>
      <span className={mergeClasses(styles.second, isEmptyValue(value) && paper.quiet)}>
        {answerText(value)}
      </span>
      <span className={paper.quiet}>{at === undefined ? '' : shortDayText(at)}</span>
      <Pen question={question} name={name} />
    </div>
  );
};

/** The field that is open: what is typed is stored by itself. */
const OpenField = ({
  question,
  name,
}: {
  readonly question: WrittenQuestion;
  readonly name: string;
}) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const page = usePaper();
  const { code } = question;
  const now = page.typed.get(code);
  const place = useRef<HTMLDivElement>(null);
  const { template } = contentIn(page);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className={styles.part}>
      <ValueField
        question={question}
        name={name}
        help={questionHelp(page.reply.paper, template, code)}
        value={valueIn(page, code)}
        onValue={(value) => page.drafts.type(code, value, writtenIn(page.reply, code))}
      />
      <ChangedSince code={code} />
      {now?.state === 'refused' && (
        <p className={paper.problem} role="alert">
          {now.problem}
        </p>
      )}
      <Clash question={question} />
      <div className={styles.foot}>
        <Button size="small" onClick={() => page.onOpen('')}>
          {paperWords.done}
        </Button>
      </div>
    </div>
  );
};

/** One question: open it is a field, else it reads as text with a pen. */
export const Question = ({ question }: { readonly question: WrittenQuestion }) => {
  const styles = useStyles();
  const page = usePaper();
  const { template } = contentIn(page);
  const name = questionName(page.reply.paper, template, question.code);
  if (page.open === question.code && page.shown === null)
    return <OpenField question={question} name={name} />;
  if (question.kind === 'answer')
    return (
      <>
        <AnswerLine question={question} name={name} />
        <Clash question={question} />
      </>
    );
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <h3 className={styles.title}>{name}</h3>
        <Pen question={question} name={name} />
      </div>
      <Reading question={question} value={valueIn(page, question.code)} />
      <Clash question={question} />
    </div>
  );
};
