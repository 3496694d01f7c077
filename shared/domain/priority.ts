/** `veryHigh` is for SKAL projects only (domain.md, Priority). */
export const priorities = ['low', 'medium', 'high', 'veryHigh'] as const;
export type Priority = (typeof priorities)[number];

export type PriorityVoice = 'mandatory' | 'decided' | 'recommended' | 'first';

type Voices = {
  readonly type: 'digitek' | 'skal' | 'other';
  readonly firstPriority: Priority | null;
  readonly recommendedPriority: Priority | null;
  readonly decidedPriority: Priority | null;
};

/** The priority the board shows, and whose voice it is: the newest decided, else recommended, else first. */
export const priorityOf = (
  project: Voices,
): { readonly priority: Priority; readonly voice: PriorityVoice } | null => {
  if (project.type === 'skal') return { priority: 'veryHigh', voice: 'mandatory' };
  if (project.decidedPriority) return { priority: project.decidedPriority, voice: 'decided' };
  if (project.recommendedPriority)
    return { priority: project.recommendedPriority, voice: 'recommended' };
  if (project.firstPriority) return { priority: project.firstPriority, voice: 'first' };
  return null;
};
