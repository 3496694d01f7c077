import type { ErrorReply } from '#shared/contract/api.ts';
import type { Address, FileRoute, ReadRoute, SendRoute } from '#shared/contract/at.ts';
import { takesChanges } from '#shared/contract/changes.ts';
import type { ChangeOf, ReplyOf, SentTo } from '#shared/contract/routes.ts';
import { remoteWords } from '#shared/words/screens/remote.ts';

/** What a call came to. `status` 0 = nobody answered. */
export type Reply<T> =
  | { readonly type: 'done'; readonly value: T; readonly etag: string }
  | { readonly type: 'unchanged' }
  | Failed;

/** To whoever has something: instead of all of it, what became of it, and the tag of what is then had. */
export type ReadReply<T, C> =
  | Reply<T>
  | { readonly type: 'changed'; readonly change: C; readonly etag: string };

export type Failed = {
  readonly type: 'failed';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: readonly { readonly code: string; readonly message: string }[];
  /** The whole body: a conflict brings both texts, a late answer its receipt. */
  readonly body: unknown;
};

export type Api = {
  readonly read: <R extends ReadRoute>(
    address: Address<R>,
    etag?: string,
  ) => Promise<ReadReply<ReplyOf<R>, ChangeOf<R>>>;
  /** As JSON; a file goes as it is. */
  readonly send: <R extends SendRoute>(
    address: Address<R>,
    body: SentTo<R>,
  ) => Promise<Reply<ReplyOf<R>>>;
  /** A file as it is, for the person to keep. */
  readonly file: (address: Address<FileRoute>) => Promise<Reply<Blob>>;
};

/** Asks Teams for a token; `renew` when the one before was turned down. */
export type TokenSource = (renew: boolean) => Promise<string>;

const unreachable: Failed = {
  type: 'failed',
  status: 0,
  code: 'tab.unreachable',
  message: remoteWords.unreachable,
  details: [],
  body: null,
};

const isErrorReply = (body: unknown): body is ErrorReply =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';

const failureOf = (status: number, body: unknown): Failed => {
  const error = isErrorReply(body) ? body.error : null;
  return {
    type: 'failed',
    status,
    code: error?.code ?? `tab.status${status}`,
    message: error?.message ?? remoteWords.fault,
    details: error?.details ?? [],
    body,
  };
};

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy's error page is not ours to show; the status says enough.
    return null;
  }
};

const etagIn = (response: Response): string => response.headers.get('etag') ?? '';

const replyOf = async <T>(response: Response): Promise<Reply<T>> => {
  if (response.status === 304) return { type: 'unchanged' };
  const body = await bodyOf(response);
  if (!response.ok) return failureOf(response.status, body);
  // The server is our own and is held to the same contract, so its replies are not parsed twice.
  return { type: 'done', value: body as T, etag: etagIn(response) };
};

const readReplyOf = async <T, C>(response: Response): Promise<ReadReply<T, C>> =>
  response.status === 226
    ? { type: 'changed', change: (await bodyOf(response)) as C, etag: etagIn(response) }
    : replyOf(response);

const fileOf = async (response: Response): Promise<Reply<Blob>> =>
  response.ok
    ? { type: 'done', value: await response.blob(), etag: '' }
    : failureOf(response.status, await bodyOf(response));

type Asked = { readonly etag?: string; readonly body?: unknown };

/** A file is its own kind; what it may be is the server's to say. */
const typeOf = (body: unknown): string => (body instanceof Blob ? body.type : 'application/json');

const sentAs = (body: unknown): Blob | string =>
  body instanceof Blob ? body : JSON.stringify(body);

const headersOf = (token: string, asked: Asked): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  ...(asked.etag ? { 'If-None-Match': asked.etag, 'A-IM': takesChanges } : {}),
  ...(asked.body === undefined ? {} : { 'Content-Type': typeOf(asked.body) }),
});

/** The tab's way to the server: a Bearer token on every call, renewed once when it is refused. */
export const createApi = (token: TokenSource, fetcher: typeof fetch = fetch): Api => {
  const ask = async (address: string, asked: Asked, renew: boolean): Promise<Response> => {
    const [method = '', path = ''] = address.split(' ', 2);
    return fetcher(path, {
      method,
      cache: 'no-store',
      headers: headersOf(await token(renew), asked),
      ...(asked.body === undefined ? {} : { body: sentAs(asked.body) }),
    });
  };

  const call = async <R>(
    address: string,
    asked: Asked,
    read: (response: Response) => Promise<R>,
  ): Promise<R | Failed> => {
    try {
      const first = await ask(address, asked, false);
      return await read(first.status === 401 ? await ask(address, asked, true) : first);
    } catch (cause) {
      // No network, or Teams gave no token: both are "not now" to the person at the screen.
      return { ...unreachable, body: cause };
    }
  };

  return {
    read: <R extends ReadRoute>(address: Address<R>, etag?: string) =>
      call(address, etag ? { etag } : {}, readReplyOf<ReplyOf<R>, ChangeOf<R>>),
    send: <R extends SendRoute>(address: Address<R>, body: SentTo<R>) =>
      call(address, { body }, replyOf<ReplyOf<R>>),
    file: (address) => call(address, {}, fileOf),
  };
};
