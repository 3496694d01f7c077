import type { Clock } from './clock.ts';
import type { Limiter } from './connector/limits.ts';
import type { Certificates } from './entra/assertions.ts';
import type { Keys } from './entra/keys.ts';
import type { Tokens } from './entra/tokens.ts';
import type { VerifyAccess } from './entra/verify.ts';
import type { Faults } from './faults.ts';
import type { Store } from './store/store.ts';
import type { Chats } from './teams/chats.ts';
import type { TeamsEvents } from './teams/events.ts';
import type { Feed } from './teams/feed.ts';
import type { Installs } from './teams/installs.ts';
import type { InvokeParts } from './teams/invoke.ts';
import type { Lifecycle } from './teams/lifecycle.ts';
import type { Refresher } from './teams/refresh.ts';
import type { Servers } from './teams/servers.ts';

/** Everything the tenant is made of, put together once. */
export interface TenantParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly tokens: Tokens;
  readonly certificates: Certificates;
  readonly verify: VerifyAccess;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly servers: Servers;
  readonly installs: Installs;
  readonly events: TeamsEvents;
  readonly chats: Chats;
  readonly feed: Feed;
  readonly invokeParts: InvokeParts;
  readonly lifecycle: Lifecycle;
  readonly refresher: Refresher;
  readonly baseUrl: () => string;
  readonly serviceUrl: () => string;
}
