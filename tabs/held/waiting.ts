/* Whether something lies on the device, remembered so that a tab that is opened elsewhere sends it. */

export const waitingUnder = (name: string) => ({
  tell: (waiting: number): void => {
    try {
      if (waiting === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, String(waiting));
    } catch {
      // A browser that remembers nothing sends when the page itself is opened.
    }
  },
  isThere: (): boolean => {
    try {
      return localStorage.getItem(name) !== null;
    } catch {
      return false;
    }
  },
});

export const notesWaiting = waitingUnder('digitek360.notes');
export const editsWaiting = waitingUnder('digitek.chain');
