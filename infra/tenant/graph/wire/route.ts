import type { Need } from './access.ts';
import type { Call, Reply } from './call.ts';
import type { Context } from './context.ts';

export type RouteParams = (name: string) => string;

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly need: Need;
  /** Resource units (platform C4). */
  readonly units: number;
  /** Answers later: it cannot share a transaction with other parts of a batch. */
  readonly slow: boolean;
  readonly run: (context: Context, call: Call, params: RouteParams) => Reply | Promise<Reply>;
}
