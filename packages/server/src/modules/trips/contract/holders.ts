import { civilDay, defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { role } from './shapes.ts';

const officer = { 'security-officer': 'grant' } as const;

export const nameHolder = defineAction({
  name: 'trips.name-holder',
  summary: { zh: '确定审批人', en: 'Name who decides as a role' },
  input: z.strictObject({
    role,
    /** The unit and all under it; null for the whole organisation. */
    unit: id.nullable(),
    person: id,
    deputy: z.boolean(),
    from: civilDay,
    until: civilDay.nullable(),
  }),
  output: z.strictObject({ holder: id }),
  admits: officer,
  errors: { 'trips.holds-already': 409, 'trips.not-oneself': 403, 'trips.ends-before': 422 },
});

export const endHolder = defineAction({
  name: 'trips.end-holder',
  summary: { zh: '免去审批人', en: 'End who decides as a role' },
  input: z.strictObject({ holder: id }),
  output: z.strictObject({ holder: id }),
  admits: officer,
});

export const listHolders = defineQuery({
  name: 'trips.holders',
  summary: { zh: '查看各审批角色由谁担任', en: 'Who decides as which role' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        holder: id,
        role,
        unit: id.nullable(),
        person: id,
        deputy: z.boolean(),
        from: civilDay,
        until: civilDay.nullable(),
      }),
    ),
  }),
  admits: {
    'security-officer': 'grant',
    auditor: 'grant',
    'unit-lead': 'grant',
    'unit-liaison': 'grant',
    approver: 'grant',
  },
  showsPerson: true,
});
