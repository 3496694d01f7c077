import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeReply } from '#shared/contract/api.ts';
import { hashOf, type Route } from '#shared/contract/tabAddress.ts';
import type { Action } from '#shared/domain/permissions.ts';
import { benefitsWords } from '#shared/words/benefits/page.ts';
import { ideasPageWords } from '#shared/words/ideas/page.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { yearWords } from '#shared/words/plan/year.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { moneyWords } from '#shared/words/screens/economyPage.ts';
import { meetingWords } from '#shared/words/screens/meeting.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { tasksWords } from '#shared/words/tasks/page.ts';
import { lastBoardHash } from './route.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'stretch',
    gap: '4px',
    height: '44px',
    flexShrink: 0,
    padding: '0 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '0 12px' },
  },
  logo: {
    alignSelf: 'center',
    flexShrink: 0,
    '@media (max-width: 400px)': { display: 'none' },
  },
  // On a phone the places may be wider than the screen; the page itself never is.
  places: {
    display: 'flex',
    minWidth: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    scrollbarWidth: 'none',
  },
  product: {
    alignSelf: 'center',
    margin: '0 22px 0 10px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    '@media (max-width: 719px)': { display: 'none' },
  },
  place: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: '7px',
    padding: '0 10px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    '@media (max-width: 400px)': { padding: '0 7px', fontSize: tokens.fontSizeBase200 },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '10px',
      right: '10px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  count: {
    minWidth: '18px',
    height: '18px',
    padding: '0 5px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
});

const Logo = () => {
  const styles = useStyles();
  return (
    <svg className={styles.logo} width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="6" style={{ fill: tokens.colorBrandBackground }} />
      <path
        d="M8.5 19V8.2c0-.7.5-1.2 1.2-1.2h6.6c.7 0 1.2.5 1.2 1.2V19"
        fill="none"
        strokeWidth="1.8"
        style={{ stroke: tokens.colorNeutralForegroundOnBrand }}
      />
      <path d="M9.6 8.3 14 9.6V19H9.6Z" style={{ fill: tokens.colorNeutralForegroundOnBrand }} />
    </svg>
  );
};

type Place = {
  readonly type: Route['type'];
  readonly name: string;
  /** Left out: where the board was looked at last. */
  readonly hash?: string;
  /** Shown to those who may; left out: to everybody. */
  readonly needs?: Action;
  /** Those who may this find it under another place. */
  readonly unless?: Action;
};

/** The tab's places, in order. A new page is one more line. */
const places: readonly Place[] = [
  {
    type: 'decide',
    name: boardWords.decideTab,
    hash: hashOf({ type: 'decide', requestId: null }),
  },
  { type: 'tasks', name: tasksWords.tab, hash: hashOf({ type: 'tasks', query: '' }) },
  { type: 'ideas', name: ideasPageWords.tab, hash: hashOf({ type: 'ideas', query: '' }) },
  { type: 'board', name: boardWords.boardTab },
  { type: 'plan', name: planWords.tab, hash: hashOf({ type: 'plan', query: '' }) },
  {
    type: 'meeting',
    name: meetingWords.tab,
    hash: hashOf({ type: 'meeting', query: '' }),
    needs: 'holdMeeting',
  },
  {
    type: 'quarter',
    name: meetingWords.tab,
    hash: hashOf({ type: 'quarter', id: '', query: '' }),
    needs: 'seeQuarter',
    unless: 'holdMeeting',
  },
  {
    type: 'money',
    name: moneyWords.tab,
    hash: hashOf({ type: 'money', query: '' }),
    needs: 'seePools',
  },
  {
    type: 'stories',
    name: storyPageWords.tab,
    hash: hashOf({ type: 'stories', query: '' }),
    needs: 'seeStories',
  },
  {
    type: 'benefits',
    name: benefitsWords.tab,
    hash: hashOf({ type: 'benefits', query: '' }),
  },
  { type: 'year', name: yearWords.tab, hash: hashOf({ type: 'year', query: '' }) },
];

const placeOf = (route: Route, may: MeReply['may']): Route['type'] => {
  if (route.type === 'story') return 'stories';
  if (route.type === 'quarter' && may.includes('holdMeeting')) return 'meeting';
  const onBoard: readonly Route['type'][] = [
    'project',
    'paper',
    'chain',
    'past',
    'aside',
    'words',
    'templates',
    'settings',
  ];
  return onBoard.includes(route.type) ? 'board' : route.type;
};

export const TopNav = ({ route, me }: { readonly route: Route; readonly me: MeReply }) => {
  const styles = useStyles();
  const here = placeOf(route, me.may);
  const isShown = ({ needs, unless }: Place): boolean =>
    (needs === undefined || me.may.includes(needs)) &&
    (unless === undefined || !me.may.includes(unless));
  const shown = places.filter(isShown);
  return (
    <header className={styles.bar}>
      <Logo />
      <span className={styles.product}>{boardWords.product}</span>
      <nav className={styles.places} aria-label={boardWords.product}>
        {shown.map((place) => (
          <a
            key={place.type}
            href={place.hash ?? lastBoardHash()}
            aria-current={place.type === here ? 'page' : undefined}
            className={mergeClasses(styles.place, place.type === here && styles.here)}
          >
            {place.name}
            {place.type === 'decide' && me.waiting > 0 && (
              <span className={styles.count}>{me.waiting}</span>
            )}
          </a>
        ))}
      </nav>
    </header>
  );
};
