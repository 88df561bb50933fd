export * from './columns.ts';
export * from './run.ts';
export type { KernelCode } from './write-rule.ts';
