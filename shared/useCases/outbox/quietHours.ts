import { askingKinds, type Message, reminderKinds } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { isWithin, waitsForHours } from '#shared/domain/rhythm.ts';
import type { Deps } from '../ports.ts';
import { rhythmIn } from '../settings/hours.ts';

/** Whether a message waits for the hours in which people are written to. */
export type Quiet = (message: Message, notice: Notice) => boolean;

/** To be reminded of a step, to answer for somebody, to hear of the plan: it is no answer to anything. */
const asks = ({ kind }: Message): boolean =>
  askingKinds.includes(kind) || ['stepNudge', 'absence', 'planMoved'].includes(kind);

const dueAtOf = (notice: Notice): string | null =>
  'view' in notice && notice.type !== 'request' ? (notice.view.now.ask?.dueAt ?? null) : null;

/**
 * Somebody was at it when it was put back: whoever lacked it has written to us, or another has asked
 * that it be sent. What was begun is brought to its end.
 */
const isCalledFor = ({ state, unreached }: Message): boolean =>
  state === 'sending' || (state === 'queued' && unreached !== null);

/**
 * What is held back as it is now: a new question to somebody, unless it is due before they begin again, and
 * every reminder. An answer, a receipt, a card drawn anew is never held (domain.md, Rhythm).
 */
export const quietNow = (deps: Deps): Quiet => {
  const { rhythm, calendar } = rhythmIn(deps);
  const now = deps.clock.now();
  if (isWithin(now, rhythm, calendar)) return () => false;
  return (message, notice) => {
    if (isCalledFor(message)) return false;
    if (reminderKinds.includes(message.kind)) return true;
    return asks(message) && waitsForHours(now, dueAtOf(notice), rhythm, calendar);
  };
};
