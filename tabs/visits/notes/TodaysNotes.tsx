import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ClockRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import type { VisitReply } from '#shared/contract/visits.ts';
import { dayIn } from '#shared/words/dates.ts';
import { noteWords as words } from '#shared/words/visits/page.ts';
import { useMe } from '../../shell/Looking.tsx';
import type { QueuedNote } from './noteStore.ts';

const useStyles = makeStyles({
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    gap: '10px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  text: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  body: { minWidth: 0, flexGrow: 1 },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  sent: { color: tokens.colorStatusSuccessForeground1 },
  refused: { color: tokens.colorStatusDangerForeground1 },
});

type WaitingProps = {
  readonly note: QueuedNote;
  readonly place: number;
  readonly onTakeBack: (number: number, text: string) => void;
};

const Waiting = ({ note, place, onTakeBack }: WaitingProps) => {
  const styles = useStyles();
  const { text, notedAt, refused, number } = note;
  return (
    <li className={styles.line}>
      {refused === '' ? (
        <ClockRegular className={styles.icon} fontSize={20} aria-hidden="true" />
      ) : (
        <ErrorCircleRegular
          className={mergeClasses(styles.icon, styles.refused)}
          fontSize={20}
          aria-hidden="true"
        />
      )}
      <div className={styles.body}>
        <span className={styles.text}>{text}</span>
        <span className={styles.small}>
          {refused === '' ? words.onPhone(notedAt, place) : words.refused(notedAt, refused)}
        </span>
        {refused !== '' && (
          <Button size="small" onClick={() => onTakeBack(number, text)}>
            {words.takeBack}
          </Button>
        )}
      </div>
    </li>
  );
};

type Props = {
  readonly reply: VisitReply;
  /** What lies on the device, in the order it is sent. */
  readonly waiting: readonly QueuedNote[];
  readonly onTakeBack: (number: number, text: string) => void;
};

/** What one has noted today, newest first: on the phone until the server has it. */
export const TodaysNotes = ({ reply, waiting, onTakeBack }: Props) => {
  const styles = useStyles();
  const { id } = useMe();
  const known = new Set((reply.notes ?? []).map(({ key }) => key));
  const here = waiting.filter(({ key }) => !known.has(key));
  const today = dayIn(new Date().toISOString());
  const sent = (reply.notes ?? [])
    .filter(({ byId, at }) => byId === id && dayIn(at) === today)
    .reverse();
  return (
    <section aria-label={words.today}>
      <h2 className={styles.title}>{words.today}</h2>
      {here.length + sent.length === 0 && <p className={styles.small}>{words.none}</p>}
      <ul className={styles.list}>
        {here
          .map((note, at) => ({ note, place: at + 1 }))
          .reverse()
          .map(({ note, place }) => (
            <Waiting key={note.key} {...{ note, place, onTakeBack }} />
          ))}
        {sent.map(({ key, text, at }) => (
          <li key={key} className={styles.line}>
            <CheckmarkCircleFilled
              className={mergeClasses(styles.icon, styles.sent)}
              fontSize={20}
              aria-hidden="true"
            />
            <div className={styles.body}>
              <span className={styles.text}>{text}</span>
              <span className={styles.small}>{words.sent(at)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
