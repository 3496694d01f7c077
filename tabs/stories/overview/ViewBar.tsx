import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import { type Phase, phases } from '#shared/domain/phase.ts';
import { across, type StoryFilter } from '#shared/domain/stories/looking.ts';
import {
  type Channel,
  channels,
  type StoryKind,
  storyKinds,
} from '#shared/domain/stories/story.ts';
import { storiesWords, viewNames } from '#shared/words/stories/overview.ts';
import { channelNames, storyKindNames } from '#shared/words/stories/stories.ts';
import { phaseNames } from '#shared/words/words.ts';
import { type Choice, Pick } from '../../shell/Pick.tsx';
import { type Look, lookQuery, type StoryView, storyViews } from './overviewAddress.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px 12px',
    padding: '14px 0 10px',
    '@media (max-width: 719px)': { padding: '10px 0' },
  },
  views: {
    display: 'flex',
    gap: '2px',
    flexGrow: 1,
    minWidth: 0,
    padding: '2px',
    overflowX: 'auto',
  },
  view: {
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground2,
    padding: '5px 12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: 'var(--pointed-on-grey)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    // In high contrast every view has an outline: the chosen one's is thicker.
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    padding: '4px 11px',
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  count: {
    marginLeft: '7px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  filters: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '6px',
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    '@media (max-width: 719px)': { width: '100%', gap: '2px 6px' },
  },
  search: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 8px 0 10px',
    height: '32px',
    width: '190px',
    '@media (max-width: 719px)': { width: '100%' },
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  input: {
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    width: '100%',
    minWidth: 0,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
});

const kindsIn: Readonly<Record<StoryView, readonly StoryKind[]>> = {
  board: ['microStory', 'article'],
  calendar: storyKinds,
  register: storyKinds,
  untold: [],
  viborgdk: [],
  press: [],
};

type Props = {
  readonly look: Look;
  readonly areas: readonly Area[];
  readonly counts: Partial<Record<StoryView, number>>;
  readonly onFilter: (changes: Partial<StoryFilter>) => void;
};

const Filters = ({ look, areas, onFilter }: Props) => {
  const { filter, view } = look;
  const kinds = kindsIn[view];
  return (
    <>
      {kinds.length > 0 && (
        <Pick
          label={storiesWords.kind}
          value={filter.kind !== null && kinds.includes(filter.kind) ? filter.kind : ''}
          choices={[
            ['', storiesWords.allKinds],
            ...kinds.map((kind): Choice => [kind, storyKindNames[kind]]),
          ]}
          onChange={(kind) => onFilter({ kind: kind === '' ? null : (kind as StoryKind) })}
        />
      )}
      {view === 'register' && (
        <Pick
          label={storiesWords.channel}
          value={filter.channel ?? ''}
          choices={[
            ['', storiesWords.allChannels],
            ...channels.map((channel): Choice => [channel, channelNames[channel]]),
          ]}
          onChange={(channel) =>
            onFilter({ channel: channel === '' ? null : (channel as Channel) })
          }
        />
      )}
      <Pick
        label={storiesWords.area}
        value={filter.area}
        choices={[
          ['', storiesWords.allAreas],
          ...areas.map(({ id, name }): Choice => [id, name]),
          [across, storiesWords.across],
        ]}
        onChange={(area) => onFilter({ area })}
      />
      {(view === 'untold' || view === 'viborgdk') && (
        <Pick
          label={storiesWords.phase}
          value={filter.phase ?? ''}
          choices={[
            ['', storiesWords.allPhases],
            ...phases.map((phase): Choice => [phase, phaseNames[phase]]),
          ]}
          onChange={(phase) => onFilter({ phase: phase === '' ? null : (phase as Phase) })}
        />
      )}
    </>
  );
};

/** The views are questions; what they are narrowed to stands beside them and in the address. */
export const ViewBar = (props: Props) => {
  const styles = useStyles();
  const { look, counts, onFilter } = props;
  return (
    <div className={styles.bar}>
      <nav className={styles.views} aria-label={storiesWords.views}>
        {storyViews.map((view) => (
          <a
            key={view}
            href={hashOf({ type: 'stories', query: lookQuery({ ...look, view }) })}
            aria-current={view === look.view ? 'page' : undefined}
            className={mergeClasses(styles.view, view === look.view && styles.chosen)}
          >
            {viewNames[view]}
            {counts[view] !== undefined && <span className={styles.count}>{counts[view]}</span>}
          </a>
        ))}
      </nav>
      <fieldset className={styles.filters} aria-label={storiesWords.filters}>
        <Filters {...props} />
        <span className={styles.search}>
          <SearchRegular fontSize={16} aria-hidden="true" />
          <input
            type="search"
            className={styles.input}
            aria-label={storiesWords.search}
            placeholder={storiesWords.search}
            value={look.filter.text}
            maxLength={200}
            onChange={(event) => onFilter({ text: event.target.value })}
          />
        </span>
      </fieldset>
    </div>
  );
};
