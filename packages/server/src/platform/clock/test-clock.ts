import { type Instant, parseInstant } from '@sallyport/core/calendar';
import { type Clock, createClock } from './clock.ts';

/** A clock that stands until it is moved. */
export type TestClock = Clock & {
  readonly set: (instant: string) => void;
  readonly advance: (by: { readonly days?: number; readonly hours?: number; readonly seconds?: number }) => void;
};

export function createTestClock(start: string): TestClock {
  let current = toInstant(start);
  return {
    ...createClock(() => current / 1000),
    set: (instant) => {
      current = toInstant(instant);
    },
    advance: ({ days = 0, hours = 0, seconds = 0 }) => {
      current += ((days * 24 + hours) * 3600 + seconds) * 1_000_000;
    },
  };
}

function toInstant(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null)
    throw new Error(`"${text}" is not an instant with an offset, such as 2026-11-23T08:00:00+08:00.`);
  return instant;
}
