import { makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { type Hindrance, isPlaced } from '#shared/domain/stories/hindrances.ts';
import type { Remark } from '#shared/domain/stories/plainLanguage.ts';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { remarkText } from '#shared/words/stories/remarks.ts';
import { hindranceText } from '#shared/words/stories/stories.ts';
import { usePageStyles } from '../pageStyles.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '6px' },
  head: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  item: { display: 'flex', gap: '8px', alignItems: 'flex-start', padding: '3px 0' },
  icon: { flexShrink: 0, marginTop: '2px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  show: {
    flexShrink: 0,
    padding: '0 2px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    textDecorationLine: 'underline',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type Span = { readonly at: number; readonly length: number };
export type OnShow = (span: Span) => void;

const spanOf = (one: Hindrance): Span | null => {
  if (one.type === 'gap') return one.found;
  return isPlaced(one) && one.place.type === 'text' ? one.found : null;
};

const Item = ({
  icon,
  text,
  span,
  onShow,
}: {
  readonly icon: ReactElement;
  readonly text: string;
  readonly span: Span | null;
  readonly onShow: OnShow | undefined;
}) => {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.text}>{text}</span>
      {span && onShow && (
        <button
          type="button"
          className={styles.show}
          aria-label={`${storyPageWords.showPlace}: ${text}`}
          onClick={() => onShow(span)}
        >
          {storyPageWords.showPlace}
        </button>
      )}
    </li>
  );
};

/** What stops the sending, each with its place. */
export const Hindrances = ({
  hindrances,
  title,
  onShow,
}: {
  readonly hindrances: readonly Hindrance[];
  readonly title: string;
  readonly onShow?: OnShow | undefined;
}) => {
  const styles = useStyles();
  const page = usePageStyles();
  if (hindrances.length === 0) return null;
  return (
    <section className={page.attention} aria-label={title}>
      <h2 className={styles.head}>{title}</h2>
      <ul className={page.bare}>
        {hindrances.map((one, place) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice.
            key={place}
            icon={<WarningRegular fontSize={16} />}
            text={hindranceText(one)}
            span={spanOf(one)}
            onShow={onShow}
          />
        ))}
      </ul>
    </section>
  );
};

/** What could be said more plainly; it stops nothing. */
export const Remarks = ({
  remarks,
  onShow,
}: {
  readonly remarks: readonly Remark[];
  readonly onShow: OnShow;
}) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <section className={styles.box} aria-label={storyPageWords.remarks}>
      <h2 className={styles.head}>{storyPageWords.remarks}</h2>
      <p className={page.quiet}>
        {remarks.length === 0 ? storyPageWords.noRemarks : storyPageWords.remarksHint}
      </p>
      <ul className={page.bare}>
        {remarks.map((one, place) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice.
            key={place}
            icon={<LightbulbRegular fontSize={16} />}
            text={remarkText(one)}
            span={'at' in one ? one : null}
            onShow={onShow}
          />
        ))}
      </ul>
    </section>
  );
};
