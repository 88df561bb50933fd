export * from './duty-table.ts';
export * from './tables.ts';
export * from './write-rule.ts';
