import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { BoardReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { type CloudPoint, type TekCloud, tekCloudOf } from '#shared/domain/tekCloud.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { legsText, tekCloudWords as words } from '#shared/words/screens/tekCloud.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { TekCloudPicture } from '../drawing/TekTriangle.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { Pick } from '../shell/Pick.tsx';
import { lastBoardHash, projectHash } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { Panel, UnderHead } from '../shell/UnderPage.tsx';

const phone = '@media (max-width: 719px)';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    gap: '0 14px',
    alignItems: 'start',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // In sight while one reads down the list.
  picture: { position: 'sticky', top: 0, [phone]: { position: 'static' } },
  finding: { margin: '2px 0 8px', fontSize: tokens.fontSizeBase400 },
  quiet: { margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  point: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { justifyContent: 'flex-start', textAlign: 'left', padding: '2px 6px' },
  chosen: { fontWeight: tokens.fontWeightBold },
  project: { display: 'flex', alignItems: 'center', gap: '6px', padding: '2px 6px' },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere', minWidth: 0 },
});

type Looking = { readonly chosen: string; readonly onChoose: (key: string) => void };

const Projects = ({ projects }: { readonly projects: readonly BoardProject[] }) => {
  const styles = useStyles();
  const { areas } = useMe();
  return (
    <ul className={styles.list}>
      {projects.map(({ id, title, area }) => (
        <li key={id} className={styles.project}>
          <AreaMark areas={areas} area={area ?? null} />
          <a className={styles.link} href={projectHash(id)}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** A place in the triangle: pressed, it is ringed in the picture. */
const Point = ({ point, chosen, onChoose }: Looking & { readonly point: CloudPoint }) => {
  const styles = useStyles();
  const isChosen = point.key === chosen;
  const remark = words.remark(point);
  return (
    <li className={styles.point} id={`punkt-${point.key}`}>
      <Button
        className={mergeClasses(styles.name, isChosen && styles.chosen)}
        size="small"
        appearance={isChosen ? 'outline' : 'subtle'}
        aria-pressed={isChosen}
        aria-label={words.show(point)}
        onClick={() => onChoose(isChosen ? '' : point.key)}
      >
        {legsText(point.tek)}
      </Button>
      {remark !== '' && <p className={styles.quiet}>{remark}</p>}
      <Projects projects={point.projects} />
    </li>
  );
};

type PartProps = Looking & { readonly name: string; readonly points: readonly CloudPoint[] };

const Part = ({ name, points, ...looking }: PartProps) => {
  const styles = useStyles();
  return (
    <Panel name={name}>
      {points.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      <ul className={styles.list}>
        {points.map((point) => (
          <Point key={point.key} point={point} {...looking} />
        ))}
      </ul>
    </Panel>
  );
};

/** The keyboard and the eye go where a point of the picture stands in the list. */
const show = (key: string): void => {
  const button = document.getElementById(`punkt-${key}`)?.querySelector('button');
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'center' });
};

const Cloud = ({ cloud }: { readonly cloud: TekCloud }) => {
  const styles = useStyles();
  const [chosen, onChoose] = useState('');
  const onPointed = (key: string): void => {
    onChoose(key);
    show(key);
  };
  const { points, placeless } = cloud;
  const looking = { chosen, onChoose };
  return (
    <div className={styles.both}>
      <div className={styles.picture}>
        <Panel name={words.picture}>
          <p className={styles.finding}>{words.finding(cloud)}</p>
          <TekCloudPicture points={points} chosen={chosen} onChoose={onPointed} />
        </Panel>
      </div>
      <div>
        <Part
          name={words.outside}
          points={points.filter(({ isInside }) => !isInside)}
          {...looking}
        />
        <Part name={words.inside} points={points.filter(({ isInside }) => isInside)} {...looking} />
        {placeless.length > 0 && (
          <Panel name={words.placeless}>
            <p className={styles.quiet}>{words.placelessWhy}</p>
            <Projects projects={placeless} />
          </Panel>
        )}
      </div>
    </div>
  );
};

const Loaded = ({ reply, stale }: { readonly reply: BoardReply; readonly stale: boolean }) => {
  const [area, setArea] = useState('');
  const { areas } = useMe();
  const cloud = useMemo(
    () => tekCloudOf(reply.projects.filter((one) => area === '' || one.area === area)),
    [reply.projects, area],
  );
  return (
    <GreyPage>
      {stale && <StaleNotice since={reply.asOf} />}
      <UnderHead
        title={placeNames.tekCloud}
        intro={words.intro}
        back={{ href: lastBoardHash(), text: words.back }}
      >
        <Pick
          label={words.area}
          value={area}
          choices={[['', words.allAreas], ...areas.map(({ id, name }) => [id, name] as const)]}
          onChange={setArea}
        />
      </UnderHead>
      <Cloud key={area} cloud={cloud} />
    </GreyPage>
  );
};

/** TEK på tværs: the whole portfolio in the municipality's own triangle, and the same in text. */
export const TekCloudPage = () => {
  const { state, live } = useLive(at('GET /api/board'));
  switch (state.type) {
    case 'loading':
      return <GreyPageWaiting label={placeNames.tekCloud} blanks={[{ height: '60%' }]} />;
    case 'failed':
      return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
    case 'ready':
      return <Loaded reply={state.value} stale={state.trouble !== null} />;
  }
};
