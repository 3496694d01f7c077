import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { type ChainColumn, type ChainLink, inColumn } from '#shared/domain/chain/chain.ts';
import { spokenLink } from '#shared/words/chain/drawn.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames, lackShort } from '#shared/words/chain/words.ts';
import { Sits } from '../drawing/marks.tsx';
import { type OnChain, onPlaceFocus, type ShownLink, useChain } from './onChain.tsx';
import { onChainKey } from './useChainKeys.ts';

const useStyles = makeStyles({
  tree: { margin: 0, padding: 0, listStyleType: 'none' },
  group: { margin: 0, padding: 0, listStyleType: 'none' },
  head: {
    padding: '12px 14px 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '28px',
    padding: '1px 14px 1px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '3px solid transparent',
    overflowWrap: 'anywhere',
    cursor: 'default',
  },
  item: {
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible > div:first-child': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  inner: { paddingLeft: '27px' },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  reference: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    minHeight: '24px',
  },
  lack: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    marginLeft: 'auto',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
  },
});

/** Two columns in each part: what the first one's links lead to stands under them. */
const parts: readonly (readonly [ChainColumn, ChainColumn | null])[] = [
  ['situation', null],
  ['deliverable', 'ability'],
  ['behaviour', 'result'],
  ['benefit', null],
  ['purpose', null],
];

type Node = {
  readonly key: string;
  readonly shown: ShownLink;
  /** It stands in full elsewhere, and is only named here. */
  readonly isReference: boolean;
  readonly level: 1 | 2;
  readonly children: readonly Node[];
};

const named = (shown: ShownLink, parent: string): Node => ({
  ...{ key: `${parent}>${shown.link.id}`, shown, isReference: true, level: 2, children: [] },
});

/** Every arrow is a child: in full the first time where it is of the part, else by name. */
const nodesOf = (
  on: OnChain,
  first: ChainColumn,
  second: ChainColumn | null,
  told: Set<string>,
): readonly Node[] => {
  const shownOf = ({ id }: ChainLink): readonly ShownLink[] => {
    const shown = on.links.get(id);
    return shown ? [shown] : [];
  };
  const childOf = (parent: string, shown: ShownLink): Node => {
    if (shown.link.column !== second || told.has(shown.link.id)) return named(shown, parent);
    told.add(shown.link.id);
    return inFull(shown, 2);
  };
  const inFull = (shown: ShownLink, level: 1 | 2): Node => {
    const { id } = shown.link;
    const children =
      level === 2
        ? shown.to.flatMap(shownOf).map((one) => named(one, id))
        : shown.to.flatMap(shownOf).map((one) => childOf(id, one));
    return { key: id, shown, isReference: false, level, children };
  };
  const tops = inColumn(on.chain, first)
    .flatMap(shownOf)
    .map((shown) => inFull(shown, 1));
  const rest = second === null ? [] : inColumn(on.chain, second).filter(({ id }) => !told.has(id));
  return [...tops, ...rest.flatMap(shownOf).map((shown) => inFull(shown, 1))];
};

const Line = ({ node }: { readonly node: Node }) => {
  const styles = useStyles();
  const on = useChain();
  const { shown, isReference, level } = node;
  const [lack] = shown.lacks;
  return (
    <div
      className={mergeClasses(
        styles.line,
        level === 2 && styles.inner,
        isReference && styles.reference,
        !isReference && shown.link.id === on.chosen && styles.chosen,
      )}
    >
      {isReference && <span aria-hidden="true">→</span>}
      <span>{spokenLink(shown.shown)}</span>
      {!isReference && lack && (
        <span className={styles.lack}>
          <Sits size={13} />
          {lackShort(lack)}
        </span>
      )}
    </div>
  );
};

const labelOf = ({ shown, isReference }: Node): string =>
  isReference ? `${chainWords.leadsToWord} ${spokenLink(shown.shown)}` : shown.name;

const Item = ({ node, level }: { readonly node: Node; readonly level: number }) => {
  const styles = useStyles();
  const on = useChain();
  const { shown, isReference, children } = node;
  const { id, column } = shown.link;
  const isChosen = !isReference && id === on.chosen;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree's keys are on the tree.
    <li
      role="treeitem"
      aria-label={labelOf(node)}
      aria-level={level}
      aria-selected={isChosen}
      {...(children.length > 0 ? { 'aria-expanded': true } : {})}
      {...(isReference ? {} : { 'data-place': id })}
      data-link={id}
      tabIndex={isChosen ? 0 : -1}
      className={styles.item}
      onClick={(event) => {
        event.stopPropagation();
        on.onFocus(id, column);
      }}
    >
      <Line node={node} />
      {children.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree.
        <ul role="group" className={styles.group}>
          {children.map((child) => (
            <Item key={child.key} node={child} level={level + 1} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** Up and down go through the text as it stands; left to what it comes from, right to what it leads to. */
const onTreeKey = (on: OnChain, event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey) {
    onChainKey(on, event);
    return;
  }
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-place]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[Math.max(0, Math.min(items.length - 1, at + by))]?.dataset['place'];
  const link = next === undefined ? undefined : on.now().links.get(next)?.link;
  if (link) on.onFocus(link.id, link.column);
  event.preventDefault();
};

const Part = ({
  first,
  second,
  told,
}: {
  readonly first: ChainColumn;
  readonly second: ChainColumn | null;
  readonly told: Set<string>;
}) => {
  const styles = useStyles();
  const on = useChain();
  const nodes = nodesOf(on, first, second, told);
  const name =
    second === null
      ? columnNames[first]
      : `${columnNames[first]} → ${columnNames[second].toLowerCase()}`;
  if (nodes.length === 0) return null;
  return (
    <li
      role="treeitem"
      aria-label={name}
      aria-level={1}
      aria-expanded
      aria-selected={false}
      tabIndex={-1}
    >
      <div className={styles.head}>{name}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a tree. */}
      <ul role="group" className={styles.group}>
        {nodes.map((node) => (
          <Item key={node.key} node={node} level={2} />
        ))}
      </ul>
    </li>
  );
};

/** The very same chain as text. */
export const Outline = () => {
  const styles = useStyles();
  const on = useChain();
  const told = new Set<string>();
  return (
    <div
      role="tree"
      aria-label={chainWords.asText}
      className={styles.tree}
      data-surface="outline"
      onKeyDown={(event) => onTreeKey(on, event)}
      onFocus={onPlaceFocus(on, 'outline')}
    >
      {parts.map(([first, second]) => (
        <Part key={first} first={first} second={second} told={told} />
      ))}
    </div>
  );
};
