import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { Fragment, type MouseEvent, useState } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import { alikeCount, alikeMore, alikeWhere, alikeWords } from '#shared/words/ideas/alike.ts';
import { followWords } from '#shared/words/ideas/follow.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { go, projectHash } from '../shell/route.ts';

const clamped = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

const useStyles = makeStyles({
  // As tall with five as with none, so that nothing moves while one writes.
  beside: {
    minHeight: '430px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalXL,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& svg': { marginTop: '5px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  more: {
    ...clamped,
    WebkitLineClamp: '2',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  first: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' },
  // As low as a line of text, so that five are as tall as before.
  same: {
    color: tokens.colorBrandForegroundLink,
    minWidth: 'max-content',
    padding: 0,
    paddingLeft: '8px',
    height: '20px',
  },
  learnt: { margin: '2px 0 0', paddingLeft: '18px' },
  folded: { display: 'flex', flexDirection: 'column', alignItems: 'stretch' },
  fold: { justifyContent: 'space-between', minHeight: '44px', paddingInline: 0 },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The words both have, as the found one writes them. */
const Shared = ({ words }: { readonly words: readonly string[] }) => (
  <span>
    {alikeWords.both}{' '}
    {words.map((word, at) => (
      <Fragment key={word}>
        {at > 0 && ', '}
        <b>{word}</b>
      </Fragment>
    ))}
  </span>
);

type RowProps = {
  readonly project: AlikeProject;
  readonly areas: readonly Area[];
  readonly onLeave: (hash: string) => void;
  /** It is the very same idea; left out where nothing is being written. */
  readonly onSame?: ((id: string) => void) | undefined;
};

const Row = ({ project, areas, onLeave, onSame }: RowProps) => {
  const styles = useStyles();
  const more = alikeMore(project);
  const hash = projectHash(project.id);
  const onClick = (event: MouseEvent): void => {
    // In a window beside, nothing is left.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onLeave(hash);
  };
  return (
    <li className={styles.row}>
      <AreaMark areas={areas} area={project.leadArea} />
      <div>
        <div className={styles.first}>
          <Link className={styles.name} href={hash} onClick={onClick}>
            {project.title}
          </Link>
          {onSame && (
            <Button
              size="small"
              appearance="transparent"
              className={styles.same}
              aria-label={followWords.sameAs(project.title)}
              onClick={() => onSame(project.id)}
            >
              {followWords.same}
            </Button>
          )}
        </div>
        <div className={styles.line}>
          <Shared words={project.words} />
          <span>{alikeWhere(project)}</span>
        </div>
        {more !== '' && <div className={styles.more}>{more}</div>}
        {project.learnt.length > 0 && (
          <details className={styles.more}>
            <summary>{alikeWords.learnt}</summary>
            <ul className={styles.learnt}>
              {project.learnt.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
};

type AlikeProps = {
  /** Null before there is anything to compare. */
  readonly alike: readonly AlikeProject[] | null;
  readonly areas: readonly Area[];
  readonly onLeave: (hash: string) => void;
  readonly onSame?: (id: string) => void;
};

const Rows = ({ alike, areas, onLeave, onSame }: AlikeProps) => {
  const styles = useStyles();
  if (alike === null || alike.length === 0)
    return <span className={styles.quiet}>{alike ? alikeWords.none : alikeWords.before}</span>;
  return (
    <ul className={styles.list}>
      {alike.map((project) => (
        <Row key={project.id} {...{ project, areas, onLeave, onSame }} />
      ))}
    </ul>
  );
};

/** Only how many there are is read aloud, and only when that changes: whoever writes is listening. */
const Heard = ({ alike }: Pick<AlikeProps, 'alike'>) => {
  const styles = useStyles();
  const count = alike?.length ?? 0;
  return (
    <span className={styles.heard} role="status">
      {alike === null ? '' : count === 0 ? alikeWords.none : alikeCount(count)}
    </span>
  );
};

/** What is alike, beside the fields. */
export const AlikeBeside = (props: AlikeProps) => {
  const styles = useStyles();
  return (
    <section className={styles.beside} aria-label={alikeWords.title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{alikeWords.title}</h3>
        <span className={styles.quiet}>{alikeWords.invite}</span>
      </div>
      <Rows {...props} />
      <Heard alike={props.alike} />
    </section>
  );
};

/** What is alike to an idea that has come, where it is read. */
export const AlikeBelow = ({ alike, areas }: Pick<AlikeProps, 'alike' | 'areas'>) => {
  const styles = useStyles();
  if (alike === null) return null;
  return (
    <section aria-label={alikeWords.title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{alikeWords.title}</h3>
      </div>
      <Rows {...{ alike, areas, onLeave: go }} />
    </section>
  );
};

/** What is alike on a phone: one line, and the rest when it is asked for. */
export const AlikeFolded = (props: AlikeProps) => {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const count = props.alike?.length ?? 0;
  const Chevron = isOpen ? ChevronUpRegular : ChevronDownRegular;
  return (
    <section className={styles.folded} aria-label={alikeWords.title}>
      <Button
        className={styles.fold}
        appearance="transparent"
        icon={<Chevron />}
        iconPosition="after"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? alikeCount(count) : alikeWords.title}
      </Button>
      {isOpen && <Rows {...props} />}
      <Heard alike={props.alike} />
    </section>
  );
};
