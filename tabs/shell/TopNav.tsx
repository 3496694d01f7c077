import {
  makeStyles,
  mergeClasses,
  Overflow,
  OverflowItem,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { MeReply } from '#shared/contract/api.ts';
import type { Route } from '#shared/contract/tabAddress.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { hashOfPlace, type Place, places } from './places.ts';

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
  // What there is no room for is found under "Mere".
  places: { display: 'flex', flexGrow: 1, minWidth: 0, overflow: 'hidden' },
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

/** Fetched where there is not room for all. */
const MorePlaces = lazy(async () => ({ default: (await import('./MorePlaces.tsx')).MorePlaces }));

const placeOf = (route: Route, may: MeReply['may']): Route['type'] => {
  if (route.type === 'story') return 'stories';
  if (route.type === 'visit') return 'visits';
  if (route.type === 'fairness') return 'money';
  if (route.type === 'quarter' && may.includes('holdMeeting')) return 'meeting';
  const onBoard: readonly Route['type'][] = [
    'project',
    'paper',
    'chain',
    'past',
    'lessons',
    'pace',
    'tekCloud',
    'aside',
    'words',
    'templates',
    'steps',
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
      <Overflow minimumVisible={1}>
        <nav className={styles.places} aria-label={boardWords.product}>
          {shown.map((place) => (
            // What one is on is never among the rest.
            <OverflowItem key={place.type} id={place.type} priority={place.type === here ? 1 : 0}>
              <a
                href={hashOfPlace(place)}
                aria-current={place.type === here ? 'page' : undefined}
                className={mergeClasses(styles.place, place.type === here && styles.here)}
              >
                {place.name}
                {place.type === 'decide' && me.waiting > 0 && (
                  <span className={styles.count}>{me.waiting}</span>
                )}
              </a>
            </OverflowItem>
          ))}
          <Suspense fallback={null}>
            <MorePlaces places={shown} />
          </Suspense>
        </nav>
      </Overflow>
    </header>
  );
};
