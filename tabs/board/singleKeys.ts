const name = 'digitek.singleKeys';

/** Single keys disturb some people's tools, so they can be turned off on this machine. */
export const singleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    // A browser that keeps nothing for framed pages: the keys stay on.
    return true;
  }
};

export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(name, on ? 'on' : 'off');
  } catch {
    // Nothing can be kept here; the choice lasts as long as the dialog.
    return;
  }
};
