import { readFile } from 'node:fs/promises';
import { AppManifestUtils } from '@microsoft/app-manifest';
import Ajv from 'ajv';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commandIn } from '../bot/turn/command.ts';
import { buildPackage } from '../manifest/buildPackage.ts';
import { colourIcon, outlineIcon } from '../manifest/icons.ts';
import { english, manifestOf } from '../manifest/manifest.ts';

const ids = {
  teamsAppId: '8d5c1f3e-4b72-4a90-b6e8-f7d9c0a2e641',
  clientId: '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3',
  botId: '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3',
  publicUrl: 'https://portefolje.viborg.example',
  version: '1.0.0',
};
const icons = new URL('../manifest/icons/', import.meta.url).pathname;

describe('the Teams app package', () => {
  it('passes the official validator and has its files at the root', async () => {
    const { zip, faults } = await buildPackage(ids, icons);
    expect(faults).toEqual([]);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  it('is the same bytes for the same ids', async () => {
    const [one, two] = await Promise.all([buildPackage(ids, icons), buildPackage(ids, icons)]);
    expect(Buffer.compare(one.zip, two.zip)).toBe(0);
  });

  it('is refused when an id is none, or the icons are not what Teams wants', async () => {
    const wrong = await buildPackage({ ...ids, botId: 'bot' }, icons);
    expect(wrong.faults.length).toBeGreaterThan(0);
    const schema = await AppManifestUtils.validateAgainstSchema({
      ...manifestOf(ids),
      accentColor: 'lilla',
    });
    expect(schema.length).toBeGreaterThan(0);
  });

  it('carries the icons as they are drawn', async () => {
    expect(await readFile(`${icons}color.png`)).toEqual(colourIcon());
    expect(await readFile(`${icons}outline.png`)).toEqual(outlineIcon());
  });

  it('says everything in English too, by the localisation schema', async () => {
    const schema = JSON.parse(
      await readFile(
        new URL(
          '../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
          import.meta.url,
        ),
        'utf8',
      ),
    ) as Record<string, unknown>;
    const ajv = new Ajv({
      strict: false,
      validateFormats: false,
      validateSchema: false,
      unicodeRegExp: false,
    });
    const { $schema: _schema, id: _id, ...rules } = schema;
    const valid = ajv.validate(rules, english());
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    const { bots, composeExtensions } = manifestOf(ids);
    const searches = composeExtensions?.[0]?.commands ?? [];
    const texts = [
      ...(bots?.[0]?.commandLists?.flatMap((list) => list.commands) ?? []),
      ...searches.flatMap((command) => [command, ...(command.parameters ?? [])]),
    ];
    const keys = Object.keys(english()).filter((key) => key.endsWith('.title'));
    expect(keys).toHaveLength(texts.length);
  });

  it('offers the commands that the bot understands', () => {
    const lists = manifestOf(ids).bots?.[0]?.commandLists ?? [];
    for (const { title } of lists.flatMap((list) => list.commands))
      expect(commandIn(title).type).not.toBe('unknown');
  });

  it('names the commands of messages and of the search as the bot answers them', () => {
    const [extension, ...more] = manifestOf(ids).composeExtensions ?? [];
    expect(more).toEqual([]);
    expect(extension?.botId).toBe(ids.botId);
    expect(extension?.commands?.map(({ id, type, context }) => [id, type, context])).toEqual([
      ['makeIdea', 'action', ['message']],
      ['findProject', 'query', ['compose', 'commandBox']],
    ]);
    expect(extension?.messageHandlers).toEqual([
      { type: 'link', value: { domains: ['portefolje.viborg.example'] } },
    ]);
  });

  it('points only at its own host', () => {
    const manifest = manifestOf(ids);
    const urls = JSON.stringify({ ...manifest, $schema: '' }).match(/https?:\/\/[^"/]+/g) ?? [];
    expect(new Set(urls)).toEqual(new Set(['https://portefolje.viborg.example']));
    expect(manifest.validDomains).toEqual(['portefolje.viborg.example']);
  });
});
