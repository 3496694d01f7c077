/*
 * Made up for the sample, and written as the recipe says: why, then the story of somebody's
 * working day, then what is different now. Nobody in them exists.
 */

export const storyTexts = {
  kol: `Førhen brugte Aksel en hel formiddag på at få målt sin vejrtrækning. Bussen, venteværelset, bussen hjem. Bagefter var han for træt til at gå i haven.

Nu sidder han ved køkkenbordet to gange om ugen. Han puster i måleren, trykker på skærmen, og tallene ligger hos sygeplejersken, før kaffen er løbet igennem. Er der noget, ringer hun.

»Hun så det, før jeg selv mærkede det,« siger Aksel om den dag i marts, hvor tallene faldt. Han fik sin medicin samme eftermiddag og slap for en tur på sygehuset.

Det er det, vi gerne vil: at hjælpen kommer, før det bliver slemt, og at formiddagen er ens egen.

#velfærdsteknologi #Viborg`,
  robot: `Gulvet i spisestuen skal støvsuges hver dag. Det tager tyve minutter, og de tyve minutter blev taget fra samværet.

Nu starter Birthe robotten, når hun henter kopperne frem. Den kører sin tur, mens beboerne drikker kaffe, og en af dem holder øje: »Den har glemt hjørnet igen!«

Birthe sætter sig ned. Det gjorde hun ikke før. Hun hører, hvordan natten har været, og hvem der får besøg i dag.

Gulvet er lige så rent. Forskellen er, at der sidder en mere ved bordet.

#ældrepleje #Viborg`,
  board: `»Hvem kommer i aften?« Det spørgsmål fik personalet på bofællesskabet op mod fyrre gange om dagen. For den, der har brug for at vide det, er det ikke et lille spørgsmål.

Nu hænger der en skærm i gangen. Den viser, hvem der er på arbejde, hvad der er til aftensmad, og hvad der sker i weekenden. Det samme står på telefonen.

Jonas tjekker den, før han går på job, og igen når han kommer hjem. »Så kan jeg tænke på noget andet,« siger han.

Personalet bliver stadig spurgt. Nu er det om fodbold.

#tryghed #Viborg`,
  call: `Else skal huske sin medicin klokken otte. Det tager et minut. Alligevel gik de fleste morgener med at vente på, at døren gik op.

Nu ringer hjemmeplejen op på skærmen. Else viser glasset, de hilser på hinanden, og de aftaler, hvornår der kommer nogen forbi. Er hun utryg, kommer der én samme formiddag.

»Jeg kan drikke min kaffe, mens den er varm,« siger Else.

Medarbejderne bruger tiden hos dem, der har brug for to hænder. Ingen har fået et opkald i stedet for en hånd, de har brug for.

#hjemmepleje #Viborg`,
  training: `Efter en ny hofte skal der trænes hver dag. Mange kan ikke nå frem til holdet, og så bliver det ikke til noget.

Kirsten får to små sensorer med hjem. Skærmen viser, om benet er højt nok oppe, og tæller med. Hendes fysioterapeut kan se, hvordan det går, og skruer op eller ned.

Kirsten træner nu fem dage om ugen i stedet for to. Hun bestemmer selv hvornår.

#genoptræning #Viborg`,
  trainingByChef: `Efter en ny hofte skal der trænes hver dag. Mange bor langt fra holdet, og så bliver det ikke til noget.

Kirsten får to små sensorer med hjem. Skærmen viser, om benet er højt nok oppe, og tæller med. Hendes fysioterapeut følger med og ringer en gang om ugen.

Kirsten træner nu fem dage om ugen i stedet for to. Hun bestemmer selv hvornår, og hun mødes stadig med holdet om torsdagen.

#genoptræning #Viborg`,
  glasses: `Bussen kan være det sværeste ved en aftale. Der er lyde, blikke og en dør, der lukker.

Med briller på kan man prøve turen hjemme på stuen. Man kan stå af, når det bliver for meget, og prøve igen i morgen.

Når turen er prøvet ti gange, er den ellevte med den rigtige bus.`,
  light: `Om aftenen bliver der uro på afdelingen. Flere går rundt og leder efter noget, de ikke kan sige hvad er.

Nu følger lyset dagen: klart om morgenen, varmt og dæmpet om aftenen. Nattevagten Lene kan mærke det, når hun møder ind.`,
} as const;

export const topicTexts = {
  air: `Emne: Hvad sker der, når en algoritme peger på de borgere, der får mest ud af at træne, og et menneske bestemmer?

Vi vil vise vores metode, de første resultater og hvad visitatorerne siger. Vi interviewer to visitatorer og en borger, der blev spurgt.

Til KL og Danish Life Science Cluster, og som nyhed på viborg.dk.`,
  medicine: `Emne: Fem måder at huske sin medicin på, og hvem de passer til.

Vi har prøvet fem løsninger hos 40 borgere. Vi vil fortælle, hvad der virkede for hvem, og hvad vi lagde væk igen. Lederen af nattevagten og to borgere stiller op til interview.

Til CareNet og KL.`,
} as const;

export const articleText = `Hvem får mest ud af at træne?

Hver uge tager vi imod borgere, der har mistet noget af det, de kunne. Nogle kommer langt med træning. Andre har mere brug for hjælp i hverdagen. Det er svært at se på forhånd, og den, der venter, mister mere.

Sådan gjorde vi
I et halvt år har visitatorerne fået et forslag på skærmen, efter at de selv havde skrevet deres egen vurdering. Var de to uenige, talte de sagen igennem to og to. Mennesket bestemte hver gang.

Hvad visitatorerne siger
»Jeg bliver ikke erstattet. Jeg bliver mindet om dem, jeg ellers ville have overset,« siger en af dem.

Hvad vi ved nu
I hver femte sag pegede forslaget på en borger, der ellers ikke var blevet tilbudt træning. De fleste af dem sagde ja tak.`;
