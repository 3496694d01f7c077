import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { ChannelKeys } from './channelKeys.ts';

/** What a believed token says of its sender. */
export type Channel = { readonly serviceUrl: string; readonly endorsements: readonly string[] };

/** `why` is a code for the log; nobody outside is told it. */
export type ChannelVerified =
  | { readonly ok: true; readonly channel: Channel }
  | { readonly ok: false; readonly why: string };

export type ChannelTokenSettings = { readonly botId: string; readonly issuer: string };

const skewSeconds = 300;
const longestToken = 8_000;
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

const refused = (why: string): ChannelVerified => ({ ok: false, why });

const kidOf = (token: string): { readonly kid: string } | { readonly why: string } => {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return { why: 'notToken' };
  }
  if (header.alg !== 'RS256') return { why: 'algorithm' };
  return typeof header.kid === 'string' && header.kid !== ''
    ? { kid: header.kid }
    : { why: 'keyMissing' };
};

const whyOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'signature';
  if (code === 'ERR_JWT_EXPIRED') return 'expired';
  if (code !== 'ERR_JWT_CLAIM_VALIDATION_FAILED') return 'notToken';
  return error instanceof Error && 'claim' in error ? `claim.${String(error.claim)}` : 'claim';
};

/** Says whether the Bot Framework channel itself sent this, for this bot (platform A4). */
export const verifyChannelToken = async (
  authorization: string | undefined,
  keys: ChannelKeys,
  settings: ChannelTokenSettings,
  now: () => number = Date.now,
): Promise<ChannelVerified> => {
  if (authorization === undefined) return refused('missing');
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined || token.length > longestToken) return refused('notBearer');
  const header = kidOf(token);
  if ('why' in header) return refused(header.why);
  const known = await keys.keyOf(header.kid);
  if (!known) return refused('unknownKey');
  try {
    const { payload } = await jwtVerify(token, known.key, {
      algorithms: ['RS256'],
      issuer: settings.issuer,
      audience: settings.botId,
      clockTolerance: skewSeconds,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: new Date(now()),
    });
    const { serviceurl } = payload;
    if (typeof payload.aud !== 'string' || payload.aud !== settings.botId)
      return refused('claim.aud');
    return typeof serviceurl === 'string' && serviceurl !== ''
      ? { ok: true, channel: { serviceUrl: serviceurl, endorsements: known.endorsements } }
      : refused('claim.serviceurl');
  } catch (error) {
    return refused(whyOf(error));
  }
};
