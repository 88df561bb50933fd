/**
 * What rules speak of (`concerns`) that nobody may put off and no gate be opened for, whatever a clause would let an authority allow:
 * reports of leaks, the protection of reporters, and what the employer owes its staff (PEOPLE.md, "Waivers and overrides").
 */
const concerns: ReadonlySet<string> = new Set([
  'leak-report',
  'leak-report-superior',
  'leak-remedy',
  'network-leak-reported',
  'network-leak-stopped',
  'loss-inquiry',
  'loss-initial-report',
  'loss-final-report',
  'pass-on-report',
  'report-left-lying',
  'report-to-state-security',
  'internal-rule-consultation',
  'internal-rule-publication',
  'processing-basis',
  'processing-notice',
  'separate-consent',
  'impact-assessment',
  'transfer-route',
  'cross-border-assessment',
  'retention-set',
  'breach-notice-people',
  'rights-request',
  'rights-request-reasons',
  'rights-of-secret-staff',
  'compensation',
  'impact-assessment-kept',
  'processing-agreement',
  'personal-data-rules',
  'personal-data-training',
  'personal-data-audit',
  'breach-remedy',
  'breach-notice-authority',
  'data-incident-notice',
  // Debrief: a copy to the traveller at once. The line by which staff reach state security without the house is made known to all.
  'interview-copy',
  'reporting-channel',
  // Without the approval nothing goes to a foreign judicial or enforcement body (PIPL 41, DSL 36).
  'foreign-authority-approval',
]);

export const isNeverPutOff = (rule: { readonly concerns: string }): boolean => concerns.has(rule.concerns);
