export type { BoundRule } from './bind.ts';
export * from './columns.ts';
export { sharedRoom } from './room.ts';
export * from './run.ts';
export * from './share.ts';
export type { KernelCode } from './write-rule.ts';
