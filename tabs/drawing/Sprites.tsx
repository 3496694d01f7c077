import { tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { DoorDrawing, doorStates } from './DoorDrawing.tsx';

/* Drawn once and pointed at: a card is then two nodes a picture, whatever the picture holds. */

const bars = [0, 1, 2, 3] as const;
const levels = [1, 2, 3, 4] as const;

const RiskLevel = ({ level }: { readonly level: number }) => (
  <symbol id={`risk-${level}`} viewBox="0 0 19 16">
    {bars.map((bar) => (
      <rect
        key={bar}
        x={0.5 + bar * 4.8}
        y={12.5 - bar * 3.6}
        width={3.2}
        height={3 + bar * 3.6}
        rx={0.8}
        style={
          bar < level
            ? { fill: tokens.colorNeutralForeground2, stroke: tokens.colorNeutralForeground2 }
            : {
                fill: tokens.colorNeutralStroke1,
                fillOpacity: 'var(--faint)',
                stroke: tokens.colorNeutralStroke1,
              }
        }
        strokeWidth={0.6}
      />
    ))}
  </symbol>
);

const Marks = () => (
  <>
    <symbol id="mark-diamond" viewBox="0 0 10 10">
      <path d="M5 0 10 5 5 10 0 5Z" fill="currentColor" />
    </symbol>
    <symbol id="mark-disc" viewBox="0 0 10 10">
      <circle cx="5" cy="5" r="4.6" fill="currentColor" />
    </symbol>
    <symbol id="mark-square" viewBox="0 0 10 10">
      <rect x="0.6" y="0.6" width="8.8" height="8.8" rx="1.4" fill="currentColor" />
    </symbol>
    <symbol id="mark-hexagon" viewBox="0 0 10 10">
      <path d="M2.6 0.8h4.8L9.8 5 7.4 9.2H2.6L0.2 5Z" fill="currentColor" />
    </symbol>
    <symbol id="mark-ring" viewBox="0 0 10 10">
      <circle cx="5" cy="5" r="3.7" fill="none" stroke="currentColor" strokeWidth="2" />
    </symbol>
  </>
);

const TekField = () => (
  <symbol id="tek-field" viewBox="0 0 21 18">
    <path d="M10.5 1 16.83 11.67H4.17Z" style={{ fill: tokens.colorBrandBackground2Hover }} />
    <path
      d="M10.5 1 20 17H1Z"
      fill="none"
      strokeWidth="1.3"
      strokeLinejoin="round"
      style={{ stroke: tokens.colorNeutralForeground3 }}
    />
  </symbol>
);

const Warning = () => (
  <symbol id="sits" viewBox="0 0 16 16">
    <path
      d="M8 1.2c.6 0 1.1.3 1.4.8l5.4 9.9c.6 1.1-.2 2.5-1.4 2.5H2.6c-1.2 0-2-1.4-1.4-2.5L6.6 2c.3-.5.8-.8 1.4-.8Z"
      fill="currentColor"
    />
    <path
      d="M8 5.2v4.2M8 11.6v.1"
      strokeWidth="1.5"
      strokeLinecap="round"
      style={{ stroke: tokens.colorNeutralBackground1 }}
    />
  </symbol>
);

const Arrow = () => (
  <symbol id="next-step" viewBox="0 0 16 16">
    <path
      d="M2 8h11M9 4l4 4-4 4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </symbol>
);

/** All drawings that repeat; stands once in the page. */
export const Sprites = memo(() => (
  <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
    <title>Tegninger</title>
    <Marks />
    <TekField />
    <Warning />
    <Arrow />
    {levels.map((level) => (
      <RiskLevel key={level} level={level} />
    ))}
    {doorStates.map((state) => (
      <symbol key={state} id={`door-${state}`} viewBox="0 0 32 40">
        <DoorDrawing state={state} />
      </symbol>
    ))}
    <symbol id="door-small" viewBox="0 0 32 40">
      <DoorDrawing state="ajar" small />
    </symbol>
  </svg>
));
