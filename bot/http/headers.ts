import type { Config } from '../config.ts';

/** Hosts of Teams and Microsoft 365 that may frame the tab (platform B2). */
const teamsHosts = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** What a page of ours may load and who may frame it; without a nonce nothing inline is allowed. */
export const contentPolicy = (config: Pick<Config, 'teamsOrigins'>, nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    // teams-js looks up Microsoft's list of its own hosts there; without it that is a violation.
    "connect-src 'self' https://res.cdn.office.net",
    // A picture is looked at before it is sent (blob:).
    "img-src 'self' data: blob: https:",
    "font-src 'self' data: https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...teamsHosts, ...config.teamsOrigins].join(' ')}`,
  ].join('; ');

/** On every response, errors and refusals included. */
export const fixedHeaders = (
  config: Pick<Config, 'teamsOrigins'>,
): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(config),
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
});
