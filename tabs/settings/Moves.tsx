import { Button } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';

type Props = {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly size?: 'small' | 'medium';
  readonly onMove: (by: 1 | -1) => void;
  readonly words: {
    readonly up: (name: string) => string;
    readonly down: (name: string) => string;
  };
};

/** A line of a setting a place up or down. */
export const Moves = ({ name, isFirst, isLast, size = 'medium', onMove, words }: Props) => (
  <>
    <Button
      appearance="subtle"
      size={size}
      icon={<ArrowUpRegular />}
      aria-label={words.up(name)}
      disabledFocusable={isFirst}
      onClick={() => onMove(-1)}
    />
    <Button
      appearance="subtle"
      size={size}
      icon={<ArrowDownRegular />}
      aria-label={words.down(name)}
      disabledFocusable={isLast}
      onClick={() => onMove(1)}
    />
  </>
);
