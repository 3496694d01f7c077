import type { PaperFacts } from '#shared/domain/approvals/approval.ts';
import type { Decider, DeciderReason } from '#shared/domain/decider.ts';
import type { StepFile } from '#shared/domain/files/file.ts';
import { isPoolId, type PoolView, type Share } from '#shared/domain/funding.ts';
import type { Change } from '#shared/domain/history.ts';
import type { Conversation, Recipient } from '#shared/domain/message.ts';
import { isOre } from '#shared/domain/money.ts';
import type { PaperRow } from '#shared/domain/papers/paper.ts';
import { type Absence, type Role, roles, type StandingDeputy } from '#shared/domain/person.ts';
import { phases } from '#shared/domain/phase.ts';
import { projectTypes, type Standing, statuses } from '#shared/domain/project.ts';
import type { KeptPoint } from '#shared/domain/quarter/quarter.ts';
import type { Disagreement, Paper } from '#shared/domain/request.ts';
import type { Material, Picture } from '#shared/domain/stories/story.ts';
import { type VisitDays, type Visitor, visitSteps } from '#shared/domain/visits/visit.ts';

/* What is read back from JSON columns, checked by hand: these run for every row of a cold start. */

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

const listOf =
  <T>(accept: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(accept);

const among =
  <T extends string>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.some((one) => one === value);

export const areTexts = listOf(isText);
export const areOre = listOf(isOre);
export const areRoles: (value: unknown) => value is readonly Role[] = listOf(among(roles));

const isShare = (value: unknown): value is Share =>
  isObject(value) && isPoolId(value['pool']) && isOre(value['ore']);
export const areShares = listOf(isShare);

const isPoolView = (value: unknown): value is PoolView =>
  isObject(value) &&
  isPoolId(value['pool']) &&
  ['askedOre', 'beforeOre', 'afterOre', 'missingOre'].every((name) => isOre(value[name]));
export const arePoolViews = listOf(isPoolView);

const isKeptPoint = (value: unknown): value is KeptPoint =>
  isObject(value) &&
  isText(value['key']) &&
  isText(value['title']) &&
  Number.isInteger(value['minutes']);
export const areKeptPoints = listOf(isKeptPoint);

const isVisitor = (value: unknown): value is Visitor =>
  isObject(value) && isText(value['id']) && isText(value['name']);
export const areVisitors = listOf(isVisitor);

const isDayOrNone = (value: unknown): boolean =>
  value === null || (isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value));
export const areVisitDays = (value: unknown): value is VisitDays =>
  isObject(value) && visitSteps.every((step) => isDayOrNone(value[step]));

const isDisagreement = (value: unknown): value is Disagreement =>
  isObject(value) && isText(value['seat']) && isText(value['text']);
export const areDisagreements = listOf(isDisagreement);

const isDeciderType = among(['chef', 'chefs', 'chefgruppe']);
export const isDecider = (value: unknown): value is Decider =>
  isObject(value) && isDeciderType(value['type']) && areTexts(value['seats']);

const isBound = among(['granted', 'named']);
const reasonFields: Record<DeciderReason['type'], (value: Loose) => boolean> = {
  commonPool: ({ bound }) => bound === undefined || isBound(bound),
  lifted: (value) => isText(value['by']),
  otherPools: (value) => isText(value['leadArea']) && areTexts(value['payers']),
  ownPool: (value) => isText(value['leadArea']),
  noMoney: (value) => isText(value['leadArea']),
  rerouted: (value) => isText(value['by']) && isText(value['because']),
};
const isReasonType = among(Object.keys(reasonFields) as DeciderReason['type'][]);
export const isDeciderReason = (value: unknown): value is DeciderReason => {
  if (!isObject(value)) return false;
  const type = value['type'];
  return isReasonType(type) && reasonFields[type](value);
};

export const isPaper = (value: unknown): value is Paper =>
  isObject(value) &&
  isText(value['link']) &&
  isText(value['version']) &&
  (value['minutes'] === null || typeof value['minutes'] === 'number');

export const isRecipient = (value: unknown): value is Recipient =>
  isObject(value) &&
  (value['type'] === 'chefgruppe' ||
    value['type'] === 'team' ||
    (value['type'] === 'person' && isText(value['id'])));

export const isChange = (value: unknown): value is Change =>
  isObject(value) &&
  ['cause', 'kind', 'byId', 'byName', 'at', 'before', 'after'].every((name) => isText(value[name]));

const isBy = (value: unknown): boolean =>
  isObject(value) && ['byId', 'byName', 'at'].every((name) => isText(value[name]));

const isMove = (value: unknown): boolean =>
  isObject(value) && ['from', 'to', 'at'].every((name) => isText(value[name]));

/** Absences that people have set say nothing of automatic replies. */
const areReplies = (value: unknown): boolean =>
  value === undefined ||
  (isObject(value) &&
    (value['start'] === null || isText(value['start'])) &&
    typeof value['isOver'] === 'boolean' &&
    Array.isArray(value['moves']) &&
    value['moves'].every(isMove));

const isAbsence = (value: unknown): value is Absence =>
  isObject(value) &&
  ['id', 'deputyId', 'from', 'to'].every((name) => isText(value[name])) &&
  isBy(value) &&
  (value['ended'] === null || isBy(value['ended'])) &&
  areReplies(value['replies']);
export const areAbsences: (value: unknown) => value is readonly Absence[] = listOf(isAbsence);

export const isStandingDeputy = (value: unknown): value is StandingDeputy =>
  isObject(value) && isText(value['deputyId']) && isBy(value);

const isPhase = among(phases);
const isStatus = among(statuses);
const isType = among(projectTypes);
export const isStanding = (value: unknown): value is Standing =>
  isObject(value) && isType(value['type']) && isPhase(value['phase']) && isStatus(value['status']);

const isMember = (value: unknown): value is Conversation['members'][number] =>
  isObject(value) && isText(value['id']) && isText(value['teamsUserId']);
export const areMembers = listOf(isMember);

const isPicture = (value: unknown): value is Picture =>
  isObject(value) &&
  ['id', 'alt', 'consent'].every((name) => isText(value[name])) &&
  typeof value['people'] === 'boolean';
export const arePictures = listOf(isPicture);

const isMaterial = (value: unknown): value is Material =>
  isObject(value) && ['title', 'link', 'version'].every((name) => isText(value[name]));
export const areMaterials = listOf(isMaterial);

const isPaperRow = (value: unknown): value is PaperRow =>
  isObject(value) && Object.values(value).every(isText);
const isStepFile = (value: unknown): value is StepFile =>
  isObject(value) &&
  [value['name'], value['byId'], value['byName'], value['at']].every(isText) &&
  [value['size'], value['version']].every(Number.isSafeInteger) &&
  (value['link'] === null || isText(value['link'])) &&
  (value['removed'] === undefined || isBy(value['removed']));
export const areStepFiles = listOf(isStepFile);

export const arePaperRows = listOf(isPaperRow);

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const isAssessment = isOneOf(null, 0, 1, 2, 3);
const isOreOrNone = (value: unknown): boolean => value === null || isOre(value);

export const isPaperFacts = (value: unknown): value is PaperFacts =>
  isObject(value) &&
  ['link', 'version', 'purpose'].every((name) => isText(value[name])) &&
  ['askOre', 'budgetOre'].every((name) => isOreOrNone(value[name])) &&
  ['efficiency', 'quality', 'wellbeing'].every((name) => isAssessment(value[name])) &&
  isOneOf(null, 1, 2, 3, 4)(value['riskCategory']) &&
  areOre(value['runningCostsOre']) &&
  (value['ownerId'] === null || isText(value['ownerId']));
