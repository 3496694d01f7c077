import { mergeClasses } from '@fluentui/react-components';
import type { AnyBenefitSum } from '#shared/domain/benefits/sums.ts';
import { numberText, roughly } from '#shared/words/benefits/numbers.ts';
import { benefitsWords } from '#shared/words/benefits/page.ts';
import { nbsp } from '#shared/words/money.ts';
import { Bar } from './Bar.tsx';
import { type BarSizes, longestOf } from './barSizes.ts';
import { useBenefitStyles } from './benefitStyles.ts';

const unitBehind = (measure: AnyBenefitSum['measure']): string =>
  measure.startsWith('kr') ? `${nbsp}kr.` : '';

type Total = NonNullable<AnyBenefitSum['total']>;

const barOf = ({ promised, realised, uncertainty }: Total): BarSizes => ({
  promised: Math.max(0, promised),
  measured: Math.max(0, realised),
  uncertainty,
});

const Sum = ({ sum, total }: { readonly sum: AnyBenefitSum; readonly total: Total }) => {
  const styles = useBenefitStyles();
  const bar = barOf(total);
  return (
    <div className={styles.sum}>
      <span className={styles.small}>{benefitsWords.sumName(sum.measure)}</span>
      <span className={styles.figure}>
        <span className={styles.large}>
          {numberText(total.realised)}
          {unitBehind(sum.measure)}
        </span>
        {total.uncertainty !== null && <span>{roughly(total.uncertainty)}</span>}
        <span className={styles.barBox}>
          <Bar bar={bar} longest={longestOf([bar])} />
        </span>
      </span>
      <span className={styles.small}>
        {benefitsWords.promisedText(sum.measure, total.promised, total.unmeasured)}
      </span>
    </div>
  );
};

const countIn = (sums: readonly AnyBenefitSum[], of: 'count' | 'measured' | 'missing'): number =>
  sums.reduce((all, sum) => all + sum[of], 0);

/** What the benefits come to: one sum for each measure, and never one across. */
export const SumPanel = ({ sums }: { readonly sums: readonly AnyBenefitSum[] }) => {
  const styles = useBenefitStyles();
  const notAdded = countIn(
    sums.filter(({ total }) => total === null),
    'count',
  );
  return (
    <section className={mergeClasses(styles.panel, styles.sums)} aria-label={benefitsWords.total}>
      {sums.map(
        (sum) => sum.total !== null && <Sum key={sum.measure} sum={sum} total={sum.total} />,
      )}
      <div className={styles.sum}>
        <span className={styles.small}>{benefitsWords.total}</span>
        <span className={styles.figure}>
          <span className={styles.large}>{countIn(sums, 'count')}</span>
          <span>
            {benefitsWords.totalText(countIn(sums, 'measured'), countIn(sums, 'missing'))}
          </span>
        </span>
        <span className={styles.small}>
          {notAdded > 0 ? benefitsWords.notAdded(notAdded) : benefitsWords.never}
        </span>
      </div>
    </section>
  );
};
