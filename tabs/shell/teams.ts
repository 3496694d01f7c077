import { app, authentication, pages } from '@microsoft/teams-js';
import type { TokenSource } from '../remote/api.ts';
import type { ThemeName } from './theme.ts';

/** Where the tab runs. `silent`: we are in a frame, and whoever frames us does not speak Teams. */
export type Host =
  | {
      readonly type: 'teams';
      readonly theme: ThemeName;
      /** A deep link's place: `project:<id>` or `request:<id>`. */
      readonly place: string;
    }
  | { readonly type: 'outside'; readonly because: 'noParent' | 'silent' };

const patience = 3_000;

const silence = (): Promise<'silent'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('silent'), patience);
  });

const validOrigins = (): string[] =>
  (document.querySelector<HTMLMetaElement>('meta[name="teams-origins"]')?.content ?? '')
    .split(' ')
    .filter((origin) => /^https?:\/\//.test(origin));

/** teams-js refuses at once in a window of its own, and waits a minute in a stranger's frame. */
const initialize = async (): Promise<'ready' | 'silent' | 'noParent'> => {
  try {
    const ready = app.initialize(validOrigins()).then(() => 'ready' as const);
    return await Promise.race([ready, silence()]);
  } catch {
    return window.parent === window ? 'noParent' : 'silent';
  }
};

const themeNames: readonly string[] = ['default', 'dark', 'contrast', 'glass'];

export const asThemeName = (name: string): ThemeName =>
  themeNames.includes(name) ? (name as ThemeName) : 'default';

export const enterTeams = async (): Promise<Host> => {
  if (window.parent === window && !window.opener) return { type: 'outside', because: 'noParent' };
  const entered = await initialize();
  if (entered !== 'ready') return { type: 'outside', because: entered };
  const context = await app.getContext();
  return {
    type: 'teams',
    theme: asThemeName(context.app.theme),
    place: context.page.subPageId ?? '',
  };
};

export const onTeamsTheme = (listener: (name: ThemeName) => void): void =>
  app.registerOnThemeChangeHandler((name) => listener(asThemeName(name)));

/** Teams' own back arrow goes back in the tab while there is somewhere to go. */
export const onTeamsBack = (goBack: () => boolean): void => {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
};

/** Asks Teams to show its link to a place in the tab, ready to be sent; false where it cannot. */
export const shareLink = (place: string, label: string): boolean => {
  if (!pages.isSupported()) return false;
  pages.shareDeepLink({ subPageId: place, subPageLabel: label });
  return true;
};

/** Tells Teams that there is something to see, so that its own waiting picture goes. */
export const sayLoaded = (): void => {
  // Only told: nothing here waits for the host's answer.
  void app.notifyAppLoaded();
  void app.notifySuccess();
};

/** One token for all calls until the server turns it down. */
export const teamsTokens = (): TokenSource => {
  let current: Promise<string> | null = null;
  return (renew) => {
    if (renew || !current) current = authentication.getAuthToken();
    const asked = current;
    return asked.catch((cause: unknown) => {
      // A refusal must not be remembered: the next call asks again.
      if (current === asked) current = null;
      throw cause;
    });
  };
};
