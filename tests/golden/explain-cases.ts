import type { ExampleText } from '@sallyport/core/law';

/** A duty of the demo register, by rule and subject; `period` picks one of several. */
export type DemoCase = { readonly rule: string; readonly subject: string; readonly period?: string };
/** An example of a pack by its place in the rule's list, or facts given here. */
export type ExampleCase = {
  readonly rule: string;
  readonly example: number | Pick<ExampleText, 'asOf' | 'facts' | 'settings'>;
  readonly period?: string;
};

/** Chosen over all forms of evidence, all statuses, and all reasons for which there is no duty. */
export const demoCases: readonly DemoCase[] = [
  { rule: 'cn-cq-2023/pre-departure-education', subject: 'traveller-0000002' },
  { rule: 'cn-cq-2023/pre-departure-education', subject: 'traveller-0000024' },
  { rule: 'cn-cq-2023/pre-departure-education', subject: 'traveller-0000041' },
  { rule: 'cn-cq-2023/debrief-after-return', subject: 'traveller-0000002' },
  { rule: 'cn-cq-2023/check-in-abroad', subject: 'traveller-0000010' },
  { rule: 'cn-cel-2023/cooling-off-check', subject: 'cooling-off-0000005', period: '2026-10-07' },
  { rule: 'cn-cel-2023/key-unit-staff-education', subject: 'person-0000022' },
  { rule: 'cn-cel-2023/key-unit-staff-education', subject: 'person-0000003' },
  { rule: 'cn-cel-2023/precaution-education', subject: 'organisation-0000001', period: '2027-07-01' },
  { rule: 'cn-cel-2023/no-special-equipment', subject: 'organisation-0000001', period: '2024-07-01' },
  { rule: 'cn-cel-2023/pass-on-report', subject: 'report-0000001' },
  { rule: 'cn-cel-2023/unregistered-carrier', subject: 'copy-0000004' },
  { rule: 'cn-ssl-2024/carrier-in-the-post', subject: 'movement-0000004' },
  { rule: 'cn-cel-2023/carrier-without-protection', subject: 'copy-0000003' },
  { rule: 'cn-cel-2023/key-area-technical-check', subject: 'place-0000003' },
  { rule: 'cn-cq-2023/exchange-plan', subject: 'exchange-activity-0000006' },
  { rule: 'org-policy/interview-copy-given', subject: 'traveller-0000004' },
  { rule: 'org-policy/unit-lead-approval', subject: 'traveller-0000032' },
];

export const exampleCases: readonly ExampleCase[] = [
  { rule: 'cn-ssir-2024/exit-opinions', example: 0 },
  { rule: 'cn-ssir-2024/exit-opinions', example: 3 },
  { rule: 'cn-cq-2023/exchange-materials-reviewed', example: 5 },
  { rule: 'us-nispom-2021/officials-in-writing', example: 2 },
  { rule: 'us-sead3-2017/prior-approval', example: 13 },
  { rule: 'cn-cq-2023/exchange-participants-briefed', example: 0 },
  { rule: 'cn-pipl-2021/breach-told-to-people', example: 1 },
  { rule: 'cn-ssir-2024/leak-report', example: 3 },
  { rule: 'cn-ssir-2024/leak-report', example: 11 },
  { rule: 'cn-cel-2023/building-without-permit', example: 6 },
  {
    rule: 'us-sead3-2017/deviation-report',
    example: {
      asOf: '2031-01-04',
      facts: {
        organisation: { seat: 'us', clearedSince: '2020-01-01' },
        trip: {
          abroad: true,
          kind: 'private',
          departsOn: '2030-12-10',
          returnsOn: '2030-12-30',
          returnedOn: '2030-12-30',
        },
        traveller: { cleared: true },
        deviation: { kind: 'itinerary', occurredOn: '2030-12-20' },
      },
    },
  },
  {
    rule: 'org-policy/designation-letter-kept',
    example: {
      asOf: '2024-06-01',
      facts: {
        organisation: { keyUnitSince: '2024-01-10' },
        waiver: {
          organisation: 'organisation-1',
          rule: 'org-policy/designation-letter-kept',
          subject: 'organisation-1',
          grantedOn: '2024-05-01',
          until: '2024-09-01',
          reason: '原件在档案馆修复',
          firstPerson: '甲',
          secondPerson: '乙',
        },
      },
    },
  },
  { rule: 'cn-cel-2023/correct-as-ordered', example: 19 },
  { rule: 'cn-celir-2017/rectification-sufficient', example: 16 },
  { rule: 'cn-cel-2023/cooling-off-check', example: 2 },
  { rule: 'cn-cel-2023/cooling-off-check', example: 16 },
  { rule: 'cn-cel-2023/building-permit', example: 14 },
  { rule: 'cn-cel-2023/building-permit', example: 18 },
  { rule: 'cn-cq-2023/foreign-matter-registered', example: 4 },
  { rule: 'cn-cel-2023/building-permit', example: 17 },
  { rule: 'cn-cel-2023/correct-as-ordered', example: 8 },
  { rule: 'cn-cq-2023/debrief-after-return', example: 6 },
  { rule: 'cn-dsl-2021/lawful-retrieval', example: 7 },
  { rule: 'cn-labour-2012/publication-after-consultation', example: 4 },
  { rule: 'cn-ssir-2024/destruction-count', example: 2 },
  { rule: 'cn-ssl-2024/yearly-classification-review', example: 7 },
  { rule: 'cn-ssl-2024/circle-of-knowledge', example: 6 },
  { rule: 'cn-ssl-2024/carrying-abroad-approval', example: 14 },
];
