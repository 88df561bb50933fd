import { civilDay, defineAction, defineQuery, id, pageInput, pageOf } from '@sallyport/core/contract';
import { z } from 'zod';
import { template } from './contract/template.ts';

export * from './contract/template.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const form = z.string().max(60);
const kind = z.string().max(60);
const language = z.enum(['zh', 'en']);
/** Of the unit's own templates the newest; 0 is the one the program comes with. */
const templateVersion = z.int().min(0);

const printing = { 'security-officer': 'grant', 'unit-liaison': 'grant' } as const;
const reading = { ...printing, auditor: 'grant', 'unit-lead': 'grant' } as const;
const keeping = { 'security-officer': 'grant', auditor: 'grant' } as const;

export const listForms = defineQuery({
  name: 'forms.list',
  summary: { zh: '查看表单目录', en: 'List forms' },
  input: z.strictObject({ kind: kind.optional() }),
  output: z.strictObject({
    forms: z.array(z.strictObject({ form, kind, title: said, templateVersion })),
  }),
  admits: reading,
});

export const showTemplate = defineQuery({
  name: 'forms.template',
  summary: { zh: '查看表单模板', en: "A form's template" },
  input: z.strictObject({ form }),
  output: z.strictObject({ form, kind, templateVersion, template, standard: template }),
  admits: keeping,
  errors: { 'forms.no-such-form': 404 },
});

/** A new version of the unit's own template; earlier prints stay what they were. */
export const saveTemplate = defineAction({
  name: 'forms.saveTemplate',
  summary: { zh: '保存表单模板', en: "Save a form's template" },
  input: z.strictObject({ form, templateVersion, template }),
  output: z.strictObject({ templateVersion }),
  admits: { 'security-officer': 'grant' },
  errors: { 'forms.no-such-form': 404, 'forms.stale-template': 409, 'forms.template-refused': 422 },
});

/** The form with nothing filled in, as a PDF. */
export const sampleForm = defineQuery({
  name: 'forms.sample',
  summary: { zh: '预览空白表单', en: 'An empty form' },
  input: z.strictObject({ form, language }),
  output: z.strictObject({ form, language }),
  admits: keeping,
  errors: { 'forms.no-such-form': 404, 'forms.too-long': 422 },
});

/** Gives the form its number. The paper itself is asked for afterwards. */
export const printForm = defineAction({
  name: 'forms.print',
  summary: { zh: '打印表单', en: 'Print a form' },
  input: z.strictObject({ form, id, language }),
  output: z.strictObject({ print: id }),
  admits: printing,
  errors: { 'forms.no-such-form': 404, 'forms.out-of-reach': 409, 'forms.organisation-first': 409 },
});

/** Answers with the paper, of the fact as it was when the number was given. */
export const openPaper = defineQuery({
  name: 'forms.paper',
  summary: { zh: '下载已编号的表单', en: 'A numbered form as a file' },
  input: z.strictObject({ print: id, format: z.enum(['pdf', 'docx']) }),
  output: z.strictObject({ print: id, format: z.enum(['pdf', 'docx']) }),
  admits: printing,
  errors: { 'forms.changed-since': 409, 'forms.fact-withdrawn': 410, 'forms.out-of-reach': 409, 'forms.too-long': 422 },
  showsPerson: true,
});

/** `changed`: the fact was corrected after the number was given. */
export const printStates = ['out', 'changed', 'returned', 'withdrawn'] as const;

const shown = z.strictObject({
  print: id,
  /** As it stands on the paper. */
  recordNumber: z.string(),
  form,
  title: said,
  kind,
  fact: id,
  language,
  printedAt: z.iso.datetime(),
  returnedAt: z.iso.datetime().nullable(),
  state: z.enum(printStates),
});
export type PrintShown = z.output<typeof shown>;

export const listPrints = defineQuery({
  name: 'forms.prints',
  summary: { zh: '查看一条信息的已打印表单', en: 'Prints of a fact' },
  input: z.strictObject({ kind, id }),
  output: z.strictObject({ prints: z.array(shown) }),
  admits: reading,
  errors: { 'register.no-such-kind': 404 },
  showsPerson: true,
});

/** Whether the signed paper came back. */
export const scanStates = ['out', 'returned'] as const;

/** Every print of the organisation that whoever asks may read, the newest first. */
export const ledgerOfPrints = defineQuery({
  name: 'forms.ledger',
  summary: { zh: '查看印制台账', en: 'The register of prints' },
  input: z.strictObject({
    form: form.optional(),
    scan: z.enum(scanStates).optional(),
    person: id.optional(),
    /** As it stands on the paper; another number than there is finds nothing. */
    recordNumber: z.string().max(60).optional(),
    from: civilDay.optional(),
    before: civilDay.optional(),
    ...pageInput,
  }),
  output: pageOf(
    shown.extend({
      person: id.nullable(),
      /** Names of those who printed it and took it back, where they are still known. */
      printedBy: z.string().nullable(),
      returnedBy: z.string().nullable(),
    }),
  ),
  admits: keeping,
  errors: { 'forms.bad-cursor': 400 },
  showsPerson: true,
});

/** By its id, or by the number on the paper. */
export const onePrint = defineQuery({
  name: 'forms.one',
  summary: { zh: '按编号查找已打印表单', en: 'A print by its number' },
  input: z.strictObject({ print: id.optional(), recordNumber: z.string().max(60).optional() }),
  output: z.strictObject({
    found: shown,
    /** Whom it is about, to be asked for by name. */
    person: id.nullable(),
  }),
  admits: printing,
  errors: { 'forms.no-such-print': 404 },
  showsPerson: true,
});

const codeErrors = {
  'files.ticket-not-valid': 409,
  'forms.no-code': 422,
  'forms.several-codes': 422,
  'forms.foreign-code': 409,
  'forms.wrong-code': 409,
  'forms.no-such-print': 404,
} as const;

/** Which print a scan is of, by the code on it. Nothing is recorded of the scan yet. */
export const readScan = defineAction({
  name: 'forms.readScan',
  summary: { zh: '识别签字扫描件', en: 'Read the code of a signed scan' },
  input: z.strictObject({ ticket: z.string().max(4000) }),
  output: z.strictObject({ print: id }),
  admits: printing,
  errors: codeErrors,
});

/** The scan becomes evidence of the fact, and the print is back. By its code, or where that cannot be read by the number that was typed. */
export const takeBack = defineAction({
  name: 'forms.takeBack',
  summary: { zh: '收回签字表单', en: 'Take back a signed form' },
  input: z.strictObject({ print: id, ticket: z.string().max(4000) }),
  output: z.strictObject({ print: id, file: id }),
  admits: printing,
  errors: {
    'files.ticket-not-valid': 409,
    'files.enough': 409,
    'forms.no-such-print': 404,
    'forms.returned-already': 409,
    'forms.fact-withdrawn': 410,
    'forms.changed-since': 409,
    'forms.other-print': 409,
    'forms.foreign-code': 409,
    'forms.wrong-code': 409,
    'register.no-such-kind': 404,
  },
});
