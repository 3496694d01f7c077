import { Button } from '@fluentui/react-components';
import type { PlanReply } from '#shared/contract/plan.ts';
import { excessIn } from '#shared/domain/plan/load.ts';
import { quarterNo } from '#shared/domain/plan/month.ts';
import type { Move, PoolMove } from '#shared/domain/plan/whatIf.ts';
import { knowText, moveText, planWords } from '#shared/words/plan/page.ts';
import { areaName, poolName } from '#shared/words/words.ts';
import { AreaAvatar, RoleAvatar } from '../drawing/AreaAvatar.tsx';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useRailStyles } from './railStyles.ts';
import type { OnTrial } from './useTrial.ts';

type Props = { readonly on: OnTrial };

const MoveLine = ({ on, move }: Props & { readonly move: Move }) => {
  const styles = useRailStyles();
  const { row, by } = move;
  return (
    <li className={styles.line}>
      <AreaMark areas={on.plan.areas} area={row.area} />
      <span className={styles.name}>
        {row.title}
        <span className={styles.below}>{moveText(move)}</span>
      </span>
      {by === 'slide' ? (
        <Button
          size="small"
          appearance="subtle"
          aria-label={planWords.letStandLabel(row.title)}
          onClick={() => on.hold(row)}
        >
          {planWords.letStand}
        </Button>
      ) : (
        <Button
          size="small"
          appearance="subtle"
          aria-label={planWords.undoOneLabel(row.title)}
          onClick={() => on.undo(row)}
        >
          {planWords.undoOne}
        </Button>
      )}
    </li>
  );
};

const Moves = ({ on, title, moves }: Props & { title: string; moves: readonly Move[] }) => {
  const styles = useRailStyles();
  return moves.length === 0 ? null : (
    <>
      <h2 className={styles.section}>{title}</h2>
      <ul className={styles.list}>
        {moves.map((move) => (
          <MoveLine key={move.row.id} {...{ on, move }} />
        ))}
      </ul>
    </>
  );
};

const leftIn = ({ pools }: PlanReply, { pool, year }: PoolMove): string => {
  if (pools.length === 0) return '';
  const found = pools.find((one) => one.pool === pool && one.year === year);
  return found ? planWords.poolLeft(found.availableOre) : planWords.poolNotOpen;
};

const Money = ({ on }: Props) => {
  const styles = useRailStyles();
  const { pools } = on.result;
  return pools.length === 0 ? null : (
    <>
      <h2 className={styles.section}>{planWords.money}</h2>
      <ul className={styles.list}>
        {pools.map((move) => (
          <li key={`${move.year}:${move.pool}`} className={styles.line}>
            <span className={styles.name}>
              {planWords.poolMove(
                poolName(on.plan.areas, move.pool),
                move.year,
                move.beforeOre,
                move.afterOre,
              )}
              <span className={styles.below}>{leftIn(on.plan, move)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const namesText = (on: OnTrial, ids: readonly string[]): string =>
  ids.flatMap((id) => on.plan.people[id] ?? []).join(', ');

const KnowLine = ({ letters, text, names }: { letters: string; text: string; names: string }) => {
  const styles = useRailStyles();
  return (
    <li className={styles.line}>
      <RoleAvatar letters={letters} />
      <span className={styles.name}>
        {text}
        {names !== '' && <span className={styles.below}>{names}</span>}
      </span>
    </li>
  );
};

const Know = ({ on, onCopied }: Props & { readonly onCopied: (done: boolean) => void }) => {
  const styles = useRailStyles();
  const { id } = useMe();
  const { areas, chefs, people } = on.plan;
  const { mustKnow, moves } = on.result;
  const { leads, owners } = mustKnow;
  const isOnlyYou =
    !mustKnow.chefgruppe &&
    mustKnow.areas.every((area) => (chefs[area] ?? '') === '') &&
    [...leads, ...owners].every((one) => one === id);
  const copy = (): void => {
    navigator.clipboard.writeText(knowText(moves, people)).then(
      () => onCopied(true),
      () => onCopied(false),
    );
  };
  return (
    <>
      <h2 className={styles.section}>{planWords.know}</h2>
      <ul className={styles.list}>
        {mustKnow.areas.map((area) => (
          <li key={area} className={styles.line}>
            <AreaAvatar areas={areas} area={area} />
            <span className={styles.name}>
              {planWords.chefOf(areaName(areas, area))}
              {(chefs[area] ?? '') !== planWords.chefOf(areaName(areas, area)) && (
                <span className={styles.below}>{chefs[area]}</span>
              )}
            </span>
          </li>
        ))}
        {mustKnow.chefgruppe && <KnowLine letters="CG" text={planWords.chefgruppe} names="" />}
        {leads.length > 0 && (
          <KnowLine
            letters="PL"
            text={planWords.leads(leads.length)}
            names={namesText(on, leads)}
          />
        )}
        {owners.length > 0 && (
          <KnowLine
            letters="PE"
            text={planWords.owners(owners.length)}
            names={namesText(on, owners)}
          />
        )}
      </ul>
      <p className={styles.below}>{isOnlyYou ? planWords.knowNobody : planWords.knowWhen}</p>
      {!isOnlyYou && (
        <Button size="small" appearance="subtle" onClick={copy}>
          {planWords.copy}
        </Button>
      )}
    </>
  );
};

/** The first quarter from now on that has more than there is. */
export const overIn = ({ plan, result }: OnTrial): { quarter: number; hours: number } | null => {
  const first = quarterNo(plan.today);
  const quarter = [...result.load.keys()]
    .filter((one) => one >= first && excessIn(result.load, one, plan.settings) > 0)
    .sort((a, b) => a - b)[0];
  return quarter === undefined
    ? null
    : { quarter, hours: excessIn(result.load, quarter, plan.settings) };
};

const StillOver = ({ on }: Props) => {
  const styles = useRailStyles();
  const over = overIn(on);
  const { suggestion } = on.result;
  return over === null ? null : (
    <div className={styles.box}>
      <p className={styles.boxHead}>{planWords.stillOver(over.quarter, over.hours)}</p>
      <p className={styles.boxText}>
        {suggestion ? planWords.suggestion(suggestion) : planWords.noSuggestion}
      </p>
      {suggestion && (
        <Button size="small" onClick={() => on.edit(suggestion.row, suggestion.to)}>
          {planWords.doIt}
        </Button>
      )}
    </div>
  );
};

/** What the trial comes to, in words: what moves, the money, who must know, and one way out. */
export const TrialSays = ({ on, onCopied }: Props & { onCopied: (done: boolean) => void }) => {
  const styles = useRailStyles();
  const { moves } = on.result;
  const slides = moves.filter(({ by }) => by === 'slide');
  const hand = moves.filter(({ by }) => by === 'hand');
  return (
    <>
      {moves.length === 0 && <p className={styles.quiet}>{planWords.onlyTry}</p>}
      <Moves on={on} title={planWords.yours} moves={hand} />
      <Moves on={on} title={planWords.moves} moves={slides} />
      {hand.length > 0 && slides.length === 0 && overIn(on) === null && (
        <p className={styles.quiet}>{planWords.room}</p>
      )}
      <Money on={on} />
      {moves.length > 0 && <Know on={on} onCopied={onCopied} />}
      <StillOver on={on} />
    </>
  );
};

/** What one moved by hand, all of it of projects one leads or owns: that may be proposed. */
export const proposable = (moves: readonly Move[], meId: string): readonly Move[] => {
  const hand = moves.filter(({ by }) => by === 'hand');
  return hand.every(({ row, to }) => to !== null && (row.lead === meId || row.owner === meId))
    ? hand
    : [];
};
