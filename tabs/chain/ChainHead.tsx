import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, DesktopRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { chainColumns, inColumn } from '#shared/domain/chain/chain.ts';
import { tidied } from '#shared/domain/chain/place.ts';
import { type ChainVersion, chainVersions } from '#shared/domain/chain/versions.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { checkTexts, versionNames } from '#shared/words/chain/words.ts';
import { areaName } from '#shared/words/words.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { type OnChain, useChain } from './onChain.tsx';
import { beginNew } from './useChainKeys.ts';
import { useExports } from './useExports.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 18px',
    flexShrink: 0,
    padding: '10px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '8px 16px', gap: '8px 12px', borderBottom: 'none' },
  },
  names: { minWidth: 0, '@media (max-width: 719px)': { flexBasis: '180px', flexGrow: 1 } },
  from: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  link: {
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  check: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '7px',
    minHeight: '32px',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 719px)': {
      order: 3,
      width: '100%',
      minHeight: '44px',
      justifyContent: 'flex-start',
      textAlign: 'left',
      backgroundColor: 'var(--attention)',
      border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    },
  },
  whole: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  tools: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '10px',
  },
  writing: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    ':empty': { display: 'none' },
    '@media (max-width: 719px)': { order: 4 },
  },
  writer: { maxWidth: '320px', minWidth: 0, textAlign: 'left', overflowWrap: 'anywhere' },
  versions: { display: 'flex', gap: '2px', '@media (max-width: 719px)': { display: 'none' } },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  wide: { '@media (max-width: 719px)': { display: 'none' } },
});

const Names = () => {
  const styles = useStyles();
  const { areas } = useMe();
  const { reply, chain } = useChain();
  const { project } = reply;
  return (
    <div className={styles.names}>
      <span className={styles.from}>
        <AreaMark areas={areas} area={project.leadArea} />
        {areaName(areas, project.leadArea)}
        <span aria-hidden="true">›</span>
        <a className={styles.link} href={projectHash(project.id)}>
          {project.title}
        </a>
      </span>
      <h1 className={styles.title}>{chainWords.heading(chain.links.length)}</h1>
    </div>
  );
};

/** From the chosen link on, the next that lacks something; round again from the first. */
const toNextLack = (on: OnChain): void => {
  const ordered = chainColumns.flatMap((column) => inColumn(on.chain, column));
  const at = ordered.findIndex(({ id }) => id === on.chosen);
  const round = [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)];
  const next = round.find(({ id }) => on.found.lacks.has(id));
  if (next) on.onFocus(next.id, next.column);
};

/** How many loose ends, and what the benefits lack: pressed, it leads to the next. */
const Check = () => {
  const styles = useStyles();
  const on = useChain();
  const texts = checkTexts(on.found);
  if (on.found.isWhole) return <span className={styles.whole}>{chainWords.whole}</span>;
  if (texts.length === 0) return null;
  return (
    <Button
      appearance="transparent"
      className={styles.check}
      icon={<Sits size={16} />}
      aria-label={`${texts.join(', ')}. ${chainWords.toNextLack}`}
      onClick={() => toNextLack(on)}
    >
      {texts.join(' · ')}
    </Button>
  );
};

/** Who else has written within the last minute, each with the way to their link. */
const Writing = () => {
  const styles = useStyles();
  const me = useMe();
  const on = useChain();
  const others = on.reply.writing.filter(({ byId }) => byId !== me.id);
  return (
    <div className={styles.writing} role="status">
      {others.map(({ byId, byName, link }) => {
        const shown = link === null ? undefined : on.links.get(link);
        const text = chainWords.writing(byName, shown?.shown.text ?? '');
        return shown === undefined ? (
          <span key={byId}>{text}</span>
        ) : (
          <Button
            key={byId}
            size="small"
            appearance="subtle"
            className={styles.writer}
            onClick={() => on.onFocus(shown.link.id, shown.link.column)}
          >
            {text}
          </Button>
        );
      })}
    </div>
  );
};

/** The version that is worked on, and those there are of phases that are over. */
const Versions = () => {
  const styles = useStyles();
  const on = useChain();
  const there = on.reply.versions.map(({ version }) => version);
  const shown = chainVersions.filter(
    (version) => version === on.reply.here || there.includes(version),
  );
  if (shown.length < 2) return null;
  const isHere = (version: ChainVersion): boolean =>
    on.look.version === null ? version === on.reply.here : version === on.look.version;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no set of fields.
    <div className={styles.versions} role="group" aria-label={chainWords.versions}>
      {shown.map((version) => (
        <Button
          key={version}
          appearance="subtle"
          shape="circular"
          aria-pressed={isHere(version)}
          className={mergeClasses(isHere(version) && styles.here)}
          onClick={() =>
            on.onLook({ version: version === on.reply.here ? null : version, compare: null })
          }
        >
          {versionNames[version]}
        </Button>
      ))}
    </div>
  );
};

/** What one does seldom. */
const More = () => {
  const on = useChain();
  const { saveWord, saveSvg, savePng } = useExports();
  const { here, versions } = on.reply;
  const isAsked = on.look.as === 'questions';
  const oldest = versions.find(({ version }) => version !== here)?.version ?? versions[0]?.version;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<MoreHorizontalRegular />} aria-label={chainWords.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => on.onLook({ as: isAsked ? 'picture' : 'questions' })}>
            {isAsked ? chainWords.picture : chainWords.questions}
          </MenuItem>
          {on.mayEdit && (
            <MenuItem onClick={() => on.editing.give({ type: 'arranged', rows: tidied(on.chain) })}>
              {chainWords.tidy}
            </MenuItem>
          )}
          {on.mayEdit && (
            <MenuItem
              onClick={() => {
                on.editing.give({ type: 'kept', version: here });
                on.onSay(chainWords.versionKept(versionNames[here]));
              }}
            >
              {chainWords.keepVersion(versionNames[here])}
            </MenuItem>
          )}
          {oldest && (
            <MenuItem
              onClick={() => on.onLook({ version: null, compare: { from: oldest, to: null } })}
            >
              {chainWords.compare}
            </MenuItem>
          )}
          <MenuItem onClick={saveWord}>{chainWords.word}</MenuItem>
          <MenuItem onClick={saveSvg}>{chainWords.imageKind.svg}</MenuItem>
          <MenuItem onClick={savePng}>{chainWords.imageKind.png}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const Workshop = () => {
  const styles = useStyles();
  const on = useChain();
  const isOn = on.look.as === 'workshop';
  return (
    <Button
      className={styles.wide}
      icon={<DesktopRegular />}
      onClick={() => on.onLook({ as: isOn ? 'picture' : 'workshop' })}
    >
      {isOn ? chainWords.leaveWorkshop : chainWords.workshop}
    </Button>
  );
};

export const ChainHead = () => {
  const styles = useStyles();
  const on = useChain();
  const isPhone = useIsPhone();
  return (
    <header className={styles.head}>
      <Names />
      <Check />
      <Writing />
      <div className={styles.tools}>
        <Versions />
        <More />
        <Workshop />
        {on.mayEdit && on.look.as !== 'questions' && (
          <Button
            appearance="primary"
            icon={<AddRegular />}
            aria-label={chainWords.add}
            onClick={() => beginNew(on, isPhone || on.look.as === 'workshop')}
          >
            {isPhone ? undefined : chainWords.add}
          </Button>
        )}
      </div>
    </header>
  );
};
