import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isEmptyValue } from '#shared/domain/papers/paper.ts';
import {
  type AskedQuestion,
  type AskedSection,
  sectionsOf,
} from '#shared/domain/papers/template.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { sectionName } from '#shared/words/papers/template.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { DrawnPart } from './DrawnPart.tsx';
import { contentIn, usePaper, valueIn } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';
import { Question } from './Question.tsx';

const useStyles = makeStyles({
  section: { margin: '22px 0 0', scrollMarginTop: '12px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '10px',
    margin: '0 0 4px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  answers: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  hidden: { display: 'none' },
});

/** Every field somebody may write in, in order. */
export const writableIn = (sections: readonly AskedSection[]): readonly string[] =>
  sections.flatMap(({ questions }) =>
    questions.filter(({ kind }) => kind !== 'drawn').map(({ code }) => code),
  );

const Part = ({ question }: { readonly question: AskedQuestion }) =>
  question.kind === 'drawn' ? (
    <DrawnPart draws={question.draws} />
  ) : (
    <Question question={question} />
  );

const Section = ({
  section,
  alone,
}: {
  readonly section: AskedSection;
  readonly alone: boolean;
}) => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const page = usePaper();
  const { paper: code, template } = contentIn(page);
  const answers = section.questions.filter(({ kind }) => kind === 'answer');
  const answered = answers.filter((one) => !isEmptyValue(valueIn(page, one.code))).length;
  const shown = alone
    ? section.questions.filter((question) => question.code === page.open)
    : section.questions;
  if (shown.length === 0) return null;
  return (
    <section
      id={`afsnit-${section.code}`}
      className={styles.section}
      aria-label={sectionName(code, template, section.code)}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{sectionName(code, template, section.code)}</h2>
        {answers.length > 1 && (
          <span className={paper.quiet}>{paperWords.answered(answered, answers.length)}</span>
        )}
      </div>
      {shown.map((question) => (
        <div
          key={question.code}
          className={mergeClasses(question.kind === 'answer' && styles.answers)}
        >
          <Part question={question} />
        </div>
      ))}
    </section>
  );
};

/** On a phone the fields are written one by one: to the one before, to the next. */
const Steps = ({ codes }: { readonly codes: readonly string[] }) => {
  const styles = useStyles();
  const { open, onOpen } = usePaper();
  const place = codes.indexOf(open);
  const [before, after] = [codes[place - 1], codes[place + 1]];
  return (
    <div className={styles.foot}>
      <Button
        size="large"
        disabled={before === undefined}
        onClick={() => before !== undefined && onOpen(before)}
      >
        {paperWords.previous}
      </Button>
      <Button size="large" onClick={() => onOpen('')}>
        {paperWords.done}
      </Button>
      <Button
        size="large"
        appearance="primary"
        disabled={after === undefined}
        onClick={() => after !== undefined && onOpen(after)}
      >
        {paperWords.next}
      </Button>
    </div>
  );
};

/** The paper as it reads; on a phone only the field that is open. */
export const Sections = () => {
  const page = usePaper();
  const isPhone = useIsPhone();
  const { paper, template, facts } = contentIn(page);
  const sections = sectionsOf(paper, template, facts.type);
  const alone = isPhone && page.open !== '';
  return (
    <>
      {sections.map((section) => (
        <Section key={section.code} section={section} alone={alone} />
      ))}
      {alone && <Steps codes={writableIn(sections)} />}
    </>
  );
};
