import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { isPoolId, type PoolId, totalOf } from '#shared/domain/funding.ts';
import { gateAhead } from '#shared/domain/project.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { missingText, poolName } from '#shared/words/words.ts';
import { FundingPreview } from '../money/FundingPreview.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useStepTemplates } from '../shell/stepNames.ts';
import { AmountField } from './AmountField.tsx';
import { useProject } from './editing.tsx';
import { changesFunding, type Draft, poolsFor, withShare } from './moneyDraft.ts';

const useStyles = makeStyles({
  share: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 140px 32px',
    gap: '8px',
    alignItems: 'end',
  },
  sum: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Who will decide with what is written now, as long as there is something to decide. */
const Preview = ({ draft }: { readonly draft: Draft }) => {
  const { areas } = useMe();
  const { project, open, commonGranted } = useProject().reply;
  const request = open?.view.request ?? null;
  const gate = request?.gate ?? gateAhead({ ...project, askOre: draft.askOre });
  if (!gate) return null;
  return (
    <FundingPreview
      project={{ ...project, commonGranted }}
      gate={gate}
      areas={areas}
      shares={draft.shares}
      asked={request}
      asksAnew={request !== null && changesFunding(project, draft)}
    />
  );
};

type PoolSelectProps = {
  readonly pool: PoolId;
  readonly pools: readonly PoolId[];
  readonly onPool: (pool: PoolId) => void;
};

/** The field around it hands on, as `field`, how it is labelled. */
const PoolSelect = ({ pool, pools, onPool, ...field }: PoolSelectProps) => {
  const { areas } = useMe();
  return (
    <Select
      {...field}
      value={pool}
      onChange={(_, data) => isPoolId(data.value) && onPool(data.value)}
    >
      {pools.map((one) => (
        <option key={one} value={one}>
          {poolName(areas, one)}
        </option>
      ))}
    </Select>
  );
};

type SharesProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
};

/** Who pays: one pool, another pool, or several with a share each. */
export const SharesFields = ({ draft, change }: SharesProps) => {
  const styles = useStyles();
  const { areas } = useMe();
  const made = useStepTemplates();
  const { project } = useProject().reply;
  const { shares } = draft;
  const setPool = (place: number, pool: PoolId): void =>
    change({ shares: shares.map((share, at) => (at === place ? { ...share, pool } : share)) });
  const left = Math.max(0, (draft.askOre ?? 0) - totalOf(shares));
  const total = totalOf(shares);
  const differs = shares.length > 0 && !Number.isNaN(total) && total !== (draft.askOre ?? 0);
  const [next] = poolsFor(areas, project.leadArea, shares, null);
  return (
    <>
      <strong>{projectWords.pays}</strong>
      {shares.map((share, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pool is what changes, so the place is who it is.
        <div key={place} className={styles.share}>
          <Field label={projectWords.pool}>
            <PoolSelect
              pool={share.pool}
              pools={poolsFor(areas, project.leadArea, shares, share.pool)}
              onPool={(pool) => setPool(place, pool)}
            />
          </Field>
          <AmountField
            label={projectWords.share}
            ore={share.ore}
            onOre={(ore) => change(withShare(draft, place, ore ?? Number.NaN))}
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
            {projectWords.sharesAre(total)}. {missingText({ type: 'sharesDiffer' }, made)}.
          </span>
        )}
      </div>
      <Preview draft={draft} />
    </>
  );
};
