import { type FileRefusal, fileKinds, largestFile } from '#shared/domain/files/file.ts';
import type { Resting } from '#shared/domain/files/resting.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { dayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { gateLabels, listText, stepName } from '../words.ts';

const megabyte = 1_024 * 1_024;

/** Never rounded down: what is just over the limit must not read as the limit. */
const tenths = (value: number): string => (Math.ceil(value * 10) / 10).toLocaleString('da-DK');

/** "1,2 MB", "340 KB", "12 byte". */
export const sizeText = (bytes: number): string => {
  if (bytes >= megabyte) return `${tenths(bytes / megabyte)}${nbsp}MB`;
  return bytes >= 1_024 ? `${Math.ceil(bytes / 1_024)}${nbsp}KB` : `${bytes}${nbsp}byte`;
};

type Refusal = FileRefusal | { readonly type: 'taken' | 'lost' | 'cutShort' };

const endings = Object.keys(fileKinds)
  .filter((ending) => ending !== 'jpeg')
  .map((ending) => `.${ending}`);

const signText = (sign: string): string => (/\p{C}/u.test(sign) ? 'et usynligt tegn' : sign);

/** What is wrong with a file, and what to do about it. */
export const fileRefusalText = (refusal: Refusal): string => {
  switch (refusal.type) {
    case 'empty':
      return 'Filen er tom. Åbn den, og se efter, om den er gemt.';
    case 'nameMissing':
      return 'Filen har intet navn. Giv den et, og vælg den igen.';
    case 'nameSigns':
      return `Navnet må ikke have ${listText([...new Set(refusal.signs.map(signText))])}. Giv filen et andet navn, og vælg den igen.`;
    case 'nameEdges':
      return 'Navnet må ikke begynde eller slutte med mellemrum eller punktum. Giv filen et andet navn, og vælg den igen.';
    case 'nameReserved':
      return 'SharePoint kan ikke gemme en fil med det navn. Giv den et andet, og vælg den igen.';
    case 'nameTooLong':
      return `Navnet er for langt. Der er plads til ${refusal.longest} tegn.`;
    case 'wrongType':
      return `Den slags fil kan ikke gemmes her. Det kan ${listText(endings)}.`;
    case 'notThatType':
      return `Filen hedder .${refusal.ending}, men er noget andet. Åbn den, gem den igen, og vælg den så.`;
    case 'tooLarge':
      return `Filen fylder ${sizeText(refusal.size)}. Der er plads til ${sizeText(refusal.most)}. Læg den i SharePoint, og sæt linket ind ved trinnet.`;
    case 'tooMany':
      return `Der ligger allerede ${refusal.most} filer ved trinnet. Læg den ved et andet, eller sæt et link ind.`;
    case 'taken':
      return 'En anden lagde en fil med det navn i mellemtiden. Send den igen, så får den sit eget.';
    case 'lost':
      return 'Forbindelsen til SharePoint gik tabt undervejs. Intet er gemt. Send filen igen.';
    case 'cutShort':
      return 'Hele filen kom ikke frem. Intet er gemt. Send den igen.';
  }
};

/** Why a document or a link stays where it is. */
export const restingText = (resting: Resting, made: StepTemplates): string => {
  switch (resting.type) {
    case 'request':
      return resting.isOpen
        ? `${gateLabels[resting.gate]} venter på svar og hviler på det her.`
        : `${gateLabels[resting.gate]} blev besluttet på det her.`;
    case 'linked':
      return `Trinnet ${stepName(resting.code, made)} henviser til det.`;
    case 'written':
      return 'Papiret er skrevet her, og hver udgave bliver stående.';
  }
};

/** Why a document was not taken off. */
export const removeRefusalText = (
  refusal:
    | { readonly type: 'noFile' | 'busy' | 'kept' }
    | { readonly type: 'rests'; readonly resting: Resting },
  made: StepTemplates,
): string => {
  switch (refusal.type) {
    case 'noFile':
      return 'Filen ligger ikke ved trinnet mere.';
    case 'busy':
      return 'Nogen har filen åben i SharePoint. Fjern den, når den er lukket.';
    case 'kept':
      return 'SharePoint vil ikke slette filen. Der kan være en regel om, at den skal gemmes.';
    case 'rests':
      return `${restingText(refusal.resting, made)} Derfor bliver det liggende.`;
  }
};

export const fileWords = {
  add: 'Læg en fil ved trinnet',
  hint: `Word, Excel, PowerPoint, PDF, billeder og mail, højst ${sizeText(largestFile)}. Samme navn bliver til næste version.`,
  sending: (name: string): string => `Sender ${name} …`,
  /** What a screen reader hears when it is there. */
  sent: (name: string): string => `${name} er gemt.`,
  title: 'Andre dokumenter',
  line: (size: number, by: string, at: string): string =>
    `${sizeText(size)}, ${by}, ${dayText(at)}`,
  newTab: 'åbner i SharePoint',
  history: (name: string, size: number): string => `${name} (${sizeText(size)}) lagt ved`,
  removedHistory: (name: string): string => `${name} fjernet`,
  remove: (name: string): string => `Fjern ${name}`,
  removeTitle: (name: string): string => `Fjern ${name}?`,
  removeText:
    'Den forsvinder fra projektet. I SharePoint ligger den i papirkurven, til den bliver tømt.',
  removeYes: 'Fjern',
  removing: 'Fjerner …',
  keep: 'Behold',
  /** What a screen reader hears. */
  removed: (name: string): string => `${name} er fjernet.`,
  link: 'linket',
  removeLinkText: 'Det, linket peger på, bliver liggende, hvor det er.',
  removePaperText: 'Trinnet er så ikke klar. Papiret selv bliver liggende, hvor det er.',
} as const;
