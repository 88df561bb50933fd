import { defineAction } from '@sallyport/core/contract';
import { z } from 'zod';
import { party } from './party.ts';
import { leg } from './shapes.ts';

/** A file of a calendar program is seldom longer; one that is holds years of appointments. */
const mostCharacters = 256 * 1024;

export const readItinerary = defineAction({
  name: 'trips.read-itinerary',
  summary: { zh: '从日历文件读取行程', en: 'Read an itinerary from a calendar file' },
  /** iCalendar (RFC 5545). */
  input: z.strictObject({ text: z.string().max(mostCharacters) }),
  output: z.strictObject({ legs: z.array(leg), left: z.int() }),
  admits: party,
  errors: { 'trips.no-itinerary': 422, 'register.classified-mark': 422 },
  // Places and days of somebody's calendar are kept nowhere, not even for a repeated request.
  secretOutput: true,
});
