import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { GroupLine } from '#shared/contract/visits.ts';
import { type GroupLevel, groupLevels, longestGroup } from '#shared/domain/visits/visit.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { effortNames, groupLevelNames } from '#shared/words/visits/words.ts';
import { useAlike } from '../board/useAlike.ts';
import { DialogForm } from '../shell/FormDialog.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  linking: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingTop: '8px',
  },
  found: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  link: { maxWidth: '100%', textAlign: 'left', overflowWrap: 'anywhere' },
});

const levelIn = (value: string): GroupLevel | null =>
  groupLevels.find((one) => one === value) ?? null;

const LevelField = ({
  label,
  value,
  names,
  onLevel,
}: {
  readonly label: string;
  readonly value: GroupLevel | null;
  readonly names: Readonly<Record<GroupLevel, string>>;
  readonly onLevel: (level: GroupLevel | null) => void;
}) => (
  <Field label={label}>
    <Select value={value ?? ''} onChange={(_, data) => onLevel(levelIn(data.value))}>
      <option value="">{words.unsaid}</option>
      {groupLevels.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </Select>
  </Field>
);

type Props = {
  readonly visitId: string;
  readonly group: GroupLine;
  readonly moving: MoveVisit;
  readonly onClose: () => void;
};

type LinkProps = {
  readonly name: string;
  readonly busy: boolean;
  readonly isChosen: boolean;
  readonly onLink: (projectId: string) => void;
};

/** The group belongs to a project there is: those that are like its name, or like what is searched for. */
const LinkTo = ({ name, busy, isChosen, onLink }: LinkProps) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const [text, setText] = useState(name);
  const found = useAlike({ title: text, purpose: '' });
  const list = useRef<HTMLDivElement>(null);
  // On a phone what is found would else stand under the edge of the form.
  useEffect(() => {
    if (found) list.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  if (!isChosen) return <span className={page.small}>{words.linkFirst}</span>;
  return (
    <>
      <Field label={words.linkSearch} hint={words.linkHint}>
        <Input value={text} maxLength={120} onChange={(_, data) => setText(data.value)} />
      </Field>
      <div ref={list} className={styles.found} role="status">
        {found?.length === 0 && <span className={page.small}>{words.linkNone}</span>}
        {(found ?? []).map(({ id, title }) => (
          <Button
            key={id}
            size="small"
            className={styles.link}
            disabledFocusable={busy}
            onClick={() => !busy && onLink(id)}
          >
            {words.linkTo(title)}
          </Button>
        ))}
      </div>
    </>
  );
};

const isLevel = (value: GroupLevel | null): boolean =>
  value === null || groupLevels.includes(value);

/** What is written of a group; what was changed is kept before it is tied to a project. */
const useDraft = ({ visitId, group, moving, onClose: onLeft }: Props) => {
  const first = {
    ...{ name: group.name, value: group.value, effort: group.effort },
    ...{ isChosen: group.isChosen, comment: group.why },
  };
  const [draft, setDraft, typing] = useTyped(['group', visitId, group.name], first, {
    like: { ...first, value: null, effort: null },
    holds: ({ value, effort }) => isLevel(value) && isLevel(effort),
  });
  const onClose = (): void => {
    typing.forget();
    onLeft();
  };
  const change = (part: Partial<typeof first>): void => setDraft({ ...draft, ...part });
  const keep = (): Promise<boolean> =>
    moving.move({ type: 'valued', group: group.name, seen: group.seq, ...draft });
  const save = async (): Promise<void> => {
    if (await keep()) onClose();
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first);
  const link = async (projectId: string): Promise<void> => {
    if (isChanged && !(await keep())) return;
    if (await moving.move({ type: 'becameIdea', group: draft.name, projectId })) onClose();
  };
  return { draft, change, save, link, typing, onClose };
};

/** What a group is called and worth, and whether it is chosen. */
export const GroupForm = (props: Props) => {
  const { group, moving } = props;
  const styles = useStyles();
  const { draft, change, save, link, typing, onClose } = useDraft(props);
  const { name, value, effort, isChosen, comment } = draft;
  const isIdea = group.projectId !== null;
  return (
    <DialogForm
      {...{ title: words.groupTitle, problem: moving.problem, busy: moving.busy, onClose }}
      {...{ cancel: words.cancel, save: moving.busy ? words.saving : words.save }}
      onSave={() => void save()}
    >
      <TypedBefore typing={typing} />
      <Field label={words.groupName} hint={words.groupNameHint}>
        <Input
          value={name}
          maxLength={longestGroup}
          readOnly={isIdea}
          onChange={(_, data) => change({ name: data.value })}
        />
      </Field>
      <LevelField
        {...{ label: words.value, value, names: groupLevelNames }}
        onLevel={(level) => change({ value: level })}
      />
      <LevelField
        {...{ label: words.effort, value: effort, names: effortNames }}
        onLevel={(level) => change({ effort: level })}
      />
      <Checkbox
        {...{ label: words.groupChosen, checked: isChosen, disabled: isIdea }}
        onChange={(_, data) => change({ isChosen: data.checked === true })}
      />
      <Field label={words.groupWhy}>
        <Textarea
          value={comment}
          rows={2}
          onChange={(_, data) => change({ comment: data.value })}
        />
      </Field>
      {!isIdea && (
        <details>
          <summary>{words.linkTitle}</summary>
          <div className={styles.linking}>
            <LinkTo
              {...{ name, isChosen, busy: moving.busy }}
              onLink={(projectId) => void link(projectId)}
            />
          </div>
        </details>
      )}
    </DialogForm>
  );
};
