import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { VisitReply } from '#shared/contract/visits.ts';
import { openVisitQuestion } from '#shared/domain/visits/view.ts';
import { visitPageWords } from '#shared/words/visits/page.ts';
import { Sits } from '../drawing/marks.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import { go } from '../shell/route.ts';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  band: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 14px',
    marginTop: '14px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const { leder: words } = visitPageWords;

type View = VisitReply['view'];

const answerText = ({ now, isChanged }: View): string => {
  const { word } = now;
  const name = now.terms?.lederName ?? '';
  if (word?.answer === 'otherDay') return words.otherDay(word.byName, word.day ?? '');
  if (word?.answer === 'no') return words.no(word.byName, word.comment);
  const yes = words.yes(word?.byName ?? name, word?.at ?? '');
  return isChanged ? `${yes} ${words.changed}` : yes;
};

/** How it goes with the leder's yes, in a sentence or two. */
const textOf = (view: View): string => {
  const { now, overdue } = view;
  if (now.ask === null) return now.terms?.lederId ? words.notAsked : words.noLeder;
  const name = now.terms?.lederName ?? '';
  if (now.word) return answerText(view);
  const asked = overdue
    ? words.late(name, now.ask.at)
    : words.asked(name, now.ask.at, now.ask.dueAt);
  return openVisitQuestion(view) === null ? asked : `${asked} ${words.question(name)}`;
};

/** What the team may ask now; null when there is nothing to ask. */
const askLabel = ({ view, reader }: VisitReply): string | null => {
  const { now, isOpen, isWaiting, isChanged } = view;
  if (!reader.plans || !isOpen || !now.terms?.lederId) return null;
  if (isWaiting) return words.nudge;
  if (now.ask === null) return words.ask;
  return now.word?.answer === 'yes' && !isChanged ? null : words.askAgain;
};

/** Whether the leder has said yes, and the way on. */
export const LederWord = ({
  reply,
  moving,
  onChanged,
}: {
  readonly reply: VisitReply;
  readonly moving: MoveVisit;
  readonly onChanged: () => void;
}) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { view, waits, unreached } = reply;
  const label = askLabel(reply);
  const hash = hashOf({ type: 'decide', requestId: matterIdOf('visit', view.now.id) });
  return (
    <>
      <div className={styles.band}>
        {view.overdue && (
          <span className={page.late}>
            <Sits />
          </span>
        )}
        <span className={styles.text}>{textOf(view)}</span>
        {waits !== null && (
          <Button appearance="primary" onClick={() => go(hash)}>
            {words.answer}
          </Button>
        )}
        {label !== null && (
          <Button
            icon={<SendRegular />}
            disabledFocusable={moving.busy}
            onClick={() => void moving.move({ type: 'asked', revision: view.now.told })}
          >
            {label}
          </Button>
        )}
      </div>
      <UnreachedBox unreached={unreached} onChanged={onChanged} />
    </>
  );
};
