/** What the page asks the local tenant. */
export interface PersonEntry {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly role: string;
  readonly area?: string;
  readonly installed: boolean;
  readonly blocked: boolean;
  readonly hasMailbox: boolean;
}

/** What somebody's Outlook answers by itself, as far as the page sets it. */
export interface AutomaticReplies {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly scheduledStartDateTime: { readonly dateTime: string };
  readonly scheduledEndDateTime: { readonly dateTime: string };
}

export type Json = Record<string, unknown>;

export interface ChatActivity {
  readonly id: string;
  readonly from: { readonly kind: 'bot' | 'person'; readonly name: string; readonly id?: string };
  readonly timestamp: string;
  readonly editedTimestamp?: string;
  readonly replyToId?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly card?: Json;
  /** Whether the card is what this person got by a press or a refresh. */
  readonly ownView: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly unread: number;
  readonly activities: readonly ChatActivity[];
}

export interface FeedEntry {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly previewText?: string;
  readonly topic: { readonly webUrl?: string };
}

export interface Pressed {
  readonly shown: 'card' | 'message' | 'error' | 'nothing';
  readonly text?: string;
}

/** One of what an app found: the line it is chosen by, and the card that goes with the message. */
export interface FoundCard {
  readonly title: string;
  readonly text: string;
  readonly card: Json;
}

export type Extended =
  | { readonly shown: 'dialog'; readonly title: string; readonly card: Json }
  | { readonly shown: 'closed' }
  | { readonly shown: 'results'; readonly results: readonly FoundCard[] }
  | { readonly shown: 'message' | 'error'; readonly text: string };

/** What the installed app offers outside its own chat. */
export interface AppExtension {
  readonly messageActions: readonly { readonly id: string; readonly title: string }[];
  readonly search: { readonly id: string; readonly title: string; readonly parameter: string };
}

export interface HostSettings {
  readonly serverUrl: string;
  readonly teamsAppId: string;
  readonly tenantId: string;
  readonly extension: AppExtension;
}

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

async function ask<T>(name: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(`/local/${name}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`/local/${name}: ${response.status}`);
  return (await response.json()) as T;
}

async function send<T>(name: string, body: Json): Promise<T> {
  const response = await fetch(`/local/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`/local/${name}: ${response.status}`);
  return (await response.json()) as T;
}

export const tenantApi = {
  people: () => ask<readonly PersonEntry[]>('people'),
  unread: () => ask<Readonly<Record<string, number>>>('unread'),
  settings: () => ask<HostSettings>('host'),
  /** The list of chats, as kept: looking at the list refreshes no cards. */
  async chats(user: string): Promise<readonly Conversation[]> {
    const found = await ask<{ conversations: readonly Conversation[] }>('chats', {
      user,
      refresh: 'false',
    });
    return found.conversations;
  },
  /** One open chat; `refresh` lets Teams ask the bot for this person's cards. */
  async chat(
    user: string,
    conversation: string,
    refresh: boolean,
  ): Promise<Conversation | undefined> {
    const found = await ask<{ conversations: readonly Conversation[] }>('chats', {
      user,
      conversation,
      refresh: String(refresh),
    });
    return found.conversations[0];
  },
  feed: (user: string) =>
    ask<{ notifications: readonly FeedEntry[] }>('activity', { user }).then(
      ({ notifications }) => notifications,
    ),
  token: (user: string) => ask<{ token: string }>('token', { user }).then(({ token }) => token),
  press: (body: Json) => send<Pressed>('press', body),
  say: (user: string, conversation: string, said: Json) =>
    send<Json>('say', { user, conversation, ...said }),
  extend: (body: Json) => send<Extended>('extension', body),
  changeApp: (change: 'install' | 'uninstall' | 'block' | 'unblock', user: string) =>
    send<Json>(change, { user }),
  replies: (user: string) => ask<AutomaticReplies>('automatic-replies', { user }),
  setReplies: (user: string, setting: Json) =>
    send<AutomaticReplies>('automatic-replies', { user, setting }),
  read: (user: string, conversation: string) => send<Json>('read', { user, conversation }),
};

/** Hears what happens for a person; the browser joins again by itself after a break. */
export function listen(
  user: string,
  onEvent: (event: TeamsEvent) => void,
  onConnection: (isUp: boolean) => void,
): void {
  const source = new EventSource(`/local/events?${new URLSearchParams({ user })}`);
  source.onmessage = (message) => onEvent(JSON.parse(String(message.data)) as TeamsEvent);
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
}
