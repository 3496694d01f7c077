// @vitest-environment jsdom
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { everyState } from './states.ts';
import { everyStoryState } from './storyStates.ts';

const states = [...everyState(), ...everyStoryState()];

// The renderer writes its texts by innerText, which jsdom does not have.
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

describe('the renderer', () => {
  it.each(states.map((state) => [state.name, state.card] as const))('draws %s', (_, card) => {
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
    drawn.parse(JSON.parse(JSON.stringify(card)));
    const problems = drawn.validateProperties().validationEvents;
    expect(problems.map((event) => event.message)).toEqual([]);
    const element = drawn.render();
    const labels = [...(element?.querySelectorAll('.ac-pushButton') ?? [])].map(
      (button) => button.textContent,
    );
    const sets = (card.body ?? []).filter((part) => part.type === 'ActionSet');
    expect(element?.textContent?.length ?? 0).toBeGreaterThan(10);
    expect(labels).toEqual(sets.flatMap((set) => set.actions.map((action) => action.title)));
  });
});
