import { AppCredentials } from 'botframework-connector';

/**
 * The bot's library keeps its tokens for as long as the process lives, by application and not by
 * tenant: before another tenant begins in the same process, it must have none.
 */
export const forgetTokens = (): void => {
  const kept: unknown = Reflect.get(AppCredentials, 'cache');
  if (!(kept instanceof Map)) throw new Error('The library keeps its tokens elsewhere now.');
  kept.clear();
};
