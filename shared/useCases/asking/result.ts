/** What somebody did to what one person is asked about. */
export type AskingResult<V, R> =
  | {
      /** `repeated`: the same press delivered again; it gets the same answer as the first. */
      readonly type: 'done' | 'repeated';
      readonly view: V;
    }
  | { readonly type: 'refused'; readonly refusal: R; readonly view: V }
  | { readonly type: 'unknown' };
