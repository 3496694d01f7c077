import { Fault, type FaultCode } from '#shared/useCases/ports.ts';
import type { Priority } from './limiter.ts';
import type { Answer } from './transport.ts';

/** One call to Graph. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the version, with a leading slash, the query encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A whole address that carries its own right, as an upload session has: no token goes there. */
  readonly elsewhere?: string;
  /** JSON, or a Buffer sent as it is. */
  readonly body?: unknown;
  /** The answer is a file, wanted if it is no larger than this; otherwise JSON. */
  readonly bytesUpTo?: number;
  readonly units: number;
  readonly priority: Priority;
  /** Doing it twice is the same as once. Everything but POST, unless said. */
  readonly repeatable?: boolean;
  /**
   * Another service than the lists': that it wants to be left alone says nothing of them, and it is
   * left alone until whoever asked asks again.
   */
  readonly ownService?: boolean;
  readonly timeoutMs?: number;
  readonly patienceMs?: number;
};

export type Reply = {
  /** 0: no answer came. */
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** The file that was asked for; missing when it is too large. */
  readonly bytes?: Uint8Array;
  /** An earlier attempt of this write may have been done. */
  readonly doubtful: boolean;
  readonly cause?: unknown;
};

export const isDone = (reply: Reply): boolean => reply.status >= 200 && reply.status < 300;

/** Whether it was done is not known. */
export const isOpen = (reply: Reply): boolean => reply.status === 0 || reply.status >= 500;

export const noAnswer = (cause?: unknown): Reply => ({
  status: 0,
  headers: new Headers(),
  body: {},
  doubtful: false,
  cause,
});

/** Reads an answer to its end; half an answer, or one that is not Graph's, is none. */
export const replyTo = async (answer: Answer): Promise<Reply> => {
  const { status, headers } = answer;
  const text = await answer.text();
  const body = text === '' ? {} : bodyIn(text);
  if (!body && status < 300) return noAnswer(new Error('the answer is not a JSON object'));
  return { status, headers, body: body ?? {}, doubtful: false };
};

/** An answer that is a file, wanted if it is no larger than this; a no says why, as others do. */
export const fileIn = async (response: Response, bytesUpTo: number): Promise<Reply> => {
  if (!response.ok) return replyTo(response);
  const { status, headers } = response;
  const bytes = await bytesOf(response, bytesUpTo);
  return { status, headers, body: {}, doubtful: false, ...(bytes ? { bytes } : {}) };
};

const bytesOf = async (response: Response, most: number): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const bodyIn = (text: string): Reply['body'] | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Reply['body']) : undefined;
  } catch {
    return undefined;
  }
};

export type GraphProblem = { readonly code: string; readonly message: string };

export const problemIn = (reply: Reply): GraphProblem => {
  const error = reply.body['error'];
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<string, unknown>
  >;
  return { code: String(code ?? ''), message: String(message ?? '') };
};

const codeOf = (status: number): FaultCode => {
  if (status === 401 || status === 403) return 'graph.denied';
  if (status === 429) return 'graph.throttled';
  return status === 0 || status >= 500 || status < 300 ? 'graph.unavailable' : 'graph.rejected';
};

export const faultOf = (reply: Reply, call: Pick<Call, 'method' | 'path'>): Fault => {
  const code = codeOf(reply.status);
  const outcome = code === 'graph.unavailable' && call.method !== 'GET' ? 'unknown' : 'notDone';
  return new Fault(
    code,
    {
      method: call.method,
      path: call.path,
      status: reply.status,
      ...problemIn(reply),
      requestId: reply.headers.get('request-id') ?? '',
      outcome: reply.doubtful ? 'unknown' : outcome,
    },
    reply.cause,
  );
};
