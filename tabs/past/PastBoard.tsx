import { useMemo, useRef } from 'react';
import type { PastReply } from '#shared/contract/past.ts';
import { type Looking, noFilter } from '#shared/domain/boardLooking.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { originNames } from '#shared/words/words.ts';
import { PhoneBoard } from '../board/PhoneBoard.tsx';
import { shapeBoard } from '../board/shapeBoard.ts';
import { WideBoard } from '../board/WideBoard.tsx';
import { usePastStyles } from './pastStyles.ts';

const nothing = (): void => undefined;

/** The rooms as they stood: nothing can be moved, and a card leads to the project as it is. */
export const PastBoard = ({ past, isPhone }: { past: PastReply; isPhone: boolean }) => {
  const styles = usePastStyles();
  const reveal = useRef<((row: number) => void) | null>(null);
  const { areas, people, projects, day } = past;
  const looking = useMemo(
    (): Looking => ({
      meId: '',
      seats: [],
      daysSince: (since) => daysFrom(since, day),
      names: { areas, people, origins: originNames },
    }),
    [areas, people, day],
  );
  const shape = useMemo(() => shapeBoard(projects, noFilter, looking), [projects, looking]);
  const rooms = { shape, areas, looking, onShowWaiting: nothing };
  return (
    <div className={styles.board} onDragStartCapture={(event) => event.preventDefault()}>
      {isPhone ? (
        <PhoneBoard {...rooms} />
      ) : (
        <WideBoard {...rooms} doorsCount focusedId={null} reveal={reveal} onCard={nothing} />
      )}
    </div>
  );
};
