/**
 * Resource units per app and minute (platform C4). Microsoft's smallest band is 1,250 a minute;
 * the local tenant's own default is generous, so that a test run or a bulk load is not slowed, and
 * a script can set the real one.
 */
export const generousUnitsPerMinute = 600_000;

/** `TENANT_RU_PER_MINUTE` sets another default; anything that is no number is refused at the start. */
export function unitsPerMinuteIn(
  environment: Readonly<Record<string, string | undefined>>,
): number {
  const given = environment['TENANT_RU_PER_MINUTE'];
  if (given === undefined || given === '') return generousUnitsPerMinute;
  const units = Number(given);
  if (Number.isFinite(units) && units > 0) return units;
  throw new RangeError(`TENANT_RU_PER_MINUTE must be a number above 0, not '${given}'.`);
}

const windowMs = 60_000;

export interface Toll {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export class Throttle {
  readonly #limit: () => number;
  readonly #now: () => number;
  readonly #windows = new Map<string, { start: number; used: number }>();

  constructor(limit: () => number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Charges a call, also one that is refused: throttled calls count (platform C4). */
  charge(app: string, units: number): Toll {
    const now = this.#now();
    const known = this.#windows.get(app);
    const window =
      known !== undefined && now - known.start < windowMs ? known : { start: now, used: 0 };
    this.#windows.set(app, window);
    window.used += units;
    return tollOf(this.#limit(), window.used, Math.ceil((window.start + windowMs - now) / 1000));
  }
}

function tollOf(limit: number, used: number, seconds: number): Toll {
  const allowed = used <= limit;
  // RateLimit headers come only from 80 % use on (platform C4).
  const near = used >= limit * 0.8;
  return {
    allowed,
    headers: {
      ...(near
        ? {
            'RateLimit-Limit': String(limit),
            'RateLimit-Remaining': String(Math.max(0, limit - used)),
            'RateLimit-Reset': String(seconds),
          }
        : {}),
      ...(allowed ? {} : { 'Retry-After': String(seconds) }),
    },
  };
}
