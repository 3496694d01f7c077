import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { effectWords } from '#shared/words/screens/effect.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  question: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  answer: { margin: 0, maxWidth: '72ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export type Question<F extends string> = {
  readonly field: F;
  readonly label: string;
  readonly hint?: string;
};

/** Questions with what was answered; one without an answer says so. */
export const Answers = <F extends string>({
  questions,
  answers,
}: {
  readonly questions: readonly Question<F>[];
  readonly answers: Readonly<Record<F, string>>;
}) => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {questions.map(({ field, label }) => (
        <div key={field}>
          <dt className={styles.question}>{label}</dt>
          <dd className={styles.answer}>
            {answers[field] === '' ? (
              <span className={styles.quiet}>{effectWords.unsaid}</span>
            ) : (
              answers[field]
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** The same questions to write in. */
export const AnswerFields = <F extends string>({
  questions,
  draft,
  onAnswer,
}: {
  readonly questions: readonly Question<F>[];
  readonly draft: Readonly<Record<F, string>>;
  readonly onAnswer: (field: F, value: string) => void;
}) =>
  questions.map(({ field, label, hint }) => (
    <Field key={field} label={label} {...(hint === undefined ? {} : { hint })}>
      <Textarea
        value={draft[field]}
        maxLength={2_000}
        onChange={(_, data) => onAnswer(field, data.value)}
      />
    </Field>
  ));
