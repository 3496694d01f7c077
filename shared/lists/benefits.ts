import { type BenefitEvent, benefitEventKinds } from '#shared/domain/benefits/benefit.ts';
import { benefitMeasures } from '#shared/domain/benefits/measure.ts';
import { askingColumns } from './askingColumns.ts';
import { choice, day, flag, indexed, key, optional, text, wholeNumber } from './column.ts';
import { defineRecord } from './list.ts';

/** Every benefit as it was promised, and what became of it, numbered. Numbers are hundredths. Never edited. */
export const benefits = defineRecord<BenefitEvent>('Benefits', 'Gevinster', {
  ...askingColumns,
  benefitId: indexed(key('Gevinst, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  kind: choice('Hændelse', benefitEventKinds),
  title: text('Gevinst'),
  measure: choice('Måles i', benefitMeasures),
  unitName: text('Antal af'),
  indicator: text('Indikator'),
  baseline: wholeNumber('Udgangspunkt, hundrededele'),
  target: wholeNumber('Mål, hundrededele'),
  uncertainty: optional(wholeNumber('Usikkerhed, hundrededele')),
  isWorse: flag('Bliver værre'),
  ownerId: optional(text('Ejer, id')),
  ownerName: text('Ejer'),
  startsOn: optional(day('Regnes fra')),
  month: optional(wholeNumber('Måned efter start')),
  value: optional(wholeNumber('Målt, hundrededele')),
  until: optional(day('Kendes den')),
});
