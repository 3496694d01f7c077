import { isAsked, isWaiting, type StoryNow, storyNowOf } from '#shared/domain/stories/now.ts';
import type { StoryEvent, StoryState } from '#shared/domain/stories/story.ts';
import type { SinceAnswer } from '#shared/words/stories/receipts.ts';

/** What became of one question, named by the number of the event that asked it. */
export type Fate =
  /** It waits for its answer, or, with the press, for what came of it. */
  | { readonly type: 'open' }
  | { readonly type: 'answered'; readonly event: StoryEvent; readonly stage: StoryState }
  /** Saved while it was open: another text will be asked about. */
  | { readonly type: 'takenBack'; readonly event: StoryEvent }
  | { readonly type: 'askedAnew'; readonly event: StoryEvent }
  | { readonly type: 'unknown' };

const answers: readonly StoryEvent['kind'][] = [
  'approved',
  'suggested',
  'stopped',
  'taken',
  'declined',
  'closed',
];

/** The state a story was in when an event came. */
export const stageBefore = (now: StoryNow, event: Pick<StoryEvent, 'seq'>): StoryState =>
  storyNowOf(now.events.filter(({ seq }) => seq < event.seq))?.state ?? now.state;

const answeredBy = (now: StoryNow, event: StoryEvent): Fate => ({
  type: 'answered',
  event,
  stage: stageBefore(now, event),
});

export const fateOf = (now: StoryNow, ask: number): Fate => {
  if (!now.events.some(({ seq }) => seq === ask)) return { type: 'unknown' };
  const after = now.events.filter(({ seq }) => seq > ask);
  const next = after.find(
    ({ kind }) => kind === 'saved' || kind === 'asked' || answers.includes(kind),
  );
  if (!next) return isAsked(now) ? { type: 'open' } : { type: 'unknown' };
  if (next.kind === 'saved') return { type: 'takenBack', event: next };
  if (next.kind === 'asked') return { type: 'askedAnew', event: next };
  // The press is first taken and then closed, both by the same card.
  const last = next.kind === 'taken' ? after.findLast(({ kind }) => kind === 'closed') : undefined;
  return answeredBy(now, last ?? next);
};

/** Whether this question is the one that waits. */
export const isOpen = (now: StoryNow, ask: number): boolean =>
  now.ask?.seq === ask && isWaiting(now);

/** Ended by whoever writes it, and not by whoever was asked. */
export const byAuthor = (now: StoryNow, event: StoryEvent): boolean => {
  if (event.kind !== 'stopped' && event.kind !== 'closed') return false;
  return event.seat === null && now.about.lederId !== event.byId;
};

/** What has become of an answer since. */
export const sinceThen = (now: StoryNow, event: StoryEvent): SinceAnswer => {
  const later = now.events.filter(({ seq, kind }) => seq > event.seq && kind !== 'planned');
  const isSuggestion = event.kind === 'suggested' && now.kind === 'microStory';
  if (!isSuggestion && event.kind !== 'approved') return 'nothing';
  if (isSuggestion && later[0]?.kind !== 'accepted')
    return later.length > 0 ? 'notUsed' : 'nothing';
  if (later.some(({ kind }) => kind === 'saved')) return 'voided';
  if (later.some(({ kind }) => kind === 'published')) return 'published';
  return isSuggestion ? 'accepted' : 'nothing';
};

/** The OK that a changed text had: whose, and when. A leder's is not the chef's. */
export const okOf = (now: StoryNow): StoryEvent | undefined => {
  const { ask } = now;
  if (!ask?.base) return undefined;
  const { seq, stage, base } = ask;
  return now.events.findLast(
    (event) =>
      event.seq < seq &&
      event.hash === base.hash &&
      (event.kind === 'accepted' ||
        (event.kind === 'approved' && stageBefore(now, event) === stage)),
  );
};
