import type { JsonObject } from '../http.ts';
import { HttpRefusal, isObject } from '../http.ts';
import { findForeigner, findPerson } from '../organisation.ts';
import type { Person } from '../people.ts';
import type { Conversation } from '../teams/conversations.ts';
import { conversationsOf } from '../teams/conversations.ts';
import type { ExtensionName } from '../teams/extension.ts';

/** Reading what a test or script sends, with words for what is wrong. */
export function badInput(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BadArgument', message);
}

export function personIn(name: unknown): Person {
  if (typeof name !== 'string' || name === '') {
    throw badInput('"user" must be a user principal name or an object id.');
  }
  const person = findPerson(name);
  if (person === undefined) throw new HttpRefusal(404, 'UserNotFound', `Nobody is called ${name}.`);
  return person;
}

export function foreignerIn(name: string): Person {
  const person = findForeigner(name);
  if (person === undefined) {
    throw new HttpRefusal(404, 'UserNotFound', `Nobody in the foreign tenant is called ${name}.`);
  }
  return person;
}

export function conversationIn(person: Person, id: unknown): Conversation {
  const found = conversationsOf(person).find((each) => each.id === id);
  if (found !== undefined) return found;
  throw new HttpRefusal(404, 'ConversationNotFound', `${person.upn} has no conversation ${id}.`);
}

export function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw badInput(`"${name}" must be text.`);
  return value;
}

export function objectIn(body: JsonObject, name: string): JsonObject {
  const value = body[name] ?? {};
  if (!isObject(value)) throw badInput(`"${name}" must be an object.`);
  return value;
}

export function dataIn(body: JsonObject): JsonObject {
  return objectIn(body, 'data');
}

export function repeatIn(body: JsonObject): number {
  const repeat = body['repeat'] ?? 1;
  if (typeof repeat === 'number' && Number.isInteger(repeat) && repeat >= 1 && repeat <= 5) {
    return repeat;
  }
  throw badInput('"repeat" must be a whole number from 1 to 5.');
}

export function triggerIn(body: JsonObject): 'manual' | 'automatic' {
  const trigger = body['trigger'] ?? 'manual';
  if (trigger === 'manual' || trigger === 'automatic') return trigger;
  throw badInput('"trigger" must be "manual" or "automatic".');
}

export function urlsIn(body: JsonObject): readonly string[] {
  const given = body['urls'] ?? [body['url']];
  if (!Array.isArray(given) || given.length === 0) throw badInput('"url" or "urls" is missing.');
  return given.map((each) => {
    if (typeof each !== 'string' || !URL.canParse(each) || !/^https?:/.test(each)) {
      throw badInput(`"${String(each)}" is not an http address.`);
    }
    return new URL(each).origin;
  });
}

const extensionNames = ['fetchTask', 'submitAction', 'query', 'queryLink'] as const;

export function extensionNameIn(body: JsonObject): ExtensionName {
  const found = extensionNames.find((name) => name === body['name']);
  if (found !== undefined) return found;
  throw badInput(`"name" must be one of ${extensionNames.join(', ')}.`);
}
