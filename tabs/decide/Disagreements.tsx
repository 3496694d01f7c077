import { Field, Textarea } from '@fluentui/react-components';
import type { Area, AreaId } from '#shared/domain/area.ts';
import type { Disagreement } from '#shared/domain/request.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { seatName } from '#shared/words/words.ts';

type Props = {
  readonly areas: readonly Area[];
  /** Those who have answered something else than what is decided. */
  readonly seats: readonly AreaId[];
  readonly noted: readonly Disagreement[];
  readonly onNoted: (noted: readonly Disagreement[]) => void;
};

/** A field for each who answered otherwise: it is noted with its reason, or they change it themselves. */
export const Disagreements = ({ areas, seats, noted, onNoted }: Props) =>
  seats.map((seat) => (
    <Field
      key={seat}
      label={quarterPageWords.against(seatName(areas, seat))}
      hint={quarterPageWords.againstHint}
      required
    >
      <Textarea
        value={noted.find((one) => one.seat === seat)?.text ?? ''}
        maxLength={2_000}
        onChange={(_, { value }) =>
          onNoted([...noted.filter((one) => one.seat !== seat), { seat, text: value }])
        }
      />
    </Field>
  ));
