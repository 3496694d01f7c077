import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../bot/http/headers.ts';
import { rootFrom } from '../../infra/root.ts';
import { aPng } from '../builders/pictures.ts';
import { launch } from '../worlds/browser/launch.ts';

let server: Server;
let browser: Browser;
let page: Page;
const violations: string[] = [];

/** Puts what is tested within reach of the page, under the tab's own policy. */
const entry = `
  import { shrinkPicture } from './tabs/stories/write/shrinkPicture.ts';
  window.shrink = (bytes, type) => look(new File([new Uint8Array(bytes)], 'x', { type }));
  const look = async (file) => {
    const shrunk = await shrinkPicture(file);
    if (!shrunk.ok) return { ok: false };
    const shown = new Image();
    shown.src = URL.createObjectURL(shrunk.blob);
    document.body.replaceChildren(shown);
    await shown.decode();
    const corner = document.createElement('canvas').getContext('2d');
    corner.drawImage(shown, 0, 0);
    return {
      ok: true,
      type: shrunk.blob.type,
      bytes: shrunk.blob.size,
      size: [shrunk.width, shrunk.height],
      shown: [shown.naturalWidth, shown.naturalHeight],
      corner: [...corner.getImageData(0, 0, 1, 1).data],
      traces: /GPS|Exif/.test(new TextDecoder('latin1').decode(await shrunk.blob.arrayBuffer())),
    };
  };
  /** A picture as a camera would give it: noise, so that it cannot be packed to nothing. */
  const aPhoto = async (width, height, type, alpha) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    const data = context.createImageData(width, height);
    for (let at = 0; at < data.data.length; at += 4)
      data.data.set([(at * 7919) % 251, (at * 104729) % 241, (at * 1299709) % 239, alpha], at);
    context.putImageData(data, 0, 0);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, 0.9));
    return new File([blob], 'x', { type });
  };
  window.photo = async (...given) => [
    ...new Uint8Array(await (await aPhoto(...given)).arrayBuffer()),
  ];
  window.shrinkPhoto = async (...given) => look(await aPhoto(...given));`;

beforeAll(async () => {
  const root = rootFrom(import.meta.url);
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'js' },
    bundle: true,
    format: 'iife',
    write: false,
  });
  server = createServer((req, res) => {
    const isScript = req.url === '/main.js';
    res.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      'content-security-policy': contentPolicy({ teamsOrigins: [] }),
    });
    res.end(
      isScript ? outputFiles[0]?.text : '<!doctype html><script src="/main.js"></script><body>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launch();
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

type Shrunk = {
  readonly ok: boolean;
  readonly type: string;
  readonly bytes: number;
  readonly size: readonly number[];
  readonly shown: readonly number[];
  readonly corner: readonly number[];
  /** Something of EXIF is in the file. */
  readonly traces: boolean;
};

type Photo = readonly [width: number, height: number, type: string, alpha: number];
type InPage = {
  readonly shrink: (bytes: readonly number[], type: string) => Promise<Shrunk>;
  readonly photo: (...given: Photo) => Promise<readonly number[]>;
  readonly shrinkPhoto: (...given: Photo) => Promise<Shrunk>;
};

const shrink = (bytes: Iterable<number>, type: string): Promise<Shrunk> =>
  page.evaluate(([given, kind]) => (window as unknown as InPage).shrink(given, kind), [
    [...bytes],
    type,
  ] as const);

const shrinkPhoto = (width: number, height: number, type = 'image/jpeg', alpha = 255) =>
  page.evaluate((given) => (window as unknown as InPage).shrinkPhoto(...given), [
    width,
    height,
    type,
    alpha,
  ] as Photo);

const aPhoto = (width: number, height: number) =>
  page.evaluate((given) => (window as unknown as InPage).photo(...given), [
    width,
    height,
    'image/jpeg',
    255,
  ] as Photo);

/** Where it was taken, as a telephone writes it: an EXIF block with the camera on its side. */
const withExif = (jpeg: readonly number[]): Buffer => {
  const tiff = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
    Buffer.from('GPS 56.4532 9.4020'),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 2, 2);
  const bytes = Buffer.from(jpeg);
  return Buffer.concat([bytes.subarray(0, 2), head, tiff, bytes.subarray(2)]);
};

describe('a picture before it is sent', () => {
  it('is at most 1,024 points on its long side, in JPEG, and shown as it was', async () => {
    const wide = await shrinkPhoto(2_400, 1_200);
    expect(wide).toMatchObject({ ok: true, type: 'image/jpeg', size: [1_024, 512] });
    expect(wide.shown).toEqual(wide.size);
    const tall = await shrinkPhoto(600, 2_400);
    expect(tall.size).toEqual([256, 1_024]);
    const little = await shrinkPhoto(300, 200);
    expect(little.size).toEqual([300, 200]);
  });

  it('is no more than a card in Teams shows, even when it is all detail', async () => {
    const { bytes } = await shrinkPhoto(1_920, 1_100);
    expect(bytes).toBeGreaterThan(200 * 1_024);
    expect(bytes).toBeLessThanOrEqual(1_024 * 1_024);
  });

  it('leaves behind where it was taken, and stands as the camera was held', async () => {
    const photo = withExif(await aPhoto(300, 200));
    expect(photo.includes('GPS 56.4532')).toBe(true);
    const sent = await shrink(photo, 'image/jpeg');
    expect(sent.size).toEqual([200, 300]);
    expect(sent.traces).toBe(false);
  });

  it('stays PNG when it is a small drawing, and is JPEG on white when it is a large one', async () => {
    expect(await shrink(aPng(64, 48), 'image/png')).toMatchObject({
      type: 'image/png',
      size: [64, 48],
    });
    const large = await shrinkPhoto(900, 900, 'image/png', 0);
    expect(large.type).toBe('image/png');
    const noisy = await shrinkPhoto(900, 900, 'image/png', 128);
    expect(noisy.type).toBe('image/jpeg');
    expect(Math.min(...noisy.corner.slice(0, 3))).toBeGreaterThan(100);
  });

  it('is refused when the browser cannot decode it', async () => {
    const page = [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"></svg>')];
    expect(await shrink(page, 'image/jpeg')).toEqual({ ok: false });
    expect(await shrink([], 'image/png')).toEqual({ ok: false });
    expect(await shrink(aPng(9, 9).subarray(0, 30), 'image/png')).toEqual({ ok: false });
  });

  it('is shown to the author under the policy of the tab', () => {
    expect(violations).toEqual([]);
  });
});
