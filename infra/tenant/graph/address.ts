import { isSite } from './lists/site.ts';
import { GraphError, itemNotFound } from './wire/call.ts';
import type { Context } from './wire/context.ts';

/** An address below the version, taken apart: path segments, decoded, and the raw query. */
export interface Address {
  readonly segments: readonly string[];
  readonly query: string;
}

/**
 * `sites/{host}:/{path}:/…` becomes `sites/{id}/…`, and a file's path between colons
 * (`root:/a/b.txt:/content`) becomes one segment after `root:`.
 */
export function addressOf(context: Context, url: string): Address {
  const at = url.indexOf('?');
  const path = (at < 0 ? url : url.slice(0, at)).replace(/^\/+/, '').replace(/\/+$/, '');
  const query = at < 0 ? '' : url.slice(at + 1);
  const raw = withSiteId(context, path).split('/');
  return { segments: foldPaths(raw), query };
}

function withSiteId(context: Context, path: string): string {
  const match = /^sites\/([^/]+):\/([^:]+?)(?::(?:\/(.*))?)?$/i.exec(path);
  if (match === null) return path;
  const wanted = `${decode(match[1] ?? '')}:/${decode(match[2] ?? '').replace(/\/+$/, '')}`;
  if (!isSite(context, wanted)) throw itemNotFound('Requested site could not be found');
  const rest = match[3] === undefined || match[3] === '' ? '' : `/${match[3]}`;
  return `sites/${encodeURIComponent(context.site.id)}${rest}`;
}

function foldPaths(raw: readonly string[]): readonly string[] {
  const segments: string[] = [];
  let open: string[] | undefined;
  for (const part of raw) {
    if (open === undefined) {
      segments.push(decode(part));
      if (part.endsWith(':')) open = [];
    } else if (part.endsWith(':')) {
      segments.push([...open, decode(part.slice(0, -1))].join('/'));
      open = undefined;
    } else {
      open.push(decode(part));
    }
  }
  if (open !== undefined) segments.push(open.join('/'));
  return segments;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new GraphError(400, 'BadRequest', 'The address is not well encoded.');
  }
}
