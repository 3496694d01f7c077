import { type Choice, choice, type Gate, grantsMoney, needsReason } from './gates.ts';
import { openQuestionsOf } from './request.ts';
import { choicesOffered, type Reader, type RequestView } from './requestView.ts';
import { appetiteOf, investmentOf } from './risk.ts';

/** Up to here a risk is routine, or a challenge of one kind (domain.md, Priority, TEK and risk). */
const plainRisk = 2;

/** What goes into operation is read by itself. */
const plainGates: readonly Gate[] = ['gate1', 'gate2'];

/** Nothing is paid now, and nothing will be to run it. */
const isFree = ({ request, project }: RequestView): boolean =>
  request.askOre === 0 && project.runningCostsOre.every((ore) => ore === 0);

const isWithinAppetite = ({ project, request }: RequestView): boolean =>
  project.riskCategory !== null &&
  project.riskCategory <= plainRisk &&
  appetiteOf(project.riskCategory, project, investmentOf(project.budgetOre, request.askOre))
    ?.inside === true;

/** Nobody has asked, suggested or changed anything that is to be read first. */
const isQuiet = (view: RequestView): boolean =>
  !view.project.recommendLift &&
  view.paperNews === null &&
  view.changedSince === null &&
  openQuestionsOf(view.questions.flatMap(({ question, reply }) => [question, reply ?? []].flat()))
    .length === 0;

/**
 * The answer that a chef may give to this matter together with others (features N35, P52): what
 * DigiTek recommends, where that goes forward, is the reader's alone to say, costs nothing and is
 * of little risk. Null for whatever is to be read by itself.
 */
export const plainAnswerOf = (view: RequestView, reader: Reader): Choice | null => {
  const { request, project, state } = view;
  const isTheirs = reader.seat !== null && request.decider.type === 'chef';
  if (!isTheirs || !plainGates.includes(request.gate)) return null;
  if (state.type !== 'open' || project.recommendedOutcome === null) return null;
  const recommended = choice(project.recommendedOutcome);
  const isOffered = choicesOffered(view).some(({ outcome }) => outcome === recommended.outcome);
  const goesForward =
    grantsMoney(request.gate, recommended) && !needsReason(request.gate, recommended);
  return isOffered && goesForward && isFree(view) && isWithinAppetite(view) && isQuiet(view)
    ? recommended
    : null;
};
