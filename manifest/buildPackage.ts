import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync, zipSync } from 'fflate';
import { packageWords as words } from '#shared/words/server/package.ts';
import { type AppIds, english, manifestOf } from './manifest.ts';

export type Built = { readonly zip: Uint8Array; readonly faults: readonly string[] };

/** Width and height out of a PNG's head; null when it is none. */
const sizeOf = (png: Uint8Array): readonly [number, number] | null => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isPng = png.length > 24 && view.getUint32(0) === 0x89504e47;
  return isPng ? [view.getUint32(16), view.getUint32(20)] : null;
};

const iconFaults = (name: string, wanted: number, png: Uint8Array | undefined): string[] => {
  const size = png ? sizeOf(png) : null;
  return size?.[0] === wanted && size[1] === wanted ? [] : [words.icon(name, wanted)];
};

/** What the schema does not see: the files, where they lie, and what Teams asks of them. */
const packageFaults = (zip: Uint8Array): readonly string[] => {
  const files = unzipSync(zip);
  const names = Object.keys(files);
  const expected = ['manifest.json', 'color.png', 'outline.png', 'en.json'];
  return [
    ...names.filter((name) => name.includes('/')).map(words.notAtRoot),
    ...expected.filter((name) => !names.includes(name)).map(words.missing),
    ...iconFaults('color.png', 192, files['color.png']),
    ...iconFaults('outline.png', 32, files['outline.png']),
  ];
};

const json = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The same bytes every time: a package that did not change looks unchanged. */
const zipTime = new Date(2_026, 0, 1);

/** The Teams app package, held against the official schema and our own list. */
export const buildPackage = async (ids: AppIds, iconFolder: string): Promise<Built> => {
  const manifest = manifestOf(ids);
  const [color, outline] = await Promise.all(
    ['color.png', 'outline.png'].map((name) => readFile(join(iconFolder, name))),
  );
  const zip = zipSync(
    {
      'manifest.json': json(manifest),
      'en.json': json(english()),
      'color.png': color ?? new Uint8Array(),
      'outline.png': outline ?? new Uint8Array(),
    },
    { mtime: zipTime },
  );
  const schemaFaults = await AppManifestUtils.validateAgainstSchema(manifest);
  return { zip, faults: [...schemaFaults, ...packageFaults(zip)] };
};
