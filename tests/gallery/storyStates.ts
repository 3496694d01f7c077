import { defaultAreas } from '#shared/domain/area.ts';
import type { Project } from '#shared/domain/project.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import { answerersOfStory } from '#shared/domain/stories/rules.ts';
import type { Picture, StoryKind, StoryState } from '#shared/domain/stories/story.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import type { CardContext } from '../../bot/cards/context.ts';
import {
  failedStoryCard,
  openStoryCard,
  storyCardAt,
} from '../../bot/cards/stories/storyCardFor.ts';
import { askPlace, type StoryPlace } from '../../bot/cards/stories/storyContext.ts';
import { storyStepCard } from '../../bot/cards/stories/storyNextStep.ts';
import { receivedStoryCard } from '../../bot/cards/stories/storyNotice.ts';
import { enquirySentCard, pressFormCard } from '../../bot/cards/stories/storyPressForm.ts';
import { aReadyProject } from '../builders/portfolio.ts';
import {
  aContent,
  anAbout,
  aStory,
  storyAfter,
  storyAt,
  storyDay,
  storyPeople,
  waysTo,
} from '../builders/story.ts';
import { spoken } from './spoken.ts';
import { context as requestContext, type State } from './states.ts';

export const context: CardContext = requestContext;

export const storyProject: Project = aReadyProject('gate2', {
  id: 'p1',
  title: 'Skærmopkald i hjemmeplejen',
  purpose: 'Borgerne ser det samme ansigt hver dag, også når de ikke har brug for et besøg.',
});

const written = [
  'Borgeren ringede ikke efter hjælp. Hun ringede for at sige godmorgen.',
  'I hjemmeplejen i Viborg ringer vi nu til nogle borgere på skærm op til tre gange om dagen. Opkaldet tager fire minutter, og det er det samme ansigt hver gang.',
  'Borgerne fortæller, at de er mere rolige. Medarbejderne har tid til dem, der har brug for et besøg.',
].join('\n\n');

export const aPicture = (number: number, more: Partial<Picture> = {}): Picture => ({
  id: `${String(number % 10).repeat(64)}.jpg`,
  alt: 'En borger ser på en tablet ved køkkenbordet',
  people: true,
  consent: 'Mappe 12',
  ...more,
});

const content = aContent({ text: written, pictures: [aPicture(1)], files: [] });
const about = anAbout({ title: storyProject.title });

export const viewOfStory = (now: StoryNow, more: Partial<StoryView> = {}): StoryView => {
  const at = more.at ?? storyAt;
  return spoken({
    now,
    project: storyProject,
    areas: defaultAreas,
    answerers: answerersOfStory(now, storyPeople, storyDay),
    overdue: isWaiting(now) && now.ask !== null && at >= now.ask.dueAt,
    at,
    ...more,
  });
};

/** A story in one of its states, with the text of these tests. */
export const storyIn = (kind: StoryKind, state: StoryState, own = content): StoryNow =>
  storyAfter(aStory(kind, 'consultant', own, about), ...(waysTo[kind][state] ?? []));

type Seen = {
  readonly by: string;
  readonly place?: StoryPlace;
  readonly more?: Partial<StoryView>;
  readonly typed?: string;
};

export const seenStory = (now: StoryNow, { by, place, more, typed }: Seen) => {
  const view = viewOfStory(now, more);
  return storyCardAt(
    view,
    storyReaderOf(view, by),
    { ...context, ...(typed === undefined ? {} : { typed }) },
    place ?? askPlace(view),
  );
};

const chef = 'chef-omsorg';
const author = 'consultant';
const asked = (seq: number): StoryPlace => ({ kind: 'storyAsk', about: String(seq) });
const told = (seq: number): StoryPlace => ({ kind: 'storyTold', about: String(seq) });

export const changedText = written.replace('fire minutter', 'fem til ti minutter');

const saved = (text: string, pictures: readonly Picture[] = content.pictures) =>
  ['consultant', 'saved', { content: { ...content, text, pictures } }] as const;

/** Approved, changed and asked anew. */
export const askedAnew = (text = changedText, pictures = content.pictures): StoryNow =>
  storyAfter(storyIn('microStory', 'approved'), saved(text, pictures), ['consultant', 'asked']);

const suggestedNow = storyAfter(storyIn('microStory', 'asked'), [
  chef,
  'suggested',
  { text: changedText },
]);

const microStates = (): readonly State[] => {
  const open = storyIn('microStory', 'asked');
  const view = viewOfStory(open);
  const reader = storyReaderOf(view, chef);
  const late = '2027-03-04T17:00:00Z';
  return [
    { name: 'mikro: spurgt', card: seenStory(open, { by: chef }) },
    {
      name: 'mikro: med besked',
      card: seenStory(
        storyAfter(storyIn('microStory', 'draft'), [
          'consultant',
          'asked',
          { comment: 'Billedet er nyt. Sig endelig til, hvis det er for tæt på.' },
        ]),
        { by: 'deputy' },
      ),
    },
    {
      name: 'mikro: husk',
      card: seenStory(open, { by: chef, place: { ...askPlace(view), kind: 'storyNudge' } }),
    },
    { name: 'mikro: fristen er gået', card: seenStory(open, { by: chef, more: { at: late } }) },
    { name: 'mikro: ændret', card: seenStory(askedAnew(), { by: chef }) },
    {
      name: 'mikro: ændret, også billeder',
      card: seenStory(
        askedAnew(changedText, [
          { ...aPicture(1), alt: 'En borger vinker til en tablet ved køkkenbordet' },
          aPicture(2, { alt: 'En tablet på et bord', people: false }),
        ]),
        { by: chef },
      ),
    },
    {
      name: 'mikro: kun billedet er ændret',
      card: seenStory(askedAnew(written, [aPicture(3)]), { by: chef }),
    },
    {
      name: 'mikro: hele teksten igen',
      card: openStoryCard(viewOfStory(askedAnew()), reader, context, {
        place: askPlace(viewOfStory(askedAnew())),
        whole: true,
      }),
    },
    { name: 'mikro: begrundelse', card: storyStepCard(view, context, 'stopStory', null) },
    {
      name: 'mikro: begrundelsen mangler',
      card: failedStoryCard(
        view,
        reader,
        { ...context, typed: 'nå' },
        {
          ask: 2,
          verb: 'stopStory',
          problem: { type: 'refused', refusal: { type: 'reasonRequired' } },
        },
      ),
    },
    {
      name: 'mikro: forslag afvist',
      card: failedStoryCard(
        view,
        reader,
        { ...context, typed: changedText },
        {
          ask: 2,
          verb: 'suggestStory',
          problem: {
            type: 'refused',
            refusal: { type: 'hindered', hindrances: [{ type: 'tooLong', by: 12 }] },
          },
        },
      ),
    },
    {
      name: 'mikro: gik ikke',
      card: failedStoryCard(view, reader, context, {
        ask: 2,
        verb: null,
        problem: { type: 'fault', uncertain: true },
      }),
    },
    { name: 'mikro: modtaget', card: receivedStoryCard(view, context, askPlace(view)) },
    { name: 'mikro: andres', card: seenStory(open, { by: 'chef-sundhed' }) },
    { name: 'mikro: OK', card: seenStory(storyIn('microStory', 'approved'), { by: chef }) },
    {
      name: 'mikro: OK, set af stedfortræderen',
      card: seenStory(storyIn('microStory', 'approved'), { by: 'deputy' }),
    },
    {
      name: 'mikro: slået op',
      card: seenStory(storyIn('microStory', 'published'), { by: chef }),
    },
    {
      name: 'mikro: OK, men rettet siden',
      card: seenStory(storyAfter(storyIn('microStory', 'approved'), saved(changedText)), {
        by: chef,
      }),
    },
    { name: 'mikro: foreslået', card: seenStory(suggestedNow, { by: chef }) },
    {
      name: 'mikro: forslaget brugt',
      card: seenStory(storyAfter(suggestedNow, ['digitek', 'accepted']), { by: chef }),
    },
    { name: 'mikro: stoppet', card: seenStory(storyIn('microStory', 'stopped'), { by: chef }) },
    {
      name: 'mikro: rettes imens',
      card: seenStory(storyAfter(open, saved(changedText)), { by: chef, place: asked(2) }),
    },
    {
      name: 'mikro: spurgt igen',
      card: seenStory(storyAfter(open, ['consultant', 'asked']), { by: chef, place: asked(2) }),
    },
    {
      name: 'mikro: for sent',
      card: failedStoryCard(
        viewOfStory(storyIn('microStory', 'approved')),
        storyReaderOf(viewOfStory(storyIn('microStory', 'approved')), 'deputy'),
        context,
        { ask: 2, verb: null, problem: { type: 'refused', refusal: { type: 'movedOn' } } },
      ),
    },
    {
      name: 'mikro: nyere udgave',
      card: failedStoryCard(
        viewOfStory(askedAnew()),
        storyReaderOf(viewOfStory(askedAnew()), chef),
        context,
        { ask: 2, verb: null, problem: { type: 'refused', refusal: { type: 'movedOn' } } },
      ),
    },
    {
      name: 'forfatter: OK',
      card: seenStory(storyIn('microStory', 'approved'), { by: author, place: told(3) }),
    },
    {
      name: 'forfatter: forslag',
      card: seenStory(suggestedNow, { by: author, place: told(3) }),
    },
    {
      name: 'forfatter: stoppet',
      card: seenStory(storyIn('microStory', 'stopped'), { by: author, place: told(3) }),
    },
    {
      name: 'forfatter: fristen er gået',
      card: seenStory(open, {
        by: author,
        place: { kind: 'storyOverdue', about: '2' },
        more: { at: late },
      }),
    },
    {
      name: 'forfatter: fristen er gået, og så svaret',
      card: seenStory(storyIn('microStory', 'approved'), {
        by: author,
        place: { kind: 'storyOverdue', about: '2' },
      }),
    },
    {
      name: 'forfatter: spurgt igen',
      card: seenStory(storyAfter(open, ['consultant', 'asked']), {
        by: author,
        place: { kind: 'storyOverdue', about: '2' },
      }),
    },
  ];
};

const article = aContent({
  text: `${Array.from({ length: 30 }, () => written).join('\n\n')}\n\nSpørg Leder, nattevagten.`,
  pictures: [],
  files: [
    {
      title: 'Evaluering af skærmopkald',
      link: 'https://viborg.example/evaluering.docx',
      version: '3',
    },
    { title: 'Artiklen, udkast', link: 'https://viborg.example/artikel.docx', version: '7' },
  ],
});
const topic = aContent({ text: written, pictures: [], files: [] });

const articleStates = (): readonly State[] => {
  const at = (state: StoryState, own = topic): StoryNow => storyIn('article', state, own);
  const sentBack = storyAfter(at('topicLeder'), [
    'leder',
    'suggested',
    { text: 'Tag hellere nattevagten med.' },
  ]);
  const anew = storyAfter(
    at('approved', article),
    ['consultant', 'saved', { content: { ...article, text: `${article.text} Slut.` } }],
    ['consultant', 'asked'],
  );
  return [
    { name: 'artikel: emne, leder', card: seenStory(at('topicLeder'), { by: 'leder' }) },
    { name: 'artikel: emne, chef', card: seenStory(at('topicChef'), { by: chef }) },
    {
      name: 'artikel: materiale, leder',
      card: seenStory(at('materialLeder', article), { by: 'leder' }),
    },
    {
      name: 'artikel: materiale, chef',
      card: seenStory(at('materialChef', article), { by: chef, typed: 'Lidt kortere' }),
    },
    { name: 'artikel: ændret', card: seenStory(anew, { by: 'leder' }) },
    {
      name: 'artikel: leder har godkendt',
      card: seenStory(at('topicChef'), { by: 'leder', place: asked(2) }),
    },
    { name: 'artikel: chef har godkendt', card: seenStory(at('writing'), { by: chef }) },
    { name: 'artikel: sendt tilbage', card: seenStory(sentBack, { by: 'leder' }) },
    {
      name: 'artikel: hvad skal være anderledes',
      card: storyStepCard(viewOfStory(at('topicLeder')), context, 'sendBackStory', {
        type: 'refused',
        refusal: { type: 'reasonRequired' },
      }),
    },
    {
      name: 'artikel: fortalt, sendt tilbage',
      card: seenStory(sentBack, { by: author, place: told(3) }),
    },
    {
      name: 'artikel: fortalt, materialet er godkendt',
      card: seenStory(at('approved', article), { by: 'communications', place: told(7) }),
    },
  ];
};

const pressText =
  'Hvor mange borgere får skærmopkald, og hvad koster det?\n\nKontakt: Mette, 87 87 87 87';
const pressAbout = anAbout({ title: 'TV2 Midtvest' });

const pressIn = (state: StoryState): StoryNow =>
  storyAfter(
    aStory(
      'press',
      'communications',
      aContent({ text: pressText, pictures: [], files: [] }),
      pressAbout,
    ),
    ...(waysTo.press[state] ?? []),
  );

const pressStates = (): readonly State[] => {
  const form = {
    key: 'press-00000000-0000-4000-8000-000000000000',
    medium: 'TV2 Midtvest',
    contact: '',
    project: 'skærm',
    question: 'Hvor mange borgere får skærmopkald?',
  };
  return [
    { name: 'presse: spurgt', card: seenStory(pressIn('asked'), { by: 'leder' }) },
    {
      name: 'presse: uden projekt',
      card: seenStory(pressIn('asked'), { by: 'leder', more: { project: null } }),
    },
    { name: 'presse: taget', card: seenStory(pressIn('taken'), { by: 'leder' }) },
    { name: 'presse: afsluttet', card: seenStory(pressIn('closed'), { by: 'leder' }) },
    { name: 'presse: kan ikke', card: seenStory(pressIn('declined'), { by: 'leder' }) },
    {
      name: 'presse: hvorfor ikke',
      card: storyStepCard(viewOfStory(pressIn('asked')), context, 'declinePress', null),
    },
    {
      name: 'presse: fortalt',
      card: seenStory(pressIn('taken'), { by: 'communications', place: told(3) }),
    },
    { name: 'presse: skema', card: pressFormCard(form, null) },
    {
      name: 'presse: skema, mangler',
      card: pressFormCard(form, 'Det projekt fandt jeg ikke.'),
    },
    {
      name: 'presse: sendt',
      card: enquirySentCard(viewOfStory(pressIn('asked')), true, context.links),
    },
    {
      name: 'presse: ingen leder',
      card: enquirySentCard(viewOfStory(pressIn('draft')), false, context.links),
    },
  ];
};

const descriptionStates = (): readonly State[] => {
  const old = storyIn('description', 'published');
  const place: StoryPlace = { kind: 'storyStale', about: 'operation' };
  const project: Project = { ...storyProject, phase: 'operation', status: 'operating' };
  const more = { project };
  return [
    { name: 'viborg.dk: opgave', card: seenStory(old, { by: 'communications', place, more }) },
    {
      name: 'viborg.dk: klaret',
      card: seenStory(old, {
        by: 'communications',
        place,
        more: { project: { ...project, phase: 'trial' } },
      }),
    },
  ];
};

/** Every card about a story, in every state it can be seen in, by the kind of story. */
export const storyStatesByKind = {
  microStory: microStates,
  article: articleStates,
  press: pressStates,
  description: descriptionStates,
} as const;

export const everyStoryState = (): readonly State[] =>
  Object.values(storyStatesByKind).flatMap((states) => states());
