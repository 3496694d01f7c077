import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowDownloadRegular, ArrowSyncRegular } from '@fluentui/react-icons';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import { updatedText } from '#shared/words/screens/board.ts';
import {
  leftText,
  moneyWords,
  poolRowName,
  shortPoolText,
  yearWords,
} from '#shared/words/screens/economyPage.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { Sits } from '../drawing/marks.tsx';
import { type Choice, Pick } from '../shell/Pick.tsx';
import { usePanelStyles } from './moneyStyles.ts';
import { isNotOpened, shortPools, totalsOf } from './shapeMoney.ts';

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
  link: { color: tokens.colorBrandForegroundLink },
  fresh: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Props = {
  readonly reply: EconomyReply;
  readonly areas: readonly Area[];
  readonly stale: boolean;
  readonly exporting: boolean;
  readonly onYear: (year: number) => void;
  readonly onOpenYear: () => void;
  readonly onExport: () => void;
  readonly onEnter: () => void;
};

const Tools = ({ reply, exporting, onYear, onOpenYear, onExport, onEnter }: Props) => {
  return (
    <>
      <Pick
        label={moneyWords.year}
        value={String(reply.year)}
        isSet={false}
        choices={[...new Set([reply.year, ...reply.years])]
          .sort((a, b) => b - a)
          .map((year): Choice => [String(year), String(year)])}
        onChange={(year) => onYear(Number(year))}
      />
      {reply.mayChange && reply.nextYear && !isNotOpened(reply) && (
        <Button data-open-year onClick={onOpenYear}>
          {yearWords.open(reply.nextYear.year)}
        </Button>
      )}
      <Button
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={exporting}
        onClick={onExport}
      >
        {exporting ? moneyWords.exporting : moneyWords.export}
      </Button>
      {reply.mayEnter && reply.pools.length > 0 && (
        <Button appearance="primary" icon={<AddRegular />} data-enter onClick={onEnter}>
          {moneyWords.enter}
        </Button>
      )}
    </>
  );
};

/** The page's sentence: what is left, and who is short. */
export const MoneyHead = (props: Props) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { reply, areas, stale } = props;
  return (
    <div className={styles.line}>
      <div className={styles.sentence}>
        <h1 className={styles.title}>
          {isNotOpened(reply)
            ? yearNotOpened.title(reply.year)
            : leftText(totalsOf(reply.pools).availableOre, reply.year)}
        </h1>
        {shortPools(reply.pools).map(({ line, missingOre }) => (
          <span key={line.pool.id} className={mergeClasses(shared.alarm, shared.missing)}>
            <Sits size={15} />
            {shortPoolText(poolRowName(areas, line.pool), missingOre)}
          </span>
        ))}
      </div>
      <a className={styles.link} href={hashOf({ type: 'fairness' })}>
        {placeNames.fairness}
      </a>
      {!stale && (
        <span className={styles.fresh}>
          <ArrowSyncRegular fontSize={15} aria-hidden="true" /> {updatedText(reply.asOf)}
        </span>
      )}
      <Tools {...props} />
    </div>
  );
};
