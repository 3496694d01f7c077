import { describe, expect, it } from 'vitest';
import { createNoteQueue, type NoteQueue, type Sent } from '../../tabs/visits/notes/noteQueue.ts';
import type { NoteStore, QueuedNote } from '../../tabs/visits/notes/noteStore.ts';

/** The browser's database, which outlives every tab of the device. */
class Device implements NoteStore {
  readonly rows = new Map<number, QueuedNote>();
  /** Characters and pictures there is room for. */
  room = Number.POSITIVE_INFINITY;
  #last = 0;

  readonly add = async (note: Omit<QueuedNote, 'number'>): Promise<QueuedNote> => {
    const size = note.text.length + (note.picture?.size ?? 0);
    if (size > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.#last += 1;
    const kept = { ...note, number: this.#last };
    this.rows.set(kept.number, kept);
    return kept;
  };
  readonly all = async (): Promise<readonly QueuedNote[]> => [...this.rows.values()];
  readonly put = async (note: QueuedNote): Promise<void> => {
    this.rows.set(note.number, note);
  };
  readonly remove = async (number: number): Promise<void> => {
    this.rows.delete(number);
  };
}

type Cut = 'before' | 'afterCommit' | null;

/** The server's list: one row for each key, in the order they came. */
class Server {
  readonly notes = new Map<string, QueuedNote>();
  readonly pictures: Blob[] = [];
  calls = 0;
  /** Where the net goes at a call. */
  cut: (call: number) => Cut = () => null;
  refuses: (note: QueuedNote) => string = () => '';
  takesPictures = true;

  readonly note = async (note: QueuedNote): Promise<Sent<null>> => {
    const cut = this.#cutNow();
    if (cut === 'before') return { type: 'later' };
    const why = this.refuses(note);
    if (why !== '') return { type: 'refused', message: why };
    if (!this.notes.has(note.key)) this.notes.set(note.key, note);
    return cut === 'afterCommit' ? { type: 'later' } : { type: 'done', value: null };
  };
  readonly picture = async (picture: Blob): Promise<Sent<string>> => {
    const cut = this.#cutNow();
    if (cut === 'before') return { type: 'later' };
    if (!this.takesPictures) return { type: 'refused', message: 'for stort' };
    this.pictures.push(picture);
    return cut === 'afterCommit'
      ? { type: 'later' }
      : { type: 'done', value: `picture${picture.size}` };
  };

  #cutNow(): Cut {
    this.calls += 1;
    return this.cut(this.calls);
  }
}

let keys = 0;

const tabOn = (device: NoteStore, server: Server, byId = 'konsulent'): NoteQueue =>
  createNoteQueue({
    ...{ store: device, sending: server, byId },
    newKey: () => {
      keys += 1;
      return `key${keys}`;
    },
    now: () => '2026-09-07T08:00:00Z',
    alone: (work) => work(),
  });

const draft = (text: string, picture: Blob | null = null) => ({
  ...{ visitId: 'visit-1', text, group: 'Uro', picture },
});

const textsOn = (server: Server) => [...server.notes.values()].map(({ text }) => text);
const numbered = (count: number, name = 'note') =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);

const writeAll = async (queue: NoteQueue, texts: readonly string[]): Promise<void> => {
  for (const text of texts) await queue.keep(draft(text));
};

/** The tab tries until nothing waits, or something is wrong. */
const untilSent = async (queue: NoteQueue, device: Device, tries = 2_000): Promise<void> => {
  for (let at = 0; at < tries && device.rows.size > 0; at += 1) await queue.send();
};

describe('observations that are written without a net', () => {
  it('are there, each once and in their order, when the net is cut at every step', async () => {
    const [device, server] = [new Device(), new Server()];
    // Each note meets a net that is gone, then one that takes it and does not answer, then one that does.
    server.cut = (call) => ([null, 'before', 'afterCommit'] as const)[call % 3] ?? null;
    const queue = tabOn(device, server);
    const texts = numbered(200);
    await writeAll(queue, texts);
    expect(queue.state().notes).toHaveLength(200);
    expect(server.notes.size).toBe(0);
    await untilSent(queue, device);
    expect(textsOn(server)).toEqual(texts);
    expect(queue.state()).toMatchObject({ notes: [], isOffline: false });
  });

  it('go no further than the one that did not arrive', async () => {
    const [device, server] = [new Device(), new Server()];
    server.cut = (call) => (call === 3 ? 'before' : null);
    const queue = tabOn(device, server);
    await writeAll(queue, numbered(5));
    await queue.send();
    expect(textsOn(server)).toEqual(numbered(2));
    expect(queue.state().isOffline).toBe(true);
    expect(queue.state().notes.map(({ text }) => text)).toEqual(['note 3', 'note 4', 'note 5']);
    await queue.send();
    expect(textsOn(server)).toEqual(numbered(5));
  });

  it('outlive the tab, closed at any moment', async () => {
    for (let last = 1; last <= 12; last += 1) {
      const [device, server] = [new Device(), new Server()];
      const texts = numbered(6);
      const first = tabOn(device, server);
      await writeAll(first, texts);
      // From this call on the first tab hears nothing any more: it is closed.
      server.cut = (call) => (call >= last ? (last % 2 === 0 ? 'before' : 'afterCommit') : null);
      await first.send();
      server.cut = () => null;
      await untilSent(tabOn(device, server), device);
      expect(textsOn(server), String(last)).toEqual(texts);
    }
  });

  it('of two devices are all there, each device’s in its order', async () => {
    const server = new Server();
    server.cut = (call) => (call % 4 === 0 ? 'afterCommit' : null);
    const devices = [new Device(), new Device()];
    const queues = devices.map((device) => tabOn(device, server));
    const [one, two] = [numbered(100, 'a'), numbered(100, 'b')];
    await Promise.all([
      writeAll(queues[0] as NoteQueue, one),
      writeAll(queues[1] as NoteQueue, two),
    ]);
    for (let round = 0; round < 300; round += 1)
      await Promise.all(queues.map((one_) => one_.send()));
    const texts = textsOn(server);
    expect(texts).toHaveLength(200);
    expect(texts.filter((text) => text.startsWith('a'))).toEqual(one);
    expect(texts.filter((text) => text.startsWith('b'))).toEqual(two);
  });

  it('are sent once by two tabs of one device, also at once', async () => {
    const [device, server] = [new Device(), new Server()];
    const tabs = [tabOn(device, server), tabOn(device, server)];
    await writeAll(tabs[0] as NoteQueue, numbered(20));
    await Promise.all(tabs.map((tab) => tab.send()));
    expect(textsOn(server).sort()).toEqual(numbered(20).sort());
    expect(device.rows.size).toBe(0);
  });

  it('are not sent by another who signs in on the device', async () => {
    const [device, server] = [new Device(), new Server()];
    await writeAll(tabOn(device, server), numbered(2));
    const other = tabOn(device, server, 'konsulent2');
    await other.send();
    expect([server.notes.size, other.state().notes.length]).toEqual([0, 0]);
    await untilSent(tabOn(device, server), device);
    expect(server.notes.size).toBe(2);
  });

  it('take 20,000 characters', async () => {
    const [device, server] = [new Device(), new Server()];
    const queue = tabOn(device, server);
    const text = 'å'.repeat(20_000);
    expect(await queue.keep(draft(text))).toBe('kept');
    await queue.send();
    expect(textsOn(server)).toEqual([text]);
  });
});

describe('a picture', () => {
  const picture = new Blob([new Uint8Array(500)], { type: 'image/jpeg' });

  it('goes before its note, once, and the note names it', async () => {
    const [device, server] = [new Device(), new Server()];
    const queue = tabOn(device, server);
    await queue.keep(draft('med billede', picture));
    // The picture arrives, and the note does not: the picture is not sent again.
    server.cut = (call) => (call === 2 ? 'before' : null);
    await untilSent(queue, device);
    expect(server.pictures).toHaveLength(1);
    expect([...server.notes.values()][0]?.pictureId).toBe('picture500');
  });

  it('that finds no room costs the text nothing', async () => {
    const [device, server] = [new Device(), new Server()];
    device.room = 100;
    const queue = tabOn(device, server);
    expect(await queue.keep(draft('kort tekst', picture))).toBe('keptWithoutPicture');
    expect(await queue.keep(draft('x'.repeat(101)))).toBe('noRoom');
    await queue.send();
    expect(textsOn(server)).toEqual(['kort tekst']);
  });

  it('that the server will not have costs the text nothing, and is told', async () => {
    const [device, server] = [new Device(), new Server()];
    server.takesPictures = false;
    const queue = tabOn(device, server);
    await queue.keep(draft('med billede', picture));
    await queue.send();
    expect(textsOn(server)).toEqual(['med billede']);
    expect(queue.state().picturesLost).toBe(1);
  });
});

describe('a note that the server will not have', () => {
  it('stays on the device with why, holds nothing up, and is the writer’s again', async () => {
    const [device, server] = [new Device(), new Server()];
    server.refuses = ({ text }) => (text === 'note 2' ? 'ligner et CPR-nummer' : '');
    const queue = tabOn(device, server);
    await writeAll(queue, numbered(3));
    await queue.send();
    expect(textsOn(server)).toEqual(['note 1', 'note 3']);
    expect(queue.state().notes).toMatchObject([{ refused: 'ligner et CPR-nummer' }]);
    await queue.send();
    expect(server.calls).toBe(3);
    await queue.takeBack(queue.state().notes[0]?.number ?? 0);
    expect(queue.state().notes).toEqual([]);
  });
});
