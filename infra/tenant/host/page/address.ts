export type AppName = 'feed' | 'chat' | 'tab';
export type ThemeName = 'default' | 'dark' | 'contrast';

/** Where one is: all of it stands in the address, so that each window can be somebody else. */
export interface Place {
  readonly user?: string;
  readonly app: AppName;
  readonly conversation?: string;
  /** The message of the chat that a link leads to. */
  readonly message?: string;
  /** What the tab is asked to open, as in a deep link. */
  readonly sub?: string;
  readonly theme: ThemeName;
}

const apps: readonly AppName[] = ['feed', 'chat', 'tab'];
const themes: readonly ThemeName[] = ['default', 'dark', 'contrast'];

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const user = query.get('user');
  const conversation = query.get('conversation');
  const message = query.get('message');
  const sub = query.get('sub');
  return {
    ...(user === null ? {} : { user }),
    app: apps.find((app) => app === query.get('app')) ?? 'chat',
    ...(conversation === null ? {} : { conversation }),
    ...(message === null ? {} : { message }),
    ...(sub === null ? {} : { sub }),
    theme: themes.find((theme) => theme === query.get('theme')) ?? 'default',
  };
}

export function addressOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.user !== undefined) query.set('user', place.user);
  if (place.user !== undefined) query.set('app', place.app);
  if (place.app === 'chat' && place.conversation !== undefined) {
    query.set('conversation', place.conversation);
    if (place.message !== undefined) query.set('message', place.message);
  }
  if (place.app === 'tab' && place.sub !== undefined) query.set('sub', place.sub);
  if (place.theme !== 'default') query.set('theme', place.theme);
  return `/?${query}`;
}

/** What a Teams deep link to the app asks for; undefined when it is no such link. */
export function deepLinkTarget(link: string): { readonly sub?: string } | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.hostname !== 'teams.microsoft.com' || !url.pathname.startsWith('/l/entity/')) {
    return undefined;
  }
  const context = url.searchParams.get('context');
  if (context === null) return {};
  try {
    const { subEntityId } = JSON.parse(context) as { subEntityId?: unknown };
    return typeof subEntityId === 'string' ? { sub: subEntityId } : {};
  } catch {
    // A link whose context is no JSON opens the tab at its front, as Teams does.
    return {};
  }
}

/** The message that a Teams link leads to; undefined when it is no such link. */
export function messageLinkTarget(
  link: string,
): { readonly conversation: string; readonly message: string } | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const [, conversation, message] = /^\/l\/message\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
  if (url.hostname !== 'teams.microsoft.com' || !conversation || !message) return undefined;
  return { conversation: decodeURIComponent(conversation), message };
}
