import { civilDay, defineAction, defineQuery, id } from '@sallyport/core/contract';
import { z } from 'zod';

const said = z.strictObject({ zh: z.string(), en: z.string() });

/** What a holder may show on the public page; nothing else is ever on it. */
export const certificateFields = [
  'holder',
  'organisation',
  'course',
  'recordNumber',
  'completedOn',
  'validUntil',
] as const;
export type CertificateField = (typeof certificateFields)[number];

const errors = { 'education.certificate-ended': 410 } as const;

/** Opens the public page, or changes what an open one shows. */
export const shareCertificate = defineAction({
  name: 'education.share',
  summary: { zh: '公开核验证书', en: 'Open the public page of a certificate' },
  input: z.strictObject({
    certificate: id,
    fields: z.array(z.enum(certificateFields)).min(1).max(certificateFields.length),
  }),
  output: z.strictObject({ certificate: id }),
  admits: 'signed-in',
  errors,
});

/** The link never opens again; another one can be made. */
export const unshareCertificate = defineAction({
  name: 'education.unshare',
  summary: { zh: '停止公开核验证书', en: 'Close the public page of a certificate' },
  input: z.strictObject({ certificate: id }),
  output: z.strictObject({ certificate: id }),
  admits: 'signed-in',
});

export const myCertificates = defineQuery({
  name: 'education.certificates',
  summary: { zh: '查看本人的培训证书', en: 'My certificates' },
  input: z.strictObject({}),
  output: z.strictObject({
    certificates: z.array(
      z.strictObject({
        certificate: id,
        recordNumber: z.string(),
        course: id,
        title: said,
        issuedOn: civilDay,
        /** The last day on which it counts. */
        lastDay: civilDay,
        ended: z.boolean(),
        shown: z.array(z.enum(certificateFields)),
        /** Where the public page is; null where there is none. */
        path: z.string().nullable(),
      }),
    ),
  }),
  admits: 'signed-in',
  errors: { 'education.no-person': 409 },
});

const language = z.enum(['zh', 'en']);

export const certificatePaper = defineQuery({
  name: 'education.certificatePaper',
  summary: { zh: '下载本人的培训证书', en: 'My certificate as a PDF' },
  input: z.strictObject({ certificate: id, language }),
  output: z.strictObject({ certificate: id, language }),
  admits: 'signed-in',
  errors,
});
