import { civilDay, defineAction, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { statuses } from '@sallyport/core/law';
import { z } from 'zod';

const readers = { auditor: 'grant', 'security-officer': 'grant' } as const;
const hash = z.base64().length(44);

const found = z.strictObject({
  id,
  action: z.string(),
  subject: z.string().nullable(),
  account: z.string().nullable(),
  /** What the account is called today; null where it is none of this organisation's. */
  by: z.string().nullable(),
  day: civilDay,
  /** Place in the log, counted from 1; null as long as the entry is not sealed. */
  number: z.int().nullable(),
});

export const searchEntries = defineQuery({
  name: 'journal.search',
  summary: { zh: '检索留痕日志', en: 'search the journal' },
  input: z.strictObject({
    action: z.string().max(100).optional(),
    /** `kind/id`. */
    subject: z.string().max(300).optional(),
    account: id.optional(),
    from: civilDay.optional(),
    until: civilDay.optional(),
    ...pageInput,
  }),
  output: pageOf(found),
  admits: readers,
});

export const oneEntry = defineQuery({
  name: 'journal.entry',
  summary: { zh: '查看一条记录及其证明', en: 'one entry and its proof' },
  input: z.strictObject({ id }),
  output: found.extend({
    /** The entry as it was hashed. */
    body: z.string(),
    fields: z.array(
      z.discriminatedUnion('state', [
        z.strictObject({ path: z.string(), state: z.literal('kept'), value: z.json(), salt: hash, opens: z.boolean() }),
        z.strictObject({ path: z.string(), state: z.literal('erased') }),
      ]),
    ),
    proof: z
      .strictObject({
        checkpoint: z.string(),
        size: z.int(),
        hashes: z.array(hash),
        /** Whether the proof leads from the entry to the checkpoint, computed just now. */
        holds: z.boolean(),
      })
      .nullable(),
  }),
  admits: readers,
  showsPerson: true,
});

export const journalHead = defineQuery({
  name: 'journal.head',
  summary: { zh: '最新存证点', en: 'the latest checkpoint' },
  input: z.strictObject({}),
  output: z.strictObject({
    origin: z.string(),
    size: z.int(),
    checkpoint: z.string().nullable(),
    sealedAt: z.iso.datetime().nullable(),
    key: z.string(),
    /** Entries that wait to be sealed. */
    waiting: z.int(),
    /** The newest checkpoint that each witness cosigned, and when by its own clock. */
    witnesses: z.array(z.strictObject({ name: z.string(), size: z.int(), at: z.iso.datetime() })),
    /** Under the latest checkpoint, as signature lines. */
    cosignatures: z.array(z.string()),
  }),
  admits: readers,
});

/** Whether the log at a later size goes on from an earlier one, for whoever remembers a checkpoint. */
export const journalConsistency = defineQuery({
  name: 'journal.consistency',
  summary: { zh: '查看两个存证点之间的衔接证明', en: 'the proof between two checkpoints' },
  input: z.strictObject({ old: z.int().min(1), size: z.int().min(1) }),
  output: z.strictObject({ hashes: z.array(hash) }),
  admits: readers,
  errors: { 'journal.no-such-size': 409 },
});

export const closedDays = defineQuery({
  name: 'journal.closedDays',
  summary: { zh: '查看已关账的各日', en: 'days that were closed' },
  input: z.strictObject({ from: civilDay, until: civilDay }),
  output: z.strictObject({
    /** Oldest first; at most a year of them. */
    days: z.array(
      z.strictObject({ entry: id, day: civilDay, rows: z.int(), counts: z.partialRecord(z.enum(statuses), z.int()) }),
    ),
  }),
  admits: readers,
  errors: { 'journal.too-many-days': 400 },
});

/** Of the machine's administrator: the files go to whoever asked through the socket. */
export const exportJournal = defineAction({
  name: 'journal.export',
  summary: { zh: '导出留痕日志', en: 'export the journal' },
  input: z.strictObject({ handover: id.nullable() }),
  output: z.strictObject({}),
  admits: {},
  errors: { 'privacy.handover-first': 409 },
});
