import { describe, expect, it } from 'vitest';
import { type Environment, readConfig, readProvisioner } from '../../bot/config.ts';

const whole: Environment = {
  TENANT_ID: '3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75',
  CLIENT_ID: '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3',
  CLIENT_SECRET: 'hemmelig',
  BOT_ID: '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3',
  SITE: 'viborg.sharepoint.com:/sites/digitek',
  PUBLIC_URL: 'https://portefolje.viborg.dk',
};

const faultsOf = (changes: Environment): readonly string[] => {
  const read = readConfig({ ...whole, ...changes });
  return read.ok ? [] : read.faults;
};

describe('the settings of the server', () => {
  it('are read with the addresses of Microsoft as the usual', () => {
    const read = readConfig(whole);
    expect(read.ok && read.config).toMatchObject({
      port: 3978,
      graphUrl: 'https://graph.microsoft.com',
      authorityUrl: 'https://login.microsoftonline.com',
      site: { host: 'viborg.sharepoint.com', path: '/sites/digitek' },
      botType: 'SingleTenant',
      local: false,
    });
  });

  it('are local only when every address is on this machine', () => {
    const here = 'http://127.0.0.1:3979';
    const local = {
      GRAPH_URL: here,
      AUTHORITY_URL: here,
      BOT_AUTHORITY_URL: here,
      BOT_OPENID_URL: `${here}/keys`,
    };
    const read = readConfig({ ...whole, ...local });
    expect(read.ok && read.config.local).toBe(true);
    const mixed = readConfig({ ...whole, ...local, GRAPH_URL: 'https://graph.microsoft.com' });
    expect(mixed.ok && mixed.config.local).toBe(false);
  });

  it('tell every fault at once, in plain words', () => {
    const read = readConfig({ BOT_TYPE: 'MultiTennant', PORT: 'mange', GRAPH_URL: 'http://graph' });
    if (read.ok) throw new Error('it should not be');
    const text = read.faults.join('\n');
    for (const name of [
      'TENANT_ID',
      'CLIENT_ID',
      'BOT_ID',
      'SITE',
      'PUBLIC_URL',
      'PORT',
      'GRAPH_URL',
    ])
      expect(text).toContain(name);
    expect(text).toContain('"MultiTennant"');
    expect(text).toContain('CLIENT_SECRET');
    expect(read.faults.length).toBe(9);
  });

  it.each([
    ['an unknown kind of bot', { BOT_TYPE: 'Multi' }],
    ['no bot', { BOT_ID: '' }],
    ['a bot that is no id', { BOT_ID: 'bot' }],
    ['an address over http', { AUTHORITY_URL: 'http://login.example' }],
    ['an address that is none', { PUBLIC_URL: 'portefolje' }],
    ['an address of another kind', { GRAPH_URL: 'ftp://127.0.0.1' }],
    ['two credentials', { MANAGED_IDENTITY_CLIENT_ID: 'x' }],
    ['no credential', { CLIENT_SECRET: ' ' }],
    ['a certificate that is not there', { CLIENT_SECRET: '', CLIENT_CERTIFICATE_PATH: '/nowhere' }],
    [
      'a certificate without its key',
      { CLIENT_SECRET: '', CLIENT_CERTIFICATE_PATH: 'package.json' },
    ],
    ['a site without its path', { SITE: 'viborg.sharepoint.com' }],
    ['a port beyond the last', { PORT: '70000' }],
    ['no units', { UNITS_PER_MINUTE: '0' }],
    ['a host that is an address', { BOT_SERVICE_HOSTS: 'https://smba.trafficmanager.net' }],
  ] satisfies readonly (readonly [string, Environment])[])('refuse %s', (_name, changes) => {
    expect(faultsOf(changes)).toHaveLength(1);
  });

  it('never say a secret', () => {
    const faults = faultsOf({
      CLIENT_SECRET: 'kanariefugl',
      CLIENT_CERTIFICATE_PATH: 'x',
      PORT: 'x',
    });
    expect(faults.join()).not.toContain('kanariefugl');
  });

  it('know another identity for making lists', () => {
    const read = readConfig(whole);
    if (!read.ok) throw new Error(read.faults.join());
    expect(readProvisioner(read.config, {}).clientId).toBe(whole['CLIENT_ID']);
    const other = { PROVISION_CLIENT_ID: 'other', PROVISION_CLIENT_SECRET: 's' };
    expect(readProvisioner(read.config, other)).toEqual({
      clientId: 'other',
      credential: { type: 'secret', secret: 's' },
    });
  });
});
