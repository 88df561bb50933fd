export * from './tables.ts';
export * from './write-rule.ts';
