import { importWords } from '#shared/messages/import.ts';

/** What a column of a file can hold. */
export const fields = [
  'id',
  'title',
  'municipality',
  'area',
  'technology',
  'start',
  'end',
  'amount',
  'status',
  'benefits',
  'summary',
  'purpose',
  'source',
  'type',
  'owner',
  'lead',
  'priority',
  'nextStep',
  'nextStepDue',
] as const;
export type Field = (typeof fields)[number];

/** The spellings we know, written without case, signs or spaces. */
const spellings: Record<Field, readonly string[]> = {
  id: ['id', 'nr', 'nummer', 'projektid', 'projektnr', 'projektnummer', 'nøgle'],
  title: ['titel', 'projekt', 'projektnavn', 'projekttitel', 'navn', 'idé', 'ide'],
  municipality: ['kommune', 'kommuner', 'sted'],
  area: ['fagområde', 'område', 'chefområde', 'forvaltning', 'afdeling'],
  technology: [
    'leverandørellerteknologi',
    'leverandør',
    'teknologi',
    'leverandørteknologi',
    'løsning',
    'produkt',
  ],
  start: ['årstart', 'startår', 'start', 'startdato', 'fra', 'påbegyndt'],
  end: ['årslut', 'slutår', 'slut', 'slutdato', 'til'],
  amount: [
    'beløbkr',
    'beløb',
    'budget',
    'budgetkr',
    'økonomi',
    'pris',
    'beløbikr',
    'forventetbudget',
  ],
  status: ['status', 'fase', 'stade', 'tilstand'],
  benefits: ['gevinsttype', 'gevinst', 'gevinster', 'tek'],
  summary: ['resume', 'resumé', 'beskrivelse', 'kortfortalt', 'projektbeskrivelse', 'bemærkning'],
  purpose: ['formål', 'formåliénsætning'],
  source: ['kilde', 'link', 'url', 'henvisning'],
  type: ['type', 'projekttype'],
  owner: ['projektejer', 'ejer'],
  lead: ['projektleder', 'tovholder'],
  priority: ['prioritet', 'førsteprioritet', 'chefensprioritet'],
  nextStep: ['næsteskridt', 'næste'],
  nextStepDue: ['frist', 'deadline', 'næsteskridtsenest', 'senest'],
};

const plain = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9æøåéü]/g, '');

const fieldOf = (heading: string): Field | undefined => {
  const wanted = plain(heading);
  return fields.find((field) => spellings[field].includes(wanted));
};

export type Columns = {
  /** Where each field stands, with the heading as the file writes it. */
  readonly places: ReadonlyMap<Field, { readonly column: number; readonly heading: string }>;
  readonly ignored: readonly string[];
};

export type Found =
  | { readonly ok: true; readonly columns: Columns }
  | { readonly ok: false; readonly problem: string };

/** Finds the fields by their headings; two headings for one field are never chosen between. */
export const columnsOf = (headings: readonly string[]): Found => {
  const places = new Map<Field, { column: number; heading: string }>();
  const ignored: string[] = [];
  for (const [column, heading] of headings.entries()) {
    if (heading === '') continue;
    const field = fieldOf(heading);
    const other = field && places.get(field);
    if (other) return { ok: false, problem: importWords.twiceHeading(heading, other.heading) };
    if (field) places.set(field, { column, heading });
    else ignored.push(heading);
  }
  return places.has('title')
    ? { ok: true, columns: { places, ignored } }
    : { ok: false, problem: importWords.noHeadings };
};
