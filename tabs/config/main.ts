import { app, pages } from '@microsoft/teams-js';

const origins = (): string[] =>
  (document.querySelector<HTMLMetaElement>('meta[name="teams-origins"]')?.content ?? '')
    .split(' ')
    .filter((origin) => /^https?:\/\//.test(origin));

const sayOutside = (): void => {
  document.getElementById('outside')?.removeAttribute('hidden');
};

/** There is one board and nothing to choose, so the page only has to be saved. */
const offerBoard = (): void => {
  const contentUrl = new URL('./', window.location.href).href;
  pages.config.registerOnSaveHandler((event) => {
    pages.config
      .setConfig({
        contentUrl,
        websiteUrl: contentUrl,
        entityId: 'board',
        suggestedDisplayName: document.querySelector('h1')?.textContent ?? '',
      })
      .then(
        () => event.notifySuccess(),
        (fault: unknown) => event.notifyFailure(String(fault)),
      );
  });
  pages.config.setValidityState(true);
};

const start = async (): Promise<void> => {
  if (window.parent === window) {
    sayOutside();
    return;
  }
  try {
    await app.initialize(origins());
    await app.notifySuccess();
    if (pages.config.isSupported()) offerBoard();
  } catch {
    sayOutside();
  }
};

void start();
