/** What Graph needs to know of the organisation around it. */
export interface Surroundings {
  readonly tenantId: string;
  readonly site: {
    readonly hostname: string;
    readonly path: string;
    readonly displayName: string;
  };
  readonly people: readonly DirectoryPerson[];
  /** Has the role `write` on the site (Sites.Selected). */
  readonly serverApp: { readonly clientId: string; readonly name: string };
  /** Has the role `fullcontrol` on the site. */
  readonly provisioningApp: { readonly clientId: string; readonly name: string };
  readonly teamsAppId: string;
}

export interface DirectoryPerson {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  /** Their mailbox is kept here, and not on a server of the municipality's own. */
  readonly hasMailbox?: boolean;
}

/** The Teams side of Graph: who has the app, and where activity notifications go. */
export interface TeamsApps {
  isInstalled(userId: string): boolean;
  /** Installs the app for a person; Teams then tells the bot, as it does for any install. */
  install(userId: string): void | Promise<void>;
  uninstall(userId: string): void | Promise<void>;
  /** An entry for the person's activity feed. */
  notify(userId: string, notification: ActivityNotification): void;
}

export interface ActivityNotification {
  readonly id: string;
  readonly at: string;
  readonly activityType: string;
  readonly appId: string;
  readonly topic: { readonly source: string; readonly value: string; readonly webUrl?: string };
  readonly previewText?: string;
  readonly templateParameters: readonly { readonly name: string; readonly value: string }[];
  readonly chainId?: number;
}
