import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { type BoardProject, placeOf } from '#shared/domain/board.ts';
import type { Group } from '#shared/domain/boardList.ts';
import { isStuck, type Looking } from '#shared/domain/boardLooking.ts';
import {
  amountText,
  boardWords,
  projectsText,
  sumWords,
  waitText,
} from '#shared/messages/board.ts';
import { shortPlaceNames, shortVoices } from '#shared/messages/boardList.ts';
import { formatKr, formatKroner } from '#shared/messages/money.ts';
import { areaName, priorityNames } from '#shared/messages/words.ts';
import { WaitIcon } from '../board/Card.tsx';
import { AreaMark, RiskBars } from '../drawing/marks.tsx';
import { TekGlyph } from '../drawing/TekGlyph.tsx';
import { projectHash } from '../shell/route.ts';
import { useListStyles } from './listStyles.ts';

const useStyles = makeStyles({
  group: { backgroundColor: tokens.colorNeutralBackground2 },
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

const Wait = ({ project, looking }: Pick<ProjectRowProps, 'project' | 'looking'>) => {
  const styles = useListStyles();
  const { waitingFor } = project;
  const since = waitingFor && 'since' in waitingFor ? waitingFor.since : null;
  const days = since === null ? 0 : looking.daysSince(since);
  const said = waitText(waitingFor, looking.names.areas, days, false);
  if (!said) return null;
  const stuck = isStuck(project, looking);
  const atGate = waitingFor?.type === 'gate';
  return (
    <>
      <WaitIcon project={project} stuck={stuck} />
      <span className={mergeClasses(styles.cut, !atGate && styles.soft, stuck && styles.sits)}>
        <span className={mergeClasses((atGate || stuck) && styles.bold)}>{said.who}</span>
        {said.rest !== '' && ` · ${said.rest}`}
      </span>
    </>
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
      <span role="gridcell" className={own.line}>
        <AreaMark areas={areas} area={project.area} />
        <Title project={project} />
        <span className={own.grow} />
        <Must project={project} />
        <span className={styles.number}>{amountText(project)}</span>
      </span>
      <span role="gridcell" className={mergeClasses(own.line, styles.quiet)}>
        <Wait project={project} looking={looking} />
        <span className={own.grow} />
        <span>
          {areaName(areas, project.area)}
          {saysPlace && ` · ${shortPlaceNames[placeOf(project)]}`}
        </span>
      </span>
    </>
  );
};

const WideProject = ({ project, looking, grouped, saysPlace }: ProjectRowProps) => {
  const styles = useListStyles();
  const { areas, people } = looking.names;
  return (
    <>
      <span
        role="rowheader"
        className={mergeClasses(styles.cell, styles.flex)}
        style={grouped ? { paddingLeft: '4px' } : undefined}
      >
        <Title project={project} />
        <Must project={project} />
        {saysPlace && <span className={styles.quiet}>{shortPlaceNames[placeOf(project)]}</span>}
      </span>
      <span role="gridcell" className={mergeClasses(styles.cell, styles.flex, styles.soft)}>
        <AreaMark areas={areas} area={project.area} />
        <span className={styles.cut}>{areaName(areas, project.area)}</span>
      </span>
      <span role="gridcell" className={mergeClasses(styles.cell, styles.flex)}>
        <Wait project={project} looking={looking} />
      </span>
      <span role="gridcell" className={mergeClasses(styles.cell, styles.soft)}>
        {project.lead === undefined ? '' : people[project.lead]}
      </span>
      <span role="gridcell" className={styles.cell}>
        <Priority project={project} />
      </span>
      <span role="gridcell" aria-label={project.tek && tekName(project.tek)}>
        {project.tek && <TekGlyph tek={project.tek} />}
      </span>
      <span role="gridcell" className={styles.flex}>
        {project.risk !== undefined && (
          <>
            <RiskBars risk={project.risk} /> {project.risk}
          </>
        )}
      </span>
      <span role="gridcell" className={styles.number}>
        {amount(project.askOre)}
      </span>
      <span role="gridcell" className={mergeClasses(styles.number, styles.soft)}>
        {amount(project.budgetOre)}
      </span>
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

type GroupRowProps = RowPlace & {
  readonly group: Group;
  readonly name: string;
  readonly open: boolean;
};

const GroupName = ({ group, name, open }: Pick<GroupRowProps, 'group' | 'name' | 'open'>) => {
  const styles = useListStyles();
  const own = useStyles();
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <>
      <Chevron className={own.chevron} fontSize={14} aria-hidden="true" />
      <span className={mergeClasses(styles.bold, styles.cut)}>{name}</span>
      <span className={styles.quiet}>{projectsText(group.projects.length)}</span>
    </>
  );
};

/** Two sums under two heads; they are never one. */
export const GroupRow = memo((props: GroupRowProps) => {
  const { group, open, isPhone } = props;
  const styles = useListStyles();
  const own = useStyles();
  return (
    <div
      {...rowProps(props)}
      aria-level={1}
      aria-expanded={open}
      className={mergeClasses(styles.row, own.group, isPhone && own.small)}
    >
      {isPhone ? (
        <>
          <span role="gridcell" className={own.line}>
            <GroupName {...props} />
          </span>
          <span role="gridcell" className={mergeClasses(own.line, styles.quiet)}>
            {sumWords.ask} {formatKr(group.askOre)} · {sumWords.budget} {formatKr(group.budgetOre)}
          </span>
        </>
      ) : (
        <>
          <span
            role="rowheader"
            aria-colspan={7}
            className={mergeClasses(styles.cell, styles.flex)}
            style={{ gridColumn: '1 / span 7' }}
          >
            <GroupName {...props} />
          </span>
          <span role="gridcell" className={mergeClasses(styles.number, styles.bold)}>
            {formatKroner(group.askOre)}
          </span>
          <span role="gridcell" className={mergeClasses(styles.number, styles.bold)}>
            {formatKroner(group.budgetOre)}
          </span>
        </>
      )}
    </div>
  );
});
