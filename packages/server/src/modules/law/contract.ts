import { civilDay, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });

export const listInstruments = defineQuery({
  name: 'law.instruments',
  summary: { zh: '查看法规文件', en: 'List instruments' },
  input: z.strictObject({}),
  output: z.strictObject({
    instruments: z.array(
      z.strictObject({
        edition: z.string(),
        kind: z.string(),
        title: said,
        short: said,
        inForceFrom: civilDay,
        inForceTo: civilDay.nullable(),
        clauses: z.int(),
        rules: z.int(),
      }),
    ),
  }),
  admits: 'signed-in',
});

export const showClause = defineQuery({
  name: 'law.clause',
  summary: { zh: '查看条款', en: 'Show a clause' },
  input: z.strictObject({ clause: id }),
  output: z.strictObject({
    clause: z.string(),
    edition: z.string(),
    name: said,
    heading: said,
    gist: said,
    sureness: z.string(),
    rules: z.array(z.strictObject({ rule: z.string(), title: said })),
  }),
  admits: 'signed-in',
});
