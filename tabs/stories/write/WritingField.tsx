import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type RefObject, useId } from 'react';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import type { Remark } from '#shared/domain/stories/plainLanguage.ts';
import { piecesOf } from './marksIn.ts';

const text = {
  gridArea: '1 / 1',
  margin: 0,
  padding: '12px 14px',
  border: 'none',
  minWidth: 0,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: '22px',
  letterSpacing: 'normal',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  unicodeBidi: 'plaintext',
} as const;

const useStyles = makeStyles({
  label: { display: 'block', marginBottom: '4px' },
  box: {
    display: 'grid',
    position: 'relative',
    minHeight: '220px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: '-1px',
    },
  },
  low: { minHeight: '120px' },
  behind: { ...text, color: 'transparent', pointerEvents: 'none' },
  field: {
    ...text,
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    resize: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
  },
  gap: {
    backgroundColor: 'var(--attention)',
    outline: `1px solid ${tokens.colorStatusWarningBorder2}`,
    borderRadius: '2px',
  },
  blocked: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    outline: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: '2px',
  },
  remark: { borderBottom: `2px dotted ${tokens.colorBrandStroke1}` },
  fold: { borderLeft: `2px solid ${tokens.colorBrandStroke1}`, marginLeft: '-2px' },
});

type WritingFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  readonly describedBy?: string | undefined;
  readonly hindrances?: readonly Hindrance[];
  readonly remarks?: readonly Remark[];
  readonly fold?: number | null;
  readonly low?: boolean;
  readonly onText: (text: string) => void;
};

/**
 * Grows with what is written. What is marked lies on the same letters behind the field; the lists
 * beside it say the same in words.
 */
export const WritingField = ({
  label,
  value,
  fieldRef,
  describedBy,
  hindrances = [],
  remarks = [],
  fold = null,
  low = false,
  onText,
}: WritingFieldProps) => {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={mergeClasses(styles.box, low && styles.low)}>
        <div className={styles.behind} aria-hidden="true" dir="auto">
          {piecesOf(value, hindrances, remarks, fold).map((piece) => (
            <span key={piece.at}>
              {piece.fold && <span className={styles.fold} data-fold="" />}
              <span className={piece.mark === null ? undefined : styles[piece.mark]}>
                {piece.text}
              </span>
            </span>
          ))}
          {'\n'}
        </div>
        <textarea
          ref={fieldRef}
          id={id}
          className={styles.field}
          dir="auto"
          value={value}
          aria-describedby={describedBy}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
    </div>
  );
};
