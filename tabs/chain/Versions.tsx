import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { at } from '#shared/contract/at.ts';
import type { ChainVersionReply } from '#shared/contract/chain.ts';
import type { Drawing } from '#shared/domain/chain/drawing.ts';
import {
  type ChainVersion,
  type Compared,
  type Comparison,
  compared,
  isChainVersion,
} from '#shared/domain/chain/versions.ts';
import {
  changeText,
  comparisonText,
  drawnComparison,
  drawnLink,
  spokenLink,
} from '#shared/words/chain/drawn.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { versionNames } from '#shared/words/chain/words.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { useIsPhone } from '../shell/useMedia.ts';
import { ChainCanvas } from './ChainCanvas.tsx';
import { type OnChain, useChain } from './onChain.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '8px 16px',
    flexShrink: 0,
    padding: '8px 20px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '8px 16px' },
  },
  said: { flexGrow: 1, flexBasis: '220px', fontWeight: tokens.fontWeightSemibold },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(300px, 24vw, 346px)',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 1050px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto',
      overflowY: 'auto',
    },
  },
  picture: { display: 'flex', minHeight: 0, minWidth: 0 },
  rail: {
    overflowY: 'auto',
    padding: '12px 16px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: {
    margin: '14px 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: '0 0 0 18px' },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const seldom = { every: 60_000 };

const useVersion = (version: ChainVersion | null): ChainVersionReply | null => {
  const { reply } = useChain();
  // Without a version of its own the first there is is asked for: the address has to be one.
  const any = version ?? reply.versions[0]?.version ?? reply.here;
  const { state } = useLive(
    at('GET /api/projects/:id/chain/versions/:version', { id: reply.project.id, version: any }),
    seldom,
  );
  return version !== null && state.type === 'ready' ? state.value : null;
};

const nowOf = ({ links, chain }: OnChain): Compared => ({
  links: [...links.values()].map(({ shown }) => shown),
  edges: chain.edges,
});

const Back = () => {
  const on = useChain();
  return (
    <Button onClick={() => on.onLook({ version: null, compare: null })}>
      {chainWords.backToNow}
    </Button>
  );
};

const Canvas = ({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) => {
  const styles = useStyles();
  return (
    <section className={styles.picture} aria-label={label}>
      <ChainCanvas drawing={drawing} />
    </section>
  );
};

/** The chain as it was in a phase, read only. */
export const EarlierVersion = ({ version }: { readonly version: ChainVersion }) => {
  const styles = useStyles();
  const then = useVersion(version);
  const isPhone = useIsPhone();
  const drawing = useMemo(
    () => then && { links: then.links.map((link) => drawnLink(link)), edges: then.edges },
    [then],
  );
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.said}>
          {versionNames[version]}: {chainWords.asItWas}
          <span className={styles.small}>
            {then ? chainWords.keptBy(then.byName, dayYearText(then.at)) : ''}
          </span>
        </span>
        <Back />
      </div>
      {drawing && !isPhone && <Canvas drawing={drawing} label={versionNames[version]} />}
      {then && isPhone && (
        <ul className={styles.list}>
          {then.links.map((link) => (
            <li key={link.id}>{spokenLink(link)}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const textsOf = (some: Compared, others: Compared) => {
  const byId = new Map([...others.links, ...some.links].map((link) => [link.id, spokenLink(link)]));
  return ({ from, to }: Compared['edges'][number]): string =>
    chainWords.arrow(byId.get(from) ?? '', byId.get(to) ?? '');
};

type Line = { readonly key: string; readonly text: string; readonly more: readonly string[] };

const List = ({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) => {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.head}>{title}</h3>
      <ul className={styles.list}>
        {lines.map(({ key, text, more }) => (
          <li key={key}>
            {text}
            {more.map((one) => (
              <span key={one} className={styles.small}>
                {one}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
};

/** What became of it, in words: the same as the marks of the picture. */
const InWords = ({
  found,
  edgeText,
}: {
  readonly found: Comparison;
  readonly edgeText: (edge: Compared['edges'][number]) => string;
}) => {
  const plain = (links: Comparison['added']): readonly Line[] =>
    links.map((link) => ({ key: link.id, text: spokenLink(link), more: [] }));
  const arrows = (edges: Comparison['joined']): readonly Line[] =>
    edges.map((edge) => ({ key: edgeText(edge), text: edgeText(edge), more: [] }));
  return (
    <>
      <List title={chainWords.compareAdded} lines={plain(found.added)} />
      <List title={chainWords.compareRemoved} lines={plain(found.removed)} />
      <List
        title={chainWords.compareChanged}
        lines={found.changed.map((change) => ({
          key: change.after.id,
          text: spokenLink(change.after),
          more: change.fields.map((field) => changeText(change, field)),
        }))}
      />
      <List title={chainWords.compareJoined} lines={arrows(found.joined)} />
      <List title={chainWords.compareParted} lines={arrows(found.parted)} />
    </>
  );
};

type Sides = NonNullable<OnChain['look']['compare']>;

const Pick = ({
  label,
  value,
  hasNow,
  onPick,
}: {
  readonly label: string;
  readonly value: ChainVersion | null;
  readonly hasNow: boolean;
  readonly onPick: (version: ChainVersion | null) => void;
}) => {
  const { versions } = useChain().reply;
  return (
    <Field label={label}>
      <Select
        value={value ?? ''}
        onChange={(_, data) => onPick(isChainVersion(data.value) ? data.value : null)}
      >
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {versionNames[version]}
          </option>
        ))}
        {hasNow && <option value="">{chainWords.compareNow}</option>}
      </Select>
    </Field>
  );
};

/** Two versions as one picture, and what became of the first in words. */
export const CompareVersions = ({ from, to }: Sides) => {
  const styles = useStyles();
  const on = useChain();
  const isPhone = useIsPhone();
  const before = useVersion(from);
  const kept = useVersion(to);
  const after = to === null ? nowOf(on) : kept;
  const found = before && after && compared(before, after);
  const drawing = found && {
    links: drawnComparison(after.links, found),
    edges: [...after.edges, ...found.parted],
  };
  return (
    <>
      <div className={styles.bar}>
        <Pick
          label={chainWords.compareFrom}
          value={from}
          hasNow={false}
          onPick={(version) => version && on.onLook({ compare: { from: version, to } })}
        />
        <Pick
          label={chainWords.compareTo}
          value={to}
          hasNow
          onPick={(version) => on.onLook({ compare: { from, to: version } })}
        />
        <span className={styles.said} role="status">
          {found ? comparisonText(found) : ''}
        </span>
        <Back />
      </div>
      {found && drawing && (
        <div className={styles.body}>
          {!isPhone && <Canvas drawing={drawing} label={chainWords.compare} />}
          <section className={styles.rail} aria-label={comparisonText(found)}>
            <InWords found={found} edgeText={textsOf(after, before)} />
          </section>
        </div>
      )}
    </>
  );
};
