import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { machines, stateAfter } from '#shared/domain/stories/machines.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryEvent, StoryState } from '#shared/domain/stories/story.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { eventText, eventWhenText } from '#shared/words/stories/events.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { sameValue } from '../../remote/keepSame.ts';
import { useTimelineStyles } from '../../shell/timelineStyles.ts';
import { ChangedText } from '../Compared.tsx';
import { useStory } from '../onStory.tsx';
import { usePageStyles } from '../pageStyles.ts';

const useStyles = makeStyles({
  what: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '4px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
  },
  version: { display: 'flex', flexDirection: 'column', gap: '8px', width: '100%' },
  button: { marginLeft: '-8px', minWidth: 0, paddingLeft: '8px', paddingRight: '8px' },
});

type Happened = {
  readonly event: StoryEvent;
  readonly before: StoryState;
  /** The text before this one; null when there is none, or this event has no new text. */
  readonly previous: StoryEvent | null;
  readonly holdsText: boolean;
};

const textEvents: readonly StoryEvent['kind'][] = ['saved', 'suggested', 'accepted'];

/** Each event with the state it happened in and the text before it. */
export const happenedIn = (now: StoryNow): readonly Happened[] => {
  let state: StoryState = machines[now.kind].start;
  let previous: StoryEvent | null = null;
  return now.events.map((event) => {
    const holdsText =
      textEvents.includes(event.kind) && (event.kind !== 'suggested' || now.kind === 'microStory');
    const happened = { event, before: state, previous: holdsText ? previous : null, holdsText };
    state = stateAfter(now.kind, state, event.kind) ?? state;
    if (holdsText) previous = event;
    return happened;
  });
};

const VersionOf = ({ event, previous }: Pick<Happened, 'event' | 'previous'>) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.version}>
      {previous && (
        <>
          <span className={page.quiet}>{storyPageWords.changedFromBefore}</span>
          <ChangedText before={previous.text} after={event.text} />
          {!sameValue(previous.pictures, event.pictures) && (
            <span className={page.quiet}>{storyPageWords.picturesChanged}</span>
          )}
          {!sameValue(previous.files, event.files) && (
            <span className={page.quiet}>{storyPageWords.filesChanged}</span>
          )}
        </>
      )}
      <div className={page.paper} dir="auto">
        {event.text}
      </div>
    </div>
  );
};

const large: readonly StoryEvent['kind'][] = ['approved', 'accepted', 'published', 'stopped'];

const Event = ({ happened }: { readonly happened: Happened }) => {
  const styles = useStyles();
  const line = useTimelineStyles();
  const page = usePageStyles();
  const { areas } = useStory().reply.view;
  const [open, setOpen] = useState(false);
  const { event, before, previous, holdsText } = happened;
  const isLarge = large.includes(event.kind);
  return (
    <li className={line.event}>
      <span className={mergeClasses(line.dot, isLarge && line.bigDot)} aria-hidden="true" />
      <span className={line.date}>{shortDayText(event.at)}</span>
      <div className={styles.what}>
        <span className={mergeClasses(isLarge && page.strong)}>
          {eventText(event, before, areas)}
        </span>
        <span className={page.quiet}>{eventWhenText(event, areas)}</span>
        {event.comment !== '' && <blockquote className={page.words}>»{event.comment}«</blockquote>}
        {holdsText && (
          <Button
            className={styles.button}
            size="small"
            appearance="transparent"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? storyPageWords.hideVersion : storyPageWords.showVersion}
          </Button>
        )}
        {open && <VersionOf event={event} previous={previous} />}
      </div>
    </li>
  );
};

/** Everything that happened, newest first; each text can be opened and compared. */
export const Timeline = () => {
  const page = usePageStyles();
  const { now } = useStory().reply.view;
  return (
    <section className={page.section} aria-label={storyPageWords.history}>
      <h2 className={page.head}>{storyPageWords.history}</h2>
      <ol className={page.bare}>
        {[...happenedIn(now)].reverse().map((happened) => (
          <Event key={happened.event.seq} happened={happened} />
        ))}
      </ol>
    </section>
  );
};
