import type { Area } from '#shared/domain/area.ts';
import { type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Project, TekValue } from '#shared/domain/project.ts';
import { sentencesIn } from '#shared/domain/stories/plainLanguage.ts';
import { amountText, plusMinus } from '../benefits/numbers.ts';
import { dayYearText } from '../dates.ts';
import { formatKr } from '../money.ts';
import { importWords } from '../server/import.ts';

/* Drafts laid out from what the project already says. What nobody has told stays a visible gap. */

/** A line of facts for somebody who is about to be called by a journalist. */
export type Fact = { readonly code: FactCode; readonly label: string; readonly text: string };

type FactCode =
  | 'project'
  | 'purpose'
  | 'summary'
  | 'hope'
  | 'standing'
  | 'since'
  | 'place'
  | 'technology'
  | 'years'
  | 'budget'
  | 'lead'
  | 'owner'
  | 'source';

/**
 * What people typed, as it may stand in a running text: no control signs, no marks that turn the
 * reading direction of what follows, no brackets that would be read as one of our gaps.
 */
const plain = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\[(?=skriv)([^[\]]*)\]/giu, '($1)')
    .trim();

const asSentence = (text: string): string => {
  const said = plain(text);
  return said === '' || /[.!?…:][»”")]*$/u.test(said) ? said : `${said}.`;
};

const present = (parts: readonly string[]): readonly string[] =>
  parts.filter((part) => part !== '');

const together = (parts: readonly string[], by: string): string => present(parts).join(by);

/** A project's summary may be long; a post takes what it has room for, in whole sentences. */
const longestStory = 900;

const beginningOf = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const last = sentencesIn(text)
    .filter(({ at, length }) => at + length <= longest)
    .at(-1);
  if (last) return text.slice(0, last.at + last.length);
  return `${plain(text.slice(0, longest).replace(/\S*$/u, '') || text.slice(0, longest))}…`;
};

const paragraphsOf = (text: string): readonly string[] =>
  present(text.split(/[\r\n]+/).map(asSentence));

const titleOf = (project: Project): string => plain(project.title) || 'Projektet';

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} og ${names.at(-1)}` : (names[0] ?? '');

/** "Viborg Kommune", or "i kommunerne København, Aalborg og Aarhus" where there are several. */
const municipalitiesOf = (municipality: string): readonly string[] =>
  plain(municipality)
    .replace(/\s+kommune(?:n|r|rne)?(?=$|[\s,;/&])/giu, '')
    .replace(/^kommunerne\s+/iu, '')
    .split(/\s*[,;/&]\s*(?:og\s+)?|\s+og\s+/iu)
    .filter((name) => name !== '');

const wholeName = (municipality: string): string =>
  /^region /iu.test(municipality) ? municipality : `${municipality} Kommune`;

/** "Omsorg og Sundhed, Viborg Kommune": the lead area first. */
const placeOf = (project: Project, areas: readonly Area[]): string => {
  const ids = new Set([...(project.leadArea === null ? [] : [project.leadArea]), ...project.areas]);
  const names = [...ids]
    .flatMap((id) => areas.filter((area) => area.id === id))
    .map(({ name }) => plain(name));
  const own = listed(present(names));
  const municipalities = municipalitiesOf(project.municipality);
  if (municipalities.length <= 1) return together([own, ...municipalities.map(wholeName)], ', ');
  const all = `kommunerne ${listed(municipalities)}`;
  if (own === '') return all;
  return names.length > 1 ? `${own}, og i ${all}` : `${own} og i ${all}`;
};

const inPlace = (place: string): string => (place === '' ? '' : ` i ${place}`);

const phaseSentences: Record<Phase, (place: string) => string> = {
  idea: (place) => `Det er en idé, som vi er ved at vurdere${inPlace(place)}.`,
  investigation: (place) => `Vi undersøger, om det kan bruges${inPlace(place)}.`,
  trial: (place) => `Vi prøver det af${inPlace(place)}.`,
  operation: (place) => `Vi er ved at tage det i brug${inPlace(place)}.`,
  spread: (place) => `Flere steder er ved at tage det i brug${inPlace(place)}.`,
};

/** Where the project stands, to somebody who does not know our phases. */
const standing = (project: Project, areas: readonly Area[]): string => {
  const place = placeOf(project, areas);
  switch (project.status) {
    case 'raw':
    case 'backlog':
    case 'pipeline':
      return project.phase === 'idea'
        ? `Det er en idé${inPlace(place)}, som ikke er sat i gang endnu.`
        : phaseSentences[project.phase](place);
    case 'stopped':
      return `Projektet${inPlace(place)} er stoppet.`;
    case 'closed':
      return `Projektet${inPlace(place)} er afsluttet.`;
    case 'operating':
      return project.phase === 'spread'
        ? phaseSentences.spread(place)
        : `Det er i brug${inPlace(place)}.`;
    case 'active':
      return phaseSentences[project.phase](place);
  }
};

/** An import's note that nobody has assessed the benefit is no reason to tell anybody. */
const isReason = (value: TekValue | null, why: string): boolean =>
  value !== 0 && why.trim() !== importWords.namedBenefit;

/** The benefits in the order the municipality ranks them; a leg without benefit is left out. */
const reasonsOf = (project: Project): readonly string[] => {
  const legs = [
    [project.efficiency, project.efficiencyWhy],
    [project.quality, project.qualityWhy],
    [project.wellbeing, project.wellbeingWhy],
  ] as const;
  return present(
    legs.filter(([value, why]) => isReason(value, why)).map(([, why]) => asSentence(why)),
  );
};

const asList = (lines: readonly string[]): string => lines.map((line) => `– ${line}`).join('\n');

const technologyOf = (project: Project): string => {
  const technology = plain(project.technology);
  return technology === '' ? '' : `Teknologien: ${asSentence(technology)}`;
};

const isOver = (project: Project): boolean =>
  project.status === 'stopped' || project.status === 'closed';

const hasBegun = (project: Project): boolean =>
  project.phase !== 'idea' && project.phase !== 'investigation';

/** What is in use, is being spread or has ended is not a hope any longer. */
const isInUse = ({ status, phase }: Project): boolean =>
  status === 'operating' || phase === 'operation' || phase === 'spread';

const hopeOf = (project: Project): string =>
  isOver(project) || isInUse(project) ? 'Det ville vi opnå' : 'Det håber vi på';

const changeGap = (project: Project): string => {
  if (isOver(project)) return '[Skriv, hvad vi har lært]';
  return hasBegun(project)
    ? '[Skriv, hvad der er blevet anderledes, gerne med ét tal]'
    : '[Skriv, hvad der bliver anderledes, hvis det virker]';
};

/** A post in three parts: why we do it, the story, and what is different now. */
export const microStoryDraft = (project: Project, areas: readonly Area[]): string => {
  const reasons = reasonsOf(project);
  const why = together(
    [
      beginningOf(asSentence(project.purpose), 400) ||
        '[Skriv i én sætning, hvad det gør for mennesker]',
      reasons.length > 0
        ? `${hopeOf(project)}:\n${asList(reasons.map((reason) => beginningOf(reason, 200)))}`
        : '[Skriv, hvorfor vi gør det: Hvad er svært i dag?]',
    ],
    '\n',
  );
  const story = together(
    [
      beginningOf(paragraphsOf(project.summary).join(' '), longestStory),
      beginningOf(technologyOf(project), 200),
      '[Skriv, hvad en borger eller medarbejder oplever]',
    ],
    '\n',
  );
  const change = together([standing(project, areas), changeGap(project)], '\n');
  return together([why, story, change, '#velfærdsteknologi'], '\n\n');
};

/** "Vi lovede 3.400 timer om året. Efter 6 måneder er målt 2.900 ± 400." The figures are the benefit's own. */
const measuredText = (row: BenefitRow): string => {
  const last = measuredIn(row);
  if (last === null) return '[Skriv, hvad der er målt]';
  const { gain, uncertainty, month, at, promisedThen } = last;
  const when = month === null ? dayYearText(at) : afterMonths(month);
  const promise = row.isWorse ? 'Vi regnede med' : 'Vi lovede';
  return together(
    [
      `${promise} ${amountText(row, promisedThen)}.`,
      `Målt ${when}: ${amountText(row, gain)}${uncertainty === null ? '' : ` (${plusMinus(uncertainty)})`}.`,
      uncertainty === null ? '[Skriv, hvor sikkert tallet er]' : '',
    ],
    ' ',
  );
};

const afterMonths = (months: number): string =>
  months === 1 ? 'efter 1 måned' : `efter ${months} måneder`;

/** What it was before, as the benefit says it. */
const beforeText = (row: BenefitRow): string => {
  const indicator = plain(row.indicator);
  const value = amountText(row, row.baseline);
  return indicator === '' || row.baseline === 0
    ? ''
    : `Før: ${value}. Det måles sådan: ${asSentence(indicator)}`;
};

/** The same three parts of what a benefit was measured to be: with what was promised, and how sure it is. */
export const benefitStoryDraft = (
  project: Project,
  areas: readonly Area[],
  row: BenefitRow,
): string => {
  const why = together(
    [
      beginningOf(asSentence(project.purpose), 400) ||
        '[Skriv i én sætning, hvad det gør for mennesker]',
      beforeText(row) || '[Skriv, hvorfor vi gør det: Hvad var svært før?]',
    ],
    '\n',
  );
  const story = together(
    [
      beginningOf(paragraphsOf(project.summary).join(' '), longestStory),
      beginningOf(technologyOf(project), 200),
      '[Skriv, hvad en borger eller medarbejder oplever]',
    ],
    '\n',
  );
  const change = together(
    [`${asSentence(plain(row.title))} ${measuredText(row)}`, standing(project, areas)],
    '\n',
  );
  return together([why, story, change, '#velfærdsteknologi'], '\n\n');
};

const contactOf = (project: Project): string =>
  plain(project.leadName) || plain(project.ownerName) || 'team DigiTek';

const section = (heading: string, text: string): string =>
  text === '' ? '' : `${heading}\n${text}`;

/** The text for viborg.dk as the project stands now, ready to be copied: no gaps. */
export const descriptionDraft = (project: Project, areas: readonly Area[]): string =>
  together(
    [
      titleOf(project),
      asSentence(project.purpose),
      ...paragraphsOf(project.summary),
      section(hopeOf(project), asList(reasonsOf(project))),
      technologyOf(project),
      section('Så langt er vi', standing(project, areas)),
      section('Vil du vide mere?', `Spørg ${contactOf(project)}.`),
    ],
    '\n\n',
  );

/** What published material says of whom the press may call. */
export const interviewText = (lederName: string): string =>
  `Pressen kan tale med ${plain(lederName)}.`;

/** What an article would be about, for the leder and the chef to say yes or no to. */
export const topicDraft = (project: Project, lederName: string): string =>
  together(
    [
      `Vi vil gerne fortælle om ${titleOf(project)}.`,
      asSentence(project.purpose) || '[Skriv i én sætning, hvad det gør for mennesker]',
      section('Hvad andre kan lære', '[Skriv, hvad der er nyt for andre kommuner]'),
      section('Sådan har vi gjort', '[Skriv kort, hvordan vi har arbejdet]'),
      section('Det er der kommet ud af det', changeGap(project)),
      section(
        'Hvem der fortæller',
        lederName === '' ? '[Skriv, hvem vi vil tale med]' : interviewText(lederName),
      ),
    ],
    '\n\n',
  );

const yearsOf = ({ startYear, endYear }: Project): string => {
  if (startYear === null) return endYear === null ? '' : `Til ${endYear}`;
  return endYear === null ? `Fra ${startYear}` : `${startYear}–${endYear}`;
};

/** What a leder needs at hand when the press calls: only what is known. */
export const factSheet = (project: Project, areas: readonly Area[]): readonly Fact[] => {
  const facts: readonly Fact[] = [
    { code: 'project', label: 'Projekt', text: titleOf(project) },
    { code: 'purpose', label: 'Kort sagt', text: asSentence(project.purpose) },
    { code: 'summary', label: 'Mere om det', text: paragraphsOf(project.summary).join(' ') },
    { code: 'hope', label: hopeOf(project), text: reasonsOf(project).join(' ') },
    { code: 'standing', label: 'Så langt er vi', text: standing(project, areas) },
    { code: 'since', label: 'I fasen siden', text: dayYearText(project.phaseSince) },
    { code: 'place', label: 'Hvor', text: placeOf(project, areas) },
    { code: 'technology', label: 'Teknologi', text: plain(project.technology) },
    { code: 'years', label: 'År', text: yearsOf(project) },
    {
      code: 'budget',
      label: 'Forventet budget',
      text: project.budgetOre === null ? '' : formatKr(project.budgetOre),
    },
    { code: 'lead', label: 'Projektleder', text: plain(project.leadName) },
    { code: 'owner', label: 'Projektejer', text: plain(project.ownerName) },
    { code: 'source', label: 'Kilde', text: plain(project.sourceUrl) },
  ];
  return facts.filter(({ text }) => text !== '');
};
