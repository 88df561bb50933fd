import { civilDay } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const standing = z.strictObject({ status: z.enum(statuses), due: z.string().nullable() }).nullable();

/** Two states compared over the register as it is. */
export const impact = {
  gained: z.int(),
  lost: z.int(),
  moved: z.int(),
  lines: z.array(
    z.strictObject({
      change: z.enum(['gained', 'lost', 'moved']),
      rule: z.string(),
      title: said,
      kind: z.string(),
      subject: z.string(),
      period: civilDay.nullable(),
      before: standing,
      after: standing,
    }),
  ),
};
