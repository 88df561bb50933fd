export * from './decide.ts';
export * from './duty.ts';
export * from './examples.ts';
export * from './question.ts';
export * from './relations.ts';
export * from './kernel/index.ts';
export * from './rows.ts';
export * from './sql/index.ts';
