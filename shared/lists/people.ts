import type { Person } from '#shared/domain/person.ts';
import type { SettingRow } from '#shared/domain/settings.ts';
import { areAbsences, areRoles, isChange, isStandingDeputy } from './accept.ts';
import { choice, day, json, key, longText, optional, text, unique } from './column.ts';
import { defineList } from './list.ts';

export const people = defineList<Person>('People', 'Personer', {
  id: unique(key('Objekt-id')),
  name: key('Navn'),
  upn: text('Brugernavn'),
  roles: json('Roller', areRoles, []),
  area: optional(text('Chefområde')),
  unit: text('Enhed'),
  deputyFor: optional(text('Stedfortræder for')),
  deputyFrom: optional(day('Fra')),
  deputyTo: optional(day('Til')),
  absences: json('Fravær', areAbsences, []),
  standing: optional(json('Fast stedfortræder', isStandingDeputy)),
});

export const settings = defineList<SettingRow>('Settings', 'Indstillinger', {
  id: unique(
    choice('Indstilling', [
      'areas',
      'quarterlyStatusDays',
      'agendaOrder',
      'stuckAfterDays',
      'stuckAtGateDays',
      'stuckQuestionDays',
      'stuckPhaseDays',
      'closingDays',
      'yearPoints',
      'yearPointDays',
      'communication',
      'plan',
      'importWords',
      'ownerDays',
      'chefDays',
      'talkDays',
      'itDays',
      'screeningDays',
      'purchaseDays',
      'purchaseChefKr',
      'liftHours',
      'paperTemplates',
      'stepTemplates',
      'rhythm',
      'outOfOffice',
      'benefitMonths',
      'benefitDays',
      'agreementDays',
      'visitDays',
      'visitTeamHours',
      'visitLederHours',
      'visitEmployeeHours',
      'visitChosenHours',
      'visitsAYear',
      'visitsAnArea',
    ] as const),
  ),
  value: longText('Værdi'),
  lastChange: optional(json('Seneste ændring', isChange)),
});
