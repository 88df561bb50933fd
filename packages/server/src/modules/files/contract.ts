import { defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { z } from 'zod';

const fact = { kind: z.string().max(60), id };
const file = z.string().regex(/^[0-9a-f]{32}$/);

/** As the register has it: the kinds a role may record or read decide, fact by fact. */
const recording = { 'security-officer': 'grant', 'unit-liaison': 'grant', custodian: 'grant' } as const;
/** Whoever may record sends evidence; whoever files a trip sends the invitation. What becomes of no fact within the day is swept away. */
export const sending = { ...recording, member: 'own', 'unit-lead': 'own', approver: 'own', counsel: 'own' } as const;
const reading = { ...recording, auditor: 'grant', 'unit-lead': 'grant', member: 'own' } as const;

export const fileShown = {
  file,
  name: z.string(),
  type: z.enum(['pdf', 'jpg', 'png', 'webp', 'docx', 'xlsx', 'txt', 'csv']),
  size: z.int(),
  /** Of what is kept; of a picture, not of what came in. */
  sha256: z.string(),
};

/** The file itself comes before, to /api/uploads, which gives the ticket; nothing of it is recorded until it is evidence of something. */
export const addFile = defineAction({
  name: 'files.add',
  summary: { zh: '添加佐证材料', en: 'Add evidence' },
  input: z.strictObject({ ...fact, ticket: z.string().max(4000) }),
  output: z.strictObject({ file }),
  admits: recording,
  errors: { 'register.no-such-kind': 404, 'files.ticket-not-valid': 409, 'files.enough': 409 },
});

export const removeFile = defineAction({
  name: 'files.remove',
  summary: { zh: '删除佐证材料', en: 'Remove evidence' },
  input: z.strictObject({ file, reason: text(500).pipe(z.string().min(1)) }),
  output: z.strictObject({}),
  admits: recording,
  stepUp: true,
  errors: { 'files.on-hold': 409, 'register.no-such-kind': 404 },
});

export const listFiles = defineQuery({
  name: 'files.list',
  summary: { zh: '查看佐证材料目录', en: 'Evidence of a fact' },
  input: z.strictObject(fact),
  output: z.strictObject({ items: z.array(z.strictObject({ ...fileShown, addedAt: z.iso.datetime() })) }),
  admits: reading,
  errors: { 'register.no-such-kind': 404 },
  showsPerson: true,
});

/** Answers with the file itself, to be saved and never shown. */
export const openFile = defineQuery({
  name: 'files.open',
  summary: { zh: '下载佐证材料', en: 'Download evidence' },
  input: z.strictObject({ file }),
  output: z.strictObject(fileShown),
  admits: reading,
  errors: { 'register.no-such-kind': 404, 'files.gone': 410 },
  showsPerson: true,
});
