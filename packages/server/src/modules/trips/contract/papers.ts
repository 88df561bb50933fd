import { defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';
import { party } from './party.ts';
import { reading } from './queries.ts';
import { paper } from './shapes.ts';

const { file } = paper.shape;

/** The invitation and what belongs to it; sent before to /api/uploads, which gives the ticket. */
export const attachPaper = defineAction({
  name: 'trips.attach-paper',
  summary: { zh: '添加邀请函等材料', en: 'Attach an invitation to a trip' },
  input: z.strictObject({ trip: id, ticket: z.string().max(4000) }),
  output: z.strictObject({ file }),
  admits: party,
  errors: {
    'trips.not-yours': 403,
    'trips.not-now': 409,
    'files.ticket-not-valid': 409,
    'files.enough': 409,
  },
});

/** Answers with the file itself, to be saved and never shown. */
export const openPaper = defineQuery({
  name: 'trips.open-paper',
  summary: { zh: '下载邀请函等材料', en: 'Download what is attached to a trip' },
  input: z.strictObject({ trip: id, file }),
  output: paper,
  admits: reading,
  errors: { 'files.gone': 410 },
  showsPerson: true,
});
