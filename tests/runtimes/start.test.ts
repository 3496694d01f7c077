import { describe, expect, it } from 'vitest';
import { start } from '../worlds/browser/startOnce.ts';

describe(`the start command on Node ${process.versions.node}`, () => {
  it('starts all there is, warns of nothing, and ends when it is told to', async () => {
    const world = await start();
    try {
      expect((await fetch(world.hostUrl)).status).toBe(200);
      expect((await fetch(`${world.serverUrl}/health`)).status).toBe(200);
    } finally {
      await world.close();
    }
    expect(world.said()).not.toMatch(/warning|deprecat/i);
  });
});
