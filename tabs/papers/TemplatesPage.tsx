import { Field, Input, makeStyles, mergeClasses, Select, Switch } from '@fluentui/react-components';
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
import { useLive } from '../remote/RemoteContext.tsx';
import {
  SaveFoot,
  SettingsFrame,
  useSaving,
  useSettingsStyles,
} from '../settings/SettingsFrame.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { sentOf, switched, type TemplatesDraft, withHeading, withHelp } from './templatesDraft.ts';

const useStyles = makeStyles({
  paper: { maxWidth: '260px' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  name: { maxWidth: '420px' },
  question: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: '8px 16px',
    alignItems: 'end',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

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
  const frame = useSettingsStyles();
  const { paper, draft, onDraft, mayChange } = editing;
  const key = sectionKey(section.code);
  const name = draft[paper].headings[key] || usualSection(paper, section.code);
  return (
    <fieldset className={mergeClasses(frame.group, styles.section)} aria-label={name}>
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
  const frame = useSettingsStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [paper, setPaper] = useState<PaperCode>('ideaDescription');
  const saving = useSaving(at('PATCH /api/settings/papers'), reply, {
    draftOf: ({ templates }): TemplatesDraft => templates,
    clashOf: (current) => current as PaperTemplatesReply,
  });
  const { seen, draft, onDraft, send, said, busy } = saving;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy)
      void send({ revision: seen.revision, templates: sentOf(draft) }, templateWords.saved);
  };
  const pick = (value: string): void =>
    setPaper(paperCodes.find((one) => one === value) ?? 'ideaDescription');
  return (
    <form className={frame.form} onSubmit={onSubmit}>
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
      <SaveFoot {...{ said, busy, mayChange }} words={templateWords} />
    </form>
  );
};

/** Skabeloner til papirer: what each paper asks, and what it is called. */
export const TemplatesPage = () => {
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
    <SettingsFrame
      back={{ href: lastBoardHash(), name: boardWords.backToBoard }}
      title={templateWords.title}
      intro={templateWords.intro}
      isLoading={state.type === 'loading'}
    >
      {state.type === 'loading' ? null : <TemplatesForm reply={state.value} />}
    </SettingsFrame>
  );
};
