import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import {
  benefitSection,
  benefitsWords,
  rowUnder,
  standingText,
} from '#shared/words/benefits/page.ts';
import { Sits } from '../drawing/marks.tsx';
import { useProject } from '../project/editing.tsx';
import { Section } from '../project/Section.tsx';
import { useMe } from '../shell/Looking.tsx';
import { storyHash } from '../shell/route.ts';
import { useCreate } from '../stories/overview/useCreate.ts';
import { isTyped } from '../typed/useTyped.ts';
import {
  BenefitForm,
  benefitPlace,
  type Doing,
  doings,
  MeasureForm,
  WithdrawForm,
} from './BenefitForm.tsx';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '18px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  worse: {
    marginLeft: '8px',
    padding: '0 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
  },
  line: { display: 'block' },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  missing: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    alignItems: 'start',
    justifyContent: 'flex-end',
    '@media (max-width: 719px)': { justifyContent: 'flex-start', paddingTop: '6px' },
  },
  whole: { gridColumn: '1 / -1' },
  note: {
    margin: '8px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  under: { marginTop: '10px' },
});

const Standing = ({ row }: { readonly row: BenefitRow }) => {
  const styles = useStyles();
  const isMissing = row.standing.type === 'missing';
  const under = rowUnder(row);
  return (
    <span className={styles.line}>
      {row.standing.type !== 'measured' && (
        <span className={mergeClasses(isMissing && styles.missing)}>
          {isMissing && <Sits size={14} />}
          {standingText(row.standing)}
        </span>
      )}
      {under !== '' && <span className={styles.small}>{under}</span>}
      {row.isOwnerless && row.ownerId !== null && (
        <span className={styles.small}>{benefitsWords.ownerGone}</span>
      )}
    </span>
  );
};

const Said = ({ row }: { readonly row: BenefitRow }) => {
  const styles = useStyles();
  const measured = benefitSection.measuredText(row);
  const last = row.measurements.at(-1);
  return (
    <div className={styles.text}>
      <span className={styles.name}>{row.title}</span>
      {row.isWorse && <span className={styles.worse}>{benefitSection.worse}</span>}
      <span className={styles.line}>{benefitSection.goal(row)}</span>
      {measured !== '' && <span className={styles.line}>{measured}</span>}
      {measured !== '' && last?.comment !== undefined && last.comment !== '' && (
        <span className={styles.small}>»{last.comment}«</span>
      )}
      <Standing row={row} />
      <span className={styles.small}>
        {[
          benefitSection.owner(row.ownerName),
          row.indicator,
          row.startsOn === null ? '' : benefitSection.start(row.startsOn),
          benefitSection.targetMoved(row),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </div>
  );
};

type OneProps = {
  readonly row: BenefitRow;
  readonly mayWrite: boolean;
  readonly isMine: boolean;
  readonly doing: Doing | null;
  readonly onDoing: (doing: Doing | null) => void;
};

type ActionProps = {
  readonly doing: Doing;
  readonly name: string;
  readonly label: string;
  readonly open: Doing | null;
  readonly onDoing: (doing: Doing | null) => void;
};

const Action = ({ doing, name, label, open, onDoing }: ActionProps) => (
  <Button
    size="small"
    appearance={doing === 'measure' ? 'secondary' : 'subtle'}
    aria-label={label}
    aria-expanded={open === doing}
    onClick={() => onDoing(doing)}
  >
    {name}
  </Button>
);

/** What the reader may do about it: answer what is asked of them, or what whoever edits the project may. */
const Actions = ({ row, mayWrite, isMine, doing, onDoing }: OneProps) => {
  const styles = useStyles();
  const { title } = row;
  const shared = { open: doing, onDoing };
  const isStarted = row.standing.type !== 'notStarted';
  return (
    <div className={styles.buttons}>
      {isMine && row.isWaiting && (
        <Button
          size="small"
          appearance="primary"
          as="a"
          href={hashOf({ type: 'decide', requestId: matterIdOf('benefit', row.id) })}
        >
          {benefitSection.answer}
        </Button>
      )}
      {mayWrite && isStarted && (
        <Action
          {...{ ...shared, doing: 'measure', name: benefitSection.measure }}
          label={benefitSection.measureOf(title)}
        />
      )}
      <Tell row={row} />
      {mayWrite && (
        <>
          <Action
            {...{ ...shared, doing: 'edit', name: benefitSection.editShort }}
            label={benefitSection.edit(title)}
          />
          <Action
            {...{ ...shared, doing: 'withdraw', name: benefitSection.withdraw }}
            label={benefitSection.withdrawOf(title)}
          />
        </>
      )}
    </div>
  );
};

/** A story of what was measured: begun by one press, and from then on a way to it. */
const Tell = ({ row }: { readonly row: BenefitRow }) => {
  const { may } = useMe();
  const { reply } = useProject();
  const { create, busy, problem } = useCreate();
  const storyId = reply.benefits.stories[row.id];
  if (!may.includes('writeStory') || row.measurements.length === 0) return null;
  if (storyId !== undefined)
    return (
      <Button
        size="small"
        appearance="subtle"
        as="a"
        href={storyHash(storyId)}
        aria-label={benefitSection.toStoryOf(row.title)}
      >
        {benefitSection.toStory}
      </Button>
    );
  const begin = (): void =>
    void create({ kind: 'microStory', projectId: row.projectId, benefitId: row.id });
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={busy !== null}
        aria-label={benefitSection.tellOf(row.title)}
        onClick={begin}
      >
        {benefitSection.tell}
      </Button>
      {problem !== '' && <span role="alert">{problem}</span>}
    </>
  );
};

const One = (props: OneProps) => {
  const styles = useStyles();
  const { row, doing, onDoing } = props;
  const close = (): void => onDoing(null);
  return (
    <li className={styles.one}>
      <Said row={row} />
      <Actions {...props} />
      {doing !== null && (
        <div className={styles.whole}>
          {doing === 'edit' && <BenefitForm row={row} onDone={close} />}
          {doing === 'measure' && <MeasureForm row={row} onDone={close} />}
          {doing === 'withdraw' && <WithdrawForm row={row} onDone={close} />}
        </div>
      )}
    </li>
  );
};

type Open = { readonly id: string; readonly doing: Doing } | 'new' | null;

/** The form in which something is typed and not sent. */
const typedIn = (me: string, { benefits, project }: ProjectReply): Open => {
  if (!benefits.mayWrite) return null;
  if (isTyped(me, benefitPlace('new', project.id))) return 'new';
  for (const { id } of benefits.rows) {
    const doing = doings.find((one) => isTyped(me, benefitPlace(one, id)));
    if (doing) return { id, doing };
  }
  return null;
};

/** What the project has promised, and what became of it. One form is open at a time. */
export const Benefits = () => {
  const styles = useStyles();
  const me = useMe();
  const { reply } = useProject();
  const { rows, withdrawn, mayWrite, operatingSince, months, left } = reply.benefits;
  const [open, setOpen] = useState<Open>(() => typedIn(me.id, reply));
  if (rows.length === 0 && withdrawn.length === 0 && !mayWrite) return null;
  const doingOf = (id: string): Doing | null =>
    open !== null && open !== 'new' && open.id === id ? open.doing : null;
  return (
    <div className={styles.section}>
      <Section id="gevinster" title={benefitSection.title}>
        {rows.length === 0 && <p className={styles.note}>{benefitSection.none}</p>}
        <ul className={styles.list}>
          {rows.map((row) => (
            <One
              key={row.id}
              row={row}
              mayWrite={mayWrite}
              isMine={row.ownerId === me.id}
              doing={doingOf(row.id)}
              onDoing={(doing) =>
                setOpen(doing === null || doingOf(row.id) === doing ? null : { id: row.id, doing })
              }
            />
          ))}
        </ul>
        {withdrawn.map((row) => (
          <p key={row.id} className={styles.note}>
            {benefitSection.withdrawn(row.title, row.why)}
          </p>
        ))}
        {rows.length > 0 && operatingSince === null && (
          <p className={styles.note}>{benefitSection.months(months)}</p>
        )}
        {left.length > 0 && operatingSince !== null && (
          <p className={styles.note}>{benefitSection.left(left)}</p>
        )}
        {mayWrite && open !== 'new' && (
          <Button className={styles.under} icon={<AddRegular />} onClick={() => setOpen('new')}>
            {benefitSection.add}
          </Button>
        )}
        {open === 'new' && <BenefitForm row={null} onDone={() => setOpen(null)} />}
      </Section>
    </div>
  );
};
