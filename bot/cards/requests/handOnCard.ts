import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/answer.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { HandOnTo, Unheld } from '#shared/domain/steer.ts';
import { buttons } from '#shared/words/requests/cards.ts';
import { nobodyText, handOnWords as words } from '#shared/words/requests/handOn.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  choose,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  openUrl,
} from '../elements.ts';
import { around } from '../summary.ts';

export type HandOnForm = Unheld & {
  readonly ways: readonly HandOnTo[];
  readonly to: HandOnTo;
  readonly comment: string;
  readonly at: string;
};

const openProject = (view: RequestView, links: Links): Element =>
  actionSet([openUrl(buttons.openProject, links.project(view.project.id))]);

/** Who has the matter, whether anybody can answer, and whom it may go to. */
export const handOnCard = (
  form: HandOnForm,
  links: Links,
  refused: string | null = null,
): IAdaptiveCard => {
  const { view, seats, ways, at } = form;
  const { title, id } = view.project;
  return card(
    [
      kicker(words.kicker(view)),
      heading(title),
      seats.length > 0 ? box('warning', [bold(nobodyText(seats, view.areas))]) : null,
      line([words.now(view, at)]),
      refused === null ? null : box('attention', [line([refused])]),
      ...(ways.length === 0
        ? [line([words.nowhere]), openProject(view, links)]
        : [
            choose(
              words.to,
              'to',
              ways.includes(form.to) ? form.to : (ways[0] ?? ''),
              ways.map((way) => ({ title: words.way(way, view), value: way })),
            ),
            field(words.why, form.comment, longestComment),
            actionSet([
              execute(words.send, 'handOn', { matter: view.request.id }),
              openUrl(buttons.openProject, links.project(id)),
            ]),
          ]),
    ],
    around(`${words.button}: `, title, ''),
    null,
  );
};

/** What became of it; also to whoever presses once more, or too late. */
export const handedOnCard = (view: RequestView, links: Links): IAdaptiveCard => {
  const { state, project } = view;
  const isEnded = state.type === 'ended';
  const isRerouted = isEnded && state.decision.ending === 'rerouted';
  const head = isEnded ? words.ended(view, state.decision) : words.onAgenda;
  return card(
    [
      kicker(words.kicker(view)),
      heading(project.title),
      bold(head, 'Medium'),
      isEnded ? null : line([words.onAgendaText(view)]),
      isRerouted ? line([words.newCard]) : null,
      openProject(view, links),
    ],
    around(`${words.given}: `, project.title, ''),
    null,
  );
};
