import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import {
  answers,
  emptyValue,
  type PaperRow,
  type PaperValue,
  wordsIn,
} from '#shared/domain/papers/paper.ts';
import type { WrittenQuestion } from '#shared/domain/papers/template.ts';
import { answerNames } from '#shared/words/papers/drawn.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { columnHeads } from '#shared/words/papers/template.ts';

const useStyles = makeStyles({
  text: { width: '100%', '& textarea': { fontSize: tokens.fontSizeBase400, maxHeight: '60vh' } },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: 0,
    padding: 0,
    border: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr)) auto',
    gap: '8px',
    alignItems: 'end',
    margin: 0,
    padding: '8px 0',
    border: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type FieldProps<Q extends WrittenQuestion = WrittenQuestion> = {
  readonly question: Q;
  readonly name: string;
  readonly help: string;
  readonly value: PaperValue;
  readonly onValue: (value: PaperValue) => void;
};

/** Rows as high as the text, so that one reads what one writes. */
const heightFor = (text: string): number =>
  Math.min(24, Math.max(4, Math.ceil(text.length / 80) + text.split('\n').length));

const TextValue = ({
  question,
  name,
  help,
  value,
  onValue,
}: FieldProps<Extract<WrittenQuestion, { kind: 'text' }>>) => {
  const styles = useStyles();
  const count = paperWords.wordCount(wordsIn(value.text), question.words);
  return (
    <Field
      label={{ children: name, weight: 'semibold' }}
      hint={[help, count].filter(Boolean).join(' ')}
    >
      <Textarea
        className={styles.text}
        value={value.text}
        rows={heightFor(value.text)}
        resize="vertical"
        onChange={(_, data) => onValue({ ...emptyValue, text: data.value })}
      />
    </Field>
  );
};

const AnswerValue = ({ name, help, value, onValue }: FieldProps) => {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <Field label={{ children: name, weight: 'semibold' }} hint={help}>
        <RadioGroup
          layout="horizontal"
          value={value.answer ?? ''}
          onChange={(_, data) => {
            const answer = answers.find((one) => one === data.value) ?? null;
            onValue({ ...value, answer });
          }}
        >
          {answers.map((answer) => (
            <Radio key={answer} value={answer} label={answerNames[answer]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={paperWords.note}>
        <Input
          value={value.text}
          maxLength={1_000}
          onChange={(_, data) => onValue({ ...value, text: data.value })}
        />
      </Field>
    </fieldset>
  );
};

type Rows = Extract<WrittenQuestion, { kind: 'rows' }>;

type RowProps = {
  readonly question: Rows;
  readonly row: PaperRow;
  readonly place: number;
  readonly onRow: (row: PaperRow | null) => void;
};

const RowFields = ({ question, row, place, onRow }: RowProps) => {
  const styles = useStyles();
  return (
    <fieldset className={styles.row} aria-label={paperWords.row(place + 1)}>
      {question.columns.map((column) => (
        <Field key={column} label={columnHeads[column]}>
          <Input
            value={row[column] ?? ''}
            maxLength={400}
            onChange={(_, data) => onRow({ ...row, [column]: data.value })}
          />
        </Field>
      ))}
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={paperWords.removeRow(place + 1)}
        onClick={() => onRow(null)}
      />
    </fieldset>
  );
};

const RowsValue = ({ question, name, help, value, onValue }: FieldProps<Rows>) => {
  const styles = useStyles();
  const rows = value.rows.length === 0 ? [{}] : value.rows;
  const put = (place: number, row: PaperRow | null): void => {
    const next = rows.flatMap((one, at) => (at === place ? (row ? [row] : []) : [one]));
    const isBlank = next.every((one) => Object.values(one).every((cell) => cell === ''));
    onValue({ ...emptyValue, rows: isBlank && next.length <= 1 ? [] : next });
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{name}</legend>
      <span>{help}</span>
      {rows.map((row, place) => (
        <RowFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own.
          key={place}
          question={question}
          row={row}
          place={place}
          onRow={(next) => put(place, next)}
        />
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => onValue({ ...emptyValue, rows: [...rows, {}] })}
        >
          {paperWords.addRow}
        </Button>
      </div>
    </fieldset>
  );
};

/** What is written in a field, after its kind. */
export const ValueField = (props: FieldProps) => {
  const { question } = props;
  switch (question.kind) {
    case 'text':
      return <TextValue {...props} question={question} />;
    case 'answer':
      return <AnswerValue {...props} />;
    case 'rows':
      return <RowsValue {...props} question={question} />;
  }
};
