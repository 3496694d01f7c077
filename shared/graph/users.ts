import { Fault } from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { type Call, faultOf, isDone } from './reply.ts';

export type DirectoryUser = {
  readonly id: string;
  readonly name: string;
  readonly upn: string;
};

const select = '$select=id,displayName,userPrincipalName';

const userIn = (value: unknown): DirectoryUser => {
  const { id, displayName, userPrincipalName } = value as Partial<Record<string, unknown>>;
  if (typeof id !== 'string') throw new Fault('graph.rejected', { problem: 'userWithoutId' });
  return { id, name: String(displayName ?? ''), upn: String(userPrincipalName ?? '') };
};

/** The people of the tenant, as far as they are needed: to be chosen, and to be told things. */
export class Directory {
  readonly #client: GraphClient;

  constructor(client: GraphClient) {
    this.#client = client;
  }

  /** By object id or user principal name. */
  async find(idOrUpn: string): Promise<DirectoryUser | undefined> {
    const path = `/users/${encodeURIComponent(idOrUpn)}?${select}`;
    const call: Call = { method: 'GET', path, units: 1, priority: 'read' };
    const reply = await this.#client.send(call);
    if (reply.status === 404) return undefined;
    if (!isDone(reply)) throw faultOf(reply, call);
    return userIn(reply.body);
  }

  async all(): Promise<readonly DirectoryUser[]> {
    const users: DirectoryUser[] = [];
    for await (const user of this.#client.pages(`/users?${select}`, 1)) users.push(userIn(user));
    return users;
  }
}
