import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { type BoardProject, placeOf, type Sums } from '#shared/domain/board.ts';
import type { Group } from '#shared/domain/boardList.ts';
import { isStuck, type Looking, waitedDays } from '#shared/domain/boardLooking.ts';
import { formatKr, formatKroner } from '#shared/words/money.ts';
import {
  amountText,
  boardWords,
  cardWaitText,
  projectsText,
  sumWords,
} from '#shared/words/screens/board.ts';
import { shortPlaceNames, shortVoices } from '#shared/words/screens/boardList.ts';
import { areaName, priorityNames } from '#shared/words/words.ts';
import { WaitIcon } from '../board/Card.tsx';
import { AreaMark, RiskBars } from '../drawing/marks.tsx';
import { TekGlyph } from '../drawing/TekGlyph.tsx';
import { projectHash } from '../shell/route.ts';
import { Cell } from './cells.tsx';
import { useListStyles } from './listStyles.ts';

const useStyles = makeStyles({
  group: { backgroundColor: tokens.colorNeutralBackground2 },
  smallGroup: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  sums: { display: 'grid', gridTemplateColumns: 'auto auto', columnGap: '8px' },
  whole: { flexShrink: 0 },
  age: { flexShrink: 0, whiteSpace: 'pre' },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  small: { gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'center', rowGap: '2px' },
  line: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  grow: { flexGrow: 1 },
  must: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 5px',
    flexShrink: 0,
  },
});

/** Where a row stands, and what it needs to be one stop of a tree of rows. */
export type RowPlace = {
  readonly rowKey: string;
  /** Counted from 1, the head included. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly focusable: boolean;
  readonly isPhone: boolean;
};

const rowProps = ({ rowKey, index, top, height, focusable }: RowPlace) => ({
  role: 'row' as const,
  'data-row': rowKey,
  'aria-rowindex': index,
  tabIndex: focusable ? 0 : -1,
  style: { top, height },
});

type ProjectRowProps = RowPlace & {
  readonly project: BoardProject;
  readonly looking: Looking;
  /** Deeper under the head of its group. */
  readonly grouped: boolean;
  /** Said after the name, where nothing else says where it stands. */
  readonly saysPlace: boolean;
};

const Chevron = ({ open }: { readonly open: boolean }) => {
  const own = useStyles();
  const Drawn = open ? ChevronDownRegular : ChevronRightRegular;
  return <Drawn className={own.chevron} fontSize={14} aria-hidden="true" />;
};

const Wait = ({ project, looking }: Pick<ProjectRowProps, 'project' | 'looking'>) => {
  const styles = useListStyles();
  const own = useStyles();
  const { waitingFor } = project;
  const days = waitedDays(project, looking);
  const said = cardWaitText(project, looking.names.areas, days, false);
  if (!said) return null;
  const stuck = isStuck(project);
  const atGate = waitingFor?.type === 'gate';
  const tone = mergeClasses(!atGate && styles.soft, stuck && styles.sits);
  return (
    <span className={mergeClasses(own.line, tone)}>
      <WaitIcon project={project} />
      <span className={mergeClasses(styles.cut, (atGate || stuck) && styles.bold)}>{said.who}</span>
      {said.rest !== '' && <span className={own.age}>{`· ${said.rest}`}</span>}
    </span>
  );
};

const Title = ({ project }: { readonly project: BoardProject }) => {
  const styles = useListStyles();
  return (
    <a
      href={projectHash(project.id)}
      tabIndex={-1}
      title={project.title}
      className={mergeClasses(styles.title, styles.cut)}
    >
      {project.title}
    </a>
  );
};

const Must = ({ project }: { readonly project: BoardProject }) => {
  const styles = useStyles();
  return project.type === 'skal' ? (
    <span className={styles.must}>{boardWords.mandatory}</span>
  ) : null;
};

const Priority = ({ project }: { readonly project: BoardProject }) => {
  const styles = useListStyles();
  if (project.priority === undefined) return null;
  return (
    <>
      {priorityNames[project.priority]}{' '}
      {project.voice && <span className={styles.quiet}>{shortVoices[project.voice]}</span>}
    </>
  );
};

const amount = (ore: number | undefined): string => (ore === undefined ? '' : formatKroner(ore));

const tekName = ([efficiency, quality, wellbeing]: readonly number[]): string =>
  `effektivitet ${efficiency}, kvalitet ${quality}, trivsel ${wellbeing}`;

const SmallProject = ({ project, looking, saysPlace }: ProjectRowProps) => {
  const styles = useListStyles();
  const own = useStyles();
  const { areas } = looking.names;
  return (
    <>
      <Cell names className={own.line}>
        <AreaMark areas={areas} area={project.area} />
        <Title project={project} />
        <span className={own.grow} />
        <Must project={project} />
        <span className={styles.number}>{amountText(project)}</span>
      </Cell>
      <Cell className={mergeClasses(own.line, styles.quiet)}>
        <Wait project={project} looking={looking} />
        <span className={own.grow} />
        <span className={own.whole}>
          {areaName(areas, project.area)}
          {saysPlace && ` · ${shortPlaceNames[placeOf(project)]}`}
        </span>
      </Cell>
    </>
  );
};

const WideProject = ({ project, looking, saysPlace }: ProjectRowProps) => {
  const styles = useListStyles();
  const { areas, people } = looking.names;
  return (
    <>
      <Cell names className={styles.flex}>
        <Title project={project} />
        <Must project={project} />
        {saysPlace && <span className={styles.quiet}>{shortPlaceNames[placeOf(project)]}</span>}
      </Cell>
      <Cell className={mergeClasses(styles.flex, styles.soft)}>
        <AreaMark areas={areas} area={project.area} />
        <span className={styles.cut}>{areaName(areas, project.area)}</span>
      </Cell>
      <Cell className={styles.flex}>
        <Wait project={project} looking={looking} />
      </Cell>
      <Cell className={styles.soft}>{project.lead === undefined ? '' : people[project.lead]}</Cell>
      <Cell>
        <Priority project={project} />
      </Cell>
      <Cell className={styles.flex} label={project.tek && tekName(project.tek)}>
        {project.tek && <TekGlyph tek={project.tek} />}
      </Cell>
      <Cell className={styles.flex}>
        {project.risk !== undefined && (
          <>
            <RiskBars risk={project.risk} /> {project.risk}
          </>
        )}
      </Cell>
      <Cell number>{amount(project.askOre)}</Cell>
      <Cell number className={styles.soft}>
        {amount(project.budgetOre)}
      </Cell>
    </>
  );
};

export const ProjectRow = memo((props: ProjectRowProps) => {
  const styles = useListStyles();
  const own = useStyles();
  return (
    <div
      {...rowProps(props)}
      {...(props.grouped ? { 'aria-level': 2 } : {})}
      className={mergeClasses(styles.row, props.isPhone && own.small)}
    >
      {props.isPhone ? <SmallProject {...props} /> : <WideProject {...props} />}
    </div>
  );
});

/** Two sums, each with its name, where there are no heads to stand under. */
export const SmallSums = ({ askOre, budgetOre }: Sums) => {
  const styles = useListStyles();
  const own = useStyles();
  return (
    <span className={mergeClasses(own.sums, styles.quiet)}>
      <span>{sumWords.ask}</span> <span className={styles.number}>{formatKr(askOre)}</span>
      <span>{sumWords.budget}</span> <span className={styles.number}>{formatKr(budgetOre)}</span>
    </span>
  );
};

type GroupRowProps = RowPlace & {
  readonly group: Group;
  readonly name: string;
  readonly open: boolean;
};

const SmallGroup = ({ group, name, open }: GroupRowProps) => {
  const styles = useListStyles();
  const own = useStyles();
  return (
    <>
      <Cell names className={own.line}>
        <Chevron open={open} />
        <span className={own.stack}>
          <span className={mergeClasses(styles.bold, styles.cut)}>{name}</span>
          <span className={styles.quiet}>{projectsText(group.projects.length)}</span>
        </span>
      </Cell>
      <Cell>
        <SmallSums {...group} />
      </Cell>
    </>
  );
};

const WideGroup = ({ group, name, open }: GroupRowProps) => {
  const styles = useListStyles();
  return (
    <>
      <Cell names wide={7} className={styles.flex}>
        <Chevron open={open} />
        <span className={mergeClasses(styles.bold, styles.cut)}>{name}</span>
        <span className={styles.quiet}>{projectsText(group.projects.length)}</span>
      </Cell>
      <Cell number className={styles.bold}>
        {formatKroner(group.askOre)}
      </Cell>
      <Cell number className={styles.bold}>
        {formatKroner(group.budgetOre)}
      </Cell>
    </>
  );
};

/** Two sums under two heads; they are never one. */
export const GroupRow = memo((props: GroupRowProps) => {
  const styles = useListStyles();
  const own = useStyles();
  return (
    <div
      {...rowProps(props)}
      {...{ 'aria-level': 1, 'aria-expanded': props.open }}
      className={mergeClasses(styles.row, own.group, props.isPhone && own.smallGroup)}
    >
      {props.isPhone ? <SmallGroup {...props} /> : <WideGroup {...props} />}
    </div>
  );
});
