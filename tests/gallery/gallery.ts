import { absenceStates } from './absenceStates.ts';
import { approvalStatesByKind } from './approvalStates.ts';
import { benefitStatesByKind } from './benefitStates.ts';
import { chefStatesByKind } from './chefStates.ts';
import { handOnStates } from './handOnStates.ts';
import { ideaStatesByKind } from './ideaStates.ts';
import { inquiryStatesByKind } from './inquiryStates.ts';
import { interestStatesByKind } from './interestStates.ts';
import { morningStates } from './morningStates.ts';
import { planStates } from './planStates.ts';
import { quarterStates } from './quarterStates.ts';
import { rareStates, rareStoryStates } from './rareStates.ts';
import { type State, statesByKind } from './states.ts';
import { storyStatesByKind } from './storyStates.ts';
import { taskStates } from './taskStates.ts';
import { visitStatesByKind } from './visitStates.ts';

/** Every state that a card can be seen in; one fixture for each kind. */
export const galleries: Readonly<Record<string, () => readonly State[]>> = {
  ...statesByKind,
  ...storyStatesByKind,
  ...approvalStatesByKind,
  ...chefStatesByKind,
  ...ideaStatesByKind,
  ...interestStatesByKind,
  quarter: quarterStates,
  ...inquiryStatesByKind,
  ...benefitStatesByKind,
  ...visitStatesByKind,
  task: taskStates,
  morning: morningStates,
  absence: absenceStates,
  plan: planStates,
  handOn: handOnStates,
  rare: rareStates,
  rareStory: rareStoryStates,
};
