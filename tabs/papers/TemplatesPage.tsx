import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaperTemplatesReply } from '#shared/contract/papers.ts';
import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import {
  type AskedQuestion,
  type AskedSection,
  allSectionsOf,
  sectionKey,
} from '#shared/domain/papers/template.ts';
import { templateWords } from '#shared/words/papers/page.ts';
import {
  paperTitles,
  usualHeading,
  usualHelp,
  usualSection,
} from '#shared/words/papers/template.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import type { Failed } from '../remote/api.ts';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { sentOf, switched, type TemplatesDraft, withHeading, withHelp } from './templatesDraft.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 20px 0', boxSizing: 'border-box' },
  link: { color: tokens.colorBrandForegroundLink },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '1080px' },
  paper: { maxWidth: '260px' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    minWidth: 0,
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: { maxWidth: '420px' },
  question: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: '8px 16px',
    alignItems: 'end',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // The button, and what came of it, in sight however long the page is.
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type Said = { readonly text: string; readonly intent: 'success' | 'error' };

const currentIn = ({ status, body }: Failed): PaperTemplatesReply | null =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? (body.current as PaperTemplatesReply)
    : null;

const useSaving = (first: PaperTemplatesReply) => {
  const api = useApi();
  const [revision, setRevision] = useState(first.revision);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (draft: TemplatesDraft): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const body = { revision, templates: sentOf(draft) };
    const sent = await api.send(at('PATCH /api/settings/papers'), body);
    setBusy(false);
    if (sent.type === 'done') {
      setRevision(sent.value.revision);
      setSaid({ text: templateWords.saved, intent: 'success' });
    } else if (sent.type === 'failed') {
      const current = currentIn(sent);
      // Saving again is a choice made on what is there now.
      if (current) setRevision(current.revision);
      const text = current ? `${sent.message} ${templateWords.standsStill}` : sent.message;
      setSaid({ text, intent: 'error' });
    }
  };
  return { save, said, busy };
};

type Editing = {
  readonly paper: PaperCode;
  readonly draft: TemplatesDraft;
  readonly onDraft: (draft: TemplatesDraft) => void;
  readonly mayChange: boolean;
};

const QuestionFields = ({
  question,
  editing,
}: {
  readonly question: AskedQuestion;
  readonly editing: Editing;
}) => {
  const styles = useStyles();
  const { paper, draft, onDraft, mayChange } = editing;
  const { headings, helps, off } = draft[paper];
  const { code } = question;
  const name = headings[code] || usualHeading(paper, code);
  return (
    <div className={styles.question}>
      <Field
        label={templateWords.heading}
        {...(question.kind === 'drawn' ? { hint: templateWords.fromProject } : {})}
      >
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
      <Switch
        label={templateWords.on}
        aria-label={`${templateWords.on}: ${name}`}
        checked={!off.includes(code)}
        disabled={!mayChange}
        onChange={(_, data) => onDraft(switched(draft, paper, code, data.checked))}
      />
    </div>
  );
};

const SectionFields = ({
  section,
  editing,
}: {
  readonly section: AskedSection;
  readonly editing: Editing;
}) => {
  const styles = useStyles();
  const { paper, draft, onDraft, mayChange } = editing;
  const key = sectionKey(section.code);
  const name = draft[paper].headings[key] || usualSection(paper, section.code);
  return (
    <fieldset className={styles.section} aria-label={name}>
      <Field className={styles.name} label={templateWords.section}>
        <Input
          value={draft[paper].headings[key] ?? ''}
          placeholder={usualSection(paper, section.code)}
          maxLength={120}
          readOnly={!mayChange}
          onChange={(_, data) => onDraft(withHeading(draft, paper, key, data.value))}
        />
      </Field>
      {section.questions.map((question) => (
        <QuestionFields key={question.code} question={question} editing={editing} />
      ))}
    </fieldset>
  );
};

const TemplatesForm = ({ reply }: { readonly reply: PaperTemplatesReply }) => {
  const styles = useStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [paper, setPaper] = useState<PaperCode>('ideaDescription');
  const [draft, onDraft] = useState<TemplatesDraft>(reply.templates);
  const { save, said, busy } = useSaving(reply);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void save(draft);
  };
  const pick = (value: string): void =>
    setPaper(paperCodes.find((one) => one === value) ?? 'ideaDescription');
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label={templateWords.paper} className={styles.paper}>
        <Select value={paper} onChange={(_, data) => pick(data.value)}>
          {paperCodes.map((code) => (
            <option key={code} value={code}>
              {paperTitles[code]}
            </option>
          ))}
        </Select>
      </Field>
      {allSectionsOf(paper).map((section) => (
        <SectionFields
          key={`${paper}:${section.code}`}
          section={section}
          editing={{ paper, draft, onDraft, mayChange }}
        />
      ))}
      <div className={styles.foot}>
        {said && (
          <MessageBar intent={said.intent}>
            <MessageBarBody>{said.text}</MessageBarBody>
          </MessageBar>
        )}
        {mayChange && (
          <div>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {busy ? templateWords.saving : templateWords.save}
            </Button>
          </div>
        )}
      </div>
    </form>
  );
};

/** Skabeloner til papirer: what each paper asks, and what it is called. */
export const TemplatesPage = () => {
  const styles = useStyles();
  const { state, live } = useLive(at('GET /api/settings/papers'));
  if (state.type === 'failed')
    return (
      <CannotFetch
        title={templateWords.cannotFetch}
        failure={state.failure}
        onAgain={live.refresh}
      />
    );
  return (
    <main className={styles.page} aria-busy={state.type === 'loading'}>
      <a className={styles.link} href={lastBoardHash()}>
        {boardWords.backToBoard}
      </a>
      <h1 className={styles.title}>{templateWords.title}</h1>
      <p className={styles.text}>{templateWords.intro}</p>
      {state.type === 'loading' ? null : <TemplatesForm reply={state.value} />}
    </main>
  );
};
