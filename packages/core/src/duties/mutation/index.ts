export * from './mutants.ts';
export * from './run-mutants.ts';
