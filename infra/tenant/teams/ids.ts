import { createHash } from 'node:crypto';
import { organisation } from '../organisation.ts';
import type { Person } from '../people.ts';

/** A person's id in Teams: its own for every bot, and never the Entra object id. */
export function teamsIdOf(personId: string): string {
  const digest = createHash('sha256').update(`${organisation.botId}/${personId}`);
  return `29:1${digest.digest('base64url')}`;
}

export const botTeamsId = `28:${organisation.botId}`;

/** The one-to-one chat between a person and the bot. */
export function personalChatIdOf(personId: string): string {
  const digest = createHash('sha256').update(`${personId}/${organisation.botId}`);
  return `a:1${digest.digest('base64url')}`;
}

/** A channel thread's id names its first message; the channel is what stands before it. */
export function splitThread(conversationId: string): { base: string; rootId?: string } {
  const [base = '', rest] = conversationId.split(';messageid=');
  return rest === undefined ? { base } : { base, rootId: rest };
}

export function personByTeamsId(id: string): Person | undefined {
  return organisation.people.find((person) => teamsIdOf(person.id) === id || person.id === id);
}
