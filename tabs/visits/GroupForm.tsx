import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { GroupLine } from '#shared/contract/visits.ts';
import { type GroupLevel, groupLevels, longestGroup } from '#shared/domain/visits/visit.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { effortNames, groupLevelNames } from '#shared/words/visits/words.ts';
import { DialogForm } from '../shell/FormDialog.tsx';
import type { MoveVisit } from './useMoveVisit.ts';

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

/** What a group is called and worth, and whether it is chosen. */
export const GroupForm = ({ group, moving, onClose }: Props) => {
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
    </DialogForm>
  );
};
