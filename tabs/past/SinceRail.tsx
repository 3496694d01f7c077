import { Button } from '@fluentui/react-components';
import {
  AddRegular,
  ArchiveRegular,
  ArrowCircleRightRegular,
  ArrowTrendingRegular,
  ArrowUndoRegular,
  CheckmarkRegular,
  DismissRegular,
  PlayRegular,
} from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { PastFigures, PastReply } from '#shared/contract/past.ts';
import { type SinceKind, type SinceLine, sinceKinds } from '#shared/domain/past/since.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { formatKr } from '#shared/words/money.ts';
import { pastWords, sinceDetail, sinceHeads } from '#shared/words/screens/past.ts';
import { Door } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';
import { usePastStyles } from './pastStyles.ts';

const marks: Record<SinceKind, ReactElement> = {
  passed: <Door state="ajar" height={20} />,
  created: <AddRegular fontSize={20} />,
  operating: <ArrowCircleRightRegular fontSize={20} />,
  stopped: <DismissRegular fontSize={20} />,
  closed: <CheckmarkRegular fontSize={20} />,
  priority: <ArrowTrendingRegular fontSize={20} />,
  started: <PlayRegular fontSize={20} />,
  back: <ArrowUndoRegular fontSize={20} />,
  shelved: <ArchiveRegular fontSize={20} />,
};

/** What is read at a glance; the rest is a press away. */
const mostAtOnce = 6;

const Group = ({ kind, lines }: { kind: SinceKind; lines: readonly SinceLine[] }) => {
  const styles = usePastStyles();
  const [all, setAll] = useState(false);
  const shown = all || lines.length <= mostAtOnce + 1 ? lines : lines.slice(0, mostAtOnce);
  const left = lines.length - shown.length;
  return (
    <div className={styles.group}>
      <h3 className={styles.groupHead}>
        <span aria-hidden="true">{marks[kind]}</span>
        {sinceHeads[kind](lines.length)}
      </h3>
      <ul className={styles.lines}>
        {shown.map((line) => {
          const detail = sinceDetail(line);
          return (
            <li key={line.id} className={styles.line}>
              <a className={styles.link} href={projectHash(line.id)}>
                {line.title}
              </a>
              {detail !== '' && <span className={styles.detail}>{` · ${detail}`}</span>}
            </li>
          );
        })}
        {left > 0 && (
          <li>
            <Button
              size="small"
              appearance="transparent"
              className={styles.more}
              onClick={() => setAll(true)}
            >
              {pastWords.more(left)}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
};

const figures: readonly (readonly [keyof PastFigures, string])[] = [
  ['projects', pastWords.projects],
  ['waiting', pastWords.atGate],
  ['stuck', pastWords.stuck],
  ['leftOre', pastWords.left],
];

const figureText = (name: keyof PastFigures, value: number): string =>
  name === 'leftOre' ? formatKr(value) : String(value);

const Figures = ({ day, figuresThen, figuresNow }: PastReply) => {
  const styles = usePastStyles();
  return (
    <section className={styles.figures}>
      <h2 className={styles.railHead}>{pastWords.figures}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{pastWords.figure}</th>
            <th scope="col">{shortDayText(day)}</th>
            <th scope="col">{pastWords.today}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(([name, title]) => {
            const [was, is] = [figuresThen[name], figuresNow[name]];
            if (was === null || is === null) return null;
            return (
              <tr key={name}>
                <th scope="row">{title}</th>
                <td>{figureText(name, was)}</td>
                <td>{figureText(name, is)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

/** What has happened since, by kind, and a few figures of both days. */
export const SinceRail = ({ past }: { readonly past: PastReply }) => {
  const styles = usePastStyles();
  const groups = sinceKinds
    .map((kind) => ({ kind, lines: past.changes.filter((line) => line.kind === kind) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <aside className={styles.rail} aria-label={pastWords.rail}>
      <h2 className={styles.railHead}>{pastWords.rail}</h2>
      {groups.length === 0 && <p className={styles.line}>{pastWords.nothing}</p>}
      {groups.map(({ kind, lines }) => (
        <Group key={kind} kind={kind} lines={lines} />
      ))}
      <Figures {...past} />
      <p className={styles.built}>{pastWords.built}</p>
    </aside>
  );
};
