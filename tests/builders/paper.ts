import { defaultAreas } from '#shared/domain/area.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import type { Door } from '#shared/domain/gates.ts';
import {
  type PaperContent,
  type PaperValues,
  projectFactsOf,
} from '#shared/domain/papers/content.ts';
import { emptyValue, type PaperCode, type PaperValue } from '#shared/domain/papers/paper.ts';
import type { Printed } from '#shared/domain/papers/printed.ts';
import {
  type AskedQuestion,
  defaultPaperTemplates,
  sectionsOf,
} from '#shared/domain/papers/template.ts';
import type { Project } from '#shared/domain/project.ts';
import { appetiteOf } from '#shared/domain/risk.ts';
import { aReadyProject } from './portfolio.ts';

export const aText = (text: string): PaperValue => ({ ...emptyValue, text });
export const aYes = (text = ''): PaperValue => ({ ...emptyValue, answer: 'yes', text });

const gateOf: Record<PaperCode, Door> = {
  ideaDescription: 'gate1',
  projectDescription: 'gate2',
  evaluation: 'gate3',
};

const answeredWith = (question: AskedQuestion, text: string): PaperValue | null => {
  switch (question.kind) {
    case 'text':
      return aText(text);
    case 'answer':
      return aYes('det er undersøgt');
    case 'rows': {
      const row = Object.fromEntries(question.columns.map((column) => [column, 'Færre fald']));
      return { ...emptyValue, rows: [row, row] };
    }
    case 'drawn':
      return null;
  }
};

/** Every question of a paper answered, each text of so many words. */
export const allAnswered = (paper: PaperCode, words = 20): PaperValues => {
  const all = Array.from({ length: words }, (_, place) => (place % 9 === 0 ? 'Natten' : 'omsorg'));
  const questions = sectionsOf(paper, { off: [] }, 'digitek').flatMap(
    (section) => section.questions,
  );
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = answeredWith(question, all.join(' '));
      return value ? [[question.code, value] as const] : [];
    }),
  );
};

/** A paper of a project that is ready for its gate, as a version. */
export const aPaper = (
  paper: PaperCode = 'ideaDescription',
  values: PaperValues = allAnswered(paper),
  more: Partial<Project> = {},
): Printed => {
  const gate = gateOf[paper];
  const project = aReadyProject(gate, more);
  const ids = defaultAreas.map(({ id }) => id);
  const routing = deciderOf({ ...project, commonGranted: false }, gate, ids);
  const content: PaperContent = {
    paper,
    template: defaultPaperTemplates[paper],
    values,
    facts: projectFactsOf(project, {
      appetite: appetiteOf(project.riskCategory, project, 0),
      routing: routing.ok ? routing.value : null,
      gate,
    }),
    areas: defaultAreas,
  };
  return {
    content,
    version: { version: 2, byName: 'Konsulent, DigiTek', at: '2026-11-23T09:14:00Z' },
  };
};
