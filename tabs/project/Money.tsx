import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProjectChanges } from '#shared/contract/api.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Project } from '#shared/domain/project.ts';
import { formatKr } from '#shared/words/money.ts';
import { payerText, projectWords } from '#shared/words/screens/project.ts';
import { PoolBar } from '../drawing/PoolBar.tsx';
import { useMe } from '../shell/Looking.tsx';
import { AmountField } from './AmountField.tsx';
import { useProject } from './editing.tsx';
import { type Draft, fieldsOf, problemIn, runningAfter, withAsk, years } from './moneyDraft.ts';
import { Section, sectionForm } from './Section.tsx';
import { SharesFields } from './SharesFields.tsx';

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
  years: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: '10px',
  },
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
}) => {
  const { project } = useProject().reply;
  const hasGates = project.type === 'digitek';
  return (
    <>
      <AmountField
        label={hasGates ? projectWords.ask : projectWords.grantAsk}
        hint={hasGates ? projectWords.askHint : projectWords.grantAskHint}
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
      <Field
        label={projectWords.operationPayer}
        hint={hasGates ? projectWords.operationPayerByGate3 : projectWords.operationPayerHint}
      >
        <Input
          value={draft.operationPayer}
          maxLength={255}
          onChange={(_, data) => change({ operationPayer: data.value })}
        />
      </Field>
      {hasGates && (
        <Checkbox
          label={projectWords.verySmall}
          checked={draft.verySmall}
          onChange={(_, data) => change({ verySmall: data.checked === true })}
        />
      )}
    </>
  );
};

const MoneyForm = () =>
  sectionForm<Draft & ProjectChanges>({
    fieldsOf,
    problemIn,
    fields: (draft, change) => <MoneyFields draft={draft} change={change} />,
  });

/** What is asked for: by a project with gates for its next phase, by the others for themselves. */
const Asked = () => {
  const styles = useStyles();
  const { reply, mayChange } = useProject();
  const { askOre, type } = reply.project;
  const hasGates = type === 'digitek';
  if (askOre === null || (askOre === 0 && !hasGates)) {
    const none = mayChange('askOre') ? projectWords.grantOffer : projectWords.grantNone;
    return <span className={styles.quiet}>{hasGates ? projectWords.noAmount : none}</span>;
  }
  return (
    <div>
      <span className={styles.big}>{formatKr(askOre)}</span>{' '}
      <span className={styles.quiet}>
        {hasGates ? projectWords.forNextPhase : projectWords.grantAsked}
      </span>
    </div>
  );
};

const runningText = (costs: readonly Ore[]): string =>
  new Set(costs).size === 1
    ? `${formatKr(costs[0] ?? 0)} ${projectWords.perYear}`
    : costs.map((ore) => formatKr(ore)).join(' · ');

/** The whole budget, what it costs to run, and whether it is very small; none of it, no line. */
const Facts = ({ project }: { readonly project: Project }) => {
  const styles = useStyles();
  const { budgetOre, runningCostsOre, operationPayer } = project;
  const verySmall = project.verySmall && project.type === 'digitek';
  const isSilent = budgetOre === null && runningCostsOre.length === 0 && operationPayer === '';
  if (isSilent && !verySmall) return null;
  return (
    <div className={styles.facts}>
      {budgetOre !== null && (
        <span>
          {projectWords.wholeBudget} <span className={styles.strong}>{formatKr(budgetOre)}</span>
        </span>
      )}
      {runningCostsOre.length > 0 && (
        <span>
          {projectWords.running}{' '}
          <span className={styles.strong}>{runningText(runningCostsOre)}</span>
        </span>
      )}
      {operationPayer !== '' && (
        <span>
          {projectWords.operationPaidBy} <span className={styles.strong}>{operationPayer}</span>
        </span>
      )}
      {verySmall && <span>{projectWords.verySmall}</span>}
    </div>
  );
};

/** What the next phase costs, who pays, and what is left of the pools. */
export const Money = () => {
  const styles = useStyles();
  const { areas } = useMe();
  const { reply } = useProject();
  const { project, open } = reply;
  // Who pays stands from gate to gate; how much is said anew.
  const asks = (project.askOre ?? 0) > 0 || open !== null;
  const pools = asks ? reply.pools : [];
  return (
    <Section id="money" title={projectWords.money} form={<MoneyForm />} fields={['askOre']}>
      <Asked />
      <div className={styles.pools}>
        {pools.map((pool) => (
          <PoolBar key={pool.pool} pool={pool} areas={areas} what={project.title} />
        ))}
        {pools.length === 0 &&
          project.shares.map(({ pool, ore }) => (
            <span key={pool}>{payerText(areas, pool, asks ? ore : 0)}</span>
          ))}
      </div>
      <Facts project={project} />
    </Section>
  );
};
