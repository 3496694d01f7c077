/* Whether something lies on the device, remembered so that a tab that is opened elsewhere sends it. */

const name = 'digitek360.notes';

export const noteWaits = (waiting: number): void => {
  try {
    if (waiting === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, String(waiting));
  } catch {
    // A browser that remembers nothing sends when the page of notes is opened.
  }
};

export const doNotesWait = (): boolean => {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
};
