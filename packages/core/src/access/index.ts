export * from './grants.ts';
export * from './places.ts';
export * from './purposes.ts';
export * from './recording.ts';
export * from './roles.ts';
