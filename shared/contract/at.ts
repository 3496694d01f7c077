import type { ReplyOf, Route } from './routes.ts';

/** The names in a path: `id` and `code` in `/api/projects/:id/steps/:code`. */
export type BlanksOf<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | BlanksOf<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

type Filling<R extends Route> = [BlanksOf<R>] extends [never]
  ? [blanks?: Readonly<Record<string, never>>, query?: string]
  : [blanks: { readonly [Name in BlanksOf<R>]: string }, query?: string];

declare const route: unique symbol;
/** A route with its blanks filled, `GET /api/projects/42`; its type says what is sent and answered. */
export type Address<R extends Route = Route> = string & { readonly [route]: R };

/** The routes that only read: JSON, or a file to keep. */
export type FileRoute = { [R in Route]: ReplyOf<R> extends 'file' ? R : never }[Route];
export type ReadRoute = Exclude<Extract<Route, `GET ${string}`>, FileRoute>;
export type SendRoute = Exclude<Route, `GET ${string}`>;

/** The only way to an address of the API. */
export const at = <R extends Route>(path: R, ...[blanks, query = '']: Filling<R>): Address<R> => {
  const given: Readonly<Record<string, string>> = blanks ?? {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? ''),
  );
  return (query === '' ? filled : `${filled}?${query}`) as Address<R>;
};
