import { momentText } from '../dates.ts';

/* What an owner's approval says in the tab, beside what the cards say. */

export const approvalPageWords = {
  yourAnswer: 'Din godkendelse',
  comment: 'Kommentar (skal med ved Send tilbage og Spørg)',
  afterApprove: 'Så er chefen den næste',
  afterSendBack: 'Projektlederen retter',
  afterAsk: 'Du kan svare imens',
  nothingAsked: 'Ingen spørger om det lige nu.',
  read: 'Godkendelsen',
  askOwner: 'Spørg projektejeren',
  askAgain: 'Spørg igen',
  see: 'Se og svar',
  missingPaper: 'Sæt først et link til papiret ind.',
  waits: (name: string, due: string): string => `Venter på ${name}, svar inden ${due}.`,
  late: (name: string, due: string): string => `${name} skulle have svaret ${due}.`,
  sentBack: (name: string, at: string, words: string): string =>
    `${name} sendte den tilbage ${momentText(at)}: »${words}«`,
  changed: 'Papiret er ændret, siden det blev godkendt.',
  ownerAsks: (name: string): string => `${name} har stillet et spørgsmål.`,
  sendHint: (due: string): string => `Projektejeren får et kort i Teams og kan svare til ${due}.`,
} as const;
