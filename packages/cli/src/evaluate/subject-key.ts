import { noDay } from '@sallyport/core/facts';

/** Subject and period as one number: a day needs less than seventeen bits. */
export const keyOf = (subject: number, period: number | null): number =>
  subject * 131_072 + (period === null || period === noDay ? 131_071 : period + 40_000);
