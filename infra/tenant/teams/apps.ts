import type { TeamsApps } from '../graph/wire/surroundings.ts';
import { findPerson } from '../organisation.ts';
import type { TenantParts } from '../parts.ts';

/** What Graph asks of Teams: who has the app, and what to put in a feed. */
export function teamsAppsOf(parts: TenantParts): TeamsApps {
  return {
    isInstalled: (userId) => parts.installs.stateOf(userId) !== 'notInstalled',
    install: async (userId) => {
      const person = findPerson(userId);
      if (person !== undefined) await parts.lifecycle.install(person);
    },
    uninstall: async (userId) => {
      const person = findPerson(userId);
      if (person !== undefined) await parts.lifecycle.uninstall(person);
    },
    notify: (userId, notification) => parts.feed.add(userId, notification),
  };
}
