import type { ThemeName } from './address.ts';

/** A message from a page that uses teams-js. */
interface GuestMessage {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
}

interface GuestContext {
  readonly theme: ThemeName;
  readonly userId: string;
  readonly upn: string;
  readonly tenantId: string;
  readonly sub: string | undefined;
}

export interface HostActions {
  context(): GuestContext;
  token(): Promise<string>;
  openLink(link: string): void;
  openSub(sub: string | undefined): void;
  shareLink(sub: string, label: string): void;
  leaveFocus(): void;
  onInitialized(): void;
  onLoaded(): void;
  onFailed(reason: string): void;
}

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { pages: { backStack: {}, currentApp: {} }, teamsCore: {} },
};

type Answer = readonly unknown[] | undefined;

/** Teams' side of teams-js, for one iframe of one origin. */
export class TeamsHost {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #actions: HostActions;
  readonly #registered = new Set<string>();
  readonly #onMessage = (event: MessageEvent): void => this.#receive(event);

  constructor(frame: HTMLIFrameElement, origin: string, actions: HostActions) {
    this.#frame = frame;
    this.#origin = origin;
    this.#actions = actions;
    window.addEventListener('message', this.#onMessage);
  }

  close(): void {
    window.removeEventListener('message', this.#onMessage);
  }

  themeChanged(theme: ThemeName): void {
    if (this.#registered.has('themeChange')) this.#post({ func: 'themeChange', args: [theme] });
  }

  #post(message: object): void {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
    const message = event.data as GuestMessage | null;
    if (typeof message?.func !== 'string') return;
    void this.#answer({ ...message, args: message.args ?? [] }).then((args) => {
      if (args === undefined) return;
      const { id, uuidAsString } = message;
      this.#post({ id, uuidAsString, args });
    });
  }

  async #answer({ func, args }: GuestMessage): Promise<Answer> {
    const known = Object.hasOwn(answers, func) ? answers[func] : undefined;
    if (known !== undefined) return known(this.#actions, args, this.#registered);
    if (func.startsWith('logging.') || func.endsWith('.registerHandler')) return undefined;
    return [false, 'NotSupported'];
  }
}

type Answerer = (
  actions: HostActions,
  args: readonly unknown[],
  registered: Set<string>,
) => Answer | Promise<Answer>;

/** What each call of teams-js gets; undefined where it expects no answer. */
const answers: Readonly<Record<string, Answerer>> = {
  initialize: (actions) => {
    actions.onInitialized();
    return ['content', 'web', JSON.stringify(runtime), '2.58.0'];
  },
  getContext: (actions) => [contextOf(actions.context())],
  'authentication.getAuthToken': async (actions) => {
    try {
      return [true, await actions.token()];
    } catch (cause) {
      return [false, String(cause)];
    }
  },
  registerHandler: (_actions, args, registered) => {
    registered.add(String(args[0]));
    return undefined;
  },
  executeDeepLink: (actions, args) => {
    actions.openLink(String(args[0]));
    return [true];
  },
  'app.openLink': (actions, args) => {
    actions.openLink(String(args[0]));
    return [true];
  },
  'pages.navigateToApp': (actions, args) => {
    const wanted = args[0] as { subPageId?: string } | string | undefined;
    if (typeof wanted === 'string') actions.openLink(wanted);
    else actions.openSub(wanted?.subPageId);
    return [true];
  },
  'pages.currentApp.navigateTo': (actions, args) => {
    actions.openSub((args[0] as { subPageId?: string } | undefined)?.subPageId);
    return [true];
  },
  'pages.currentApp.navigateToDefaultPage': (actions) => {
    actions.openSub(undefined);
    return [true];
  },
  shareDeepLink: share,
  'pages.shareDeepLink': share,
  returnFocus: (actions) => {
    actions.leaveFocus();
    return undefined;
  },
  'pages.returnFocus': (actions) => {
    actions.leaveFocus();
    return [true];
  },
  navigateBack: () => {
    history.back();
    return [true];
  },
  'appInitialization.appLoaded': loaded,
  'appInitialization.success': loaded,
  'appInitialization.failure': failed,
  'appInitialization.expectedFailure': failed,
  setFrameContext: () => undefined,
  'pages.setCurrentFrame': () => undefined,
};

function share(actions: HostActions, args: readonly unknown[]): Answer {
  actions.shareLink(String(args[0] ?? ''), String(args[1] ?? ''));
  return undefined;
}

function loaded(actions: HostActions): Answer {
  actions.onLoaded();
  return undefined;
}

function failed(actions: HostActions, args: readonly unknown[]): Answer {
  actions.onFailed(String(args[0] ?? ''));
  return undefined;
}

function contextOf(context: GuestContext): object {
  return {
    locale: 'da-dk',
    osLocaleInfo: { platform: 'web', regionalFormat: 'da-dk', timeZone: 'Europe/Copenhagen' },
    theme: context.theme,
    entityId: 'portfolio',
    subEntityId: context.sub,
    subPageId: context.sub,
    userObjectId: context.userId,
    userPrincipalName: context.upn,
    upn: context.upn,
    loginHint: context.upn,
    tid: context.tenantId,
    frameContext: 'content',
    hostClientType: 'web',
    hostName: 'Teams',
    isFullScreen: false,
    isMultiWindow: false,
    userLicenseType: 'Unknown',
    tenantSKU: 'unknown',
    sessionId: 'local',
    appSessionId: 'local',
    ringId: 'local',
  };
}
