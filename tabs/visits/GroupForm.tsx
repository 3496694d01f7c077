import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { GroupLine } from '#shared/contract/visits.ts';
import { type GroupLevel, groupLevels, longestGroup } from '#shared/domain/visits/visit.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { effortNames, groupLevelNames } from '#shared/words/visits/words.ts';
import { useAlike } from '../board/useAlike.ts';
import { DialogForm } from '../shell/FormDialog.tsx';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  linking: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    paddingTop: '8px',
  },
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
  readonly group: GroupLine;
  readonly moving: MoveVisit;
  readonly onClose: () => void;
};

/** The group belongs to a project there is: those that are like its name, or like what is searched for. */
const LinkTo = ({ group, moving, onClose }: Props) => {
  const page = useVisitStyles();
  const [text, setText] = useState(group.name);
  const found = useAlike({ title: text, purpose: '' });
  const link = async (projectId: string): Promise<void> => {
    if (await moving.move({ type: 'becameIdea', group: group.name, projectId })) onClose();
  };
  if (!group.isChosen) return <span className={page.small}>{words.linkFirst}</span>;
  return (
    <>
      <Field label={words.linkSearch} hint={words.linkHint}>
        <Input value={text} maxLength={120} onChange={(_, data) => setText(data.value)} />
      </Field>
      {found?.length === 0 && <span className={page.small}>{words.linkNone}</span>}
      {(found ?? []).map(({ id, title }) => (
        <Button key={id} size="small" disabledFocusable={moving.busy} onClick={() => void link(id)}>
          {words.linkTo(title)}
        </Button>
      ))}
    </>
  );
};

/** What a group is called and worth, and whether it is chosen. */
export const GroupForm = ({ group, moving, onClose }: Props) => {
  const styles = useStyles();
  const [name, setName] = useState(group.name);
  const [value, setValue] = useState(group.value);
  const [effort, setEffort] = useState(group.effort);
  const [isChosen, setChosen] = useState(group.isChosen);
  const [comment, setComment] = useState(group.why);
  const isIdea = group.projectId !== null;
  const save = async (): Promise<void> => {
    const kept = await moving.move({
      ...{ type: 'valued', group: group.name, seen: group.seq, name },
      ...{ value, effort, isChosen, comment },
    });
    if (kept) onClose();
  };
  return (
    <DialogForm
      title={words.groupTitle}
      problem={moving.problem}
      cancel={words.cancel}
      save={moving.busy ? words.saving : words.save}
      busy={moving.busy}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label={words.groupName} hint={words.groupNameHint}>
        <Input
          value={name}
          maxLength={longestGroup}
          readOnly={isIdea}
          onChange={(_, data) => setName(data.value)}
        />
      </Field>
      <LevelField label={words.value} value={value} names={groupLevelNames} onLevel={setValue} />
      <LevelField label={words.effort} value={effort} names={effortNames} onLevel={setEffort} />
      <Checkbox
        label={words.groupChosen}
        checked={isChosen}
        disabled={isIdea}
        onChange={(_, data) => setChosen(data.checked === true)}
      />
      <Field label={words.groupWhy}>
        <Textarea value={comment} rows={2} onChange={(_, data) => setComment(data.value)} />
      </Field>
      {!isIdea && (
        <details>
          <summary>{words.linkTitle}</summary>
          <div className={styles.linking}>
            <LinkTo {...{ group, moving, onClose }} />
          </div>
        </details>
      )}
    </DialogForm>
  );
};
