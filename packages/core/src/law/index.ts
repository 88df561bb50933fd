export * from './figures.ts';
export * from './law.ts';
export { type Confirmation, confirmedArticles } from './overlay.ts';
export * from './problem.ts';
export * from './read-law.ts';
export * from './revision.ts';
export * from './rule.ts';
export type * from './schema.ts';
export { statuses } from './schema.ts';
