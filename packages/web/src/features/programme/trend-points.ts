import type { Status } from '@sallyport/core/law';
import { ratioOf } from './coverage.ts';

type ClosedDay = {
  readonly entry: string;
  readonly day: string;
  readonly counts: Readonly<Partial<Record<Status, number>>>;
};

/** A closed day on which something was owed; `at` is its place between the first and the last, from 0 to 1. */
export type TrendPoint = {
  readonly entry: string;
  readonly day: string;
  readonly settled: number;
  readonly owed: number;
  readonly at: number;
};

/** By day: where none was closed for a week, the line takes a week's room. */
export const trendPoints = (days: readonly ClosedDay[]): TrendPoint[] =>
  placed(days.map(({ entry, day, counts }) => ({ entry, day, ...ratioOf(counts) })).filter(({ owed }) => owed > 0));

/** Each with its place between the first and the last, from 0 to 1. */
export function placed<T extends { readonly day: string }>(points: readonly T[]): (T & { readonly at: number })[] {
  const [first = 0, last = 0] = [points[0], points.at(-1)].map((point) => Date.parse(point?.day ?? ''));
  const span = last - first;
  return points.map((point) => ({ ...point, at: span > 0 ? (Date.parse(point.day) - first) / span : 0 }));
}
