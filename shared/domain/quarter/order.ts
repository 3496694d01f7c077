/* In which order the kinds of matter stand on a kvartalsstatus's agenda (⚙ in domain.md). */

/** The three parts of a kvartalsstatus. */
export const agendaSections = ['decide', 'money', 'follow'] as const;
export type AgendaSection = (typeof agendaSections)[number];

/** Points that come by themselves when there is something behind them. */
export const standingPoints = [
  'priorities',
  'pools',
  'reports',
  'stuck',
  'benefits',
  'visits',
  'stories',
  'heard',
] as const;
export type StandingPoint = (typeof standingPoints)[number];

/** Why a gate is there: they answered differently; somebody wishes the meeting; answers are missing. */
export const waitingKinds = ['differ', 'wish', 'waiting'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export const agendaKinds = [...waitingKinds, ...standingPoints] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** Every kind of matter, those of one part beside each other. */
export type AgendaOrder = readonly AgendaKind[];

export const sectionOfKind: Record<AgendaKind, AgendaSection> = {
  ...{ differ: 'decide', wish: 'decide', waiting: 'decide' },
  ...{ priorities: 'money', pools: 'money' },
  ...{ reports: 'follow', stuck: 'follow', benefits: 'follow' },
  ...{ visits: 'follow', stories: 'follow', heard: 'follow' },
};

export const usualOrder: AgendaOrder = [...agendaKinds];

export const isAgendaKind = (value: unknown): value is AgendaKind =>
  agendaKinds.some((one) => one === value);

export const areAgendaKinds = (value: unknown): value is AgendaOrder =>
  Array.isArray(value) && value.length > 0 && value.every(isAgendaKind);

/** The parts, as they come. */
export const sectionsIn = (order: AgendaOrder): readonly AgendaSection[] => [
  ...new Set([...order.map((kind) => sectionOfKind[kind]), ...agendaSections]),
];

/** A kind that an order does not name stands behind the one it usually follows. */
const withMissing = (order: AgendaOrder, kind: AgendaKind): AgendaOrder => {
  if (order.includes(kind)) return order;
  const before = usualOrder[usualOrder.indexOf(kind) - 1];
  return order.toSpliced(before === undefined ? 0 : order.indexOf(before) + 1, 0, kind);
};

/**
 * Every kind once, part by part, out of whatever somebody wrote, or a release with other kinds did.
 */
export const wholeOrder = (said: readonly string[]): AgendaOrder => {
  const known = [...new Set(said.filter(isAgendaKind))];
  const whole = usualOrder.reduce(withMissing, known);
  return sectionsIn(known).flatMap((section) =>
    whole.filter((kind) => sectionOfKind[kind] === section),
  );
};

/** Whether it is an order as it is kept: every kind, part by part. */
export const isWholeOrder = (value: unknown): value is AgendaOrder =>
  areAgendaKinds(value) && wholeOrder(value).join() === value.join();

/** A kind moved one place within its part; the same order where it stands first or last there. */
export const withKindMoved = (order: AgendaOrder, kind: AgendaKind, by: 1 | -1): AgendaOrder => {
  const from = order.indexOf(kind);
  const other = order[from + by];
  if (other === undefined || sectionOfKind[other] !== sectionOfKind[kind]) return order;
  return order.with(from, other).with(from + by, kind);
};

/** A whole part moved one place, with all its kinds. */
export const withSectionMoved = (
  order: AgendaOrder,
  section: AgendaSection,
  by: 1 | -1,
): AgendaOrder => {
  const sections = sectionsIn(order);
  const from = sections.indexOf(section);
  const other = sections[from + by];
  if (other === undefined) return order;
  return sections
    .with(from, other)
    .with(from + by, section)
    .flatMap((one) => order.filter((kind) => sectionOfKind[kind] === one));
};
