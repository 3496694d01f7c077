import { listText } from '../words.ts';

/** What the tab's API says when it says no. Whole sentences, shown as they are. */
export const apiWords = {
  signInAgain: 'Vi kan ikke se, hvem du er. Åbn fanen igen fra Teams.',
  notAllowed: 'Det har du ikke adgang til.',
  noRoute: 'Den adresse findes ikke.',
  noProject: 'Projektet findes ikke, eller det er fjernet.',
  noRequest: 'Anmodningen findes ikke.',
  noPerson: 'Personen findes ikke.',
  noStory: 'Historien findes ikke.',
  noApproval: 'Godkendelsen findes ikke.',
  noChefComment: 'Kommentaren findes ikke.',
  noInterest: 'Den idé findes ikke.',
  noBenefit: 'Den gevinst findes ikke.',
  noVisit: 'Det besøg findes ikke.',
  noInquiry: 'Vi kender ikke det spørgsmål.',
  noStep: 'Det trin findes ikke.',
  noQuestion: 'Spørgsmålet findes ikke, eller det er besvaret.',
  wrongMethod: 'Den handling findes ikke på denne adresse.',
  notJson: 'Det sendte kan ikke læses.',
  notJsonType: 'Indholdet skal sendes som JSON.',
  tooLarge: 'Det sendte fylder for meget. Højst 200 KB ad gangen.',
  wrongFields: 'Noget af det sendte giver ikke mening.',
  wrongField: (field: string): string =>
    field === '' ? 'Felterne passer ikke til handlingen.' : `Feltet "${field}" giver ikke mening.`,
  wrongAddress: 'Adressen giver ikke mening.',
  changedMeanwhile:
    'En anden har ændret projektet i mellemtiden. Se begge udgaver, og vælg, hvad der skal gælde.',
  outsideDown: 'Vi kan ikke nå listerne lige nu. Intet er gemt. Prøv igen om lidt.',
  outsideUncertain:
    'Vi kan ikke nå listerne lige nu, og vi ved ikke, om det blev gemt. Prøv igen om lidt.',
  notReady: 'Serveren er ved at starte. Prøv igen om lidt.',
  crowded: 'Der er mange på lige nu. Intet er gemt. Prøv igen om lidt.',
  broke: 'Noget gik galt hos os. Det er skrevet ned. Prøv igen om lidt.',
  /** The fields' names: what the person tried to change, and may not. */
  notYours: (names: string): string => `Det har du ikke adgang til at ændre: ${names}.`,
  benefitsLeft: (left: string): string =>
    `Før projektet kan afsluttes, skal disse gevinster følges til dørs: ${left}.`,
  notLetGo: (left: string): string => `Før projektet kan afsluttes, mangler: ${left}.`,
  edit: {
    unknownArea: 'Det chefområde findes ikke.',
    unknownPerson: 'Den person findes ikke på listen over personer.',
    titleMissing: 'Projektet skal have et navn.',
    onlyForSkal: 'Meget høj prioritet er kun for SKAL-projekter.',
    notTheGates: 'Det svar findes ikke ved den næste gate.',
    statusNotByHand: 'Den status følger af en gate og kan ikke sættes i hånden.',
    phaseByGate: 'Et DigiTek-projekt flyttes kun af en gate.',
    onePhaseAtATime: 'Flyt projektet én fase ad gangen.',
    moveAlone: 'Ret type, fase og status hver for sig.',
    requestOpen: 'En anmodning venter på svar. Vent på svaret, eller træk anmodningen tilbage.',
    moveReasonMissing: 'Skriv hvorfor. En sætning er nok.',
    typeFinal: 'Et projekt, der er stoppet, afsluttet eller i drift, skifter ikke type.',
    typePassesGate:
      'Projektet står i en fase, som ingen gate har åbnet. Det kan ikke blive et DigiTek-projekt der.',

    personNumber:
      'Der står et nummer, der ligner et CPR-nummer. Tag det ud, for alle i teamet kan læse det.',
    fundingOpen:
      'En anmodning venter på svar. Chefområde, beløb og puljer skal passe sammen, så længe den er åben. Ret dem sammen, eller træk anmodningen tilbage.',
  },
  send: {
    wrongPhase: 'Projektet står ikke foran den gate.',
    onlyIdea: 'Et nyt projekt begynder som idé. Kun en gate flytter det videre.',
    notReady: (count: number): string =>
      count === 1
        ? 'Én ting mangler, før gaten kan sendes.'
        : `${count} ting mangler, før gaten kan sendes.`,
    leadAreaMissing: 'Projektet mangler et chefområde. Ellers ved vi ikke, hvem der beslutter.',
    alreadyAsked: 'Gaten er allerede sendt og venter på svar.',
    justAnswered:
      'Der er lige svaret, og svaret er ved at blive ført ind. Prøv igen om et øjeblik.',
  },
  steer: {
    alreadyEnded: 'Sagen er allerede afgjort. Intet er ændret.',
    reasonMissing: 'Skriv hvorfor. En sætning er nok.',
    commentTooLong: (longest: number): string =>
      `Teksten er for lang. Der er plads til ${longest} tegn.`,
    unknownArea: 'Det chefområde findes ikke.',
    emptySeat: 'Ingen er chef der lige nu. Vælg en anden, eller chefgruppen.',
    sameDecider: 'Sagen er allerede hos dem.',
    notForOneChef: 'Her beslutter flere sammen. Sagen kan kun sendes videre til chefgruppen.',
    notAHearing: 'Kun en sag hos chefgruppen kan tages op på mødet.',
    notWaitingForMeeting: 'Sagen venter ikke på mødet. Chefgruppen svarer stadig på kortet.',
    notAnOutcome: 'Det svar findes ikke ved denne gate.',
    differs: (names: readonly string[]): string =>
      `${listText(names)} har svaret noget andet. Skriv hvorfor, så det står i referatet, eller bed dem rette svaret.`,
    notVerySmall: 'Kun meget små projekter kan gå direkte til afprøvning.',
  },
  reply: {
    textMissing: 'Skriv et svar. Den, der spurgte, får det at se.',
    alreadyReplied: 'Spørgsmålet er allerede besvaret.',
  },
  story: {
    unknownProject: 'Det projekt findes ikke.',
    unknownLeder: 'Vælg en leder fra listen.',
    benefitUnmeasured: 'Gevinsten er ikke målt endnu. Skriv tallet først.',
    titleMissing: 'Giv historien en overskrift på højst 120 tegn.',
  },
  nudge: {
    nobody: 'Vælg først en fra listen over personer til trinnet.',
    done: 'Trinnet er klar. Der er ingen at rykke.',
  },
  step: {
    linkMissing: 'Trinnet er klar, når der er et link til papiret.',
    notAsked: 'Trinnet er taget ud. Det, der er sagt om det, står der stadig.',
    notYet: (first: string): string => `Først skal dette være klar: ${first}.`,
  },
} as const;
