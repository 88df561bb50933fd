/** Rules of the packs that the synthetic register speaks of by name (rules-used.test.ts checks that they are there). */

export const waivable = ['org-policy/trip-submission-lead', 'org-policy/interview-copy-given'];

export const reviewable = [
  { rule: 'cn-ssl-2024/carrier-in-the-post', kind: 'movement' },
  { rule: 'cn-cel-2023/unregistered-carrier', kind: 'copy' },
  { rule: 'cn-ssl-2024/mark-without-level', kind: 'document' },
  { rule: 'cn-rwd-2022/unsorted-report', kind: 'report' },
];

export const standingDuties = [
  'cn-cel-2023/prevent-and-stop',
  'cn-cel-2023/support-and-assist',
  'cn-cel-2023/no-retaliation',
  'cn-cq-2023/precautions-in-proportion',
  'cn-pipl-2021/data-minimisation',
  'cn-pipl-2021/no-machine-verdict',
  'cn-labour-2012/no-papers-held',
  'cn-rwd-2022/reporter-confidentiality',
];
