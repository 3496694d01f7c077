import type { Prepared, Request, Service } from './serve.ts';
import { BrokenConnection, prepare } from './serve.ts';
import type { JsonObject, Reply } from './wire/call.ts';
import { GraphError, isObject, json } from './wire/call.ts';
import type { Errors } from './wire/errors.ts';

/** At most 20 parts, no transaction over them (platform C5). */
const mostParts = 20;

interface Part {
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly request: Request;
}

const bad = (message: string): GraphError => new GraphError(400, 'BadRequest', message);

/** The answer of a part, kept as text so that a page is not parsed again. */
interface Answered {
  readonly status: number;
  readonly text: string;
}

export async function runBatch(
  service: Service,
  outer: Request,
  body: JsonObject,
  errors: Errors,
): Promise<Reply> {
  const parts = partsIn(outer, body);
  const prepared = new Map(parts.map((part) => [part.id, prepareLate(service, part)]));
  const wait = Math.max(0, ...[...prepared.values()].map((one) => one.ms));
  if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  const answers = [...prepared.values()].some((one) => one.slow)
    ? await runSlowly(parts, prepared, errors)
    : runTogether(service, parts, prepared, errors);
  // Answers come in any order (platform C5); this tenant turns them round, so that nobody relies on it.
  const texts = [...answers.values()].reverse().map((one) => one.text);
  return json(200, `{"responses":[${texts.join(',')}]}`);
}

/** An address that cannot be read fails its part only. */
function prepareLate(service: Service, part: Part): Prepared {
  if (/^\/*(v1\.0\/|beta\/)?\$batch/i.test(part.request.url)) {
    const run = (): never => {
      throw bad('A batch cannot hold a batch.');
    };
    return { slow: false, ms: 0, run };
  }
  return prepare(service, part.request);
}

/** One commit for all parts. Each part that fails has undone only its own work. */
function runTogether(
  service: Service,
  parts: readonly Part[],
  prepared: ReadonlyMap<string, Prepared>,
  errors: Errors,
): Map<string, Answered> {
  const answers = new Map<string, Answered>();
  let broken: BrokenConnection | undefined;
  service.context.store.write(() => {
    for (const part of parts) {
      try {
        answers.set(
          keyOf(part.id),
          answered(
            part,
            errors.caught(() => atOnce(part, prepared, answers)),
          ),
        );
      } catch (cause) {
        // What came before the break stays stored, as on a real server.
        if (!(cause instanceof BrokenConnection)) throw cause;
        broken = cause;
        return;
      }
    }
  });
  if (broken !== undefined) throw broken;
  return answers;
}

function atOnce(
  part: Part,
  prepared: ReadonlyMap<string, Prepared>,
  answers: ReadonlyMap<string, Answered>,
): Reply {
  const reply = runPart(part, prepared, answers);
  if (reply instanceof Promise) throw new Error('A part that waits cannot share a commit.');
  return reply;
}

async function runSlowly(
  parts: readonly Part[],
  prepared: ReadonlyMap<string, Prepared>,
  errors: Errors,
): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>();
  for (const part of parts) {
    const answer = await errors.caughtLater(async () => runPart(part, prepared, answers));
    answers.set(keyOf(part.id), answered(part, answer));
  }
  return answers;
}

function runPart(
  part: Part,
  prepared: ReadonlyMap<string, Prepared>,
  answers: ReadonlyMap<string, Answered>,
): Reply | Promise<Reply> {
  const failed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 500) >= 400);
  if (failed) {
    throw new GraphError(424, 'failedDependency', 'A request that this one depends on has failed.');
  }
  const one = prepared.get(part.id);
  if (one === undefined) throw new Error(`Part ${part.id} was not prepared.`);
  return one.run();
}

function answered(part: Part, reply: Reply): Answered {
  const binary = Buffer.isBuffer(reply.body);
  const headers = {
    'Cache-Control': 'no-store',
    ...(reply.body === undefined || binary ? {} : { 'Content-Type': 'application/json' }),
    ...reply.headers,
  };
  const body =
    reply.body === undefined
      ? ''
      : `,"body":${binary ? JSON.stringify(reply.body.toString('base64')) : reply.body}`;
  return {
    status: reply.status,
    text: `{"id":${JSON.stringify(part.id)},"status":${reply.status},"headers":${JSON.stringify(headers)}${body}}`,
  };
}

function partsIn(outer: Request, body: JsonObject): readonly Part[] {
  const requests = body['requests'];
  if (!Array.isArray(requests) || requests.length === 0) {
    throw bad("The batch must hold an array 'requests'.");
  }
  if (requests.length > mostParts) {
    throw bad(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  }
  const ids = new Set<string>();
  return requests.map((given) => {
    const part = partIn(outer, given, ids);
    ids.add(keyOf(part.id));
    return part;
  });
}

/** Ids are told apart without regard to case (Graph's page on JSON batching). */
const keyOf = (id: string): string => id.toLowerCase();

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

function partIn(outer: Request, given: unknown, before: ReadonlySet<string>): Part {
  if (!isObject(given)) throw bad('Every part of a batch is an object.');
  const { id, url } = given;
  if (typeof id !== 'string' || id === '') throw bad("Every part of a batch needs a text 'id'.");
  if (before.has(keyOf(id))) throw bad(`The id '${id}' is not unique in the batch.`);
  const method = String(given['method']).toUpperCase();
  if (!methods.includes(method)) throw bad(`The part '${id}' has no valid 'method'.`);
  if (typeof url !== 'string' || url === '' || /^[a-z]+:\/\//i.test(url)) {
    throw bad(`The part '${id}' needs a relative 'url'.`);
  }
  const headers = headersIn(given, id);
  return {
    id,
    dependsOn: dependenciesIn(given, id, before),
    request: {
      method,
      url: url.replace(/^\/*v1\.0\//i, '/'),
      body: bytesIn(given, id, headers),
      base: outer.base,
      claims: outer.claims,
      header: (name) => headers.get(name),
    },
  };
}

function headersIn(given: JsonObject, id: string): ReadonlyMap<string, string> {
  const headers = given['headers'] ?? {};
  if (!isObject(headers)) throw bad(`The headers of the part '${id}' must be an object.`);
  return new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function dependenciesIn(
  given: JsonObject,
  id: string,
  before: ReadonlySet<string>,
): readonly string[] {
  const dependsOn = given['dependsOn'] ?? [];
  if (!Array.isArray(dependsOn)) throw bad(`'dependsOn' of the part '${id}' must be an array.`);
  const names = dependsOn.map((name) => keyOf(String(name)));
  const unknown = names.find((name) => !before.has(name));
  if (unknown !== undefined) {
    throw bad(`The part '${id}' depends on '${unknown}', which does not come before it.`);
  }
  return names;
}

/** JSON stands as it is, anything else as base64. */
function bytesIn(given: JsonObject, id: string, headers: ReadonlyMap<string, string>): Buffer {
  const body = given['body'];
  if (body === undefined || body === null) return Buffer.alloc(0);
  const type = headers.get('content-type');
  if (type === undefined) {
    throw bad(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  if (type.toLowerCase().includes('json')) return Buffer.from(JSON.stringify(body));
  return Buffer.from(String(body), 'base64');
}
