import { tokens } from '@fluentui/react-components';

/** Closed: nobody waits. Next: this project's coming gate. Ajar: an answer is awaited. Open: go on. */
export const doorStates = ['closed', 'next', 'ajar', 'open'] as const;
export type DoorState = (typeof doorStates)[number];

const head = 'M6.2 37V6.5A3.5 3.5 0 0 1 9.7 3h12.6a3.5 3.5 0 0 1 3.5 3.5V37';

const brand = tokens.colorCompoundBrandBackground;
const grey = tokens.colorNeutralForeground3;

const Frame = ({ color, wide }: { readonly color: string; readonly wide: number }) => (
  <>
    <path d={head} fill="none" strokeWidth={wide} style={{ stroke: color }} />
    <path d="M2.5 37.6h27" strokeWidth={wide} strokeLinecap="round" style={{ stroke: color }} />
  </>
);

const Light = () => <path d="M7.4 5.6h17.2V37H7.4Z" style={{ fill: 'var(--door-light)' }} />;

const Shut = ({ color, soft }: { readonly color: string; readonly soft: string }) => (
  <>
    <path d={`${head}Z`} style={{ fill: soft }} />
    <path
      d="M9.8 37V8.2A1.6 1.6 0 0 1 11.4 6.6h9.2a1.6 1.6 0 0 1 1.6 1.6V37"
      fill="none"
      strokeWidth="0.9"
      style={{ stroke: color }}
    />
    <circle cx="20" cy="23" r="1.3" style={{ fill: color }} />
  </>
);

const Leaf = ({ edge, drop, knob }: { edge: number; drop: number; knob: boolean }) => (
  <>
    <path
      d={`M8.2 6.8 ${edge} ${6.8 + drop}V37H8.2Z`}
      strokeWidth="0.8"
      style={{ fill: brand, stroke: tokens.colorBrandStroke1 }}
    />
    {knob && (
      <circle
        cx={edge - 2.6}
        cy="24"
        r="1.5"
        style={{ fill: tokens.colorNeutralForegroundOnBrand }}
      />
    )}
  </>
);

/** The door on its 32 × 40 grid. Below 24 px only frame, leaf and light are drawn. */
export const DoorDrawing = ({
  state,
  small = false,
}: {
  readonly state: DoorState;
  readonly small?: boolean;
}) => {
  const wide = small ? 3.2 : 2.4;
  switch (state) {
    case 'closed':
      return (
        <>
          <Shut color={grey} soft={tokens.colorNeutralBackground4} />
          <Frame color={grey} wide={wide} />
        </>
      );
    case 'next':
      return (
        <>
          <Shut color={brand} soft={tokens.colorBrandBackground2} />
          <Frame color={brand} wide={wide} />
        </>
      );
    case 'ajar':
      return (
        <>
          <Light />
          <Leaf edge={18.4} drop={2.4} knob={!small} />
          <Frame color={grey} wide={wide} />
        </>
      );
    case 'open':
      return (
        <>
          <Light />
          <Leaf edge={12} drop={1.6} knob={false} />
          <Frame color={grey} wide={wide} />
        </>
      );
  }
};
