import { Button, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { StoriesReply, StoryLine } from '#shared/contract/stories.ts';
import { fitsStory, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { isOver } from '#shared/domain/stories/machines.ts';
import {
  dueText,
  newStoryWords,
  overdueText,
  pressWords,
  sinceText,
} from '#shared/words/stories/overview.ts';
import { stateText } from '#shared/words/stories/stories.ts';
import { AreaMark, Sits } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { storyHash } from '../../shell/route.ts';
import { Empty } from './Empty.tsx';
import { useOverviewStyles } from './overviewStyles.ts';

const timeOf = ({ dueAt, overdue, since }: StoryLine): string => {
  if (dueAt === null) return sinceText(since);
  return overdue ? overdueText(dueAt) : dueText(dueAt);
};

const PressRow = ({ line, reply }: { readonly line: StoryLine; readonly reply: StoriesReply }) => {
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  return (
    <li className={overview.row}>
      <span className={overview.what}>
        <a className={overview.link} href={storyHash(line.id)}>
          {line.title}
        </a>
        <span className={overview.area}>
          <AreaMark areas={reply.areas} area={line.area} />
          {[line.projectTitle, pressWords.leder(line.lederName)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </span>
      <span className={mergeClasses(line.overdue && overview.sits)}>
        {line.overdue && <Sits size={15} />}
        <span>
          <span className={shared.strong}>{stateText(line.kind, line.state)}</span> · {timeOf(line)}
        </span>
      </span>
    </li>
  );
};

type ListProps = { readonly lines: StoriesReply['stories']; readonly reply: StoriesReply };

const PressList = ({ lines, reply }: ListProps) => (
  <ul className={usePanelStyles().plainList}>
    {lines.map((line) => (
      <PressRow key={line.id} line={line} reply={reply} />
    ))}
  </ul>
);

/** Journalists who wait for an answer, those who are longest over time first. */
export const PressPanel = ({
  reply,
  filter,
  narrowed,
  mayLog,
  onNew,
  onClear,
}: {
  readonly reply: StoriesReply;
  readonly filter: StoryFilter;
  readonly narrowed: boolean;
  readonly mayLog: boolean;
  readonly onNew: () => void;
  readonly onClear: () => void;
}) => {
  const shared = usePanelStyles();
  const press = reply.stories.filter((line) => line.kind === 'press' && fitsStory(filter, line));
  const open = press
    .filter(({ state }) => !isOver(state))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const over = press.filter(({ state }) => isOver(state));
  return (
    <section className={shared.panel} aria-labelledby="press">
      <div className={shared.head}>
        <h2 id="press" className={shared.title}>
          {pressWords.open}
        </h2>
        <span className={shared.quiet}>{open.length}</span>
        <span className={shared.push} />
        {mayLog && (
          <Button icon={<AddRegular />} data-new-press onClick={onNew}>
            {newStoryWords.kinds.press}
          </Button>
        )}
      </div>
      {open.length === 0 && (
        <Empty
          narrowed={narrowed}
          text={pressWords.none}
          help={pressWords.noneHelp}
          onClear={onClear}
        />
      )}
      <PressList lines={open} reply={reply} />
      {over.length > 0 && (
        <>
          <h3 className={shared.title} style={{ marginTop: '20px' }}>
            {pressWords.over}
          </h3>
          <PressList lines={over} reply={reply} />
        </>
      )}
    </section>
  );
};
