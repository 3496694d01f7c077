import { approvalEventKinds, approvalSteps } from '#shared/domain/approvals/approval.ts';
import { waitsOn } from '#shared/domain/approvals/view.ts';
import { benefitEventKinds } from '#shared/domain/benefits/benefit.ts';
import { benefitWaitsOn } from '#shared/domain/benefits/view.ts';
import { chefCommentEventKinds, chefSteps } from '#shared/domain/chefComments/chefComment.ts';
import { chefWaitsOn } from '#shared/domain/chefComments/view.ts';
import {
  inquiryAnswers,
  inquiryEventKinds,
  inquirySubjects,
  isItStep,
} from '#shared/domain/inquiries/inquiry.ts';
import { inquiryWaitsOn } from '#shared/domain/inquiries/view.ts';
import { interestEventKinds } from '#shared/domain/interest/interest.ts';
import { interestWaitsOn } from '#shared/domain/interest/view.ts';
import type { Matter, ShortMatter } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { quarterEventKinds } from '#shared/domain/quarter/quarter.ts';
import { type VisitView, visitWaitsOn } from '#shared/domain/visits/view.ts';
import { visitEventKinds } from '#shared/domain/visits/visit.ts';
import { absenceWords, standingWords } from './absences/words.ts';
import { approvalHistory, approvalKickers, paperNames } from './approvals/words.ts';
import { benefitHistory, benefitKickers } from './benefits/words.ts';
import { chefHistory, chefKickers } from './chefComments/words.ts';
import { digestWords } from './ideas/digest.ts';
import { inquiryHistory, inquiryKickers } from './inquiries/words.ts';
import { interestHistory, interestKickers } from './interest/words.ts';
import { planNewsWords } from './plan/news.ts';
import { yearNotOpened } from './pools.ts';
import { quarterHistory, quarterKickers, quarterTitle } from './quarter/words.ts';
import { capital } from './requests/cards.ts';
import { poolTitle } from './screens/economy.ts';
import { storyKindNames } from './stories/stories.ts';
import { nudgeWords, stepTask } from './tasks/page.ts';
import { visitHistory, visitKickers, visitTitle } from './visits/words.ts';
import { gateLabels } from './words.ts';

/* What every kind of matter is called where several stand beside each other. */

export type MatterName = { readonly kind: string; readonly title: string };

/** To somebody who is not asked, or has not seen it yet. */
export const matterName = (matter: Matter): MatterName => {
  switch (matter.type) {
    case 'request':
      return { kind: gateLabels[matter.view.request.gate], title: matter.view.project.title };
    case 'story':
      return { kind: storyKindNames[matter.view.now.kind], title: matter.view.now.about.title };
    case 'approval':
      return { kind: capital(paperNames[matter.view.now.step]), title: matter.view.project.title };
    case 'chefComment':
      return { kind: 'Chefens kommentar', title: matter.view.project.title };
    case 'interest':
      return { kind: 'Interesse for en idé', title: matter.view.project.title };
    case 'quarter':
      return { kind: 'Kvartalsstatus', title: quarterTitle(matter.view.now.day) };
    case 'inquiry':
      return { kind: 'Et spørgsmål', title: matter.view.project.title };
    case 'benefit':
      return { kind: 'Gevinst', title: matter.view.project.title };
    case 'visit':
      return { kind: 'DigiTek 360', title: visitTitle(matter.view.now) };
    case 'newIdeas':
      return { kind: digestWords.kind, title: digestWords.title(matter.ideas.length) };
    case 'morning':
      return { kind: 'Godmorgen', title: 'Det venter på dig' };
    case 'absence':
      return { kind: absenceWords.kind, title: absenceWords.title(matter) };
    case 'standing':
      return { kind: absenceWords.kind, title: standingWords.title(matter) };
    case 'step':
      return {
        kind: nudgeWords.kind,
        title: stepTask({ code: matter.step.code, name: matter.name }),
      };
    case 'plan':
      return { kind: planNewsWords.kind, title: planNewsWords.title(matter.news) };
    case 'poolMark':
      return { kind: 'Puljens forbrug', title: poolTitle(matter.pool) };
    case 'year':
      return { kind: 'Puljer', title: yearNotOpened.title(matter.year) };
  }
};

const visitAs = (view: VisitView, personId: PersonId): MatterName => ({
  kind: visitWaitsOn(view, personId) === 'reply' ? visitKickers.question : visitKickers.yours,
  title: visitTitle(view.now),
});

/** To whoever it waits for. */
export const waitsAs = (matter: ShortMatter, personId: PersonId): MatterName => {
  switch (matter.type) {
    case 'story':
      return { kind: storyKindNames[matter.view.now.kind], title: matter.view.now.about.title };
    case 'approval': {
      const { now, project } = matter.view;
      const isReply = waitsOn(matter.view, personId) === 'reply';
      const kicker = isReply ? approvalKickers.question : approvalKickers.yours;
      return { kind: kicker(now.step), title: project.title };
    }
    case 'chefComment': {
      const { now, project, lacks } = matter.view;
      const isReply = chefWaitsOn(matter.view, personId) === 'reply';
      const kind = isReply
        ? chefKickers.question(now.step)
        : chefKickers.yours(now.step, lacks !== 'comment');
      return { kind, title: project.title };
    }
    case 'interest':
      return {
        kind: interestKickers.waits(matter.view.owes, interestWaitsOn(matter.view, personId)),
        title: matter.view.project.title,
      };
    case 'quarter':
      return { kind: quarterKickers.yours, title: quarterTitle(matter.view.now.day) };
    case 'inquiry': {
      const { now, project } = matter.view;
      const isReply = inquiryWaitsOn(matter.view, personId) === 'reply';
      const kind = isReply ? inquiryKickers.question(now) : inquiryKickers.yours(now);
      return { kind, title: project.title };
    }
    case 'benefit': {
      const { now, project } = matter.view;
      const isReply = benefitWaitsOn(matter.view, personId) === 'reply';
      return {
        kind: isReply ? benefitKickers.question : benefitKickers.yours(now),
        title: project.title,
      };
    }
    case 'visit':
      return visitAs(matter.view, personId);
  }
};

type Fields = Readonly<Record<string, unknown>>;

/** The head of a line in the project's history. */
export const matterHistory: { readonly [T in ShortMatter['type']]: (after: Fields) => string } = {
  story: () => 'Historie',
  approval: (after) => {
    const kind = approvalEventKinds.find((one) => one === after['kind']);
    const step = approvalSteps.find((one) => one === after['step']);
    return kind && step ? approvalHistory[kind](step) : 'Projektejerens godkendelse';
  },
  chefComment: (after) => {
    const kind = chefCommentEventKinds.find((one) => one === after['kind']);
    const step = chefSteps.find((one) => one === after['step']);
    return kind && step ? chefHistory[kind](step) : 'Chefens kommentar';
  },
  interest: (after) => {
    const kind = interestEventKinds.find((one) => one === after['kind']);
    return kind ? interestHistory[kind] : 'Interesse for idéen';
  },
  quarter: (after) => {
    const kind = quarterEventKinds.find((one) => one === after['kind']);
    return kind ? quarterHistory[kind] : 'Kvartalsstatus';
  },
  inquiry: (after) => {
    const kind = inquiryEventKinds.find((one) => one === after['kind']);
    const subject = inquirySubjects.find((one) => one === after['subject']);
    if (!kind || !subject) return 'Et spørgsmål';
    const step = isItStep(after['step']) ? after['step'] : null;
    const answer = inquiryAnswers.find((one) => one === after['answer']) ?? null;
    return inquiryHistory(
      kind,
      { subject, step },
      { askedName: String(after['askedName']), answer },
    );
  },
  benefit: (after) => {
    const kind = benefitEventKinds.find((one) => one === after['kind']);
    return kind ? benefitHistory(kind, after) : 'Gevinst';
  },
  visit: (after) => {
    const kind = visitEventKinds.find((one) => one === after['kind']);
    return kind ? visitHistory[kind] : 'DigiTek 360';
  },
};
