import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { VisitReply } from '#shared/contract/visits.ts';
import type { Observation } from '#shared/domain/visits/findings.ts';
import { longestGroup } from '#shared/domain/visits/visit.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  text: { margin: '2px 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', marginTop: '6px' },
  select: { minWidth: 0, maxWidth: '200px', '& select': { minWidth: 0 } },
  picture: {
    display: 'block',
    maxWidth: '160px',
    maxHeight: '120px',
    marginTop: '6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { minWidth: 0, padding: 0, color: tokens.colorBrandForegroundLink },
});

/** More of a note than this is folded away. */
const longestShown = 280;
const fewShown = 6;
const otherGroup = '+';

const Text = ({ text }: { readonly text: string }) => {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(text.length <= longestShown);
  return (
    <p className={styles.text}>
      {isWhole ? text : `${text.slice(0, longestShown)} … `}
      {!isWhole && (
        <Button
          className={styles.more}
          size="small"
          appearance="transparent"
          onClick={() => setWhole(true)}
        >
          {words.showText}
        </Button>
      )}
    </p>
  );
};

type NoteProps = {
  readonly note: Observation;
  readonly groups: VisitReply['groups'];
  readonly moving: MoveVisit;
};

const NewGroup = ({
  note,
  moving,
  onDone,
}: Omit<NoteProps, 'groups'> & { readonly onDone: () => void }) => {
  const styles = useStyles();
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    if (await moving.move({ type: 'grouped', note: note.key, group: name })) onDone();
  };
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field>
        <Input
          size="small"
          value={name}
          maxLength={longestGroup}
          aria-label={words.newGroupName}
          onChange={(_, data) => setName(data.value)}
        />
      </Field>
      <Button size="small" type="submit" disabledFocusable={name.trim() === '' || moving.busy}>
        {words.save}
      </Button>
      <Button size="small" appearance="subtle" onClick={onDone}>
        {words.cancel}
      </Button>
    </form>
  );
};

/** Where it is laid, and that it can be taken away. */
const Tools = ({ note, groups, moving }: NoteProps) => {
  const styles = useStyles();
  const [isNew, setNew] = useState(false);
  const lay = (group: string): void => {
    if (group === otherGroup) setNew(true);
    else void moving.move({ type: 'grouped', note: note.key, group });
  };
  const drop = (): void => {
    if (window.confirm(words.dropSure)) void moving.move({ type: 'dropped', note: note.key });
  };
  if (isNew) return <NewGroup {...{ note, moving }} onDone={() => setNew(false)} />;
  return (
    <div className={styles.tools}>
      <Select
        size="small"
        className={styles.select}
        aria-label={words.groupOf}
        value={note.group}
        onChange={(_, { value }) => lay(value)}
      >
        <option value="">{words.noGroup}</option>
        {groups.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={otherGroup}>{words.newGroup}</option>
      </Select>
      <Button size="small" appearance="subtle" disabledFocusable={moving.busy} onClick={drop}>
        {words.drop}
      </Button>
    </div>
  );
};

const Note = ({ note, groups, moving, plans }: NoteProps & { readonly plans: boolean }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { group, picture } = note;
  return (
    <li className={page.line}>
      <span className={page.strong}>{group === '' ? words.noGroup : group}</span>
      <Text text={note.text} />
      <span className={page.smallLine}>{words.noteBy(note.byName, note.at, picture !== null)}</span>
      {picture !== null && (
        <a href={`/pictures/${picture}`} target="_blank" rel="noreferrer">
          <img className={styles.picture} src={`/pictures/${picture}`} alt={words.picture} />
        </a>
      )}
      {plans && <Tools {...{ note, groups, moving }} />}
    </li>
  );
};

/** What was noted, newest first; for the team and the unit's leder. */
export const NoteList = ({
  reply,
  moving,
}: {
  readonly reply: VisitReply;
  readonly moving: MoveVisit;
}) => {
  const page = useVisitStyles();
  const [isAll, setAll] = useState(false);
  const { notes, groups, reader } = reply;
  if (notes === null)
    return (
      <section className={page.section}>
        <h2 className={page.heading}>{words.notesTitle}</h2>
        <p className={page.small}>{words.notesOnly}</p>
      </section>
    );
  const newest = [...notes].reverse();
  const shown = isAll ? newest : newest.slice(0, fewShown);
  return (
    <section className={page.section} aria-label={words.notesTitle}>
      <h2 className={page.heading}>{words.notesTitle}</h2>
      {notes.length === 0 && <p className={page.small}>{words.noNotes}</p>}
      <ul className={page.bare}>
        {shown.map((note) => (
          <Note key={note.key} {...{ note, groups, moving, plans: reader.plans }} />
        ))}
      </ul>
      {notes.length > shown.length && (
        <Button appearance="transparent" onClick={() => setAll(true)}>
          {words.seeAll(notes.length)}
        </Button>
      )}
      <p className={page.small}>{words.notesOnly}</p>
    </section>
  );
};
