import type { Area, AreaId } from '#shared/domain/area.ts';
import {
  acrossAreas,
  type BenefitLeg,
  type ImportWords,
  meaningByKey,
  type StandingName,
  standings,
  wordKey,
} from '#shared/domain/importWords.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Priority } from '#shared/domain/priority.ts';
import type { Project, ProjectType } from '#shared/domain/project.ts';
import { wordForm } from '#shared/domain/wordForm.ts';
import { importWords as says } from '#shared/words/server/import.ts';
import { knownWord } from './cells.ts';

/** Where a project stands. */
export type Standing = Pick<Project, 'phase' | 'status'>;

/** The words a list is read with, each kind ready to be looked up. */
export type Lookup = {
  readonly areas: ReadonlyMap<string, AreaId>;
  readonly areaIds: readonly AreaId[];
  readonly standings: ReadonlyMap<string, StandingName>;
  readonly types: ReadonlyMap<string, ProjectType>;
  readonly priorities: ReadonlyMap<string, Priority>;
  readonly benefits: ReadonlyMap<string, BenefitLeg>;
  readonly people: ReadonlyMap<string, ReadonlySet<PersonId>>;
};

/** An area by its own name or id first; other words only for areas there are. */
const areaLookup = (words: ImportWords, areas: readonly Area[]): ReadonlyMap<string, AreaId> => {
  const ids = [...areas.map((area) => area.id), acrossAreas];
  const others = [...meaningByKey(words, 'area')].filter(([, id]) => ids.includes(id));
  return new Map([
    ...others,
    [wordKey(says.acrossAreas), acrossAreas],
    ...areas.flatMap((area) =>
      [area.id, area.name].map((name) => [wordKey(name), area.id] as const),
    ),
  ]);
};

/** What a person is called in lists: name, "Efternavn, Fornavn", address, initials before the @. */
const namesOf = ({ id, name, upn }: Person): readonly string[] => [
  id,
  name,
  upn,
  upn.split('@')[0] ?? '',
];

const peopleLookup = (people: readonly Person[]): Lookup['people'] => {
  const found = new Map<string, Set<PersonId>>();
  for (const person of people)
    for (const name of namesOf(person).map(wordForm))
      if (name !== '') found.set(name, (found.get(name) ?? new Set()).add(person.id));
  return found;
};

export const lookupOf = (
  words: ImportWords,
  areas: readonly Area[],
  people: readonly Person[],
): Lookup => ({
  areas: areaLookup(words, areas),
  areaIds: areas.map((area) => area.id),
  standings: meaningByKey(words, 'status'),
  types: meaningByKey(words, 'type'),
  priorities: meaningByKey(words, 'priority'),
  benefits: meaningByKey(words, 'benefit'),
  people: peopleLookup(people),
});

/** The one person a name can mean; null where there is none, or several. */
export const personNamed = (given: string, people: Lookup['people']): PersonId | null => {
  const turned = given.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1');
  const found = people.get(wordForm(given)) ?? people.get(wordForm(turned));
  const [only, other] = found ?? [];
  return only !== undefined && other === undefined ? only : null;
};

/** What a word may wear and still be the word; taken off one by one, the first that helps counts. */
type Worn = readonly RegExp[];

const named = <T>(given: string, words: ReadonlyMap<string, T>, worn: Worn): T | null => {
  const bare = given.trim();
  let found = knownWord(bare, words);
  for (const what of worn) found ??= knownWord(bare.replace(what, ''), words);
  return found;
};

/** "Demensområdet", "Omsorgsforvaltningen", "Center for sundhed", and the first half of "Sundheds- og …". */
const offices: Worn = [
  /\s*(?:området|område|forvaltningen|forvaltning|afdelingen|afdeling|sektoren|sektor)$/i,
  /s?-?\s*(?:området|område|forvaltningen|forvaltning|afdelingen|afdeling|sektoren|sektor)$/i,
  /^(?:forvaltningen|forvaltning|afdelingen|afdeling|center|centret|området)\s+for\s+/i,
  /s-$/,
];

/** "Undersøgelsesfasen", "Projektet er afsluttet", "Under planlægning", "Afsluttet 2024", "Test i gang". */
const stages: Worn = [
  /s?fasen?$/i,
  /^(?:projektet|projekt)\s+(?:er\s+)?/i,
  /^(?:er\s+)?(?:under|i)\s+/i,
  /\s+(?:i\s+)?\d{4}$/,
  /\s+i\s+gang$/i,
  /e[nt]$/i,
];

const oneArea = (given: string, { areas }: Lookup): AreaId | null => named(given, areas, offices);

const saysPhase = (name: StandingName): boolean =>
  ['idea', 'investigation', 'trial', 'operation', 'spread'].includes(name);

const isOver = (name: StandingName): boolean => name === 'stopped' || name === 'closed';

const remarked = /^(.+?)\s*(?:\(([^)]+)\)|\s[-–]\s(.+))$/;

/**
 * A phase or status as a cell names it. "Afprøvning (stoppet)" is over, "Undersøgelse - i gang" is
 * what it says first, and "Afprøvning (pause)" says two things that do not go together.
 */
export const standingNamed = (
  given: string,
  standingWords: Lookup['standings'],
): StandingName | null => {
  const [, before = '', bracketed, dashed] = remarked.exec(given) ?? [];
  const beside = named(bracketed ?? dashed ?? '', standingWords, stages);
  const whole = named(given, standingWords, stages);
  if (beside === null) return whole;
  const main = whole ?? named(before, standingWords, stages);
  if (main === null || main === beside || beside === 'underway') return main;
  return isOver(beside) || (main === 'idea' && !saysPhase(beside)) ? beside : null;
};

const longestCell = 200;

export type AreaFields = Pick<Project, 'leadArea' | 'areas'>;

/** "Omsorg - Nord" is a unit of one area. */
const unitOf = (given: string, lookup: Lookup): AreaFields | null => {
  const [before = '', ...rest] = given.split(/\s[-–:]\s/);
  const area = rest.length === 1 ? oneArea(before, lookup) : null;
  return area === null || area === acrossAreas ? null : { leadArea: area, areas: [] };
};

/** "Tværgående (Omsorg, Social)" goes across those two. */
const areasInside = (given: string, lookup: Lookup): AreaFields | null => {
  const [, inside = ''] = /\(([^()]+)\)/.exec(given) ?? [];
  return inside === '' ? null : areasNamed(inside, lookup);
};

/**
 * Which areas a cell names; null where a part of it is no area. "Tværgående" is every area, and
 * several are several: then somebody has to choose the leading one before a gate.
 */
export const areasNamed = (given: string, lookup: Lookup): AreaFields | null => {
  if (given.length > longestCell) return null;
  const whole = oneArea(given, lookup);
  const parts = given.split(/\s*(?:[,/;|+&\n]|\s(?:og|samt|[-–])\s)\s*/i).filter(Boolean);
  const each = whole === null ? parts.map((part) => oneArea(part, lookup)) : [whole];
  const known = new Set(each.flatMap((area) => area ?? []));
  if (known.size === 0 || each.includes(null)) return unitOf(given, lookup);
  if (known.has(acrossAreas))
    return areasInside(given, lookup) ?? { leadArea: null, areas: lookup.areaIds };
  const [first, other] = known;
  return other === undefined
    ? { leadArea: first ?? null, areas: [] }
    : { leadArea: null, areas: [...known] };
};

/** Phase and status out of two columns; null where they do not go together. */
export const standingFrom = (phase: StandingName, status: StandingName): Standing | null => {
  if (!saysPhase(phase)) return saysPhase(status) ? standingFrom(status, phase) : null;
  const at = standings[phase];
  if (isOver(status)) return { phase: at.phase, status: standings[status].status };
  if (status === 'underway') return at;
  if (saysPhase(status)) return standings[status].phase === at.phase ? at : null;
  return phase === 'idea' ? standings[status] : null;
};
