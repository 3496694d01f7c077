import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ProjectChanges } from '#shared/contract/api.ts';
import type { Field } from '#shared/domain/fieldRights.ts';
import type { Project } from '#shared/domain/project.ts';
import { fieldName, projectWords, valueText } from '#shared/words/screens/project.ts';
import { useMe } from '../shell/Looking.tsx';
import { typedKey } from '../typed/typed.ts';
import { isLike } from '../typed/useTyped.ts';
import { type Base, changedFrom, type Saved, useProject } from './editing.tsx';
import { keepSection, typedSection } from './typedSection.ts';

const useStyles = makeStyles({
  section: { minWidth: 0, scrollMarginTop: '16px' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '32px',
    marginBottom: '8px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  bare: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  content: { flexGrow: 1, minWidth: 0 },
  aside: { marginLeft: 'auto', fontSize: tokens.fontSizeBase200, textAlign: 'right' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  problem: {
    margin: 0,
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  conflict: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: '8px 20px',
  },
  side: { minWidth: 0, overflowWrap: 'break-word', whiteSpace: 'pre-line' },
  label: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export type Conflict = Extract<Saved, { type: 'conflict' }>;

const Both = ({ conflict }: { readonly conflict: Conflict }) => {
  const styles = useStyles();
  const { areas } = useMe();
  return conflict.clashes.map((clash) => (
    <div key={clash.field}>
      <strong>{fieldName(clash.field) ?? clash.field}</strong>
      <div className={styles.both}>
        <div className={styles.side}>
          <span className={styles.label}>{projectWords.yours}</span>
          {valueText(clash.field, clash.yours, areas)}
        </div>
        <div className={styles.side}>
          <span className={styles.label}>{projectWords.theirs}</span>
          {valueText(clash.field, clash.theirs, areas)}
        </div>
      </div>
    </div>
  ));
};

type ClashingProps = {
  readonly conflict: Conflict;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** The same field as two people wrote it, and which is to stand. */
export const Clashing = ({ conflict, onMine, onTheirs }: ClashingProps) => {
  const styles = useStyles();
  return (
    <div className={styles.conflict} role="alert">
      {projectWords.conflict}
      <Both conflict={conflict} />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onMine}>
          {projectWords.keepMine}
        </Button>
        <Button onClick={onTheirs}>{projectWords.keepTheirs}</Button>
      </div>
    </div>
  );
};

type FormProps<D extends ProjectChanges> = {
  readonly fieldsOf: (project: Project) => D;
  readonly fields: (draft: D, change: (part: Partial<D>) => void) => ReactNode;
  /** What is wrong with what was typed; '' when it can be sent. */
  readonly problemIn?: (draft: D) => string;
};

const picked = (of: object, from: Partial<Project>): Partial<Project> =>
  Object.fromEntries(Object.entries(from).filter(([field]) => field in of));

/** A field that an earlier release kept as something else is left as it stands. */
const readable = (of: Readonly<Record<string, unknown>>, from: Partial<Project>) =>
  Object.fromEntries(
    Object.entries(picked(of, from)).filter(
      ([field, value]) => value === null || isLike(of[field], value),
    ),
  );

/**
 * What is typed in the section that is open. It stays on the device until it is stored or given up,
 * with what it was typed over: a tab that is closed, or left for a chat, loses none of it.
 */
const useTyped = <D extends ProjectChanges>(fieldsOf: (project: Project) => D) => {
  const { reply, editing } = useProject();
  const me = useMe().id;
  const { project, revision } = reply;
  const [key] = useState(() => typedKey(me, project.id, editing));
  const [typed] = useState(() => typedSection(key));
  const [base] = useState<Base>(() => ({
    project: { ...project, ...typed?.base },
    revision: typed?.revision ?? revision,
  }));
  const [draft, setDraft] = useState<D>(() => {
    const fields = fieldsOf(project);
    return { ...fields, ...readable(fields, typed?.draft ?? {}) };
  });
  useEffect(() => {
    const isChanged = Object.keys(changedFrom(base.project, draft)).length > 0;
    const over = picked(draft, base.project);
    keepSection(key, isChanged ? { draft, base: over, revision: base.revision } : null);
  }, [key, base, draft]);
  return {
    base,
    draft,
    setDraft,
    isFromBefore: typed !== null,
    forget: () => keepSection(key, null),
  };
};

/** The form of one section. What was typed stays until it is stored, or given up. */
const SectionForm = <D extends ProjectChanges>({ fieldsOf, fields, problemIn }: FormProps<D>) => {
  const styles = useStyles();
  const { save, onEdit } = useProject();
  const { base, draft, setDraft, isFromBefore, forget } = useTyped(fieldsOf);
  const [problem, setProblem] = useState('');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);

  const close = (): void => {
    forget();
    onEdit('');
  };
  const take = (saved: Saved): void => {
    if (saved.type === 'saved') close();
    else if (saved.type === 'refused') setProblem(saved.message);
    else setConflict(saved);
  };
  const send = async (from: Base): Promise<void> => {
    const wrong = problemIn?.(draft) ?? '';
    setProblem(wrong);
    if (wrong !== '' || busy) return;
    const changes = changedFrom(base.project, draft);
    if (Object.keys(changes).length === 0) return close();
    setBusy(true);
    take(await save(from, changes));
    setBusy(false);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send(base);
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {isFromBefore && <span role="status">{projectWords.typedBefore}</span>}
      {fields(draft, (part) => setDraft((before) => ({ ...before, ...part })))}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {conflict ? (
        <Clashing
          conflict={conflict}
          onMine={() => void send({ ...base, revision: conflict.revision })}
          onTheirs={close}
        />
      ) : (
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? projectWords.saving : projectWords.save}
          </Button>
          <Button onClick={close}>{projectWords.cancel}</Button>
        </div>
      )}
    </form>
  );
};

/** The keyboard goes into a form that is opened, and back to its pencil when it is closed. */
const useFollowed = (isEditing: boolean): RefObject<HTMLElement | null> => {
  const section = useRef<HTMLElement>(null);
  const was = useRef(isEditing);
  useEffect(() => {
    if (was.current === isEditing) return;
    was.current = isEditing;
    const isElsewhere = document.activeElement !== document.body;
    if (!isEditing && isElsewhere) return;
    const target = isEditing ? 'form :is(input, textarea, select, button)' : '[data-pencil]';
    section.current?.querySelector<HTMLElement>(target)?.focus();
  }, [isEditing]);
  return section;
};

/** The way back to what was typed and not saved, when there is something of it. */
const GoOn = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const { reply, onEdit } = useProject();
  const me = useMe().id;
  const { project } = reply;
  const [typed] = useState(() => typedSection(typedKey(me, project.id, id)));
  if (!typed || Object.keys(changedFrom(project, typed.draft)).length === 0) return null;
  return (
    <div>
      <Button
        size="small"
        appearance="transparent"
        icon={<EditRegular />}
        aria-label={`${projectWords.goOn}: ${title}`}
        onClick={() => onEdit(id)}
      >
        {projectWords.goOn}
      </Button>
    </div>
  );
};

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly form?: ReactNode;
  /** What the form changes: whoever may change none of it has no pencil. */
  readonly fields?: readonly Field[];
  /** Its text says what it is: no head over it. */
  readonly bare?: boolean;
};

/** A section that is read, and edited in place. */
export const Section = ({
  id,
  title,
  aside,
  children,
  form,
  fields = [],
  bare = false,
}: SectionProps) => {
  const styles = useStyles();
  const { mayChange, editing, onEdit } = useProject();
  const mayEdit = form !== undefined && mayChange(...fields);
  const isEditing = editing === id && mayEdit;
  const section = useFollowed(isEditing);
  const edit = mayEdit && (
    <Button
      size="small"
      appearance="subtle"
      icon={<EditRegular />}
      data-pencil
      aria-label={`${projectWords.edit}: ${title}`}
      onClick={() => onEdit(id)}
    />
  );
  return (
    <section ref={section} className={styles.section} id={`afsnit-${id}`} aria-label={title}>
      {(!bare || isEditing) && (
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {!isEditing && edit}
          <span className={styles.aside}>{aside}</span>
        </div>
      )}
      {isEditing && form}
      {!isEditing && bare && (
        <div className={styles.bare}>
          <div className={styles.content}>{children}</div>
          {edit}
        </div>
      )}
      {!isEditing && !bare && children}
      {!isEditing && mayEdit && <GoOn {...{ id, title }} />}
    </section>
  );
};

/** A field of a form, for whoever may change it. */
export const May = ({
  change,
  children,
}: {
  readonly change: Field;
  readonly children: ReactNode;
}): ReactNode => (useProject().mayChange(change) ? children : null);

export const sectionForm = <D extends ProjectChanges>(props: FormProps<D>): ReactNode => (
  <SectionForm {...props} />
);
