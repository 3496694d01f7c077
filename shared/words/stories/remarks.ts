import {
  mostHashtags,
  mostWords,
  type Officialese,
  type Remark,
} from '#shared/domain/stories/plainLanguage.ts';

/** What a neighbour would say instead. */
const plainer: Record<Officialese, string> = {
  adressere: 'tage fat på',
  anvende: 'bruge',
  bedes: 'skal',
  benytte: 'bruge',
  borgerrettet: 'for borgerne',
  effektuere: 'gøre',
  endvidere: 'også',
  facilitere: 'hjælpe med',
  foretage: 'gøre',
  grundet: 'på grund af',
  hermed: 'nu',
  'i forhold til': 'om',
  'i henhold til': 'efter',
  'i relation til': 'om',
  implementere: 'tage i brug',
  iværksætte: 'begynde',
  'med henblik på': 'for at',
  ovenstående: 'det',
  samt: 'og',
  såfremt: 'hvis',
  udrulle: 'tage i brug flere steder',
  vedrørende: 'om',
  venligst: 'gerne',
};

/** A remark as one kind sentence; it never blocks. */
export const remarkText = (remark: Remark): string => {
  switch (remark.type) {
    case 'longSentence':
      return `Sætningen har ${remark.words} ord. Del den gerne, så ingen har mere end ${mostWords}.`;
    case 'longWord':
      return `»${remark.word}« er langt at læse på en telefon. Kan det siges med kortere ord?`;
    case 'officialese':
      return `Prøv »${plainer[remark.phrase]}« i stedet for »${remark.text}«.`;
    case 'passives':
      return 'Hvem gør det? Skriv gerne, hvem der gør noget, i stedet for at noget bliver gjort.';
    case 'capitals':
      return `»${remark.word}« råber. Skriv det gerne med små bogstaver.`;
    case 'firstLineTooLong':
      return 'LinkedIn klipper midt i første afsnit. Gør det kortere, så det kan læses uden at trykke.';
    case 'changeMissing':
      return 'Historien mangler slutningen. Fortæl, hvad der er blevet anderledes.';
    case 'tooManyHashtags':
      return `Der er ${remark.count} hashtags. Vælg de ${mostHashtags} vigtigste.`;
    case 'paragraphsMissing':
      return 'Teksten står i ét stykke. Sæt luft ind mellem hvorfor, historien og det, der blev anderledes.';
  }
};
