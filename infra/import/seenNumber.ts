import { format, getFormatInfo } from 'numfmt';
import type { Cell } from './table.ts';

const dayMs = 86_400_000;
/** Workbooks from old Macs count days from 1904. */
const macDays = 1_462;

type Shown =
  /** `plain`: a number above 0 shows itself, with nothing put before or left out. */
  | { readonly as: 'number'; readonly decimals: number; readonly plain: boolean }
  | { readonly as: 'day' | 'text' | 'scaled' };

const units = /[a-zæøå]/i;
const onlyKroner = /kr\.?|dkk/gi;

const textOf = (pattern: string, value: number): string => {
  try {
    return format(pattern, value, { locale: 'da', nbsp: false }).trim();
  } catch {
    // A format that means nothing shows the number itself.
    return String(value);
  }
};

/** How a number format shows what it holds. */
const shownBy = (pattern: string): Shown => {
  const info = getFormatInfo(pattern);
  if (info.type === 'general' || info.type === 'text' || info.type === 'error')
    return { as: 'number', decimals: 9, plain: info.type !== 'error' };
  if (info.isDate) return { as: info.type === 'time' ? 'text' : 'day' };
  const named = units.test(textOf(pattern, 1).replace(onlyKroner, ''));
  if (info.scale < 1) return { as: named ? 'text' : 'scaled' };
  if (named || info.scale > 1 || info.type === 'fraction' || info.type === 'scientific')
    return { as: 'text' };
  return { as: 'number', decimals: info.maxDecimals, plain: /^\D*1/.test(textOf(pattern, 1)) };
};

const dayOf = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + 1e-9) * dayMs).toISOString().slice(0, 10);

/** The years 1900–2200, as a spreadsheet counts its days. */
const isDay = (serial: number): boolean => serial >= 61 && serial < 109_900;

const numberSeen = (
  pattern: string,
  { plain, decimals }: Extract<Shown, { as: 'number' }>,
  value: number,
): Cell => {
  const text = plain && value > 0 ? '1' : textOf(pattern, value);
  // Nothing is seen, or zeros in front that somebody has put there on purpose.
  if (text === '' || /^0\d/.test(text)) return text;
  return Number.isInteger(value) ? value : Number(value.toFixed(Math.min(decimals, 9)));
};

/** Numbers as a person sees them in their cells, format for format. */
export class SeenNumbers {
  readonly #patterns: readonly string[];
  readonly #from1904: boolean;
  readonly #known = new Map<string, Shown>();

  constructor(patterns: readonly string[], from1904: boolean) {
    this.#patterns = patterns;
    this.#from1904 = from1904;
  }

  #shown(pattern: string): Shown {
    const known = this.#known.get(pattern);
    if (known) return known;
    const shown = shownBy(pattern);
    this.#known.set(pattern, shown);
    return shown;
  }

  /** The cell for a number in the given style. */
  cell(value: number, style: number): Cell {
    const pattern = this.#patterns[style] ?? 'General';
    if (pattern === 'General') return value;
    const shown = this.#shown(pattern);
    switch (shown.as) {
      case 'day': {
        const serial = value + (this.#from1904 ? macDays : 0);
        return isDay(serial) ? dayOf(serial) : textOf(pattern, value);
      }
      case 'text':
        return textOf(pattern, value);
      case 'scaled':
        return { odd: 'scaled', seen: textOf(pattern, value) };
      case 'number':
        return numberSeen(pattern, shown, value);
    }
  }
}
