import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  CheckmarkCircleRegular,
  EditRegular,
  LockClosedRegular,
  PaymentRegular,
} from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import type { PostingReply } from '#shared/contract/economy.ts';
import type { PostingKind } from '#shared/domain/funding.ts';
import { formatKroner } from '#shared/words/money.ts';
import { postingKinds } from '#shared/words/screens/economy.ts';
import { correctsText, moneyWords, numberText } from '#shared/words/screens/economyPage.ts';
import { projectHash } from '../shell/route.ts';
import { usePanelStyles } from './moneyStyles.ts';
import { seqIn } from './shapeMoney.ts';

const useStyles = makeStyles({
  kind: { display: 'inline-flex', alignItems: 'center', gap: '7px', whiteSpace: 'nowrap' },
  reserved: { color: tokens.colorBrandForeground2 },
  granted: { color: tokens.colorStatusSuccessForeground1 },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  more: { display: 'block', overflowWrap: 'anywhere' },
});

const icons: Record<PostingKind, ComponentType<{ fontSize: number; 'aria-hidden': 'true' }>> = {
  reserved: LockClosedRegular,
  granted: CheckmarkCircleRegular,
  released: ArrowUndoRegular,
  spent: PaymentRegular,
  correction: EditRegular,
};

export const KindCell = ({ kind }: { readonly kind: PostingKind }) => {
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <span
      className={mergeClasses(
        styles.kind,
        kind === 'reserved' && styles.reserved,
        kind === 'granted' && styles.granted,
      )}
    >
      <Icon fontSize={16} aria-hidden="true" />
      {postingKinds[kind]}
    </span>
  );
};

/** What a posting is called: its project, else what was bought. */
export const nameOf = (posting: PostingReply): string => {
  if (posting.projectTitle !== '') return posting.projectTitle;
  return posting.text === '' ? moneyWords.purchase : posting.text;
};

/** Why, who, and the number it can be named by. */
export const restOf = (posting: PostingReply): string =>
  [
    posting.projectTitle === '' ? moneyWords.purchase : posting.text,
    posting.corrects === null ? '' : correctsText(seqIn(posting.corrects)),
    posting.by,
    numberText(posting.seq),
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** The project as a link, or what was bought. */
export const WhatName = ({ posting }: { readonly posting: PostingReply }) => {
  const styles = useStyles();
  return posting.projectId !== null && posting.projectTitle !== '' ? (
    <a className={styles.link} href={projectHash(posting.projectId)}>
      {posting.projectTitle}
    </a>
  ) : (
    <span className={styles.title}>{nameOf(posting)}</span>
  );
};

export const WhatCell = ({ posting }: { readonly posting: PostingReply }) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  return (
    <>
      <WhatName posting={posting} />
      <span className={mergeClasses(styles.more, shared.quiet)}>{restOf(posting)}</span>
    </>
  );
};

/** What the pool had left after it; in red with its minus when that was less than nothing. */
export const AfterCell = ({ posting }: { readonly posting: PostingReply }) => {
  const shared = usePanelStyles();
  return (
    <span className={mergeClasses(posting.afterOre < 0 && shared.missing)}>
      {formatKroner(posting.afterOre)}
    </span>
  );
};
