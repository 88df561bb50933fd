import { defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** Over the whole organisation: a file of everybody is not cut by units. */
const importing = { admits: { 'security-officer': 'grant' } } as const;

const named = z.strictObject({ import: id });

/** Which columns of an uploaded file have blank cells, before it is told what those mean. The upload stays for the preview. */
export const readColumns = defineAction({
  ...importing,
  name: 'imports.columns',
  summary: { zh: '读取要导入的文件有哪些列', en: 'Read which columns a file to import has' },
  input: z.strictObject({ ticket: z.string().max(4000), kind: z.string().max(60).nullable() }),
  output: z.strictObject({
    /** Of fields that may be empty, those with a blank cell. */
    columns: z.array(z.strictObject({ kind: id, field: id, rows: z.int(), blank: z.int() })),
  }),
  errors: {
    'files.ticket-not-valid': 409,
    'imports.classified-mark': 422,
    'imports.not-a-table': 422,
    'register.no-such-kind': 404,
  },
});

/** The files come before, to /api/uploads; each is read, compared with the register and gone when this is answered. */
export const previewImport = defineAction({
  ...importing,
  name: 'imports.preview',
  summary: { zh: '读取要导入的文件并预览', en: 'Read files to import and preview what will change' },
  input: z.strictObject({
    files: z
      .array(
        z.strictObject({
          ticket: z.string().max(4000),
          kind: z.string().max(60).nullable(),
          /** A blank cell says nothing, unless it is told here to empty its field: in all columns, or in those named `kind.field`. */
          blanks: z.union([z.boolean(), z.array(z.string().max(130)).max(200)]).default(false),
        }),
      )
      .min(1)
      .max(10),
    /** From the personnel office: what it says of people is not edited here afterwards. */
    personnel: z.boolean().default(false),
  }),
  output: named,
  errors: {
    'files.ticket-not-valid': 409,
    'imports.classified-mark': 422,
    'imports.not-a-table': 422,
    'register.no-such-kind': 404,
  },
});

export const applyImport = defineAction({
  ...importing,
  name: 'imports.apply',
  summary: { zh: '按预览导入', en: 'Import what was previewed' },
  input: named,
  output: named,
  errors: { 'imports.not-at-this-point': 409, 'imports.too-late': 409 },
});

export const undoImport = defineAction({
  ...importing,
  name: 'imports.undo',
  summary: { zh: '撤销整次导入', en: 'Undo a whole import' },
  input: z.strictObject({ import: id, reason: text(500).pipe(z.string().min(1)) }),
  output: named,
  errors: { 'imports.not-at-this-point': 409 },
});

export const discardImport = defineAction({
  ...importing,
  name: 'imports.discard',
  summary: { zh: '放弃预览', en: 'Discard a preview' },
  input: named,
  output: named,
  errors: { 'imports.not-at-this-point': 409 },
});

/** By the machine alone: previews of yesterday, and runs that are too old to be undone. */
export const sweepImports = defineAction({
  name: 'imports.sweep',
  summary: { zh: '清除过期的导入预览', en: 'Remove previews that are over' },
  input: z.strictObject({}),
  output: z.strictObject({ removed: z.int() }),
  admits: {},
});

const state = z.enum(['preview', 'applying', 'applied', 'undoing', 'undone']);
const shown = z.strictObject({
  import: id,
  state,
  personnel: z.boolean(),
  madeAt: z.iso.datetime(),
  files: z.int(),
  rows: z.strictObject({
    waiting: z.int(),
    done: z.int(),
    refused: z.int(),
    undone: z.int(),
    kept: z.int(),
  }),
});

export const listImports = defineQuery({
  ...importing,
  name: 'imports.list',
  summary: { zh: '查看历次导入', en: 'Imports' },
  input: z.strictObject({ ...pageInput }),
  output: pageOf(shown),
  errors: { 'imports.bad-cursor': 400 },
});

export const oneImport = defineQuery({
  ...importing,
  name: 'imports.one',
  summary: { zh: '查看一次导入', en: 'One import' },
  input: named,
  output: shown.extend({
    kinds: z.array(z.strictObject({ kind: z.string(), add: z.int(), correct: z.int(), unchanged: z.int() })),
    /** Fields of facts that the file empties, and of how many facts. */
    emptied: z.array(z.strictObject({ kind: z.string(), field: z.string(), rows: z.int() })),
    problems: z.int(),
  }),
});

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const importRows = defineQuery({
  ...importing,
  name: 'imports.rows',
  summary: { zh: '查看导入的各行', en: 'Rows of an import' },
  input: z.strictObject({ import: id, what: z.enum(['add', 'correct', 'refused', 'kept']), ...pageInput }),
  output: pageOf(
    z.strictObject({
      position: z.int(),
      kind: z.string(),
      id,
      file: z.string(),
      line: z.int(),
      /** Why it was refused, or kept when the import was undone: a code that has its sentence in the words of the program. */
      code: z.string().nullable(),
      changes: z.array(z.strictObject({ field: z.string(), from: cell, to: cell })),
    }),
  ),
  errors: { 'imports.bad-cursor': 400 },
  showsPerson: true,
});

export const importProblems = defineQuery({
  ...importing,
  name: 'imports.problems',
  summary: { zh: '查看导入文件中的问题', en: 'What is wrong in the files of an import' },
  input: z.strictObject({ import: id, ...pageInput }),
  output: pageOf(
    z.strictObject({
      file: z.string(),
      line: z.int().nullable(),
      heading: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
      code: z.string(),
      reason: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
  errors: { 'imports.bad-cursor': 400 },
});
