import { defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';

/** Every list of the console that can be put on paper; each is the query of that list and nothing else. */
export const ledgerLists = [
  'people',
  'units',
  'branches',
  'duties',
  'facts',
  'clauses',
  'imports',
  'handovers',
  'acts',
  'jobs',
  'journal',
] as const;
export type LedgerList = (typeof ledgerLists)[number];

export const ledgerFormats = ['xlsx', 'csv', 'pdf', 'docx'] as const;
export type LedgerFormat = (typeof ledgerFormats)[number];

/** Rows of one ledger. */
export const mostRows = 50_000;

const filter = z.record(z.string().max(40), z.union([z.string().max(300), z.array(z.string().max(60)).max(20)]));

/**
 * Says in the journal that a list is taken out as a file, and gives the ticket by which it is fetched within minutes by the same account.
 * Without a handover it is for use inside the house, and says so on itself; what is given to others names the handover it goes out by.
 */
export const makeLedger = defineAction({
  name: 'ledgers.make',
  summary: { zh: '导出台账', en: 'Export a ledger' },
  input: z.strictObject({
    list: z.enum(ledgerLists),
    filter,
    format: z.enum(ledgerFormats),
    language: z.enum(['zh', 'en']),
    handover: id.nullable(),
  }),
  output: z.strictObject({ ticket: z.string() }),
  secretOutput: true,
  admits: 'signed-in',
  errors: { 'privacy.handover-first': 409 },
});

/** Answers with the file itself. It is made of the list as whoever asks may see it, page by page. */
export const openLedger = defineQuery({
  name: 'ledgers.open',
  summary: { zh: '下载台账', en: 'Download a ledger' },
  input: z.strictObject({ ticket: z.string().max(4000) }),
  output: z.strictObject({
    list: z.enum(ledgerLists),
    filter,
    format: z.enum(ledgerFormats),
    language: z.enum(['zh', 'en']),
    handover: id.nullable(),
    number: z.string(),
    unit: z.string(),
    day: z.iso.date(),
  }),
  admits: 'signed-in',
  errors: {
    'ledgers.ticket-over': 410,
    'ledgers.too-many-rows': 413,
    'ledgers.too-long-for-paper': 413,
    'ledgers.filter-unknown': 422,
    'duties.bad-cursor': 400,
    'register.bad-cursor': 400,
    'register.no-such-kind': 404,
    'imports.bad-cursor': 400,
    'jobs.bad-cursor': 400,
  },
});
