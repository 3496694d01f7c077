import type { Channel } from './channelToken.ts';
import { isServiceUrl } from './serviceUrls.ts';

/** The parts of an activity that the bot reads; everything in it is claimed, not known. */
export type Inbound = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly replyToId: string | null;
  /** The authenticated person; null for events of Teams itself. */
  readonly personId: string | null;
  readonly personName: string;
  readonly teamsUserId: string;
  readonly botTeamsId: string;
  readonly conversationId: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly text: string;
  readonly value: unknown;
  readonly action: string;
  readonly membersAdded: readonly string[];
  readonly membersRemoved: readonly string[];
};

export type InboundSettings = {
  readonly tenantId: string;
  readonly serviceHosts: readonly string[];
};

export type InboundChecked =
  | { readonly ok: true; readonly inbound: Inbound }
  | { readonly ok: false; readonly status: 400 | 403; readonly why: string };

type Json = Readonly<Record<string, unknown>>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const part = (value: unknown, name: string): Json => {
  const inner = isJson(value) ? value[name] : undefined;
  return isJson(inner) ? inner : {};
};

const text = (value: unknown, longest = 2_000): string =>
  typeof value === 'string' && value.length <= longest ? value : '';

const no = (status: 400 | 403, why: string): InboundChecked => ({ ok: false, status, why });

const isOurs = (activity: Json, tenantId: string): boolean =>
  [part(activity, 'conversation')['tenantId'], part(part(activity, 'channelData'), 'tenant')['id']]
    .map((id) => (typeof id === 'string' ? id.toLowerCase() : ''))
    .every((id) => id === tenantId.toLowerCase());

/** Only presses and messages are a person's; Teams itself tells of installs. */
const needsPerson = (type: string): boolean => type === 'invoke' || type === 'message';

const channelFault = (
  activity: Json,
  channel: Channel,
  settings: InboundSettings,
): string | null => {
  if (activity['channelId'] !== 'msteams') return 'channel';
  if (!channel.endorsements.includes('msteams')) return 'endorsement';
  if (activity['serviceUrl'] !== channel.serviceUrl) return 'serviceUrlClaim';
  if (!isServiceUrl(activity['serviceUrl'], settings.serviceHosts)) return 'serviceUrl';
  return isOurs(activity, settings.tenantId) ? null : 'tenant';
};

const kindOf = (conversation: Json): Inbound['kind'] => {
  const kind = conversation['conversationType'];
  if (kind === 'groupChat' || kind === 'channel') return kind;
  return conversation['isGroup'] === true ? 'groupChat' : 'personal';
};

const idsIn = (members: unknown): readonly string[] =>
  Array.isArray(members) ? members.map((member) => text(part({ member }, 'member')['id'])) : [];

const personIn = (activity: Json): string | null => {
  const id = part(activity, 'from')['aadObjectId'];
  return typeof id === 'string' && guid.test(id) ? id.toLowerCase() : null;
};

/** An activity from a believed sender: whether it is for us, from our tenant, by a person. */
export const checkInbound = (
  body: unknown,
  channel: Channel,
  settings: InboundSettings,
): InboundChecked => {
  if (!isJson(body) || text(body['type'], 60) === '') return no(400, 'shape');
  const fault = channelFault(body, channel, settings);
  if (fault !== null) return no(403, fault);
  const type = text(body['type'], 60);
  const personId = personIn(body);
  const claimsPerson = part(body, 'from')['aadObjectId'] !== undefined;
  if (personId === null && (needsPerson(type) || claimsPerson)) return no(403, 'person');
  const conversation = part(body, 'conversation');
  const conversationId = text(conversation['id']);
  if (conversationId === '') return no(400, 'conversation');
  const from = part(body, 'from');
  return {
    ok: true,
    inbound: {
      type,
      id: text(body['id']),
      name: text(body['name'], 200),
      serviceUrl: channel.serviceUrl,
      replyToId: text(body['replyToId']) || null,
      personId,
      personName: text(from['name'], 200),
      teamsUserId: text(from['id']),
      botTeamsId: text(part(body, 'recipient')['id']),
      conversationId,
      kind: kindOf(conversation),
      text: text(body['text'], 100_000),
      value: body['value'],
      action: text(body['action'], 60),
      membersAdded: idsIn(body['membersAdded']),
      membersRemoved: idsIn(body['membersRemoved']),
    },
  };
};
