import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular, FlagRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { YearReply } from '#shared/contract/year.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { yearWords } from '#shared/words/plan/year.ts';
import { yearPointsWords } from '#shared/words/plan/yearPoints.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { Sits } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { focusBack } from '../shell/focusBack.ts';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useIsPhone } from '../shell/useMedia.ts';
import { PointsDialog } from './PointsDialog.tsx';
import { Ring } from './Ring.tsx';
import { YearList } from './YearList.tsx';
import { isEmptyYear, quartersOfYear } from './yearItems.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 899px)': { overflowY: 'auto' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 18px',
    padding: '12px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '10px 12px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  right: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', marginLeft: 'auto' },
  years: { display: 'flex', gap: '6px' },
  year: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '32px',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 899px)': { display: 'block' },
  },
  picture: {
    boxSizing: 'border-box',
    minHeight: 0,
    padding: '16px 24px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    '& svg': { maxHeight: '100%', minHeight: 0 },
    '@media (max-width: 719px)': { padding: '10px 12px 0', '& svg': { maxWidth: '220px' } },
  },
  list: {
    minHeight: 0,
    overflowY: 'auto',
    padding: '8px 24px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 899px)': { overflowY: 'visible', borderLeft: 'none' },
    '@media (max-width: 719px)': { padding: '0 12px 20px' },
  },
  empty: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400 },
});

const yearHash = (year: number): string => hashOf({ type: 'year', query: `aar=${year}` });

type HeadProps = {
  readonly reply: YearReply;
  readonly late: number;
  /** Null for whoever may not write the fixed points. */
  readonly onPoints: (() => void) | null;
};

const Head = ({ reply, late, onPoints }: HeadProps) => {
  const styles = useStyles();
  const { year, today, nextMeeting } = reply;
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{yearWords.title(year)}</h1>
      {nextMeeting !== null && <span>{yearWords.toMeeting(daysFrom(today, nextMeeting))}</span>}
      {late > 0 && (
        <span className={styles.late}>
          <Sits />
          {yearWords.late(late)}
        </span>
      )}
      <div className={styles.right}>
        {onPoints && (
          <Button icon={<FlagRegular />} data-points onClick={onPoints}>
            {yearPointsWords.open}
          </Button>
        )}
        <nav className={styles.years} aria-label={placeNames.year}>
          <a
            className={styles.year}
            href={yearHash(year - 1)}
            aria-label={yearWords.previous(year - 1)}
          >
            <ChevronLeftRegular aria-hidden="true" />
            {year - 1}
          </a>
          <a
            className={styles.year}
            href={yearHash(year + 1)}
            aria-label={yearWords.next(year + 1)}
          >
            {year + 1}
            <ChevronRightRegular aria-hidden="true" />
          </a>
        </nav>
      </div>
    </div>
  );
};

type LoadedProps = {
  readonly reply: YearReply;
  readonly stale: boolean;
  readonly onSaved: () => void;
};

const Loaded = ({ reply, stale, onSaved }: LoadedProps) => {
  const styles = useStyles();
  const isPhone = useIsPhone();
  const { areas, may } = useMe();
  const [lit, setLit] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'none' | 'open' | 'closing'>('none');
  const quarters = quartersOfYear(reply, areas);
  const late = quarters.flatMap(({ items }) => items).filter(({ isLate }) => isLate).length;
  const label = isPhone ? yearWords.ringBelow(reply.year) : yearWords.ring(reply.year);
  const onPoints = may.includes('changeSettings') ? () => setDialog('open') : null;
  const onClose = (): void => setDialog('closing');
  const saved = (): void => {
    onClose();
    onSaved();
  };
  return (
    <main className={styles.page}>
      <Head {...{ reply, late, onPoints }} />
      {stale && <StaleNotice since={reply.asOf} />}
      <div className={styles.both}>
        <div className={styles.picture}>
          <Ring {...{ reply, label, lit }} onLight={setLit} />
        </div>
        <div className={mergeClasses(styles.list)}>
          {isEmptyYear(reply) && <p className={styles.empty}>{yearWords.empty(reply.year)}</p>}
          <YearList {...{ quarters, lit }} onLight={setLit} />
        </div>
      </div>
      {dialog !== 'none' && (
        <PointsDialog
          open={dialog === 'open'}
          {...{ onClose, onSaved: saved }}
          onClosed={() => {
            setDialog('none');
            focusBack(document.querySelector('[data-points]'));
          }}
        />
      )}
    </main>
  );
};

const yearIn = (query: string): string => {
  const said = new URLSearchParams(query).get('aar') ?? '';
  return /^20\d{2}$/.test(said) ? said : String(new Date().getFullYear());
};

const unhurried = { every: 10_000 };

/** All that has its place in a year, as one ring and as a list that says the same. */
export const YearPage = ({ query }: { readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/year/:year', { year: yearIn(query) }), unhurried);
  if (state.type === 'loading')
    return <GreyPageWaiting label={yearWords.waiting} blanks={[{ height: '70%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return <Loaded reply={state.value} stale={state.trouble !== null} onSaved={live.refresh} />;
};
