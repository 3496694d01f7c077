/**
 * The focus goes back to what opened it, or to the first thing of the page when that is gone: a page
 * that nobody has the focus in since the dialog stays hidden from screen readers.
 */
export const focusBack = (opener: Element | null): void => {
  const isHere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const back = isHere ? opener : document.querySelector<HTMLElement>('main button');
  back?.focus();
};
