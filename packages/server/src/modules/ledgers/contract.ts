import { defineAction, id } from '@sallyport/core/contract';
import { z } from 'zod';

/**
 * Every list of the console that can be put on paper; each is the query of that list and nothing else. Letters that wait are none: they hold
 * links that let somebody in.
 */
export const ledgerLists = [
  'people',
  'units',
  'branches',
  'leavings',
  'duties',
  'conflicts',
  'trips',
  'devices',
  'campaign',
  'educationDue',
  'signIn',
  'facts',
  'instruments',
  'clauses',
  'settings',
  'imports',
  'prints',
  'handovers',
  'acts',
  'jobs',
  'journal',
] as const;
export type LedgerList = (typeof ledgerLists)[number];

export const ledgerFormats = ['xlsx', 'csv', 'pdf', 'docx'] as const;
export type LedgerFormat = (typeof ledgerFormats)[number];

/** What the list is limited to, as its query is asked; where a page begins is not for a ledger to say. */
const filter = z
  .record(z.string().max(40), z.union([z.string().max(300), z.boolean(), z.array(z.string().max(60)).max(20)]))
  .refine((given) => !('cursor' in given || 'limit' in given), 'a ledger has all pages');

/**
 * A list as a file, made of what whoever asks may see of it, and an entry of the journal that says so. Without a handover it is for use
 * inside the house, and says so on itself; what is given to others names the handover it goes out by.
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
  output: z.strictObject({
    /** What the file is called. */
    name: z.string(),
    rows: z.int(),
    /** The file itself, in base 64. */
    file: z.string(),
  }),
  // The answer holds people: it is not kept beside the key of the request.
  secretOutput: true,
  admits: 'signed-in',
  errors: {
    'ledgers.too-many-rows': 413,
    'ledgers.too-long-for-paper': 413,
    'ledgers.filter-unknown': 422,
    /** It was recorded as holding no personal data, and the list has people in it. */
    'ledgers.handover-without-people': 409,
    'privacy.handover-first': 409,
    'register.no-such-kind': 404,
  },
});
