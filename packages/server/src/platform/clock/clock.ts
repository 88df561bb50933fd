import { type Day, dayAt, type Instant } from '@sallyport/core/calendar';

/** The only way to the time. Whoever needs it takes a clock as an argument, so that a test can say what time it is. */
export type Clock = {
  /** Microseconds since 1970, as core counts them; the machine's clock gives milliseconds. */
  readonly now: () => Instant;
  /** The civil day, in a zone a fixed number of minutes east of UTC. */
  readonly today: (offset: number) => Day;
};

/** `read` gives milliseconds since 1970. */
export function createClock(read: () => number = Date.now): Clock {
  const now = (): Instant => Math.floor(read()) * 1000;
  return { now, today: (offset) => dayAt(now(), offset) };
}
