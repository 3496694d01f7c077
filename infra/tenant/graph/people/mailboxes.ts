import type { Call, JsonObject, Reply } from '../wire/call.ts';
import { bodyOf, GraphError, isObject, json } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { findUser } from './users.ts';

/*
 * Of people's mailboxes only what Outlook calls automatic replies. Exchange answers here, and not the
 * directory, so its errors have its own names. Times are kept and given in UTC, as Graph does for whoever
 * prefers no other zone; it takes other zones too, which this tenant does not.
 */

type Memory = Pick<Context, 'store'>;

/** dateTimeTimeZone. */
interface ZonedTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

export interface AutomaticReplies {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly externalAudience: 'none' | 'contactsOnly' | 'all';
  readonly scheduledStartDateTime: ZonedTime;
  readonly scheduledEndDateTime: ZonedTime;
  readonly internalReplyMessage: string;
  readonly externalReplyMessage: string;
}

const at = (dateTime: string): ZonedTime => ({ dateTime, timeZone: 'UTC' });

/** A mailbox in which nobody has ever turned them on. */
const never: AutomaticReplies = {
  status: 'disabled',
  externalAudience: 'all',
  scheduledStartDateTime: at('2026-01-01T07:00:00.0000000'),
  scheduledEndDateTime: at('2026-01-02T07:00:00.0000000'),
  internalReplyMessage: '',
  externalReplyMessage: '',
};

export function repliesOf({ store }: Memory, userId: string): AutomaticReplies {
  const row = store.get('SELECT setting FROM automaticReplies WHERE user = ?', userId);
  return row === undefined ? never : (JSON.parse(String(row[0])) as AutomaticReplies);
}

const invalid = (message: string): GraphError =>
  new GraphError(400, 'ErrorInvalidRequest', message);

function oneOf<T extends string>(values: readonly T[], given: unknown, name: string): T {
  const found = values.find((value) => value === given);
  if (found === undefined) throw invalid(`'${String(given)}' is not a valid value of '${name}'.`);
  return found;
}

function timeIn(given: unknown, name: string): ZonedTime {
  const { dateTime, timeZone } = isObject(given) ? given : {};
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string') {
    throw invalid(`'${name}' must have a dateTime and a timeZone.`);
  }
  if (timeZone !== 'UTC') throw invalid(`The time zone '${timeZone}' is not taken here: UTC is.`);
  const ms = Date.parse(`${dateTime.replace(/Z$/, '')}Z`);
  if (Number.isNaN(ms)) throw invalid(`'${dateTime}' is not a time.`);
  return at(`${new Date(ms).toISOString().slice(0, 19)}.0000000`);
}

function textIn(given: unknown, name: string): string {
  if (typeof given === 'string') return given;
  throw invalid(`'${name}' must be text.`);
}

const readers: { readonly [K in keyof AutomaticReplies]: (given: unknown) => AutomaticReplies[K] } =
  {
    status: (given) => oneOf(['disabled', 'alwaysEnabled', 'scheduled'], given, 'status'),
    externalAudience: (given) => oneOf(['none', 'contactsOnly', 'all'], given, 'externalAudience'),
    scheduledStartDateTime: (given) => timeIn(given, 'scheduledStartDateTime'),
    scheduledEndDateTime: (given) => timeIn(given, 'scheduledEndDateTime'),
    internalReplyMessage: (given) => textIn(given, 'internalReplyMessage'),
    externalReplyMessage: (given) => textIn(given, 'externalReplyMessage'),
  };

/** Changes what is said, and nothing else; a period that ends before it begins is refused. */
export function setReplies(memory: Memory, userId: string, given: JsonObject): AutomaticReplies {
  const changes = Object.entries(given)
    .filter(([name]) => !name.startsWith('@'))
    .map(([name, value]) => {
      if (!Object.hasOwn(readers, name)) throw invalid(`There is no property '${name}'.`);
      return [name, readers[name as keyof AutomaticReplies](value)] as const;
    });
  const next: AutomaticReplies = {
    ...repliesOf(memory, userId),
    ...(Object.fromEntries(changes) as Partial<AutomaticReplies>),
  };
  const { status, scheduledStartDateTime: start, scheduledEndDateTime: end } = next;
  if (status === 'scheduled' && start.dateTime >= end.dateTime) {
    throw invalid('The start of the automatic replies must be before their end.');
  }
  memory.store.run(
    'INSERT OR REPLACE INTO automaticReplies (user, setting) VALUES (?, ?)',
    userId,
    JSON.stringify(next),
  );
  return next;
}

/** Somebody whose mailbox is here; Exchange knows nobody of a directory by another. */
function ownerOf(context: Context, wanted: string): string {
  let person: ReturnType<typeof findUser>;
  try {
    person = findUser(context, wanted);
  } catch {
    throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${wanted}' is invalid.`);
  }
  if (person.hasMailbox === false) {
    throw new GraphError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  }
  return person.id;
}

const metadata = (call: Call, userId: string, rest = ''): string =>
  `${call.base}/$metadata#users('${userId}')/mailboxSettings${rest}`;

export function getAutomaticReplies(context: Context, call: Call, wanted: string): Reply {
  const user = ownerOf(context, wanted);
  return json(200, {
    '@odata.context': metadata(call, user, '/automaticRepliesSetting'),
    ...repliesOf(context, user),
  });
}

function settingsJson(context: Context, call: Call, user: string): JsonObject {
  return {
    '@odata.context': metadata(call, user),
    archiveFolder: '',
    timeZone: 'Romance Standard Time',
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'dd-MM-yyyy',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: repliesOf(context, user),
    language: { locale: 'da-DK', displayName: 'Danish (Denmark)' },
  };
}

export function getMailboxSettings(context: Context, call: Call, wanted: string): Reply {
  return json(200, settingsJson(context, call, ownerOf(context, wanted)));
}

/** Of the settings only these can be changed here. */
export function patchMailboxSettings(context: Context, call: Call, wanted: string): Reply {
  const user = ownerOf(context, wanted);
  const { automaticRepliesSetting: setting, ...others } = bodyOf(call);
  const other = Object.keys(others).find((name) => !name.startsWith('@'));
  if (other !== undefined) throw invalid(`'${other}' cannot be changed here.`);
  if (!isObject(setting)) throw invalid("'automaticRepliesSetting' is required.");
  setReplies(context, user, setting);
  return json(200, settingsJson(context, call, user));
}
