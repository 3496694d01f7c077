import { type Answerer, deputiesFor, lederAnswerers, seatAnswerers } from '../asking/asking.ts';
import { ledereOf } from '../interest/rules.ts';
import type { Person, PersonId, Role } from '../person.ts';
import type { Project } from '../project.ts';
import type { InquirySubject } from './inquiry.ts';
import { type InquiryNow, unsaidSeats } from './now.ts';

/** What somebody is to a project, for whoever looks for somebody to ask. */
export type Tie = 'owner' | 'lead' | 'author' | 'consultant' | 'digitek' | 'enthusiast';

/** Somebody one may ask, by what they are to the project, and where they work. */
export type Askable = {
  readonly id: PersonId;
  readonly name: string;
  readonly tie: Tie;
  readonly unit: string;
};

type Tied = Pick<
  Project,
  'ownerId' | 'ownerName' | 'leadId' | 'leadName' | 'createdById' | 'createdBy'
>;

const holding = (role: Role & Tie, people: readonly Person[]): readonly Askable[] =>
  people
    .filter(({ roles }) => roles.includes(role))
    .map(({ id, name, unit }) => ({ id, name, tie: role, unit }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));

/**
 * Whom one may ask about a project, each once and nearest first: its owner, its lead, whoever gave
 * the idea, the team, and the digital ildsjæle of any unit. Who the project names may stand outside the list of people.
 */
export const askableOf = (project: Tied, people: readonly Person[]): readonly Askable[] => {
  const named = [
    { id: project.ownerId, name: project.ownerName, tie: 'owner' as const },
    { id: project.leadId, name: project.leadName, tie: 'lead' as const },
    { id: project.createdById, name: project.createdBy, tie: 'author' as const },
  ].flatMap(({ id, name, tie }): readonly Askable[] =>
    id === null ? [] : [{ id, name, tie, unit: people.find((one) => one.id === id)?.unit ?? '' }],
  );
  const all = [
    ...named,
    ...holding('consultant', people),
    ...holding('digitek', people),
    ...holding('enthusiast', people),
  ];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
};

/** One person who is asked by name, and while they are away whoever answers for them. */
export const personAnswerers = (
  id: PersonId,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  const own: Answerer = { id, seat: null, onBehalf: false };
  const person = people.find((one) => one.id === id);
  const seat = person?.roles.includes('chef') ? person.area : null;
  if (seat !== null) return [own, ...deputiesFor(seat, people, day)];
  return person ? lederAnswerers(person, people, day) : [own];
};

/** The role that a subject is asked of; null where it is a person. */
export const roleAsked: Readonly<Record<InquirySubject, Role | null>> = {
  talk: null,
  it: 'it',
  screening: 'consultant',
  purchase: null,
};

export const holdersOfRole = (role: Role, people: readonly Person[]): readonly Person[] =>
  people.filter(({ roles }) => roles.includes(role));

type Chain = Pick<InquiryNow, 'askedId' | 'asked' | 'said' | 'word'>;

/** Each of those who are asked at once, until they have said yes; whoever had the last word may correct it. */
const seatsTogether = (
  now: Pick<InquiryNow, 'asked' | 'said' | 'word'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  const seats = now.word ? [now.word.seat] : unsaidSeats(now).map(({ seat }) => seat);
  return seats.flatMap((seat) =>
    seatAnswerers(seat, people, day).map((answerer) => ({ ...answerer, seat })),
  );
};

/** Who said yes as one of those who are asked at once, and holds that seat still: it may become a no. */
export const saidAnswerers = (
  { said, word }: Pick<InquiryNow, 'said' | 'word'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] =>
  word !== null
    ? []
    : said.flatMap(({ seat, byId }) =>
        seatAnswerers(seat, people, day)
          .filter(({ id }) => id === byId)
          .map((answerer) => ({ ...answerer, seat })),
      );

/** The leder who is asked; else the chef whose seat is asked, of the lead area unless said, or the deputy. */
const chainAnswerers = (
  { askedId, asked, said, word }: Chain,
  project: Pick<Project, 'leadArea'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] =>
  (asked?.seats.length ?? 0) > 0
    ? seatsTogether({ asked, said, word }, people, day)
    : askedId === null
      ? seatAnswerers(asked?.seat ?? project.leadArea, people, day)
      : ledereOf(project, people)
          .filter(({ id }) => id === askedId)
          .flatMap((leder) => lederAnswerers(leder, people, day));

/**
 * Who may answer: all who hold the role that is asked; else the person, while they have to do with
 * the project, and while it lasts whoever stands in for them.
 */
export const inquiryAnswerers = (
  { subject, ...chain }: Pick<InquiryNow, 'subject'> & Chain,
  project: Tied & Pick<Project, 'leadArea'>,
  people: readonly Person[],
  day: string,
): readonly Answerer[] => {
  const { askedId } = chain;
  if (subject === 'purchase') return chainAnswerers(chain, project, people, day);
  const role = roleAsked[subject];
  if (role !== null)
    return holdersOfRole(role, people).map(({ id }) => ({ id, seat: null, onBehalf: false }));
  return askedId !== null && askableOf(project, people).some(({ id }) => id === askedId)
    ? personAnswerers(askedId, people, day)
    : [];
};
