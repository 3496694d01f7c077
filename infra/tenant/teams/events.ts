/** What a person's open Teams window is told; the window then asks for what is new. */
export type TeamsEvent =
  | {
      readonly type: 'message';
      readonly conversationId: string;
      readonly activityId: string;
      readonly from: string;
      readonly preview: string;
    }
  | { readonly type: 'changed'; readonly conversationId: string }
  | { readonly type: 'notification'; readonly title: string; readonly preview: string };

type Listener = (event: TeamsEvent) => void;

/** Carries events to open windows. Nothing is kept: a window that was closed missed nothing,
 * because it reads everything when it opens. */
export class TeamsEvents {
  readonly #listeners = new Map<string, Set<Listener>>();

  listen(personId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(personId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(personId, listeners);
    return () => listeners.delete(listener);
  }

  tell(personIds: Iterable<string>, event: TeamsEvent): void {
    for (const personId of personIds) {
      for (const listener of this.#listeners.get(personId) ?? []) listener(event);
    }
  }
}
