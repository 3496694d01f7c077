import type { GateRequest } from '#shared/domain/request.ts';
import { nbsp } from '../money.ts';
import { gateLabels } from '../words.ts';

/* What is said where a chef answers several plain matters together. */

const matters = (count: number): string => (count === 1 ? `1${nbsp}sag` : `${count}${nbsp}sager`);

export const togetherWords = {
  /** In the list, and above the first matter on a phone. */
  link: (count: number): string => `${matters(count)} kan besvares samlet`,
  linkText: 'De koster intet, og DigiTek anbefaler at gå videre',
  title: 'Svar samlet',
  intro:
    'Sagerne er dine at afgøre. De koster intet nu og intet i drift, risikoen er lav, og DigiTek anbefaler at gå videre. Tag hakket fra dem, du vil læse for sig.',
  list: 'Sager, du kan svare på samlet',
  open: 'Læs sagen',
  noWhy: 'DigiTek har ikke skrevet hvorfor.',
  send: (count: number): string =>
    count === 1 ? 'Sig ja til 1 sag' : `Sig ja til ${matters(count)}`,
  none: 'Vælg mindst én sag.',
  sending: 'Gemmer svarene',
  saved: 'Gemt',
  done: (count: number): string =>
    count === 1 ? 'Dit svar er gemt' : `${count}${nbsp}svar er gemt`,
  some: (saved: number, failed: number): string =>
    `${saved === 1 ? '1 svar er gemt' : `${saved} svar er gemt`}, ${failed === 1 ? '1 er ikke' : `${failed} er ikke`}. Se hvorfor ved sagen.`,
  nothing: 'Ingen sager kan besvares samlet lige nu',
  back: 'Tilbage til sagerne',
} as const;

/** "Gate 1: Undersøg". */
export const togetherAnswer = (gate: GateRequest['gate'], label: string): string =>
  `${gateLabels[gate]}: ${label}`;
