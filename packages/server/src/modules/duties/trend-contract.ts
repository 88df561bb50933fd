import { civilDay, defineQuery } from '@sallyport/core/contract';
import { z } from 'zod';

/** Null where fewer than five persons stood behind the number. */
const figure = z.int().nonnegative().nullable();

/** How far each instrument was at the end of each day that was closed; of the organisation as a whole. */
export const dutyTrend = defineQuery({
  name: 'duties.trend',
  summary: { zh: '查看各法规文件的变化', en: 'How each instrument went over time' },
  input: z.strictObject({ from: civilDay, until: civilDay }),
  output: z.strictObject({
    instruments: z.array(
      z.strictObject({
        instrument: z.string(),
        /** Oldest first; at most a year of them. */
        days: z.array(z.strictObject({ day: civilDay, owed: figure, settled: figure })),
      }),
    ),
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant', 'unit-lead': 'grant', 'staff-representative': 'grant' },
  errors: { 'duties.too-many-days': 400 },
});
