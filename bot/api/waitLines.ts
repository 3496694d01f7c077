import type { WaitLine } from '#shared/contract/api.ts';
import { waitsOn } from '#shared/domain/approvals/view.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/registry.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { approvalKickers } from '#shared/words/approvals/words.ts';
import { storyKindNames } from '#shared/words/stories/stories.ts';

/** A gate request has a line of its own, with its money. A new kind of matter is one more case. */
const lineOf = (matter: WaitingMatter, personId: PersonId): WaitLine | null => {
  switch (matter.type) {
    case 'request':
      return null;
    case 'story': {
      const { now, overdue } = matter.view;
      return {
        ...{ type: 'story', id: now.id, kind: storyKindNames[now.kind], title: now.about.title },
        ...{ dueAt: now.ask?.dueAt ?? null, overdue },
      };
    }
    case 'approval': {
      const { now, project, overdue } = matter.view;
      const isReply = waitsOn(matter.view, personId) === 'reply';
      return {
        ...{ type: 'approval', id: now.id, title: project.title },
        kind: isReply ? approvalKickers.question(now.step) : approvalKickers.yours(now.step),
        ...{ dueAt: now.ask?.dueAt ?? null, overdue },
      };
    }
  }
};

/** All that waits for a person but gate requests, longest waiting first. */
export const waitLinesFor = (deps: Deps, personId: PersonId): readonly WaitLine[] =>
  mattersWaitingFor(deps, personId)
    .map((matter) => lineOf(matter, personId))
    .filter((line) => line !== null);
