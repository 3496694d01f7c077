const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the bot may answer to this address: https on a listed host; http only on loopback. */
export const isServiceUrl = (address: unknown, hosts: readonly string[]): address is string => {
  if (typeof address !== 'string' || address === '' || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (!hosts.includes(url.host)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
};
