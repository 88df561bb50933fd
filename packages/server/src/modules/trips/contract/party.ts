/** Who travels, or files for somebody; each for their own trips, the officer and the liaison for those of their unit. */
export const party = {
  member: 'own',
  'security-officer': 'grant',
  'unit-liaison': 'grant',
  'unit-lead': 'own',
  approver: 'own',
  counsel: 'own',
  custodian: 'own',
} as const;
