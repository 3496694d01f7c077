import { Button, Field, Input, makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaperTemplatesReply } from '#shared/contract/papers.ts';
import {
  freeOwnCode,
  orderIn,
  type PaperTemplatesChange,
  takenBack,
} from '#shared/domain/papers/making.ts';
import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import {
  type AskedSection,
  allSectionsOf,
  arePaperTemplates,
  sectionKey,
} from '#shared/domain/papers/template.ts';
import { paperChangeText } from '#shared/words/papers/making.ts';
import { templateWords } from '#shared/words/papers/page.ts';
import { paperTitles, questionName, usualSection } from '#shared/words/papers/template.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import type { Api } from '../remote/api.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import {
  ChangesList,
  SaveFoot,
  SettingsFrame,
  useSaving,
  useSettingsStyles,
} from '../settings/SettingsFrame.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { useMe } from '../shell/Looking.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { type Editing, QuestionRow } from './QuestionRow.tsx';
import { movedIn, sentOf, type TemplatesDraft, withHeading, withOwn } from './templatesDraft.ts';

const ownKinds = ['text', 'answer'] as const;

const useStyles = makeStyles({
  paper: { maxWidth: '260px' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  name: { maxWidth: '420px' },
});

const SectionFields = ({
  section,
  editing,
}: {
  readonly section: AskedSection;
  readonly editing: Editing;
}) => {
  const styles = useStyles();
  const frame = useSettingsStyles();
  const { paper, draft, onDraft, mayChange, onMoved } = editing;
  const move = (code: string, by: 1 | -1): void => {
    const moved = movedIn(draft, paper, section.code, code, by);
    const order = orderIn(paper, moved[paper], section.code);
    onDraft(moved);
    const heading = questionName(paper, draft[paper], code);
    onMoved(templateWords.moved(heading, order.indexOf(code) + 1, order.length));
  };
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
      {section.questions.map((question, place) => (
        <QuestionRow
          key={question.code}
          {...{ question, editing }}
          isFirst={place === 0}
          isLast={place === section.questions.length - 1}
          onMove={(by) => move(question.code, by)}
        />
      ))}
      {mayChange && <AddOwn editing={editing} section={section.code} name={name} />}
    </fieldset>
  );
};

/** One more question of one's own, at the end of the section. */
const AddOwn = ({
  editing: { paper, draft, onDraft, onMoved },
  section,
  name,
}: {
  readonly editing: Editing;
  readonly section: string;
  readonly name: string;
}) => (
  <div>
    {ownKinds.map((kind) => (
      <Button
        key={kind}
        size="small"
        appearance="transparent"
        icon={<AddRegular />}
        aria-label={templateWords.addOf(kind, name)}
        disabledFocusable={freeOwnCode(kind, draft[paper]) === null}
        onClick={() => {
          onDraft(withOwn(draft, paper, section, kind));
          onMoved(templateWords.added(name));
        }}
      >
        {templateWords.add[kind]}
      </Button>
    ))}
  </div>
);

const readChanges = (api: Api) => api.read(at('GET /api/settings/papers/changes'));

/** Who made the papers otherwise; each change can be taken back by itself. */
const History = ({
  onUndo,
}: {
  readonly onUndo: ((change: PaperTemplatesChange) => void) | null;
}) => (
  <ChangesList
    read={readChanges}
    words={templateWords}
    lineOf={(change) => (
      <>
        {paperChangeText(change)}{' '}
        {onUndo !== null && (
          <Button
            size="small"
            appearance="transparent"
            aria-label={templateWords.undoOf(change.byName, change.at)}
            onClick={() => onUndo(change)}
          >
            {templateWords.undo}
          </Button>
        )}
      </>
    )}
  />
);

const usePapers = (reply: PaperTemplatesReply) => {
  const [saves, setSaves] = useState(0);
  const { seen, send, ...rest } = useSaving(at('PATCH /api/settings/papers'), reply, {
    draftOf: ({ templates }): TemplatesDraft => templates,
    clashOf: (current) => current as PaperTemplatesReply,
    is: arePaperTemplates,
  });
  /** `from`: what the fields would say without what is saved. */
  const save = async (
    templates: TemplatesDraft,
    done: string,
    from: TemplatesDraft,
  ): Promise<void> => {
    const body = { revision: seen.revision, templates: sentOf(templates) };
    if (await send(body, done, from)) setSaves((count) => count + 1);
  };
  return { seen, saves, save, ...rest };
};

const TemplatesForm = ({ reply }: { readonly reply: PaperTemplatesReply }) => {
  const styles = useStyles();
  const frame = useSettingsStyles();
  const mayChange = useMe().may.includes('changeSettings');
  const [paper, setPaper] = useState<PaperCode>('ideaDescription');
  const [moved, onMoved] = useState('');
  const { seen, draft, onDraft, saves, save, ...foot } = usePapers(reply);
  const { busy } = foot;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void save(draft, templateWords.saved, draft);
  };
  const undo = (change: PaperTemplatesChange): void =>
    void save(takenBack(change, seen.templates), templateWords.undone, seen.templates);
  const pick = (value: string): void =>
    setPaper(paperCodes.find((one) => one === value) ?? 'ideaDescription');
  return (
    <>
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
        {allSectionsOf(paper, draft[paper]).map((section) => (
          <SectionFields
            key={`${paper}:${section.code}`}
            section={section}
            editing={{ paper, draft, onDraft, mayChange, onMoved }}
          />
        ))}
        <SaveFoot {...foot} mayChange={mayChange} words={templateWords}>
          <span role="status">{moved}</span>
        </SaveFoot>
      </form>
      <History key={saves} onUndo={mayChange ? undo : null} />
    </>
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
