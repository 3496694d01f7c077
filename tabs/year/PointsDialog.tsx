import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { YearPointsReply } from '#shared/contract/year.ts';
import { longestPointTitle, mostYearPoints } from '#shared/domain/yearPoints.ts';
import { yearPointsWords as words } from '#shared/words/plan/yearPoints.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useSaving } from '../settings/SettingsFrame.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useClosing } from '../shell/useClosing.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import {
  emptyPoint,
  isPointsDraft,
  type PointRow,
  pointsDraftOf,
  readPoints,
} from './pointsDraft.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr)',
    gap: '8px 12px',
    minWidth: 0,
    margin: 0,
    padding: '8px 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '& .fui-Input': { minWidth: 0 },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  legend: {
    maxWidth: '100%',
    padding: '0 6px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  link: { gridColumn: 'span 2', '@media (max-width: 719px)': { gridColumn: 'auto' } },
  remove: { justifySelf: 'start', alignSelf: 'end' },
  add: { alignSelf: 'start', flexShrink: 0 },
});

type RowProps = {
  readonly at: number;
  readonly row: PointRow;
  readonly onRow: (row: PointRow) => void;
  readonly onRemove: () => void;
};

const Row = ({ at: place, row, onRow, onRemove }: RowProps) => {
  const styles = useStyles();
  const { areas } = useMe();
  const set = (change: Partial<PointRow>): void => onRow({ ...row, ...change });
  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>{words.point(place, row.title)}</legend>
      <Field label={words.name}>
        <Input
          value={row.title}
          maxLength={longestPointTitle}
          placeholder={words.nameExample}
          onChange={(_, { value }) => set({ title: value })}
        />
      </Field>
      <Field label={words.day}>
        <Input
          value={row.day}
          maxLength={40}
          placeholder={words.dayExample}
          onChange={(_, { value }) => set({ day: value })}
        />
      </Field>
      <Field label={words.area}>
        <Select value={row.area} onChange={(_, { value }) => set({ area: value })}>
          <option value="">{words.noArea}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.link} className={styles.link}>
        <Input
          value={row.link}
          type="url"
          maxLength={400}
          onChange={(_, { value }) => set({ link: value })}
        />
      </Field>
      <Button
        className={styles.remove}
        aria-label={words.removeNamed(row.title)}
        onClick={onRemove}
      >
        {words.remove}
      </Button>
    </fieldset>
  );
};

type FormProps = {
  readonly reply: YearPointsReply;
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** With a letter first: names that are numbers would come before all others. */
const newId = (): string => `p${crypto.randomUUID().slice(0, 8)}`;

const usePoints = ({ reply, onSaved }: FormProps) => {
  const saving = useSaving(at('PATCH /api/settings/year-points'), reply, {
    draftOf: pointsDraftOf,
    clashOf: (current) => current as YearPointsReply,
    is: isPointsDraft,
  });
  const { seen, draft, onDraft, send, said } = saving;
  const [unread, setUnread] = useState('');
  const form = useRef<HTMLFormElement>(null);
  /** The focus goes to what one goes on with, once it is drawn. */
  const thenFocus = (selector: string): void => {
    requestAnimationFrame(() => {
      const found = form.current?.querySelectorAll<HTMLElement>(selector) ?? [];
      [...found].at(-1)?.focus();
    });
  };
  const onAdd = (): void => {
    onDraft({ ...draft, [newId()]: emptyPoint });
    thenFocus('fieldset:last-of-type input');
  };
  const onRemove = (id: string): void => {
    onDraft(Object.fromEntries(Object.entries(draft).filter(([one]) => one !== id)));
    thenFocus('[data-add]');
  };
  const save = async (): Promise<void> => {
    const read = readPoints(draft, seen.revision);
    setUnread(read.ok ? '' : read.problem);
    if (!read.ok) return;
    if (await send(read.body, '')) onSaved();
  };
  const problem = unread || (said?.intent === 'error' ? said.text : '');
  return { ...saving, form, problem, onAdd, onRemove, save };
};

const PointsForm = (props: FormProps) => {
  const styles = useStyles();
  const { seen, draft, onDraft, problem, busy, form, onAdd, onRemove, save, typing } =
    usePoints(props);
  const rows = Object.entries(draft);
  return (
    <DialogForm
      title={words.title}
      problem={problem}
      cancel={words.cancel}
      save={busy ? words.saving : words.save}
      form={form}
      busy={busy}
      onSave={() => void save()}
      onClose={() => {
        typing.forget();
        props.onClose();
      }}
    >
      <TypedBefore typing={typing} />
      <span className={styles.quiet}>{words.intro}</span>
      <span className={styles.quiet}>{words.dayHint}</span>
      {rows.length === 0 && <span>{words.none}</span>}
      {rows.map(([id, row], place) => (
        <Row
          key={id}
          {...{ at: place, row }}
          onRow={(changed) => onDraft({ ...draft, [id]: changed })}
          onRemove={() => onRemove(id)}
        />
      ))}
      {rows.length < mostYearPoints && (
        <Button className={styles.add} icon={<AddRegular />} data-add onClick={onAdd}>
          {words.add}
        </Button>
      )}
      {seen.latest && (
        <span className={styles.quiet}>{words.latest(seen.latest.byName, seen.latest.at)}</span>
      )}
    </DialogForm>
  );
};

const Fetched = ({ onClosed, ...props }: Omit<FormProps, 'reply'> & Closed) => {
  useClosing(onClosed);
  const { state } = useLive(at('GET /api/settings/year-points'));
  if (state.type === 'ready') return <PointsForm {...props} reply={state.value} />;
  return (
    <DialogForm
      title={words.title}
      problem={state.type === 'failed' ? state.failure.message : ''}
      {...{ cancel: words.cancel, save: words.save, busy: true }}
      onSave={() => undefined}
      onClose={props.onClose}
    >
      {state.type === 'loading' && <span role="status">{words.waiting}</span>}
    </DialogForm>
  );
};

type Closed = { readonly onClosed: () => void };

/** The fixed points of the årshjul, for the consultants to write. */
export const PointsDialog = ({
  open,
  ...props
}: Omit<FormProps, 'reply'> & Closed & { readonly open: boolean }) => (
  <OverPage open={open} isWide onClose={props.onClose}>
    <Fetched {...props} />
  </OverPage>
);
