import { tokens } from '@fluentui/react-components';
import { intakeSteps } from '#shared/domain/ideas/intake.ts';
import type { StepCode } from '#shared/domain/steps.ts';

const apart = 21;
const radius = 4.5;

/** Six joined dots, of which the steps that are done are full; the words beside say the same. */
export const IntakeDots = ({
  done,
  present,
}: {
  readonly done: readonly StepCode[];
  readonly present: StepCode | null;
}) => {
  const width = (intakeSteps.length - 1) * apart + 2 * radius + 2;
  const at = (place: number): number => radius + 1 + place * apart;
  return (
    <svg width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line
        x1={at(0)}
        x2={at(intakeSteps.length - 1)}
        y1={6}
        y2={6}
        strokeWidth={1.5}
        style={{ stroke: tokens.colorNeutralStroke1 }}
      />
      {intakeSteps.map((code, place) => {
        const isDone = done.includes(code);
        const isPresent = code === present;
        const stroke =
          isDone || isPresent ? tokens.colorCompoundBrandStroke : tokens.colorNeutralStroke1;
        return (
          <circle
            key={code}
            cx={at(place)}
            cy={6}
            r={isPresent ? radius : radius - 0.5}
            strokeWidth={isPresent ? 2 : 1.5}
            style={{
              stroke,
              fill: isDone ? tokens.colorCompoundBrandStroke : tokens.colorNeutralBackground1,
            }}
          />
        );
      })}
    </svg>
  );
};
