import { Field, Input, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import type { PaperCode } from '#shared/domain/papers/paper.ts';
import {
  type AskedQuestion,
  allSectionsOf,
  isKeptQuestion,
  isOwnQuestion,
} from '#shared/domain/papers/template.ts';
import { templateWords } from '#shared/words/papers/page.ts';
import { sectionName, usualHeading, usualHelp } from '#shared/words/papers/template.ts';
import { Moves } from '../settings/Moves.tsx';
import {
  switched,
  type TemplatesDraft,
  withHeading,
  withHelp,
  withOwnIn,
} from './templatesDraft.ts';

const useStyles = makeStyles({
  question: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: '8px 16px',
    alignItems: 'start',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  moves: { display: 'flex', paddingTop: '22px', '@media (max-width: 719px)': { paddingTop: 0 } },
  on: { paddingTop: '20px', '@media (max-width: 719px)': { paddingTop: 0 } },
  place: { gridColumn: '2 / 3', '@media (max-width: 719px)': { gridColumn: 'auto' } },
  kept: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What is made of one paper's questions, and how it is changed. */
export type Editing = {
  readonly paper: PaperCode;
  readonly draft: TemplatesDraft;
  readonly onDraft: (draft: TemplatesDraft) => void;
  readonly mayChange: boolean;
  /** Said to whoever does not see where it went. */
  readonly onMoved: (said: string) => void;
};

type Props = {
  readonly question: AskedQuestion;
  readonly editing: Editing;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

/** What a heading is of: the usual question, one from the project, or one's own. */
const headingOf = ({ kind, code }: AskedQuestion): { label: string; hint?: string } => {
  if (kind === 'drawn') return { label: templateWords.heading, hint: templateWords.fromProject };
  if (!isOwnQuestion(code)) return { label: templateWords.heading };
  return {
    label: templateWords.own,
    hint: templateWords.ownHint[kind === 'answer' ? 'answer' : 'text'],
  };
};

const OnSwitch = ({ question: { code }, editing, name }: Props & { readonly name: string }) => {
  const styles = useStyles();
  const { paper, draft, onDraft, mayChange } = editing;
  const isOff = draft[paper].off.includes(code);
  const isKept = isKeptQuestion(paper, code);
  return (
    <>
      <Switch
        className={styles.on}
        label={templateWords.on}
        aria-label={`${templateWords.on}: ${name}`}
        checked={!isOff}
        disabled={!mayChange || (isKept && !isOff)}
        onChange={(_, data) => onDraft(switched(draft, paper, code, data.checked))}
      />
      {isKept && <span className={styles.kept}>{templateWords.kept(paper)}</span>}
    </>
  );
};

/** The section that an own question stands in, to choose another; the focus follows it there. */
const OwnPlace = ({
  editing,
  code,
  name,
}: Pick<Props, 'editing'> & { code: string; name: string }) => {
  const styles = useStyles();
  const { paper, draft, onDraft, mayChange, onMoved } = editing;
  const place = draft[paper].own?.[code];
  if (place === undefined || !mayChange) return null;
  const move = (section: string): void => {
    onDraft(withOwnIn(draft, paper, code, section));
    onMoved(templateWords.placed(name, sectionName(paper, draft[paper], section)));
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-own="${code}"] select`)?.focus(),
    );
  };
  return (
    <Field className={styles.place} label={templateWords.place} data-own={code}>
      <Select
        value={place}
        aria-label={templateWords.placeOf(name)}
        onChange={(_, data) => move(data.value)}
      >
        {allSectionsOf(paper).map((section) => (
          <option key={section.code} value={section.code}>
            {sectionName(paper, draft[paper], section.code)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

/** One question: its place, what it is called, its help, and whether it is asked; else why it stays. */
export const QuestionRow = (props: Props) => {
  const styles = useStyles();
  const { question, editing, ...moving } = props;
  const { paper, draft, onDraft, mayChange } = editing;
  const { headings, helps } = draft[paper];
  const { code } = question;
  const name = headings[code] || usualHeading(paper, code) || templateWords.own;
  return (
    <div className={styles.question}>
      <span className={styles.moves}>
        {mayChange && <Moves {...moving} name={name} words={templateWords} />}
      </span>
      <Field {...headingOf(question)}>
        <Input
          value={headings[code] ?? ''}
          placeholder={usualHeading(paper, code)}
          maxLength={120}
          readOnly={!mayChange}
          onChange={(_, data) => onDraft(withHeading(draft, paper, code, data.value))}
        />
      </Field>
      <Field label={templateWords.help}>
        <Input
          value={helps[code] ?? ''}
          placeholder={usualHelp(paper, code)}
          aria-label={`${templateWords.help}: ${name}`}
          maxLength={400}
          readOnly={!mayChange}
          onChange={(_, data) => onDraft(withHelp(draft, paper, code, data.value))}
        />
      </Field>
      <OnSwitch {...props} name={name} />
      <OwnPlace {...{ editing, code, name }} />
    </div>
  );
};
