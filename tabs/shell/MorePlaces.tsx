import {
  makeStyles,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import { placeNames } from '#shared/words/screens/places.ts';
import { hashOfPlace, type Place } from './places.ts';

const focused = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' };

const useStyles = makeStyles({
  more: { flexShrink: 0, alignSelf: 'center' },
  name: {
    padding: '8px 10px',
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    ':focus-visible': focused,
  },
  // Beside the bar, which shows nothing that is wider or higher than it.
  list: {
    position: 'fixed',
    zIndex: 1,
    right: '12px',
    display: 'flex',
    flexDirection: 'column',
    minWidth: '140px',
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  place: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': focused,
  },
});

/** A place that there is no room for in the bar; nothing while there is. */
const Hidden = ({ place }: { readonly place: Place }) => {
  const styles = useStyles();
  return useIsOverflowItemVisible(place.type) ? null : (
    <a className={styles.place} href={hashOfPlace(place)}>
      {place.name}
    </a>
  );
};

/**
 * "Mere": the places that the bar has no room for, in their order. The browser's own, because
 * Fluent's menu takes part in who has the focus while a dialog is open.
 */
export const MorePlaces = ({ places }: { readonly places: readonly Place[] }) => {
  const styles = useStyles();
  const { ref, isOverflowing } = useOverflowMenu<HTMLSpanElement>();
  const details = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (details.current) details.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    close();
    details.current?.querySelector('summary')?.focus();
  };
  if (!isOverflowing) return null;
  return (
    <span ref={ref} className={styles.more}>
      <details
        ref={details}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
      >
        <summary className={styles.name}>{placeNames.more}</summary>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed closes what it is in. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the links in it take the presses. */}
        <div className={styles.list} onClick={close}>
          {places.map((place) => (
            <Hidden key={place.type} place={place} />
          ))}
        </div>
      </details>
    </span>
  );
};
