import { defaultStepTemplates, type StepTemplates } from '#shared/domain/stepTemplates.ts';
import type { EditRefusal } from '#shared/useCases/projects/editProject.ts';
import { fieldsText } from '#shared/words/screens/project.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { spreadWords } from '#shared/words/spread/words.ts';
import { listText, stepName } from '#shared/words/words.ts';
import { ApiRefusal } from './reply.ts';

type Plain = Exclude<
  EditRefusal['type'],
  'unknown' | 'notAllowed' | 'notYours' | 'notLetGo' | 'unitsLeft' | 'benefitsLeft' | 'changed'
>;

const sentences: Record<Plain, string> = apiWords.edit;

const fieldOf = (refusal: EditRefusal): string => {
  switch (refusal.type) {
    case 'unknownPerson':
      return refusal.field;
    case 'unknownArea':
      return 'leadArea';
    case 'personNumber':
    case 'titleMissing':
      return 'title';
    case 'onlyForSkal':
      return 'priority';
    case 'fundingOpen':
      return 'askOre';
    case 'statusNotByHand':
      return 'status';
    case 'phaseByGate':
    case 'onePhaseAtATime':
      return 'phase';
    case 'typeFinal':
    case 'typePassesGate':
      return 'type';
    case 'notTheGates':
      return 'recommendedOutcome';
    case 'moveReasonMissing':
      return 'reason';
    default:
      return '';
  }
};

/** An edit's "no" as the API says it. A clash is told with both versions, by the route itself. */
export const editRefusalOf = (
  refusal: Exclude<EditRefusal, { type: 'changed' }>,
  /** The plan closes no project, and names no step. */
  made: StepTemplates = defaultStepTemplates,
): ApiRefusal => {
  if (refusal.type === 'unknown') return new ApiRefusal(404, 'unknown', apiWords.noProject);
  if (refusal.type === 'notAllowed') return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
  if (refusal.type === 'notYours')
    return new ApiRefusal(403, 'notAllowed', apiWords.notYours(fieldsText(refusal.fields)), {
      details: refusal.fields.map((field) => ({
        code: field,
        message: apiWords.notYours(fieldsText([field])),
      })),
    });
  if (refusal.type === 'unitsLeft')
    return new ApiRefusal(422, 'unitsLeft', spreadWords.unitsLeft(refusal.count));
  if (refusal.type === 'benefitsLeft')
    return new ApiRefusal(422, 'benefitsLeft', apiWords.benefitsLeft(listText(refusal.left)));
  if (refusal.type === 'notLetGo')
    return new ApiRefusal(
      422,
      'notLetGo',
      apiWords.notLetGo(listText(refusal.left.map((code) => stepName(code, made)))),
    );
  const message = sentences[refusal.type];
  return new ApiRefusal(422, refusal.type, message, {
    details: [{ code: fieldOf(refusal), message }],
  });
};
