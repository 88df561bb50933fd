import { formatInstant, type Instant } from '@sallyport/core/calendar';

/** Instants of core (microseconds) as the driver and the contracts write them. */

export const dateOf = (instant: Instant): Date => new Date(instant / 1000);

export const later = (instant: Instant, seconds: number): Date => dateOf(instant + seconds * 1_000_000);

export const said = (date: Date): string => formatInstant(date.getTime() * 1000);

export const saidOrNull = (date: Date | null): string | null => (date === null ? null : said(date));
