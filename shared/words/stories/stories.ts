import type { Hindrance, Place } from '#shared/domain/stories/hindrances.ts';
import type { StoryRefusal } from '#shared/domain/stories/rules.ts';
import type { Channel, StoryKind, StoryState } from '#shared/domain/stories/story.ts';

export const storyKindNames: Readonly<Record<StoryKind, string>> = {
  microStory: 'Mikrohistorie',
  article: 'Artikel eller rapport',
  description: 'Beskrivelse på viborg.dk',
  press: 'Pressehenvendelse',
};

export const storyStateNames: Readonly<Record<StoryState, string>> = {
  draft: 'Kladde',
  asked: 'Venter på svar',
  suggested: 'Chefen foreslår en anden tekst',
  topicLeder: 'Emnet er hos lederen',
  topicChef: 'Emnet er hos chefen',
  writing: 'Skrives',
  materialLeder: 'Materialet er hos lederen',
  materialChef: 'Materialet er hos chefen',
  approved: 'Må slås op',
  published: 'Slået op',
  taken: 'Lederen har den',
  declined: 'Lederen kan ikke',
  closed: 'Afsluttet',
  stopped: 'Stoppet',
};

/** A state in the words of its own kind. */
export const stateText = (kind: StoryKind, state: StoryState): string => {
  if (kind === 'article' && state === 'approved') return 'Godkendt, klar til at sende';
  if (kind === 'article' && state === 'published') return 'Sendt ud';
  if (kind === 'article' && state === 'draft') return 'Emne, kladde';
  if (kind === 'description' && state === 'published') return 'Ligger på viborg.dk';
  if (kind === 'press' && state === 'asked') return 'Venter på lederen';
  return storyStateNames[state];
};

export const channelNames: Readonly<Record<Channel, string>> = {
  official: 'LinkedIn, Viborg Kommunes profil',
  private: 'LinkedIn, privat profil',
  viborgDk: 'viborg.dk',
  organisation: 'Organisation',
};

const placeText = (place: Place): string => {
  switch (place.type) {
    case 'text':
      return 'i teksten';
    case 'title':
      return 'i overskriften';
    case 'alt':
      return `i alt-teksten til billede ${place.picture + 1}`;
    case 'consent':
      return `i samtykket til billede ${place.picture + 1}`;
  }
};

/** What stops the sending, and where. A number that may be somebody's is never said again whole. */
export const hindranceText = (hindrance: Hindrance): string => {
  switch (hindrance.type) {
    case 'textMissing':
      return 'Der er ingen tekst endnu.';
    case 'tooLong':
      return `Teksten er ${hindrance.by.toLocaleString('da-DK')} tegn for lang. LinkedIn har plads til 3.000.`;
    case 'gap':
      return `Her mangler der noget: ${hindrance.found.text}`;
    case 'altMissing':
      return `Billede ${hindrance.picture + 1} mangler en alt-tekst.`;
    case 'consentMissing':
      return `Billede ${hindrance.picture + 1} viser nogen. Skriv, hvor samtykket ligger.`;
    case 'cpr':
      return `Der står noget ${placeText(hindrance.place)}, som ligner et cpr-nummer: ${hindrance.found.text.slice(0, 2)}… Fjern det.`;
    case 'doubtful':
      return `Er ${hindrance.found.text.slice(0, 2)}… ${placeText(hindrance.place)} et cpr-nummer? Er det, så fjern det. Er det ikke, så sig det, når du sender.`;
    case 'blockedWord':
      return `»${hindrance.found.text}« ${placeText(hindrance.place)} må ikke sendes. Skriv det uden.`;
    case 'chefMissing':
      return hindrance.area === null
        ? 'Vælg den chef, der skal spørges.'
        : 'Området har ingen chef lige nu. Vælg et andet.';
    case 'lederMissing':
      return 'Vælg den leder, der skal spørges.';
    case 'lederNotNamed':
      return `Skriv i teksten, at pressen kan tale med lederen: ${hindrance.name}.`;
  }
};

/** Why something was not stored, in a sentence; nothing is lost. */
export const storyRefusalText = (refusal: StoryRefusal): string => {
  switch (refusal.type) {
    case 'notAllowed':
      return 'Det kan kun team DigiTek og Kommunikation.';
    case 'notYours':
      return 'Den venter ikke på dig. Trykket ændrede ikke noget.';
    case 'movedOn':
      return 'Historien er kommet videre siden. Trykket ændrede ikke noget.';
    case 'changed':
      return 'En anden har gemt imens. Se den nye tekst, og gem så igen.';
    case 'reasonRequired':
      return 'Begrundelsen mangler. Skriv en sætning.';
    case 'commentTooLong':
      return `Teksten er for lang. Der er plads til ${refusal.longest.toLocaleString('da-DK')} tegn.`;
    case 'titleMissing':
      return 'Giv historien en overskrift på højst 120 tegn.';
    case 'contentTooLong':
      return `Teksten er for lang. Der er plads til ${refusal.longest.toLocaleString('da-DK')} tegn.`;
    case 'tooManyPictures':
      return `Der kan være højst ${refusal.most} billeder.`;
    case 'nothingSuggested':
      return 'Teksten er ikke ændret. Ret den, som du gerne vil have den, eller sig OK.';
    case 'linkMissing':
      return 'Sæt linket til opslaget ind. Det begynder med https://';
    case 'outletMissing':
      return 'Skriv, hvis profil eller hvilken organisation det er.';
    case 'notADay':
      return 'Vælg dagen, den kom ud. Den kan ikke ligge i fremtiden.';
    case 'beforeOk':
      return 'Den dag var der endnu ikke sagt OK. Vælg dagen, den kom ud.';
    case 'notAPlan':
      return 'Den dag findes ikke i kalenderen. Vælg en anden.';
    case 'unknownPicture':
      return 'Et af billederne er her ikke. Vælg det igen.';
    case 'unknownLeder':
      return 'Vælg en leder fra listen.';
    case 'unknownArea':
      return 'Vælg et område fra listen.';
    case 'hindered':
      return refusal.hindrances.map(hindranceText).join(' ');
  }
};
