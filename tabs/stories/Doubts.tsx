import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import { clearedText, storyPageWords } from '#shared/words/stories/page.ts';
import { usePageStyles } from './pageStyles.ts';

const numbersIn = (hindrances: readonly Hindrance[]): readonly string[] => [
  ...new Set(hindrances.flatMap((one) => (one.type === 'doubtful' ? [one.found.text] : []))),
];

/** Numbers that may be somebody's, and which of them the author has said are nobody's. */
export const useDoubts = (hindrances: readonly Hindrance[]) => {
  const numbers = numbersIn(hindrances);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const cleared = ticked.filter((number) => numbers.includes(number));
  return {
    numbers,
    cleared,
    onCleared: (number: string, isClear: boolean) =>
      setTicked(isClear ? [...cleared, number] : cleared.filter((one) => one !== number)),
    /** What goes along with the sending. */
    said: cleared.length === 0 ? {} : { cleared: [...cleared] },
    /** What stops the sending still. */
    left: hindrances.filter((one) => one.type !== 'doubtful' || !cleared.includes(one.found.text)),
  };
};

type DoubtsProps = Pick<ReturnType<typeof useDoubts>, 'numbers' | 'cleared' | 'onCleared'>;

/** One tick for each: nothing is sent with such a number before somebody has looked at it. */
export const Doubts = ({ numbers, cleared, onCleared }: DoubtsProps) => {
  const page = usePageStyles();
  if (numbers.length === 0) return null;
  return (
    <fieldset className={page.attention}>
      <legend>{storyPageWords.doubts}</legend>
      {numbers.map((number) => (
        <Checkbox
          key={number}
          label={clearedText(number)}
          checked={cleared.includes(number)}
          onChange={(_, data) => onCleared(number, data.checked === true)}
        />
      ))}
    </fieldset>
  );
};
