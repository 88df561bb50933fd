export * from './grants.ts';
export * from './purposes.ts';
export * from './roles.ts';
