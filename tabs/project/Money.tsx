import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProjectChanges } from '#shared/contract/api.ts';
import { areaPool, isPoolId, payingShares, type Share, totalOf } from '#shared/domain/funding.ts';
import type { Project } from '#shared/domain/project.ts';
import { amountProblems, formatKr, formatKroner, parseKr } from '#shared/messages/money.ts';
import { projectWords } from '#shared/messages/project.ts';
import { missingText, poolName } from '#shared/messages/words.ts';
import { PoolBar } from '../drawing/PoolBar.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';

const useStyles = makeStyles({
  big: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  pools: { display: 'flex', flexDirection: 'column', gap: '18px', marginTop: '12px' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 24px',
    margin: '14px 0 0',
    paddingTop: '10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  share: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 140px 32px',
    gap: '8px',
    alignItems: 'end',
  },
  years: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: '10px',
  },
  amount: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  sum: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Whether the text is how this amount was typed; another field may have changed it since. */
const saysOre = (text: string, ore: number | null): boolean => {
  const parsed = parseKr(text);
  if (parsed.ok) return parsed.ore === ore;
  return Number.isNaN(ore) || (ore === null && text.trim() === '');
};

/** An amount typed as people type it; what cannot be read stays as it was typed, with the reason. */
const AmountField = ({
  label,
  hint,
  ore,
  onOre,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly ore: number | null;
  readonly onOre: (ore: number | null) => void;
}) => {
  const styles = useStyles();
  const [typed, setTyped] = useState(ore === null ? '' : formatKroner(ore));
  const text = saysOre(typed, ore) ? typed : ore === null ? '' : formatKroner(ore);
  const parsed = parseKr(text);
  const wrong = text.trim() !== '' && !parsed.ok;
  const onText = (next: string): void => {
    setTyped(next);
    const read = parseKr(next);
    onOre(read.ok ? read.ore : next.trim() === '' ? null : Number.NaN);
  };
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(wrong && !parsed.ok ? { validationMessage: amountProblems[parsed.reason] } : {})}
    >
      <Input
        className={styles.amount}
        inputMode="decimal"
        value={text}
        contentAfter="kr."
        onChange={(_, data) => onText(data.value)}
        onBlur={() => parsed.ok && setTyped(formatKroner(parsed.ore))}
      />
    </Field>
  );
};

const fieldsOf = (project: Project) => ({
  askOre: project.askOre,
  shares: [...project.shares],
  budgetOre: project.budgetOre,
  runningCostsOre: [...project.runningCostsOre],
  verySmall: project.verySmall,
});
type Draft = ReturnType<typeof fieldsOf>;

const amountsOf = (draft: Draft): readonly (number | null)[] => [
  draft.askOre,
  draft.budgetOre,
  ...draft.runningCostsOre,
  ...draft.shares.map((share) => share.ore),
];

const problemIn = (draft: Draft): string =>
  amountsOf(draft).some((ore) => Number.isNaN(ore)) ? amountProblems.notAnAmount : '';

const SharesFields = ({
  draft,
  change,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}) => {
  const styles = useStyles();
  const { areas } = useMe();
  const pools = ['common' as const, ...areas.map((area) => areaPool(area.id))];
  const { shares } = draft;
  const set = (place: number, part: Partial<Share>): void =>
    change({ shares: shares.map((share, at) => (at === place ? { ...share, ...part } : share)) });
  const left = Math.max(0, (draft.askOre ?? 0) - totalOf(shares));
  const total = totalOf(shares);
  const differs = shares.length > 0 && !Number.isNaN(total) && total !== (draft.askOre ?? 0);
  const next = pools.find((pool) => !shares.some((share) => share.pool === pool));
  return (
    <>
      <strong>{projectWords.pays}</strong>
      {shares.map((share, place) => (
        <div key={share.pool} className={styles.share}>
          <Field label={projectWords.pool}>
            <Select
              value={share.pool}
              onChange={(_, data) => isPoolId(data.value) && set(place, { pool: data.value })}
            >
              {pools.map((pool) => (
                <option key={pool} value={pool}>
                  {poolName(areas, pool)}
                </option>
              ))}
            </Select>
          </Field>
          <AmountField
            label={projectWords.share}
            ore={share.ore}
            onOre={(ore) => set(place, { ore: ore ?? Number.NaN })}
          />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={`${projectWords.removePool}: ${poolName(areas, share.pool)}`}
            onClick={() => change({ shares: shares.filter((_, at) => at !== place) })}
          />
        </div>
      ))}
      <div>
        {next && (
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => change({ shares: [...shares, { pool: next, ore: left }] })}
          >
            {projectWords.addPool}
          </Button>
        )}{' '}
        {differs && (
          <span className={styles.sum}>
            {projectWords.sharesAre(total)}. {missingText({ type: 'sharesDiffer' })}.
          </span>
        )}
      </div>
    </>
  );
};

const years = [0, 1, 2, 3] as const;

/** One pool that paid all of it goes on paying all of it. */
const withAsk = (draft: Draft, askOre: number | null): Partial<Draft> => {
  const [only] = draft.shares;
  const follows =
    draft.shares.length === 1 && only !== undefined && only.ore === (draft.askOre ?? 0);
  return follows && askOre !== null && !Number.isNaN(askOre)
    ? { askOre, shares: [{ ...only, ore: askOre }] }
    : { askOre };
};

/** The first year leads: the years that cost the same follow it while it is typed. */
const runningAfter = (costs: readonly number[], place: number, ore: number): number[] =>
  years.map((year) => {
    if (year === place) return ore;
    const follows = place === 0 && Object.is(costs[year], costs[0]);
    return follows ? ore : (costs[year] ?? ore);
  });

const RunningFields = ({
  draft,
  change,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}) => {
  const styles = useStyles();
  const costs = draft.runningCostsOre;
  return (
    <div className={styles.years}>
      {years.map((year) => (
        <AmountField
          key={year}
          label={projectWords.year(year + 1)}
          ore={costs[year] ?? null}
          onOre={(ore) =>
            change({ runningCostsOre: ore === null ? [] : runningAfter(costs, year, ore) })
          }
        />
      ))}
    </div>
  );
};

const MoneyFields = ({
  draft,
  change,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}) => (
  <>
    <AmountField
      label={projectWords.ask}
      hint={projectWords.askHint}
      ore={draft.askOre}
      onOre={(ore) => change(withAsk(draft, ore))}
    />
    <SharesFields draft={draft} change={change} />
    <AmountField
      label={projectWords.wholeBudget}
      ore={draft.budgetOre}
      onOre={(budgetOre) => change({ budgetOre })}
    />
    <RunningFields draft={draft} change={change} />
    <Checkbox
      label={projectWords.verySmall}
      checked={draft.verySmall}
      onChange={(_, data) => change({ verySmall: data.checked === true })}
    />
  </>
);

const MoneyForm = () =>
  sectionForm<Draft & ProjectChanges>({
    fieldsOf,
    problemIn,
    fields: (draft, change) => <MoneyFields draft={draft} change={change} />,
  });

/** What the next phase costs, who pays, and what is left of the pools. */
export const Money = () => {
  const styles = useStyles();
  const { areas } = useMe();
  const { reply } = useProject();
  const { project, pools } = reply;
  const [running] = project.runningCostsOre;
  const paying = payingShares(project.shares);
  return (
    <Section id="money" title={projectWords.money} form={<MoneyForm />}>
      {project.askOre === null ? (
        <span className={styles.quiet}>{projectWords.noAmount}</span>
      ) : (
        <div>
          <span className={styles.big}>{formatKr(project.askOre)}</span>{' '}
          <span className={styles.quiet}>{projectWords.forNextPhase}</span>
        </div>
      )}
      <div className={styles.pools}>
        {pools.map((pool) => (
          <PoolBar key={pool.pool} pool={pool} areas={areas} what={project.title} />
        ))}
        {pools.length === 0 &&
          paying.map((share) => (
            <span key={share.pool}>
              {poolName(areas, share.pool)}: {formatKr(share.ore)}
            </span>
          ))}
      </div>
      {(project.budgetOre !== null || running !== undefined || project.verySmall) && (
        <div className={styles.facts}>
          {project.budgetOre !== null && (
            <span>
              {projectWords.wholeBudget}{' '}
              <span className={styles.strong}>{formatKr(project.budgetOre)}</span>
            </span>
          )}
          {running !== undefined && (
            <span>
              {projectWords.running}{' '}
              <span className={styles.strong}>
                {new Set(project.runningCostsOre).size === 1
                  ? `${formatKr(running)} ${projectWords.perYear}`
                  : project.runningCostsOre.map((ore) => formatKr(ore)).join(' · ')}
              </span>
            </span>
          )}
          {project.verySmall && <span>{projectWords.verySmall}</span>}
        </div>
      )}
    </Section>
  );
};
