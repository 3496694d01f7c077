import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PublicationLine, StoriesReply } from '#shared/contract/stories.ts';
import { fitsPublication, type StoryFilter } from '#shared/domain/stories/looking.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { foundText, registerWords, shortKindNames } from '#shared/words/stories/overview.ts';
import { channelNames } from '#shared/words/stories/stories.ts';
import { AreaMark } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { storyHash } from '../../shell/route.ts';
import { Empty } from './Empty.tsx';
import { useOverviewStyles } from './overviewStyles.ts';
import { hostOf } from './shapeStories.ts';

const useStyles = makeStyles({
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
  day: { whiteSpace: 'nowrap', width: '70px' },
  block: { display: 'block' },
  out: {
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

const whereOf = ({ channel, outlet }: PublicationLine): string =>
  outlet === '' ? '' : channel === 'organisation' ? '' : outlet;

const nameOf = ({ channel, outlet }: PublicationLine): string =>
  channel === 'organisation' && outlet !== '' ? outlet : channelNames[channel];

type LineProps = { readonly line: PublicationLine; readonly reply: StoriesReply };

const What = ({ line, reply }: LineProps) => {
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  const rest = [
    shortKindNames[line.kind],
    line.projectTitle === line.title ? '' : line.projectTitle,
  ].filter((part) => part !== '');
  return (
    <>
      <a className={overview.link} href={storyHash(line.storyId)}>
        {line.title}
      </a>
      <span className={mergeClasses(overview.area, shared.quiet)} style={{ display: 'flex' }}>
        <AreaMark areas={reply.areas} area={line.area} />
        {rest.join(' · ')}
      </span>
    </>
  );
};

const OutLink = ({ line }: { readonly line: PublicationLine }) => {
  const styles = useStyles();
  return (
    <a className={styles.out} href={line.link} target="_blank" rel="noreferrer noopener">
      {registerWords.open(hostOf(line.link))}
    </a>
  );
};

const approvedText = ({ approvedBy }: PublicationLine): string =>
  approvedBy === '' ? registerWords.noApproval : approvedBy;

const WideRow = ({ line, reply }: LineProps) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const cell = mergeClasses(shared.td, styles.cell);
  return (
    <tr>
      <td className={mergeClasses(cell, styles.day)}>{shortDayText(line.day)}</td>
      <th scope="row" className={cell}>
        <What line={line} reply={reply} />
      </th>
      <td className={cell}>
        {nameOf(line)}
        <span className={mergeClasses(styles.block, shared.quiet)}>{whereOf(line)}</span>
      </td>
      <td className={cell}>{line.by}</td>
      <td className={mergeClasses(cell, line.approvedBy === '' && shared.quiet)}>
        {approvedText(line)}
      </td>
      <td className={cell}>
        <OutLink line={line} />
      </td>
    </tr>
  );
};

const heads = [
  registerWords.day,
  registerWords.what,
  registerWords.where,
  registerWords.who,
  registerWords.approved,
  registerWords.link,
] as const;

const WideTable = ({
  lines,
  reply,
}: {
  readonly lines: readonly PublicationLine[];
  readonly reply: StoriesReply;
}) => {
  const shared = usePanelStyles();
  return (
    <table className={shared.table}>
      <caption className={shared.hidden}>{registerWords.title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={shared.th}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <WideRow
            key={`${line.storyId}:${line.channel}:${line.link}:${line.day}`}
            {...{ line, reply }}
          />
        ))}
      </tbody>
    </table>
  );
};

const SmallRow = ({ line, reply }: LineProps) => {
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  const where = [nameOf(line), whereOf(line)].filter((part) => part !== '').join(', ');
  return (
    <li className={overview.row}>
      <span className={overview.what}>
        <What line={line} reply={reply} />
        <span className={shared.quiet}>
          {shortDayText(line.day)} · {where} · {line.by}
          {line.approvedBy !== '' && ` · ${registerWords.approved} ${line.approvedBy}`}
        </span>
        <OutLink line={line} />
      </span>
    </li>
  );
};

/** Everything that came out in the year: where, when, by whom, and whose OK it had. */
export const RegisterPanel = ({
  reply,
  filter,
  narrowed,
  wide,
  onClear,
}: {
  readonly reply: StoriesReply;
  readonly filter: StoryFilter;
  readonly narrowed: boolean;
  readonly wide: boolean;
  readonly onClear: () => void;
}) => {
  const shared = usePanelStyles();
  const lines = reply.register.filter((line) => fitsPublication(filter, line));
  return (
    <section className={shared.panel} aria-labelledby="register">
      <div className={shared.head}>
        <h2 id="register" className={shared.title}>
          {registerWords.title}
        </h2>
        <span className={shared.quiet}>{foundText(lines.length)}</span>
      </div>
      {lines.length === 0 && (
        <Empty
          narrowed={narrowed}
          text={registerWords.empty}
          help={registerWords.emptyHelp}
          onClear={onClear}
        />
      )}
      {lines.length > 0 && wide && <WideTable lines={lines} reply={reply} />}
      {lines.length > 0 && !wide && (
        <ul className={shared.plainList}>
          {lines.map((line) => (
            <SmallRow
              key={`${line.storyId}:${line.channel}:${line.link}:${line.day}`}
              {...{ line, reply }}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
