import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PaceReply } from '#shared/contract/pace.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { dayOf } from '#shared/domain/day.ts';
import {
  askCells,
  askName,
  asksFinding,
  type Cells,
  gateCells,
  gateLaneText,
  gatesFinding,
  paceWords,
  phaseCells,
  phaseLaneText,
  phasesFinding,
  stayText,
} from '#shared/words/screens/pace.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { gateLabels, phaseNames } from '#shared/words/words.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting } from '../shell/GreyPage.tsx';
import { PictureButton } from '../shell/PictureButton.tsx';
import { projectHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { Panel, UnderHead } from '../shell/UnderPage.tsx';
import { Lanes } from './Lanes.tsx';
import { pacePicture } from './pacePicture.ts';

const phone = '@media (max-width: 719px)';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink },
  finding: { margin: '2px 0 0', fontSize: tokens.fontSizeBase400 },
  small: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: '6px 12px 6px 0',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: 'flex', justifyContent: 'space-between', padding: '3px 0', border: 'none' },
  },
  headCell: {
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  // A phone has no room for seven columns: each row is a list of what the columns are called.
  heads: { [phone]: { display: 'none' } },
  row: {
    [phone]: {
      display: 'block',
      padding: '6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  called: {
    display: 'none',
    paddingRight: '12px',
    textAlign: 'left',
    color: tokens.colorNeutralForeground3,
    [phone]: { display: 'inline' },
  },
  nothing: { [phone]: { display: 'none' } },
  list: { margin: '6px 0 0', padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 16px',
    justifyContent: 'space-between',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type TableProps = {
  readonly caption: string;
  readonly heads: readonly [string, ...string[]];
  readonly rows: readonly { readonly name: string; readonly cells: Cells }[];
};

/** The same as the picture, in figures. */
const Figures = ({ caption, heads, rows }: TableProps) => {
  const styles = useStyles();
  const [first, ...others] = heads;
  return (
    <table className={styles.table} aria-label={caption}>
      <thead className={styles.heads}>
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className={mergeClasses(styles.cell, styles.headCell, head === first && styles.first)}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name} className={styles.row}>
            <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
              {name}
            </th>
            {cells.map((cell, nth) => (
              <td
                key={others[nth]}
                className={mergeClasses(styles.cell, cell === null && styles.nothing)}
              >
                <span className={styles.called} aria-hidden="true">
                  {others[nth]}
                </span>
                <span>{cell ?? paceWords.nothing}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type FoundProps = {
  readonly name: string;
  readonly finding: string;
  readonly children: ReactNode;
};

/** A panel that says first what has been found. */
const Found = ({ name, finding, children }: FoundProps) => (
  <Panel name={name}>
    <p className={useStyles().finding}>{finding}</p>
    {children}
  </Panel>
);

const Phases = ({ phases }: Pick<PaceReply, 'phases'>) => (
  <Found name={paceWords.phases} finding={phasesFinding(phases)}>
    <Lanes
      unit={paceWords.monthsHere}
      lanes={phases.map((one) => ({
        ...{ code: one.phase, name: phaseNames[one.phase], said: phaseLaneText(one) },
        ...{ lasted: one.now, usual: one.usualMonths },
      }))}
    />
    <Figures
      caption={paceWords.phases}
      heads={[
        ...([paceWords.phase, paceWords.here, paceWords.middle, paceWords.longest] as const),
        ...[paceWords.usual, paceWords.over, paceWords.wentOn],
      ]}
      rows={phases.map((one) => ({ name: phaseNames[one.phase], cells: phaseCells(one) }))}
    />
  </Found>
);

const Gates = ({ gates, middle }: Pick<PaceReply, 'gates' | 'middle'>) => {
  const styles = useStyles();
  // A lane with nothing in it is no picture; the table has its row.
  const answered = gates.filter((one) => one.answered.count > 0);
  return (
    <Found name={paceWords.gates} finding={gatesFinding(gates, middle)}>
      <p className={styles.small}>{paceWords.gatesText}</p>
      {answered.length > 0 && (
        <Lanes
          unit={paceWords.workdaysHere}
          lanes={answered.map((one) => ({
            ...{ code: one.gate, name: gateLabels[one.gate], said: gateLaneText(one) },
            ...{ lasted: one.answered, usual: null },
          }))}
        />
      )}
      <Figures
        caption={paceWords.gates}
        heads={[
          ...([paceWords.gate, paceWords.answered, paceWords.within, paceWords.slowest] as const),
          ...[paceWords.waits, paceWords.waitedLongest],
        ]}
        rows={gates.map((one) => ({ name: gateLabels[one.gate], cells: gateCells(one) }))}
      />
    </Found>
  );
};

const Asks = ({ asks }: Pick<PaceReply, 'asks'>) => (
  <Found name={paceWords.asks} finding={asksFinding(asks)}>
    <p className={useStyles().small}>{paceWords.asksText}</p>
    <Figures
      caption={paceWords.asks}
      heads={[
        ...([paceWords.ask, paceWords.answered, paceWords.within, paceWords.slowest] as const),
        ...[paceWords.waits, paceWords.waitedLongest, paceWords.past],
      ]}
      rows={asks.map((one) => ({ name: askName(one), cells: askCells(one) }))}
    />
  </Found>
);

const Longest = ({ longest }: Pick<PaceReply, 'longest'>) => {
  const styles = useStyles();
  return (
    <Found name={paceWords.stays} finding={paceWords.staysText}>
      <ul className={styles.list}>
        {longest.map((stay) => (
          <li key={stay.id} className={styles.item}>
            <a className={styles.link} href={projectHash(stay.id)}>
              {stay.title}
            </a>
            <span>
              {phaseNames[stay.phase]} · {stayText(stay)}
            </span>
          </li>
        ))}
      </ul>
    </Found>
  );
};

/** Ventetid: how long projects are in their phases, and how long answers take; a picture and the same in figures. */
export const PacePage = () => {
  const { state, live } = useLive(at('GET /api/pace'));
  if (state.type === 'loading')
    return <GreyPageWaiting label={placeNames.pace} blanks={[{ height: '240px' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  return (
    <GreyPage>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <UnderHead
        {...{ title: placeNames.pace, intro: paceWords.intro }}
        back={{ href: hashOf({ type: 'board', as: 'board', query: '' }), text: paceWords.back }}
      >
        <PictureButton picture={() => pacePicture(reply)} name={`ventetid-${dayOf(reply.asOf)}`} />
      </UnderHead>
      <Phases phases={reply.phases} />
      {reply.longest.length > 0 && <Longest longest={reply.longest} />}
      <Gates gates={reply.gates} middle={reply.middle} />
      {reply.asks.length > 0 && <Asks asks={reply.asks} />}
    </GreyPage>
  );
};
