import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person } from '../people.ts';
import type { TeamsEvents } from '../teams/events.ts';

const heartbeatMs = 20_000;

/** Server-sent events for one open window. */
export function streamEvents(
  events: TeamsEvents,
  person: Person,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  res.write('retry: 1000\n\n');
  const stop = events.listen(person.id, (event) => {
    res.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => res.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  req.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
