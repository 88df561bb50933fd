export * from './duty-table.ts';
export * from './tables.ts';
export * from './touched-sql.ts';
export * from './write-rule.ts';
