/** What takes two persons. The last ones belong to another room, which says who may sign and what is done then (room-acts.ts). */
export const actKinds = ['break-glass', 'recovery', 'separation-end', 'waiver', 'override'] as const;
