import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  AddRegular,
  ArrowDownloadRegular,
  ArrowSyncRegular,
  SettingsRegular,
} from '@fluentui/react-icons';
import type { StoriesReply } from '#shared/contract/stories.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { updatedText } from '#shared/words/screens/board.ts';
import {
  newStoryWords,
  overdueCountText,
  storiesWords,
  waitingText,
} from '#shared/words/stories/overview.ts';
import { Door, Sits } from '../../drawing/marks.tsx';
import { type Choice, Pick } from '../../shell/Pick.tsx';
import { useOverviewStyles } from './overviewStyles.ts';
import { waitingIn } from './shapeStories.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px 14px',
    padding: '14px 0 12px',
  },
  sentence: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 16px',
    flexGrow: 1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  fact: { display: 'inline-flex', alignItems: 'center', gap: '7px' },
  sits: { alignItems: 'center' },
  fresh: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Begun with a headline or a project; the rest is written on the story's own page. */
export type WrittenKind = Exclude<StoryKind, 'description' | 'press'>;
/** What can be begun from here; a description begins at its project. */
export type NewKind = WrittenKind | 'press';

type Props = {
  readonly reply: StoriesReply;
  readonly stale: boolean;
  readonly exporting: boolean;
  readonly kinds: readonly NewKind[];
  readonly onYear: (year: number) => void;
  readonly onExport: () => void;
  readonly onSettings: () => void;
  readonly onNew: (kind: NewKind) => void;
};

const NewStory = ({ kinds, onNew }: Pick<Props, 'kinds' | 'onNew'>) => {
  const [only] = kinds;
  if (only === undefined) return null;
  if (kinds.length === 1)
    return (
      <Button appearance="primary" icon={<AddRegular />} data-new-story onClick={() => onNew(only)}>
        {newStoryWords.kinds[only]}
      </Button>
    );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<AddRegular />} data-new-story>
          {newStoryWords.button}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {kinds.map((kind) => (
            <MenuItem key={kind} onClick={() => onNew(kind)}>
              {newStoryWords.kinds[kind]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const Facts = ({ reply }: { readonly reply: StoriesReply }) => {
  const styles = useStyles();
  const shared = useOverviewStyles();
  const waiting = waitingIn(reply.stories);
  const overdue = waiting.filter((line) => line.overdue).length;
  return (
    <>
      {waiting.length > 0 && (
        <span className={styles.fact}>
          <Door state="ajar" height={18} />
          {waitingText(waiting.length)}
        </span>
      )}
      {overdue > 0 && (
        <span className={mergeClasses(shared.sits, styles.sits)}>
          <Sits size={15} />
          {overdueCountText(overdue)}
        </span>
      )}
    </>
  );
};

/** The page's sentence: the year, what waits, and what is late. */
export const OverviewHead = (props: Props) => {
  const styles = useStyles();
  const { reply, stale, exporting } = props;
  return (
    <div className={styles.line}>
      <div className={styles.sentence}>
        <h1 className={styles.title}>{storiesWords.title(reply.year)}</h1>
        <Facts reply={reply} />
      </div>
      {!stale && (
        <span className={styles.fresh}>
          <ArrowSyncRegular fontSize={15} aria-hidden="true" /> {updatedText(reply.asOf)}
        </span>
      )}
      <Pick
        label={storiesWords.year}
        value={String(reply.year)}
        isSet={false}
        choices={[...new Set([reply.year, ...reply.years])]
          .sort((a, b) => b - a)
          .map((year): Choice => [String(year), String(year)])}
        onChange={(year) => props.onYear(Number(year))}
      />
      {reply.settings && (
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          data-settings
          onClick={props.onSettings}
        >
          {storiesWords.settings}
        </Button>
      )}
      <Button
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={exporting}
        onClick={props.onExport}
      >
        {exporting ? storiesWords.exporting : storiesWords.export}
      </Button>
      <NewStory kinds={props.kinds} onNew={props.onNew} />
    </div>
  );
};
